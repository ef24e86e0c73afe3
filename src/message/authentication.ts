/**
 * What the office's own server found out about the sender: Authentication-Results
 * (RFC 8601) of the configured authserv-id, the topmost field of it. Fields of other ids,
 * and fields further down that a sender put there himself, say nothing.
 * It never checks signatures itself.
 */
import type { HeaderField } from './headers.ts';
import { splitOutsideQuotes, unquote } from './mime-parameters.ts';
import type { Authentication, AuthenticationResult } from './types.ts';

type Method = 'dmarc' | 'dkim' | 'spf';

const NOTHING: Authentication = { dmarc: null, dkim: null, spf: null, passedFor: [] };

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
    const { passedFor, ...said } = readField(body);
    const methods = Object.keys(said) as Method[];
    // Filters of one server write a field each, for one method each. A field that repeats a
    // method, or that would rescue what failed above it, was not written by the server.
    if (methods.some((method) => result[method] !== null)) break;
    if (authenticationFailed(result)) break;
    result = { ...result, ...said, passedFor: [...result.passedFor, ...passedFor] };
  }
  return result;
}

interface SaidByField extends Partial<Record<Method, AuthenticationResult>> {
  passedFor: string[];
}

function readField(body: string): SaidByField {
  const said: SaidByField = { passedFor: [] };
  for (const statement of splitOutsideQuotes(body, ';').slice(1)) {
    const match =
      /^\s{0,99}(dmarc|dkim|spf)\s{0,9}(?:\/\s{0,9}\d{1,3}\s{0,9})?=\s{0,9}([a-z]{1,20})/i.exec(
        statement,
      );
    const method = match?.[1]?.toLowerCase() as Method | undefined;
    const value = RESULTS[match?.[2]?.toLowerCase() ?? ''];
    if (!method || !value) continue;
    said[method] = better(said[method] ?? null, value);
    if (value === 'pass' && method !== 'dmarc') {
      said.passedFor.push(domainNamed(statement, DOMAIN_OF[method]));
    }
  }
  return said;
}

/** Where a result names the domain that it is about (RFC 8601 section 2.7): the signer's, the envelope's. */
const DOMAIN_OF: Record<'dkim' | 'spf', RegExp> = {
  dkim: /\sheader\.[di]\s{0,9}=\s{0,9}((?:"[^"]{0,300}"|[^\s"]){1,300})/i,
  spf: /\ssmtp\.(?:mailfrom|helo)\s{0,9}=\s{0,9}((?:"[^"]{0,300}"|[^\s"]){1,300})/i,
};

function domainNamed(statement: string, property: RegExp): string {
  const value = property.exec(statement)?.[1] ?? '';
  return unquote(value.slice(value.lastIndexOf('@') + 1)).toLowerCase();
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
 * the `author`'s address (RFC 7489 section 3.1, relaxed: what passes for somebody else's domain says
 * nothing about him) and none speaks against it; or the office's server said nothing at all, as of a
 * mail that never left the office.
 */
export function staffIsProven(authentication: Authentication, author: string): boolean {
  const { dmarc, dkim, spf, passedFor } = authentication;
  if (dmarc === null && dkim === null && spf === null) return true;
  if (authenticationFailed(authentication)) return false;
  const domain = author.slice(author.lastIndexOf('@') + 1).toLowerCase();
  return dmarc === 'pass' || passedFor.some((passed) => passed === '' || isAligned(passed, domain));
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

function better(
  known: AuthenticationResult | null,
  said: AuthenticationResult,
): AuthenticationResult {
  if (known === null) return said;
  return ORDER.indexOf(known) <= ORDER.indexOf(said) ? known : said;
}
