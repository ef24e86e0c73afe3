/**
 * Mail domains of the Japanese mobile carriers, as a table. Their addresses may lie outside
 * RFC 5322 ("a..b.@docomo.ne.jp", issued until 2009) and their local parts know no case.
 * Data only; a new carrier is a new row.
 */

export interface CarrierDomain {
  /** The domain itself, lower case. */
  domain: string;
  /** Whether any host below the domain counts too ("x.ezweb.ne.jp"). */
  subdomains: boolean;
  carrier: 'docomo' | 'au' | 'softbank' | 'ymobile' | 'rakuten' | 'uq' | 'phs';
}

export const CARRIER_DOMAINS: readonly CarrierDomain[] = [
  { domain: 'docomo.ne.jp', subdomains: true, carrier: 'docomo' },
  { domain: 'mopera.net', subdomains: false, carrier: 'docomo' },
  { domain: 'disney.ne.jp', subdomains: false, carrier: 'docomo' },
  { domain: 'dwmail.jp', subdomains: false, carrier: 'docomo' },
  { domain: 'ezweb.ne.jp', subdomains: true, carrier: 'au' },
  { domain: 'au.com', subdomains: false, carrier: 'au' },
  { domain: 'ido.ne.jp', subdomains: true, carrier: 'au' },
  { domain: 'sky.tkk.ne.jp', subdomains: true, carrier: 'au' },
  { domain: 'softbank.ne.jp', subdomains: true, carrier: 'softbank' },
  { domain: 'i.softbank.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'softbank.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'vodafone.ne.jp', subdomains: true, carrier: 'softbank' },
  { domain: 'jp-c.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-d.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-h.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-k.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-n.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-q.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-r.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-s.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'jp-t.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'disneymobile.ne.jp', subdomains: false, carrier: 'softbank' },
  { domain: 'emnet.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'emobile.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'ymobile.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'ymobile1.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'y-mobile.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'yahoo.ne.jp', subdomains: false, carrier: 'ymobile' },
  { domain: 'willcom.com', subdomains: false, carrier: 'phs' },
  { domain: 'pdx.ne.jp', subdomains: true, carrier: 'phs' },
  { domain: 'wcm.ne.jp', subdomains: false, carrier: 'phs' },
  { domain: 'uqmobile.jp', subdomains: false, carrier: 'uq' },
  { domain: 'rakumail.jp', subdomains: false, carrier: 'rakuten' },
];
