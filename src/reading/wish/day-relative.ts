/**
 * Productions for days that are counted or named: 明日, 3日後, 来週の水曜, 今度の金曜, 来月10日,
 * 第2水曜, 20日, 成人の日, 翌日, and for stretches without a day (来週, 月末, 平日).
 * Knows no calendar and no reference instant.
 */
import { readDayNumber, readInMonth, readNth } from './day-absolute.ts';
import { readCounted } from './day-counted.ts';
import { readNthWeek } from './day-week.ts';
import { skipNo, type Tokens, weekdayAt } from './look.ts';
import type { DaySpec, Parsed } from './mention.ts';
import { readWeekday } from './weekday-grammar.ts';

const WEEKDAY_AHEAD = { form: 'weekday', pick: 'coming' } as const;

/** A counted or named day, or null. */
export function readRelativeDay(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  switch (token?.type) {
    case 'relative_day':
      return (
        readFromDay(tokens, i) ?? { value: { form: 'relative', days: token.days }, next: i + 1 }
      );
    case 'relative_week':
      return readInWeek(tokens, i + 1, token.weeks);
    case 'relative_month':
      return readInRelativeMonth(tokens, i + 1, token.months);
    case 'which_weekday':
      return readPickedWeekday(tokens, i);
    case 'following':
      return readFollowing(tokens, i);
    case 'same':
      return token.what === 'day' ? { value: { form: 'same' }, next: i + 1 } : null;
    case 'holiday':
      return { value: { form: 'holiday', name: token.name, year: null }, next: i + 1 };
    case 'period':
      return readPeriod(tokens, i);
    case 'nth':
    case 'nth_prefix':
      return readNthWeekday(tokens, i);
    case 'kana_day':
      return { value: { form: 'day_of_month', month: null, day: token.day }, next: i + 1 };
    case 'number':
      return readCounted(tokens, i);
    default:
      return readWeekday(tokens, i);
  }
}

/** 今日から2日後 is one day, not a range. */
function readFromDay(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  const link = tokens[i + 1];
  if (token?.type !== 'relative_day' || token.days !== 0) return null;
  if (link?.type !== 'link' || link.link !== 'from') return null;
  const counted = readCounted(tokens, i + 2);
  return counted?.value.form === 'later' ? counted : null;
}

/** 来週の水曜, 来週火か水, 来週 */
function readInWeek(tokens: Tokens, i: number, week: number): Parsed<DaySpec> {
  const at = skipNo(tokens, i);
  const weekday = weekdayAt(tokens[at], true);
  if (weekday !== null && !(isSingle(tokens, at) && tokens[at + 1]?.type === 'gap')) {
    return { value: { ...WEEKDAY_AHEAD, weekday, week }, next: at + 1 };
  }
  const tail = tokens[at];
  const isTail = tail?.type === 'month_tail' || tail?.type === 'period';
  const isWeekend =
    (tail?.type === 'month_tail' && tail.period === 'month_end') ||
    (tail?.type === 'period' && tail.period === 'weekend');
  const period = isWeekend ? 'weekend' : 'week';
  return { value: { form: 'period', period, week, month: null }, next: isTail ? at + 1 : i };
}

function isSingle(tokens: Tokens, i: number): boolean {
  return tokens[i]?.type !== 'weekday';
}

/** 来月10日, 来月の第2水曜, 来月末, 来月 */
function readInRelativeMonth(tokens: Tokens, i: number, months: number): Parsed<DaySpec> {
  const day = readDayNumber(tokens, skipNo(tokens, i));
  if (day !== null) {
    const value: DaySpec = {
      form: 'day_of_month',
      month: { by: 'distance', months },
      day: day.value,
    };
    return { value, next: day.next };
  }
  return readInMonth(tokens, i, { by: 'distance', months });
}

/** 次の金曜, 今度の火曜日, この金曜, 前の水曜日 */
function readPickedWeekday(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  const weekday = weekdayAt(tokens[i + 1], false);
  if (token?.type !== 'which_weekday' || weekday === null) return null;
  return { value: { form: 'weekday', weekday, week: null, pick: token.pick }, next: i + 2 };
}

/** 翌日, 翌週の水曜 */
function readFollowing(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  if (token?.type !== 'following') return null;
  const at = skipNo(tokens, i + 1);
  const weekday = token.unit === 'week' ? weekdayAt(tokens[at], true) : null;
  const { unit, count } = token;
  return {
    value: { form: 'following', unit, count, weekday },
    next: weekday === null ? i + 1 : at + 1,
  };
}

/** 週明けの月曜 is a day; 平日, 月末, いつでも are none. */
function readPeriod(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  if (token?.type !== 'period') return null;
  const at = skipNo(tokens, i + 1);
  const weekday = weekdayAt(tokens[at], false);
  if (weekday !== null && token.period === 'week_opening') {
    return { value: { ...WEEKDAY_AHEAD, weekday, week: 1 }, next: at + 1 };
  }
  return {
    value: { form: 'period', period: token.period, week: null, month: null },
    next: i + 1,
  };
}

/** 第2水曜, 最終金曜 */
function readNthWeekday(tokens: Tokens, i: number): Parsed<DaySpec> {
  const nth = readNth(tokens, i);
  if (nth === null) return null;
  const week = readNthWeek(tokens, nth, null);
  if (week !== null) return week;
  const at = skipNo(tokens, nth.next);
  const weekday = weekdayAt(tokens[at], false);
  if (weekday === null) return null;
  return { value: { form: 'nth_weekday', nth: nth.value, weekday, month: null }, next: at + 1 };
}
