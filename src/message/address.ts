/**
 * One address (RFC 5322 section 3.4.1) and how two compare, with what carriers issue outside
 * the RFC: consecutive dots and a dot before the @, quoted or not. Addresses are compared
 * here and nowhere else.
 * It never takes two addresses for one, and never lets a blank or control character through.
 */
import { CARRIER_DOMAINS } from './carrier-domains.ts';
import { unquote } from './mime-parameters.ts';

/**
 * The form in which addresses are compared and looked up: unquoted, domain in lower case,
 * for carriers the local part too. '' where the text is no single address.
 */
export function addressKey(address: string): string {
  const split = splitAddress(address);
  if (!split) return '';
  const local = isCarrierDomain(split.domain) ? split.local.toLowerCase() : split.local;
  return `${local}@${split.domain}`;
}

function isCarrierDomain(domain: string): boolean {
  return CARRIER_DOMAINS.some(
    (row) => row.domain === domain || (row.subdomains && domain.endsWith(`.${row.domain}`)),
  );
}

/**
 * Signs that no address of a person holds. A quoted local part may hold them by the RFC, but
 * unquoted it would be read as two addresses: quotes are taken for dots only.
 */
const PART =
  /^[^\s@<>,;:"()[\]\\\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060\uFEFF]{1,255}$/;
const DOMAIN_LITERAL = /^\[[0-9a-f.:]{1,60}\]$/;

/** Unquoted local part and domain in lower case; null where `written` is not one address. */
export function splitAddress(written: string): { local: string; domain: string } | null {
  const address = written.trim().replace(/^<([^<>]*)>$/, '$1');
  const at = address.lastIndexOf('@');
  if (at <= 0) return null;
  const local = unquote(address.slice(0, at).trim());
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
  if (!PART.test(local) || !(PART.test(domain) || DOMAIN_LITERAL.test(domain))) return null;
  return { local, domain };
}
