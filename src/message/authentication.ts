/**
 * What the office's own server found out about the sender: Authentication-Results
 * (RFC 8601) of the configured authserv-id, the topmost field of it. Fields of other ids,
 * and fields further down that a sender put there himself, say nothing.
 * It never checks signatures itself.
 */
import type { HeaderField } from './headers.ts';
import { splitOutsideQuotes, unquote } from './mime-parameters.ts';
import type { Authentication, AuthenticationResult } from './types.ts';

const NOTHING: Authentication = { dmarc: null, dkim: null, spf: null };

/** RFC 8601 section 2.7 results, and the words of RFC 7208 and old servers, in our terms. */
const RESULTS: Record<string, AuthenticationResult> = {
  pass: 'pass',
  fail: 'fail',
  hardfail: 'fail',
  softfail: 'fail',
  policy: 'fail',
  reject: 'fail',
  quarantine: 'fail',
  neutral: 'neutral',
  bestguesspass: 'neutral',
  none: 'none',
  temperror: 'temperror',
  permerror: 'permerror',
};

/** Several signatures: one that passes is enough (RFC 6376 section 4), then the worst word. */
const ORDER: readonly AuthenticationResult[] = [
  'pass',
  'fail',
  'permerror',
  'temperror',
  'neutral',
  'none',
];

/**
 * Reads the results of `authservId` (compared without case) from the fields of a message;
 * all null where the id is null or its server said nothing.
 */
export function readAuthentication(
  fields: readonly HeaderField[],
  authservId: string | null,
): Authentication {
  if (authservId === null) return NOTHING;
  let result: Authentication = { ...NOTHING };
  for (const body of trustedFields(fields, authservId.toLowerCase())) {
    const said = readField(body);
    const methods = Object.keys(said) as (keyof Authentication)[];
    // Filters of one server write a field each, for one method each. A field that repeats a
    // method, or that would rescue what failed above it, was not written by the server.
    if (methods.some((method) => result[method] !== null)) break;
    if (authenticationFailed(result)) break;
    result = { ...result, ...said };
  }
  return result;
}

function readField(body: string): Partial<Authentication> {
  const said: Partial<Authentication> = {};
  for (const statement of splitOutsideQuotes(body, ';').slice(1)) {
    const match =
      /^\s{0,99}(dmarc|dkim|spf)\s{0,9}(?:\/\s{0,9}\d{1,3}\s{0,9})?=\s{0,9}([a-z]{1,20})/i.exec(
        statement,
      );
    const method = match?.[1]?.toLowerCase() as keyof Authentication | undefined;
    const value = RESULTS[match?.[2]?.toLowerCase() ?? ''];
    if (method && value) said[method] = better(said[method] ?? null, value);
  }
  return said;
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
 * Whether words that move bookings may be believed: a method passed and none speaks against it,
 * or the office's server said nothing at all, as of a mail that never left the office.
 */
export function staffIsProven(authentication: Authentication): boolean {
  const { dmarc, dkim, spf } = authentication;
  const said = [dmarc, dkim, spf].filter((result) => result !== null);
  if (said.length === 0) return true;
  return said.includes('pass') && !authenticationFailed(authentication);
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

function better(
  known: AuthenticationResult | null,
  said: AuthenticationResult,
): AuthenticationResult {
  if (known === null) return said;
  return ORDER.indexOf(known) <= ORDER.indexOf(said) ? known : said;
}
