/**
 * What a mail wants: runs the table of intent-rules.ts over subject and text. Where no row
 * speaks, a mail that holds items is a request and any other is `other`, which a person sees.
 */
import type { Intent } from '../types.ts';
import { INTENT_ROWS, type IntentFacts } from './intent-rules.ts';

/** The intent of a mail; both texts are width-folded. */
export function readIntent(subject: string, text: string, facts: IntentFacts): Intent {
  const whole = `${subject}\n${text}`;
  for (const row of INTENT_ROWS) {
    if (row.when !== undefined && !row.when(facts)) continue;
    if (row.words.test(whole) && row.unless?.test(whole) !== true) return row.intent;
  }
  const asks = /予約|申し?込|相談|希望|お願い/.test(whole);
  return facts.hasWish || facts.otherItems > 1 || asks ? 'request' : 'other';
}
