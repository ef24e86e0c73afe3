/**
 * A mail address in a counselor's line: "メール: a@example.jp", or alone. Pure; whose it is, is not
 * decided here.
 */
import type { CounselorWord } from '../types.ts';

/** Mailboxes as carriers give them out: dots anywhere in the local part (".a..b.@docomo.ne.jp"). */
export const MAIL_ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;

/** What stands behind "メール"; null where it is not one address and nothing else. */
export function readAddress(rest: string): CounselorWord | null {
  const found = /^(?:は|です|[\s:=→、])*(\S+?)\s?(?:です|でお願いします)?[\s。]*$/.exec(rest);
  const address = found?.[1]?.replace(/^[<「(]|[>」)]$/g, '') ?? '';
  return MAIL_ADDRESS.test(address) ? { kind: 'address', address } : null;
}
