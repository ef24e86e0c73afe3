/**
 * Days that words before them narrow in a way the grammar does not read ("来年の第1金曜",
 * "年明けの水曜", "娘の学校の木曜"): which one is meant is asked. Answers yes or no; reads no word twice.
 */
import { isListLink, isMark, isParticle, isUnit, type Tokens } from './look.ts';
import type { DaySpec } from './mention.ts';
import type { Token } from './token.ts';

/** Whether unknown text, or a count without its month, makes one of several days of it. */
export function isModified(tokens: Tokens, i: number, spec: DaySpec): boolean {
  return (lacksMonth(spec) && tokens[i]?.type === 'nth') || behindUnknown(tokens, i, spec);
}

/** Whether a year or a stretch right before the day was not read into it: no reading fits. */
export function isUnread(tokens: Tokens, i: number, spec: DaySpec): boolean {
  return (
    behindYear(tokens, i, spec) ||
    behindStretch(tokens, i, spec) ||
    countsFromUnknown(tokens, i, spec) ||
    endsNthList(tokens, i, spec)
  );
}

/** A bare weekday or day of the month behind "…の" or "…からの" of an unknown word. */
function behindUnknown(tokens: Tokens, i: number, spec: DaySpec): boolean {
  const isWeek = spec.form === 'following' && spec.unit === 'week';
  const isBare = isBareWeekday(spec) || lacksMonth(spec) || isWeek;
  if (!isBare || !isParticle(tokens[i - 1], 'の')) return false;
  const isFrom = tokens[i - 2]?.type === 'link' && tokens[i - 3]?.type === 'gap';
  return isFrom || UNKNOWN.has(tokens[i - 2]?.type ?? 'line');
}

const UNKNOWN: ReadonlySet<Token['type']> = new Set([
  'gap',
  'length',
  'counter',
  'later',
  'earlier',
  'other_role',
  'sense',
  'month_tail',
  'fallback',
]);

/** "来年の第1金曜", "2027年最初の水曜", "来年、10日": the year belongs to a day that took none. */
function behindYear(tokens: Tokens, i: number, spec: DaySpec): boolean {
  if (!lacksYear(spec)) return false;
  const at = skipBack(tokens, i - 1);
  const token = tokens[at];
  if (token?.type === 'relative_year') return token.years !== 0;
  if (token?.type === 'first_year') return true;
  return isUnit(token, 'year') && tokens[at - 1]?.type === 'number';
}

/** "面接の3日前", "来週の次の水曜": counted from what was not understood. */
function countsFromUnknown(tokens: Tokens, i: number, spec: DaySpec): boolean {
  if (!isParticle(tokens[i - 1], 'の')) return false;
  const before = tokens[i - 2]?.type ?? 'line';
  if (spec.form === 'weekday' && spec.pick === 'next') return before === 'relative_week';
  return (spec.form === 'later' || spec.form === 'relative') && UNKNOWN.has(before);
}

/** "第2、第4水曜": the first count has no weekday of its own. */
function endsNthList(tokens: Tokens, i: number, spec: DaySpec): boolean {
  if (spec.form !== 'nth_weekday' || !isListLink(tokens[i - 1])) return false;
  return tokens[i - 2]?.type === 'number' && tokens[i - 3]?.type === 'nth_prefix';
}

/** "年明けの水曜", "年末の金曜", "毎月第2水曜". */
function behindStretch(tokens: Tokens, i: number, spec: DaySpec): boolean {
  if (!isBareWeekday(spec) && !lacksMonth(spec)) return false;
  const token = tokens[skipBack(tokens, i - 1)];
  if (token?.type === 'every') return true;
  if (token?.type !== 'period') return false;
  if (token.period.startsWith('year_')) return true;
  return token.period.startsWith('month_') && spec.form !== 'day_of_month';
}

function skipBack(tokens: Tokens, i: number): number {
  const token = tokens[i];
  const skips =
    token?.type === 'particle' && /^(の|は|に|も|なら|でしたら|だったら)$/.test(token.particle);
  return skips || isMark(token, '、,') ? i - 1 : i;
}

function isBareWeekday(spec: DaySpec): boolean {
  return spec.form === 'weekday' && spec.week === null && spec.pick === 'coming';
}

function lacksMonth(spec: DaySpec): boolean {
  return (
    (spec.form === 'day_of_month' || spec.form === 'nth_weekday' || spec.form === 'nth_week') &&
    spec.month === null
  );
}

function lacksYear(spec: DaySpec): boolean {
  if (spec.form === 'date' || spec.form === 'holiday') return spec.year === null;
  if (spec.form === 'weekday') return spec.week === null;
  return lacksMonth(spec);
}
