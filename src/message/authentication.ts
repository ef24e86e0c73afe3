/**
 * What the office's own server found out about the sender: Authentication-Results
 * (RFC 8601) of the configured authserv-id, the topmost field of it. Fields of other ids,
 * and fields further down that a sender put there himself, say nothing.
 * It never checks signatures itself.
 */
import { MICROSOFT_365, readExchangeOnline } from './authentication/exchange-online.ts';
import { type Method, readStatements } from './authentication/statements.ts';
import type { HeaderField } from './headers.ts';
import { splitOutsideQuotes, unquote } from './mime-parameters.ts';
import type { Authentication } from './types.ts';

const NOTHING: Authentication = { dmarc: null, dkim: null, spf: null, passedFor: [] };

/**
 * Reads the results of `authservId` (compared without case; MICROSOFT_365 stands for the nameless
 * one of Exchange Online) from the fields of a message; all null where the id is null or its
 * server said nothing.
 */
export function readAuthentication(
  fields: readonly HeaderField[],
  authservId: string | null,
): Authentication {
  if (authservId === null) return NOTHING;
  if (authservId.toLowerCase() === MICROSOFT_365) return readExchangeOnline(fields);
  let result: Authentication = { ...NOTHING };
  for (const body of trustedFields(fields, authservId.toLowerCase())) {
    const { passedFor, ...said } = readStatements(splitOutsideQuotes(body, ';').slice(1));
    const methods = Object.keys(said) as Method[];
    // Filters of one server write a field each, for one method each. A field that repeats a
    // method, or that would rescue what failed above it, was not written by the server.
    if (methods.some((method) => result[method] !== null)) break;
    if (authenticationFailed(result)) break;
    result = { ...result, ...said, passedFor: [...result.passedFor, ...passedFor] };
  }
  return result;
}

/**
 * True where the office's server says that the sender is not who he claims: DMARC failed, or
 * without a word on DMARC neither DKIM nor SPF passed and one of them failed.
 */
export function authenticationFailed(authentication: Authentication): boolean {
  const { dmarc, dkim, spf } = authentication;
  if (dmarc === 'pass') return false;
  if (dmarc === 'fail') return true;
  if (dkim === 'pass' || spf === 'pass') return false;
  return dkim === 'fail' || spf === 'fail';
}

/**
 * Whether words that move bookings may be believed: DMARC passed, or DKIM or SPF for the domain of
 * the `author`'s address (RFC 7489 section 3.1, relaxed: what passes for somebody else's domain, or
 * for none that is named, says nothing about him) and none speaks against it; or the office's server said nothing at all, as of a
 * mail that never left the office.
 */
export function staffIsProven(authentication: Authentication, author: string): boolean {
  const { dmarc, dkim, spf, passedFor } = authentication;
  if (dmarc === null && dkim === null && spf === null) return true;
  if (authenticationFailed(authentication)) return false;
  const domain = author.slice(author.lastIndexOf('@') + 1).toLowerCase();
  return dmarc === 'pass' || passedFor.some((passed) => isAligned(passed, domain));
}

/** The same domain, or one below the other. */
function isAligned(passed: string, domain: string): boolean {
  return passed === domain || passed.endsWith(`.${domain}`) || domain.endsWith(`.${passed}`);
}

/**
 * The topmost fields of the id, in one run: a server writes above what came in with the mail
 * (RFC 8601 section 4.1 and 5). Its own Received lines may stand above the run.
 */
function trustedFields(fields: readonly HeaderField[], authservId: string): string[] {
  const trusted: string[] = [];
  for (const field of fields) {
    if (field.name === 'received' && trusted.length > 0) break;
    if (field.name !== 'authentication-results') continue;
    const id = splitOutsideQuotes(field.body, ';')[0]?.trim().split(/\s/)[0] ?? '';
    if (unquote(id).toLowerCase() === authservId) trusted.push(field.body);
    else if (trusted.length > 0) break;
  }
  return trusted;
}
