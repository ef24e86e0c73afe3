/**
 * Productions for days that are counted or named: 明日, 3日後, 来週の水曜, 今度の金曜, 来月10日,
 * 第2水曜, 20日, 成人の日, 翌日, and for stretches without a day (来週, 月末, 平日).
 * Knows no calendar and no reference instant.
 */
import { readDayNumber, readInMonth, readNth } from './day-absolute.ts';
import { isMark, isParticle, isUnit, numberAt, skipNo, type Tokens, weekdayAt } from './look.ts';
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
  const at = skipNo(tokens, nth.next);
  const weekday = weekdayAt(tokens[at], false);
  if (weekday === null) return null;
  return { value: { form: 'nth_weekday', nth: nth.value, weekday, month: null }, next: at + 1 };
}

/** 3日後, 2週間後(の月曜), 2か月後; 20日, but not 3日間 nor 週3日. */
function readCounted(tokens: Tokens, i: number): Parsed<DaySpec> {
  const amount = numberAt(tokens, i, 3);
  if (amount === null) return null;
  const unit = tokens[i + 1];
  if (unit?.type === 'length' && tokens[i + 2]?.type === 'later') {
    return readLaterByLength(tokens, i, amount);
  }
  if (touchesWeekday(tokens, i) && amount >= 1 && amount <= 31) {
    return { value: { form: 'day_of_month', month: null, day: amount }, next: i + 1 };
  }
  if (!isUnit(unit, 'day')) return null;
  const behind = tokens[i + 2];
  if (behind?.type === 'later') {
    // "2、3日後" is some days from now
    const isSome = tokens[i - 2]?.type === 'number' && tokens[i - 1]?.type === 'mark';
    const value: DaySpec = isSome
      ? { form: 'period', period: 'soon', week: null, month: null }
      : { form: 'later', amount, unit: 'days' };
    return { value, next: i + 3 };
  }
  // "3日中に"
  if (behind?.type === 'month_tail') return null;
  if (behind?.type === 'earlier') {
    return { value: { form: 'relative', days: -amount }, next: i + 3 };
  }
  if (amount > 99 || isRate(tokens, i)) return null;
  return { value: { form: 'day_of_month', month: null, day: amount }, next: i + 2 };
}

/** "3(木)10時", "3木曜": the unit is left out, the weekday checks the number. */
function touchesWeekday(tokens: Tokens, i: number): boolean {
  const [number, behind] = [tokens[i], tokens[i + 1]];
  if (number === undefined || behind === undefined || behind.start !== number.end) return false;
  if (behind.type === 'weekday') return true;
  return isMark(behind, '(') && weekdayAt(tokens[i + 2], true) !== null;
}

function readLaterByLength(tokens: Tokens, i: number, amount: number): Parsed<DaySpec> {
  const unit = tokens[i + 1];
  if (unit?.type !== 'length') return null;
  if (unit.unit !== 'days' && unit.unit !== 'weeks' && unit.unit !== 'months') return null;
  const at = skipNo(tokens, i + 3);
  const weekday = unit.unit === 'weeks' ? weekdayAt(tokens[at], false) : null;
  if (weekday !== null) {
    return { value: { ...WEEKDAY_AHEAD, weekday, week: amount }, next: at + 1 };
  }
  return { value: { form: 'later', amount, unit: unit.unit }, next: i + 3 };
}

/** "月に2、3日": two numbers for "some". */
function isApproximate(tokens: Tokens, i: number): boolean {
  return tokens[i]?.type === 'number' && isParticle(tokens[i - 1], 'に');
}

/** "週3日", "月10日", "1日5時間": how much, not when. */
function isRate(tokens: Tokens, i: number): boolean {
  const before = tokens[i - 1];
  const day = tokens[i];
  if (day?.spaced === false) {
    if (before?.type === 'length' || before?.type === 'every') return true;
    if (isUnit(before, 'month') && !isParticle(tokens[i - 2], 'の')) return true;
    if (isParticle(before, 'に') && isUnit(tokens[i - 2], 'month')) return true;
    if (isMark(before, '、,') && isApproximate(tokens, i - 2)) return true;
  }
  const at = isMark(tokens[i + 2], '、,') ? i + 3 : i + 2;
  const behind = tokens[at + 1];
  return (
    tokens[at]?.type === 'number' &&
    behind?.type === 'length' &&
    (behind.unit === 'hours' || behind.unit === 'minutes')
  );
}
