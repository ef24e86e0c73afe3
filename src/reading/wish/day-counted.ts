/**
 * Productions for counted days: 3日後, 2週間前, 2週間後の月曜, 12月10日の3日前, and the bare 20日; but
 * not 3日間 nor 週3日, which say how much. Knows no calendar and no reference instant.
 */
import {
  direction,
  isMark,
  isParticle,
  isUnit,
  numberAt,
  skipNo,
  type Tokens,
  weekdayAt,
} from './look.ts';
import type { DaySpec, Parsed } from './mention.ts';
import type { Token } from './token.ts';

/** 3日後, 2週間後(の月曜), 2か月後; 20日, but not 3日間 nor 週3日. */
export function readCounted(tokens: Tokens, i: number): Parsed<DaySpec> {
  const amount = numberAt(tokens, i, 3);
  if (amount === null) return null;
  const unit = tokens[i + 1];
  const ahead = direction(tokens[i + 2]);
  if (unit?.type === 'length' && ahead !== 0) {
    return readByLength(tokens, i, amount * ahead);
  }
  if (touchesWeekday(tokens, i) && amount >= 1 && amount <= 31) {
    return { value: { form: 'day_of_month', month: null, day: amount }, next: i + 1 };
  }
  if (!isUnit(unit, 'day')) return null;
  const behind = tokens[i + 2];
  if (ahead !== 0 && endsDay(tokens[i - 2]) && isParticle(tokens[i - 1], 'の')) {
    const value: DaySpec = { form: 'following', unit: 'day', count: amount * ahead, weekday: null };
    return { value, next: i + 3 };
  }
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
  if (ahead < 0) {
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

function readByLength(tokens: Tokens, i: number, amount: number): Parsed<DaySpec> {
  const unit = tokens[i + 1];
  if (unit?.type !== 'length') return null;
  if (unit.unit !== 'days' && unit.unit !== 'weeks' && unit.unit !== 'months') return null;
  const at = skipNo(tokens, i + 3);
  const weekday = unit.unit === 'weeks' ? weekdayAt(tokens[at], false) : null;
  if (unit.unit !== 'months' && endsDay(tokens[i - 2]) && isParticle(tokens[i - 1], 'の')) {
    const days = unit.unit === 'weeks' ? amount * 7 : amount;
    return { value: { form: 'following', unit: 'day', count: days, weekday: null }, next: i + 3 };
  }
  if (weekday !== null) {
    return { value: { form: 'weekday', pick: 'coming', weekday, week: amount }, next: at + 1 };
  }
  return { value: { form: 'later', amount, unit: unit.unit }, next: i + 3 };
}

/** The last token of a day that is counted from ("12月10日の3日後"). */
function endsDay(token: Token | undefined): boolean {
  return isUnit(token, 'day') || isMark(token, ')') || token?.type === 'relative_day';
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
