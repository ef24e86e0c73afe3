/**
 * Productions for days of a named week: 12月14日の週, 12/14(月)の週の水曜, 第2週の火曜, 最終週.
 * Knows no calendar.
 */
import { isMark, skipNo, type Tokens, weekdayAt } from './look.ts';
import type { DaySpec, MonthRef, Parsed } from './mention.ts';
import type { Weekday } from './token.ts';

/** "…の週" and a weekday of it, right behind a day. */
export function readWeekOf(tokens: Tokens, day: { value: DaySpec; next: number }): Parsed<DaySpec> {
  const { form } = day.value;
  if (form !== 'date' && form !== 'day_of_month') return null;
  const behind = skipNo(tokens, skipWeekday(tokens, day.next));
  if (!isWeek(tokens, behind)) return null;
  const { weekday, next } = weekdayBehind(tokens, behind + 1);
  return { value: { form: 'week_of', base: day.value, weekday }, next };
}

/** 週 behind "第2" or "最終", and a weekday of it. */
export function readNthWeek(
  tokens: Tokens,
  nth: { value: number; next: number },
  month: MonthRef | null,
): Parsed<DaySpec> {
  if (!isWeek(tokens, nth.next)) return null;
  const { weekday, next } = weekdayBehind(tokens, nth.next + 1);
  return { value: { form: 'nth_week', nth: nth.value, weekday, month }, next };
}

function isWeek(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  return token?.type === 'length' && token.unit === 'weeks';
}

function weekdayBehind(tokens: Tokens, i: number): { weekday: Weekday | null; next: number } {
  const at = skipNo(tokens, i);
  const weekday = weekdayAt(tokens[at], false);
  return { weekday, next: weekday === null ? i : at + 1 };
}

/** "(月)" of the day that names the week. */
function skipWeekday(tokens: Tokens, i: number): number {
  const isBracket = isMark(tokens[i], '(') && weekdayAt(tokens[i + 1], true) !== null;
  return isBracket && isMark(tokens[i + 2], ')') ? i + 3 : i;
}
