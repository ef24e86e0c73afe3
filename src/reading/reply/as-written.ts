/**
 * Words that only the text as written tells apart: the matching form has no long vowels, so
 * that うーん would be うん and ノー would be の. It looks at one clause.
 */
import type { Clause } from './clauses.ts';

const SIGH = /^[、\s]*(?:う[ーｰ〜～~]+ん|[うん][ーｰ〜～~…・]+む?|ん{2,}|む{2,})[、。…・\s]*$/;
const NO = /(?:^|[^ァ-ヴー])(?:ノー|ＮＯ|NO|No)(?:です|でお願いします|っす|だ|で)?[、。\s]*$/;

/** "うーん…". */
export function isSigh({ raw }: Clause): boolean {
  return SIGH.test(raw);
}

/** "答えはノーです". */
export function saysNo({ raw }: Clause): boolean {
  return NO.test(raw);
}
