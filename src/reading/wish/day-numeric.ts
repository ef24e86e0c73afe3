/**
 * Productions for dates of digits and marks: 12/3, 2026-12-03, R8.12.3, 20261203, 26/12/3, and
 * 12-4 or 12.3 where a weekday or clock time shows that a date is meant.
 * Shares (1/2), versions and telephone numbers are no dates; non-existing days are kept as written.
 */
import { startsClock } from './clock-grammar.ts';
import {
  isListLink,
  isMark,
  isParticle,
  isUnit,
  numberAt,
  skipNo,
  type Tokens,
  weekdayAt,
} from './look.ts';
import type { DaySpec, Parsed, YearRef } from './mention.ts';

const SEPARATORS = '/.-・,';

/** 20261203 */
export function readCompact(tokens: Tokens, i: number): Parsed<DaySpec> {
  const token = tokens[i];
  if (token?.type !== 'number' || token.script !== 'ascii' || token.digits !== 8) return null;
  const year = Math.floor(token.value / 10_000);
  const month = Math.floor(token.value / 100) % 100;
  const day = token.value % 100;
  return { value: { form: 'date', year: { by: 'full', year }, month, day }, next: i + 1 };
}

/** 2026/12/3, 2026-12-03, R8.12.3, 令和8・12・3 */
export function readNumericWithYear(tokens: Tokens, i: number): Parsed<DaySpec> {
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

/** 12/3, 12/3日, 12/3/2026 */
export function readSlash(tokens: Tokens, i: number): Parsed<DaySpec> {
  const month = numberAt(tokens, i);
  const day = numberAt(tokens, i + 2);
  if (month === null || day === null || !isMark(tokens[i + 1], '/')) return null;
  if (isMark(tokens[i - 1], '/') && tokens[i]?.spaced === false) return null;
  const next = i + 3;
  if (isMark(tokens[next], '/')) {
    return readThreeNumbers(tokens, next + 1, { first: month, second: day });
  }
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!fits && !hasDateBehind(tokens, next)) return null;
  if (month < day && isFraction(tokens, i, next)) return null;
  if (tokens[next]?.type === 'counter') return null;
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
function isFraction(tokens: Tokens, i: number, next: number): boolean {
  if (!isParticle(tokens[i - 1], 'の') || tokens[i - 2]?.type !== 'gap') return false;
  return !hasDateBehind(tokens, next) && !isListLink(tokens[next]);
}

/** 12-4 10:00, 12.3(木): only before a weekday or a clock time. */
export function readDotOrHyphen(tokens: Tokens, i: number): Parsed<DaySpec> {
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
