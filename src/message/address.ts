/**
 * Addresses (RFC 5322 section 3.4, with its obsolete forms) out of header bodies, tolerant of
 * what carriers issue outside the RFC: consecutive dots and a dot before the @, quoted or not.
 * Addresses come out unquoted and are compared here and nowhere else.
 * It never merges two addresses into one and never lets control characters through.
 */
import { CARRIER_DOMAINS } from './carrier-domains.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { oneLine } from './headers.ts';
import { unquote } from './mime-parameters.ts';
import type { Mailbox } from './types.ts';

/** Bound for hostile headers; further addresses are not read. */
const MAX_ADDRESSES = 500;

/** The mailboxes of a From, To, Cc … body; members of groups included, group names dropped. */
export function parseAddresses(body: string): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  for (const token of splitMailboxes(body)) {
    if (mailboxes.length >= MAX_ADDRESSES) break;
    const mailbox = readMailbox(token);
    if (mailbox) mailboxes.push(mailbox);
  }
  return mailboxes;
}

/** True where both are the same mailbox: unquoted, domain and carrier local part without case. */
export function sameAddress(a: string, b: string): boolean {
  const key = addressKey(a);
  return key !== '' && key === addressKey(b);
}

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

/** True for an address of a Japanese mobile carrier (`CARRIER_DOMAINS`). */
export function isCarrier(address: string): boolean {
  const split = splitAddress(address);
  return split !== null && isCarrierDomain(split.domain);
}

function isCarrierDomain(domain: string): boolean {
  return CARRIER_DOMAINS.some(
    (row) => row.domain === domain || (row.subdomains && domain.endsWith(`.${row.domain}`)),
  );
}

/** Unquoted local part and domain in lower case; null where this is not exactly one address. */
function splitAddress(written: string): { local: string; domain: string } | null {
  const address = written.trim().replace(/^<([^<>]*)>$/, '$1');
  const at = address.lastIndexOf('@');
  if (at <= 0) return null;
  const local = unquote(address.slice(0, at).trim());
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
  if (local === '' || !/^[^\s@<>,;:"()[\]\\\u0000-\u001F]{1,255}$|^\[[^\s\]]{1,60}\]$/.test(domain))
    return null;
  if (!address.startsWith('"') && /[\s@<>,;:"()[\]\\\u0000-\u001F]/.test(local)) return null;
  if (/[\u0000-\u001F\u007F]/.test(local)) return null;
  return { local, domain };
}

interface Token {
  /** Display name or bare text, quotes resolved, comments dropped. */
  text: string;
  /** Text with the quotes as written, for a bare address. */
  written: string;
  /** What stood between angle brackets, or null. */
  angle: string | null;
  comment: string;
}

/** Cuts a body at commas, semicolons and group colons outside quotes, comments and brackets. */
function splitMailboxes(body: string): Token[] {
  const tokens: Token[] = [];
  let token: Token = { text: '', written: '', angle: null, comment: '' };
  let depth = 0;
  let inAngle = false;
  const finish = () => {
    tokens.push(token);
    token = { text: '', written: '', angle: null, comment: '' };
    inAngle = false;
  };
  for (let at = 0; at < body.length; at++) {
    const char = body.charAt(at);
    if (depth > 0) {
      if (char === '\\') token.comment += body.charAt(++at);
      else if (char === '(') depth++;
      else if (char === ')') depth--;
      else token.comment += char;
    } else if (char === '"') {
      const quoted = readQuoted(body, at);
      if (inAngle) token.angle += quoted.written;
      else {
        token.text += quoted.text;
        token.written += quoted.written;
      }
      at = quoted.end - 1;
    } else if (inAngle) {
      if (char === '>') inAngle = false;
      else token.angle += char;
    } else if (char === '(') depth = 1;
    else if (char === '<') {
      inAngle = true;
      token.angle = '';
    } else if (char === ',' || char === ';') finish();
    else if (char === ':' && token.angle === null) {
      token = { text: '', written: '', angle: null, comment: '' };
    } else {
      token.text += char;
      token.written += char;
    }
  }
  finish();
  return tokens;
}

function readQuoted(body: string, start: number): { text: string; written: string; end: number } {
  let text = '';
  for (let at = start + 1; at < body.length; at++) {
    const char = body.charAt(at);
    if (char === '\\') text += body.charAt(++at);
    else if (char === '"') return { text, written: body.slice(start, at + 1), end: at + 1 };
    else text += char;
  }
  // an unclosed quote is a stray character, not a string to the end of the header
  return { text: '', written: '', end: start + 1 };
}

function readMailbox(token: Token): Mailbox | null {
  const written = token.angle ?? token.written;
  // "<@relay:user@example.jp>", the obsolete route (RFC 5322 section 4.4)
  const split = splitAddress(written.trim().replace(/^@[^:]{1,255}:/, ''));
  const name = clean(token.angle === null ? token.comment : token.text) || clean(token.comment);
  if (split) return { name, address: `${split.local}@${split.domain}` };
  const bare = clean(written) || name;
  return bare === '' ? null : { name: name || bare, address: '' };
}

function clean(text: string): string {
  return oneLine(decodeEncodedWords(text.trim()).text).trim().slice(0, 1000);
}
