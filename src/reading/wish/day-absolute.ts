/**
 * Productions for dates that name their month: 12月3日, 令和8年12月3日, 来年1月8日, 12月の第2水曜,
 * Dec 3; those of digits and marks alone are in day-numeric.ts.
 * Reads what is written, also 12月32日; whether such a day exists is the resolver's question.
 */
import { readCompact, readDotOrHyphen, readNumericWithYear, readSlash } from './day-numeric.ts';
import { readNthWeek } from './day-week.ts';
import { behindChain, isMark, isUnit, numberAt, skipNo, type Tokens, weekdayAt } from './look.ts';
import type { DaySpec, MonthRef, Parsed, YearRef } from './mention.ts';

/** A date with a named month, or null. */
export function readAbsoluteDay(tokens: Tokens, i: number): Parsed<DaySpec> {
  return (
    readCompact(tokens, i) ??
    readNumericWithYear(tokens, i) ??
    readWithYear(tokens, i) ??
    readMonthAndDay(tokens, i, null) ??
    readSlash(tokens, i) ??
    readDotOrHyphen(tokens, i) ??
    readMonthName(tokens, i)
  );
}

/** A written year, then month and day, a month alone, a holiday … */
function readWithYear(tokens: Tokens, i: number): Parsed<DaySpec> {
  const year = readYear(tokens, i);
  if (year === null) return null;
  const at = isMark(tokens[year.next], '/、,') ? year.next + 1 : skipNo(tokens, year.next);
  const holiday = tokens[at];
  if (holiday?.type === 'holiday') {
    return { value: { form: 'holiday', name: holiday.name, year: year.value }, next: at + 1 };
  }
  return readMonthAndDay(tokens, at, year.value) ?? readSlashAfterYear(tokens, at, year.value);
}

/** 2026年, 令和8年, 令和元年, 8年, 来年 */
function readYear(tokens: Tokens, i: number): Parsed<YearRef> {
  const token = tokens[i];
  if (token?.type === 'relative_year') {
    return { value: { by: 'distance', years: token.years }, next: i + 1 };
  }
  if (token?.type === 'era') {
    if (tokens[i + 1]?.type === 'first_year') {
      return { value: { by: 'full', year: token.yearZero + 1 }, next: i + 2 };
    }
    const written = numberAt(tokens, i + 1);
    if (written === null || !isUnit(tokens[i + 2], 'year')) return null;
    return { value: { by: 'full', year: token.yearZero + written }, next: i + 3 };
  }
  const written = numberAt(tokens, i, 4);
  if (written === null || !isUnit(tokens[i + 1], 'year')) return null;
  if (written >= 1900 && written <= 2100) {
    return { value: { by: 'full', year: written }, next: i + 2 };
  }
  return written > 0 && written < 100
    ? { value: { by: 'short', year: written }, next: i + 2 }
    : null;
}

function readSlashAfterYear(tokens: Tokens, i: number, year: YearRef): Parsed<DaySpec> {
  const slash = readSlash(tokens, i);
  if (slash?.value.form !== 'date') return null;
  return { value: { ...slash.value, year }, next: slash.next };
}

/** 12月3日, 12月の3日, 12月/3日, 12月3、4日, 12月第2水曜, 12月上旬, 12月 */
function readMonthAndDay(tokens: Tokens, i: number, year: YearRef | null): Parsed<DaySpec> {
  const month = numberAt(tokens, i);
  if (month === null || !isUnit(tokens[i + 1], 'month')) return null;
  const at = isMark(tokens[i + 2], '/') ? i + 3 : skipNo(tokens, i + 2);
  const day = readDayNumber(tokens, at);
  if (day !== null) {
    return { value: { form: 'date', year, month, day: day.value }, next: day.next };
  }
  const behind = tokens[i + 2];
  const isName = behind?.type === 'gap' && behind.start === tokens[i + 1]?.end && year === null;
  // 五月女, 三月堂: part of another word
  return isName ? null : readInMonth(tokens, i + 2, { by: 'name', month, year });
}

/** What may follow a month besides a day number; the bare month is a period. */
export function readInMonth(tokens: Tokens, i: number, month: MonthRef): Parsed<DaySpec> {
  const at = skipNo(tokens, i);
  const nth = readNth(tokens, at);
  const week = nth === null ? null : readNthWeek(tokens, nth, month);
  if (week !== null) return week;
  if (nth !== null) {
    const weekday = weekdayAt(tokens[skipNo(tokens, nth.next)], false);
    if (weekday !== null) {
      const next = skipNo(tokens, nth.next) + 1;
      return { value: { form: 'nth_weekday', nth: nth.value, weekday, month }, next };
    }
  }
  const tail = tokens[at];
  if (tail?.type === 'month_tail' || (tail?.type === 'period' && tail.period.startsWith('month'))) {
    return { value: { form: 'period', period: tail.period, week: null, month }, next: at + 1 };
  }
  return { value: { form: 'period', period: 'month', week: null, month }, next: i };
}

/** 第2 / 最初の / 最終, before a weekday. */
export function readNth(tokens: Tokens, i: number): Parsed<number> {
  const token = tokens[i];
  if (token?.type === 'nth') return { value: token.nth, next: i + 1 };
  if (token?.type !== 'nth_prefix') return null;
  const nth = numberAt(tokens, i + 1, 1);
  return nth === null ? null : { value: nth, next: i + 2 };
}

/** 3日, みっか, 3 before a list or range that ends in 日 ("12月3、4日"), 3 before "(木)". */
export function readDayNumber(tokens: Tokens, i: number): Parsed<number> {
  const kana = tokens[i];
  if (kana?.type === 'kana_day') return { value: kana.day, next: i + 1 };
  const day = numberAt(tokens, i);
  if (day === null) return null;
  const unit = tokens[i + 1];
  const isForeign = unit?.type === 'foreign_unit' && unit.unit === 'day';
  if (isForeign || isUnit(unit, 'day')) return { value: day, next: i + 2 };
  if (isMark(tokens[i + 1], '(') && weekdayAt(tokens[i + 2], true) !== null) {
    return { value: day, next: i + 1 };
  }
  const chain = behindChain(tokens, i);
  return chain.last > i && isUnit(chain.after, 'day') ? { value: day, next: i + 1 } : null;
}

/** Dec 3, December 3rd, 3 Dec 2026 */
function readMonthName(tokens: Tokens, i: number): Parsed<DaySpec> {
  const leading = tokens[i]?.type === 'month_name';
  const name = leading ? tokens[i] : tokens[i + 1];
  const day = numberAt(tokens, leading ? i + 1 : i);
  if (name?.type !== 'month_name' || day === null) return null;
  const after = i + 2;
  const comma = isMark(tokens[after], ',') ? after + 1 : after;
  const year = numberAt(tokens, comma, 4);
  const hasYear = year !== null && year >= 1900 && year <= 2100;
  const value: DaySpec = {
    form: 'date',
    year: hasYear ? { by: 'full', year } : null,
    month: name.month,
    day,
  };
  return { value, next: hasYear ? comma + 1 : after };
}
