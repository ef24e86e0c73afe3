/**
 * Data: Japanese mobile carriers whose "Unknown user" does not prove that the address is
 * wrong: with the user's filter against PC mail (なりすまし規制, PCメール拒否) they answer
 * the same way, at RCPT TO or after DATA. Hosts are the relays that appear in diagnostics.
 */

export interface Carrier {
  name: 'docomo' | 'au' | 'softbank' | 'rakuten';
  /** Domains of addresses, subdomains included. */
  domains: readonly string[];
  /** Words of their relays in diagnostics. */
  relays: RegExp;
}

export const CARRIERS: readonly Carrier[] = [
  {
    name: 'docomo',
    domains: ['docomo.ne.jp', 'docomo-camera.ne.jp'],
    relays: /\bmfs[\w-]{0,20}\.docomo\.ne\.jp|\.docomo\.ne\.jp\b/iu,
  },
  {
    name: 'au',
    domains: [
      'ezweb.ne.jp',
      'au.com',
      'uqmobile.jp',
      'biz.ezweb.ne.jp',
      'biz.au.com',
      'auone-net.jp',
      'dion.ne.jp',
    ],
    relays:
      /\b(?:lsean|lsmx|msmx|nmomta)[\w.-]{0,40}|\.(?:ezweb\.ne\.jp|au\.com|auone-net\.jp)\b/iu,
  },
  {
    name: 'softbank',
    domains: [
      'softbank.ne.jp',
      'i.softbank.jp',
      'vodafone.ne.jp',
      'disney.ne.jp',
      'ymobile.ne.jp',
      'yahoo.ne.jp',
      'ymobile1.ne.jp',
      'y-mobile.ne.jp',
      'willcom.com',
      'pdx.ne.jp',
      'emnet.ne.jp',
      'emobile.ne.jp',
    ],
    relays: /\.(?:softbank\.(?:ne\.)?jp|ymobile\.ne\.jp)\b/iu,
  },
  { name: 'rakuten', domains: ['rakumail.jp'], relays: /\.rakumail\.jp\b/iu },
];

/** The carrier of an address or of the relay in a diagnostic; null for everybody else. */
export function carrierOf(address: string | null, diagnostic: string): Carrier | null {
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase() ?? '';
  return (
    CARRIERS.find(({ domains }) =>
      domains.some((known) => domain === known || domain.endsWith(`.${known}`)),
    ) ??
    CARRIERS.find(({ relays }) => relays.test(diagnostic)) ??
    null
  );
}
