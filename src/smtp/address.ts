/**
 * One address as SMTP wants it written (RFC 5321 4.1.2). Carrier addresses outside the RFC such as
 * a..b.@docomo.ne.jp get the quotes they need; whatever could be read as more than one address, or
 * could carry a command, is refused. Pure; never parses lists or display names.
 */

/** Between two dots of a local part. */
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
/** The only letters that a local part without quotes may hold; dots may stand anywhere. */
const ATOMS_AND_DOTS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
/** Quoted already; nothing more in the quotes than carriers ever gave out, so no comma, "@" or space. */
const QUOTED = /^"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}"$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * The Mailbox for RCPT TO and for the To header, without angle brackets; null if it is not the
 * address of exactly one mailbox. Domains in A-label form only (RFC 5890).
 */
export function wireAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 254) return null;
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const labels = domain.split('.');
  if (domain.length > 253 || labels.length < 2 || !labels.every((label) => LABEL.test(label)))
    return null;
  if (QUOTED.test(local)) return address;
  if (!ATOMS_AND_DOTS.test(local)) return null;
  const dotAtom = local.split('.').every((atom) => ATOM.test(atom));
  return dotAtom ? address : `"${local}"@${domain}`;
}
