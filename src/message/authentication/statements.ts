/**
 * The statements of one Authentication-Results field (RFC 8601 section 2.2): "dkim=pass header.d=a.jp".
 * Whether the field is to be believed is not asked here.
 */
import { unquote } from '../mime-parameters.ts';
import type { AuthenticationResult } from '../types.ts';

export type Method = 'dmarc' | 'dkim' | 'spf';

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

/** What one field says; `passedFor` as in Authentication. */
export interface SaidByField extends Partial<Record<Method, AuthenticationResult>> {
  passedFor: string[];
}

/** Reads the statements of one field, its authserv-id taken off: the best result of each method. */
export function readStatements(statements: readonly string[]): SaidByField {
  const said: SaidByField = { passedFor: [] };
  for (const statement of statements) {
    const match =
      /^\s{0,99}(dmarc|dkim|spf)\s{0,9}(?:\/\s{0,9}\d{1,3}\s{0,9})?=\s{0,9}([a-z]{1,20})/i.exec(
        statement,
      );
    const method = match?.[1]?.toLowerCase() as Method | undefined;
    const value = RESULTS[match?.[2]?.toLowerCase() ?? ''];
    if (!method || !value) continue;
    said[method] = better(said[method] ?? null, value);
    if (value !== 'pass' || method === 'dmarc') continue;
    const domain = domainNamed(statement, DOMAIN_OF[method]);
    if (domain !== '') said.passedFor.push(domain);
  }
  return said;
}

/**
 * Where a result names the domain that it is about (RFC 8601 section 2.7): the signer's, the
 * envelope's. The grammar lets a server leave it out; OpenDKIM, the SPF policy daemons of Postfix,
 * Rspamd, Exchange and Google all write it.
 */
const DOMAIN_OF: Record<'dkim' | 'spf', RegExp> = {
  dkim: /\sheader\.[di]\s{0,9}=\s{0,9}((?:"[^"]{0,300}"|[^\s"]){1,300})/i,
  spf: /\ssmtp\.(?:mailfrom|helo)\s{0,9}=\s{0,9}((?:"[^"]{0,300}"|[^\s"]){1,300})/i,
};

function domainNamed(statement: string, property: RegExp): string {
  const value = property.exec(statement)?.[1] ?? '';
  return unquote(value.slice(value.lastIndexOf('@') + 1)).toLowerCase();
}

function better(
  known: AuthenticationResult | null,
  said: AuthenticationResult,
): AuthenticationResult {
  if (known === null) return said;
  return ORDER.indexOf(known) <= ORDER.indexOf(said) ? known : said;
}
