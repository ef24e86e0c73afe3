/**
 * Productions for dates that name their month: 12月3日, 12/3, 2026-12-03, 令和8年12月3日,
 * R8.12.3, 20261203, Dec 3, and with dot or hyphen where the surroundings show a date.
 * Reads what is written, also 12月32日; whether such a day exists is the resolver's question.
 */
import { startsClock } from './clock-grammar.ts';
import {
  behindChain,
  isListLink,
  isMark,
  isParticle,
  isUnit,
  numberAt,
  skipNo,
  type Tokens,
  weekdayAt,
} from './look.ts';
import type { DaySpec, MonthRef, Parsed, YearRef } from './mention.ts';

const SEPARATORS = '/.-・,';

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

/** 20261203 */
function readCompact(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  if (token?.type !== 'number' || token.script !== 'ascii' || token.digits !== 8) return null;
  const year = Math.floor(token.value / 10_000);
  const month = Math.floor(token.value / 100) % 100;
  const day = token.value % 100;
  return { value: { form: 'date', year: { by: 'full', year }, month, day }, next: i + 1 };
}

/** 2026/12/3, 2026-12-03, R8.12.3, 令和8・12・3 */
function readNumericWithYear(tokens: Tokens, i: number): Parsed<DaySpec> {
  const era = tokens[i];
  const at = era?.type === 'era' ? i + 1 : i;
  const written = numberAt(tokens, at, 4);
  const mark = tokens[at + 1];
  if (written === null || mark?.type !== 'mark' || !SEPARATORS.includes(mark.mark)) return null;
  const month = numberAt(tokens, at + 2);
  const day = numberAt(tokens, at + 4);
  if (month === null || day === null || !isMark(tokens[at + 3], mark.mark)) return null;
  if (isMark(tokens[at + 5], mark.mark) && numberAt(tokens, at + 6, 9) !== null) return null;
  const year = era?.type === 'era' ? era.yearZero + written : written;
  if (year < 1900 || year > 2100) return null;
  const next = isUnit(tokens[at + 5], 'day') ? at + 6 : at + 5;
  return { value: { form: 'date', year: { by: 'full', year }, month, day }, next };
}

/** A written year, then month and day, a month alone, a holiday … */
function readWithYear(tokens: Tokens, i: number): Parsed<DaySpec> {
  const year = readYear(tokens, i);
  if (year === null) return null;
  const at = isMark(tokens[year.next], '/') ? year.next + 1 : skipNo(tokens, year.next);
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
  return readInMonth(tokens, i + 2, { by: 'name', month, year });
}

/** What may follow a month besides a day number; the bare month is a period. */
export function readInMonth(tokens: Tokens, i: number, month: MonthRef): Parsed<DaySpec> {
  const at = skipNo(tokens, i);
  const nth = readNth(tokens, at);
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
  if (isUnit(tokens[i + 1], 'day')) return { value: day, next: i + 2 };
  if (isMark(tokens[i + 1], '(') && weekdayAt(tokens[i + 2], true) !== null) {
    return { value: day, next: i + 1 };
  }
  const chain = behindChain(tokens, i);
  return chain.last > i && isUnit(chain.after, 'day') ? { value: day, next: i + 1 } : null;
}

/** 12/3, 12/3日, 12/3/2026 */
function readSlash(tokens: Tokens, i: number): Parsed<DaySpec> {
  const month = numberAt(tokens, i);
  const day = numberAt(tokens, i + 2);
  if (month === null || day === null || !isMark(tokens[i + 1], '/')) return null;
  if (isMark(tokens[i - 1], '/')) return null;
  const next = i + 3;
  if (isMark(tokens[next], '/')) {
    return readThreeNumbers(tokens, next + 1, { first: month, second: day });
  }
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!fits && !hasDateBehind(tokens, next)) return null;
  if (isFraction(tokens, i, next, month / day) || tokens[next]?.type === 'counter') return null;
  const value: DaySpec = { form: 'date', year: null, month, day };
  return { value, next: isUnit(tokens[next], 'day') ? next + 1 : next };
}

/** 12/3/2026 of foreign pens, and 8/12/3 or 26/12/3 with a short year. */
function readThreeNumbers(
  tokens: Tokens,
  i: number,
  { first, second }: { first: number; second: number },
): Parsed<DaySpec> {
  const third = numberAt(tokens, i, 4);
  if (third === null || isMark(tokens[i + 1], '/')) return null;
  if (third >= 1900 && third <= 2100) {
    return { value: { form: 'date_either_way', year: third, first, second }, next: i + 1 };
  }
  if (third > 31 || second > 12) return null;
  const year: YearRef = { by: 'short', year: first };
  return { value: { form: 'date', year, month: second, day: third }, next: i + 1 };
}

/** "の1/2" behind a noun is a share, unless a weekday or clock time shows a date. */
function isFraction(tokens: Tokens, i: number, next: number, share: number): boolean {
  if (share >= 1 || !isParticle(tokens[i - 1], 'の') || tokens[i - 2]?.type !== 'gap') return false;
  return !hasDateBehind(tokens, next) && !isListLink(tokens[next]);
}

/** 12-4 10:00, 12.3(木): only before a weekday or a clock time. */
function readDotOrHyphen(tokens: Tokens, i: number): Parsed<DaySpec> {
  const month = numberAt(tokens, i);
  const day = numberAt(tokens, i + 2);
  if (month === null || day === null || !isMark(tokens[i + 1], '-.')) return null;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (isMark(tokens[i - 1], '-./:') || tokens[i + 2]?.spaced) return null;
  if (!hasDateBehind(tokens, i + 3)) return null;
  return { value: { form: 'date', year: null, month, day }, next: i + 3 };
}

/** "(木)", a weekday, or a clock time right behind. */
function hasDateBehind(tokens: Tokens, i: number): boolean {
  if (isMark(tokens[i], '([')) return weekdayAt(tokens[i + 1], true) !== null;
  if (weekdayAt(tokens[i], false) !== null) return true;
  return startsClock(tokens, skipNo(tokens, i));
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
