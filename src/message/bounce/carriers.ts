/**
 * Japanese mobile carriers in delivery notices. Their "Unknown user" does not prove that
 * the address is wrong: with the user's filter against PC mail they answer the same way,
 * at RCPT TO (docomo) or after DATA (au). The domains stand in `../carrier-domains.ts`.
 */
import { CARRIER_DOMAINS, type CarrierDomain } from '../carrier-domains.ts';

export type Carrier = CarrierDomain['carrier'];

/**
 * Data: relays as diagnostics name them. Seen: Postfix and sendmail reports of docomo and au
 * refusals.
 */
const RELAYS: readonly [carrier: Carrier, host: RegExp][] = [
  ['docomo', /\b[\w-]{1,30}\.docomo\.ne\.jp\b/iu],
  ['au', /\b[\w-]{1,30}\.(?:ezweb\.ne\.jp|au\.com|auone-net\.jp)\b/iu],
  ['softbank', /\b[\w-]{1,30}\.softbank\.(?:ne\.)?jp\b/iu],
  ['ymobile', /\b[\w-]{1,30}\.y-?mobile\.ne\.jp\b/iu],
  ['rakuten', /\b[\w-]{1,30}\.rakumail\.jp\b/iu],
];

/** The carrier of the recipient, or of the relay in the diagnostic; null for everybody else. */
export function carrierOf(recipient: string | null, diagnostic: string): Carrier | null {
  const domain = recipient?.slice(recipient.lastIndexOf('@') + 1).toLowerCase() ?? '';
  const known = CARRIER_DOMAINS.find(
    (row) => domain === row.domain || (row.subdomains && domain.endsWith(`.${row.domain}`)),
  );
  return known?.carrier ?? RELAYS.find(([, host]) => host.test(diagnostic))?.[0] ?? null;
}
