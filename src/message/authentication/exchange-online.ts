/**
 * What Exchange Online (Microsoft 365) found out about the sender. Its Authentication-Results has no
 * authserv-id and stands above what came in with the mail; mail from inside the tenant is marked by a
 * field that Exchange takes off whatever comes from outside (its header firewall).
 * Seen in practice: "spf=pass (sender IP is …) smtp.mailfrom=…; dkim=pass … header.d=…;dmarc=pass
 * action=none header.from=…;compauth=pass reason=100"; mail of a colleague: "dkim=none (message not
 * signed) header.d=none;dmarc=none action=none header.from=…".
 */
import type { HeaderField } from '../headers.ts';
import { splitOutsideQuotes } from '../mime-parameters.ts';
import type { Authentication } from '../types.ts';
import { readStatements } from './statements.ts';

/** Stands in the config where other servers have an authserv-id. */
export const MICROSOFT_365 = 'microsoft365';

const SENT_INSIDE = 'x-ms-exchange-organization-authas';

/**
 * Reads the verdict: a colleague's mail counts as DMARC passed, a spoof by Microsoft's own judgment
 * (compauth=fail) as DMARC failed unless DMARC itself passed. A mail without any verdict has proven
 * nothing: each method says "none".
 */
export function readExchangeOnline(fields: readonly HeaderField[]): Authentication {
  const none: Authentication = { dmarc: 'none', dkim: 'none', spf: 'none', passedFor: [] };
  if (wasSentInside(fields)) return { ...none, dmarc: 'pass' };
  const statements = topmostVerdict(fields);
  const result: Authentication = { ...none, ...readStatements(statements) };
  return isJudgedSpoof(statements) && result.dmarc !== 'pass'
    ? { ...result, dmarc: 'fail' }
    : result;
}

/** Every field of the mark must say so: a second one is not Exchange's. */
function wasSentInside(fields: readonly HeaderField[]): boolean {
  const marks = fields.filter((field) => field.name === SENT_INSIDE);
  return marks.length > 0 && marks.every((mark) => mark.body.trim().toLowerCase() === 'internal');
}

/** Nothing where the topmost field bears an authserv-id: then it is another server's. */
function topmostVerdict(fields: readonly HeaderField[]): string[] {
  const topmost = fields.find((field) => field.name === 'authentication-results');
  const statements = splitOutsideQuotes(topmost?.body ?? '', ';');
  return /^\s{0,9}[a-z]{1,20}\s{0,9}=/i.test(statements[0] ?? '') ? statements : [];
}

function isJudgedSpoof(statements: readonly string[]): boolean {
  return statements.some((statement) => /^\s{0,9}compauth\s{0,9}=\s{0,9}fail\b/i.test(statement));
}
