/**
 * Productions for a weekday without a week: 木曜, (木), and the single characters of a list.
 * A single character alone (月, 日, 金) is never a weekday.
 */
import { isListLink, isMark, isRangeLink, type Tokens, weekdayAt } from './look.ts';
import type { DaySpec, Parsed } from './mention.ts';
import type { Token, Weekday } from './token.ts';

/** 木曜, (木), and the single characters of a list: 火・木, 月水金. */
export function readWeekday(tokens: Tokens, i: number): Parsed<DaySpec> {
  const full = weekdayAt(tokens[i], false);
  if (full !== null) return plainWeekday(full, i + 1);
  if (isMark(tokens[i], '([')) {
    const inside = weekdayAt(tokens[i + 1], true);
    return inside !== null && isMark(tokens[i + 2], ')]') ? plainWeekday(inside, i + 3) : null;
  }
  const single = weekdayAt(tokens[i], true);
  return single !== null && isInWeekdayList(tokens, i) ? plainWeekday(single, i + 1) : null;
}

function plainWeekday(weekday: Weekday, next: number): Parsed<DaySpec> {
  return { value: { form: 'weekday', pick: 'coming', weekday, week: null }, next };
}

/** A neighbour in the list is a weekday too, and no text touches the character. */
function isInWeekdayList(tokens: Tokens, i: number): boolean {
  const joins = (token: Token | undefined): boolean => isListLink(token) || isRangeLink(token);
  const isWeekday = (k: number): boolean => weekdayAt(tokens[k], true) !== null;
  const ahead = (joins(tokens[i + 1]) && isWeekday(i + 2)) || areGlued(tokens, i);
  const behind = (joins(tokens[i - 1]) && isWeekday(i - 2)) || areGlued(tokens, i - 1);
  const outer = tokens[ahead && !behind ? i - 1 : i + 1];
  return (ahead || behind) && outer?.type !== 'gap' && outer?.type !== 'number';
}

/** "月水金", "火木": written without a joint; 月日 alone is no list. */
function areGlued(tokens: Tokens, i: number): boolean {
  const [one, other] = [tokens[i], tokens[i + 1]];
  if (one === undefined || other === undefined || one.end !== other.start) return false;
  if (weekdayAt(one, true) === null || weekdayAt(other, true) === null) return false;
  return one.type === 'weekday_char' || other.type === 'weekday_char';
}
