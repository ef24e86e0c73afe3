/**
 * Productions for one clock time: 10時, 10時半, 10:30, 午後2時, 夕方4時, PM2:00, 2pm, 正午,
 * 8時半(午前), 同3時. Reads what is written, also 25時 and 5時70分; never decides 3時.
 */
import { isBareMinute, isCutMinute } from './bare-minutes.ts';
import { clockAt, readDigitsBehindDay } from './clock-digits.ts';
import { direction, isMark, isUnit, numberAt, skipNo, type Tokens } from './look.ts';
import type { ClockSpec, Parsed } from './mention.ts';
import type { HourSense } from './token.ts';

/** Whether a clock time begins here (a bare part of the day does not count). */
export function startsClock(tokens: Tokens, i: number): boolean {
  return readClock(tokens, i) !== null;
}

/** A clock time with the words of the day around it, or null. */
export function readClock(tokens: Tokens, i: number): Parsed<ClockSpec> {
  const before = readSenses(tokens, i);
  const bare =
    readBareClock(tokens, before.next) ??
    readForeignHour(tokens, before) ??
    readDigitsBehindDay(tokens, before.next, before.value.length > 0) ??
    readHourOnly(tokens, before);
  if (bare === null) return null;
  const after = readSenseBehind(tokens, bare.next);
  const clock: ClockSpec = { ...bare.value, senses: [...before.value, ...after.value] };
  return readVagueness(tokens, { value: clock, next: after.next });
}

/** 朝の, 夜、午後, お昼の: words of the day in front of a clock time, also several. */
function readSenses(tokens: Tokens, i: number): { value: HourSense[]; next: number } {
  const value: HourSense[] = [];
  let next = i;
  for (let steps = 0; steps < 3; steps++) {
    const token = tokens[next];
    const sense =
      token?.type === 'part' || token?.type === 'relative_day' ? (token.sense ?? null) : null;
    if (sense === null) break;
    value.push(sense);
    next = skipNo(tokens, next + 1);
    if (isMark(tokens[next], '、,') && isSenseOrNumber(tokens, next + 1)) next++;
    const about = tokens[next];
    if (about?.type === 'link' && about.link === 'about') next = skipNo(tokens, next + 1);
  }
  return { value, next: crossesLine(tokens, next, value) ? next + 1 : next };
}

/** "午後⏎2時": the cells of a table, if the hour is one of office hours in that part of the day. */
function crossesLine(tokens: Tokens, i: number, senses: readonly HourSense[]): boolean {
  const [sense] = senses;
  if (sense === undefined || tokens[i]?.type !== 'line' || tokens[i - 1]?.type === 'particle') {
    return false;
  }
  const hour = numberAt(tokens, i + 1);
  if (hour === null || readBareClock(tokens, i + 1) === null) return false;
  return sense === 'am' || sense === 'dawn' ? hour >= 7 && hour <= 11 : hour >= 1 && hour <= 6;
}

function isSenseOrNumber(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  return token?.type === 'part' || (token?.type === 'number' && readBareClock(tokens, i) !== null);
}

/** 10時…, 10:30, 正午 */
function readBareClock(tokens: Tokens, i: number): Parsed<ClockSpec> {
  const token = tokens[i];
  if (token?.type === 'clock') return readNoon(tokens, i, token);
  const hour = numberAt(tokens, i);
  if (hour === null) return null;
  if (isUnit(tokens[i + 1], 'hour')) return readMinutes(tokens, i + 2, hour);
  if (!isMark(tokens[i + 1], ':') || tokens[i + 1]?.spaced !== tokens[i + 2]?.spaced) return null;
  const minute = tokens[i + 2];
  // "1:12/3 10:00" is numbering and a date
  if (isMark(tokens[i + 3], '/') && tokens[i + 4]?.type === 'number') {
    if (!isMark(tokens[i + 5], ':') && !isUnit(tokens[i + 5], 'hour')) return null;
  }
  if (minute?.type !== 'number' || minute.digits !== 2 || minute.script !== 'ascii') return null;
  return readColonSeconds(tokens, i + 3, { hour, minute: minute.value });
}

/** 正午, also "正午12時" and "正午(12時)". */
function readNoon(
  tokens: Tokens,
  i: number,
  noon: { hour: number; minute: number },
): Parsed<ClockSpec> {
  const value = { ...clockAt(noon.hour), minute: noon.minute };
  if (numberAt(tokens, i + 1) === 12 && isUnit(tokens[i + 2], 'hour')) {
    return { value, next: i + 3 };
  }
  return { value, next: i + 1 };
}

/** 30分, 30分15秒, 半, 半五十九秒, or two digits without a unit (20時15). */
function readMinutes(tokens: Tokens, i: number, hour: number): Parsed<ClockSpec> {
  if (isUnit(tokens[i], 'half')) {
    return readSeconds(tokens, i + 1, { ...clockAt(hour), minute: 30 });
  }
  const minute = numberAt(tokens, i);
  if (minute === null) return { value: clockAt(hour), next: i };
  if (isUnit(tokens[i + 1], 'minute') && direction(tokens[i + 2]) < 0) {
    return { value: minutesBefore(clockAt(hour), minute), next: i + 3 };
  }
  if (isUnit(tokens[i + 1], 'minute')) {
    return readSeconds(tokens, i + 2, { ...clockAt(hour), minute });
  }
  if (isCutMinute(tokens, i)) {
    return { value: { ...clockAt(hour), minute, vague: true }, next: i + 1 };
  }
  return isBareMinute(tokens, i)
    ? { value: { ...clockAt(hour), minute }, next: i + 1 }
    : { value: clockAt(hour), next: i };
}

/** "10時5分前": 9:55, or near 10:05? It is asked, with the first. */
function minutesBefore(clock: ClockSpec, minutes: number): ClockSpec {
  const total = clock.hour * 60 + clock.minute - minutes;
  const to = total < 0 ? clock.hour * 60 : total;
  return { ...clock, hour: Math.floor(to / 60), minute: to % 60, vague: true };
}

function readSeconds(tokens: Tokens, i: number, clock: ClockSpec): Parsed<ClockSpec> {
  const second = numberAt(tokens, i);
  if (second === null || !isUnit(tokens[i + 1], 'second')) return { value: clock, next: i };
  return { value: { ...clock, second }, next: i + 2 };
}

function readColonSeconds(
  tokens: Tokens,
  i: number,
  { hour, minute }: { hour: number; minute: number },
): Parsed<ClockSpec> {
  const clock = { ...clockAt(hour), minute };
  const second = numberAt(tokens, i + 1);
  if (isMark(tokens[i], ':') && second !== null) {
    return { value: { ...clock, second }, next: i + 2 };
  }
  return { value: clock, next: isUnit(tokens[i], 'minute') ? i + 1 : i };
}

/** "下午3点", "午前9点半" */
function readForeignHour(
  tokens: Tokens,
  before: { value: HourSense[]; next: number },
): Parsed<ClockSpec> {
  const hour = numberAt(tokens, before.next);
  const unit = tokens[before.next + 1];
  if (hour === null || unit?.type !== 'foreign_unit' || unit.unit !== 'hour') return null;
  return before.value.length > 0 ? readMinutes(tokens, before.next + 2, hour) : null;
}

/** "PM2", "2pm", "午後2": an hour without a unit, only beside a word that needs one. */
function readHourOnly(
  tokens: Tokens,
  before: { value: HourSense[]; next: number },
): Parsed<ClockSpec> {
  const hour = numberAt(tokens, before.next);
  const behind = tokens[before.next + 1];
  if (hour === null || hour > 12 || tokens[before.next]?.type !== 'number') return null;
  const isBefore = tokens[before.next - 1];
  const latin = behind?.type === 'part' && behind.latin === true;
  const latinBefore = isBefore?.type === 'part' && isBefore.latin === true;
  return latin || latinBefore ? { value: clockAt(hour), next: before.next + 1 } : null;
}

/** "(午前)", "am", "PM" behind a clock time. */
function readSenseBehind(tokens: Tokens, i: number): { value: HourSense[]; next: number } {
  const token = tokens[i];
  if (token?.type === 'part' && token.latin === true && token.sense !== null) {
    if (tokens[i + 1]?.type !== 'number') return { value: [token.sense], next: i + 1 };
  }
  const inside = tokens[i + 1];
  if (isMark(token, '(') && inside?.type === 'part' && isMark(tokens[i + 2], ')')) {
    return { value: inside.sense === null ? [] : [inside.sense], next: i + 3 };
  }
  return { value: [], next: i };
}

/** 頃 is read as written; 過ぎ, 前, 台 and "15分前" are near the time only. */
function readVagueness(
  tokens: Tokens,
  clock: { value: ClockSpec; next: number },
): Parsed<ClockSpec> {
  const token = tokens[clock.next];
  if (token?.type === 'link' && token.link === 'about') return { ...clock, next: clock.next + 1 };
  const amount = skipNo(tokens, clock.next);
  const minutes = numberAt(tokens, amount);
  if (minutes !== null && direction(tokens[amount + 2]) < 0 && tokens[amount]?.spaced === false) {
    const unit = tokens[amount + 1];
    if (isUnit(unit, 'minute')) {
      return { value: minutesBefore(clock.value, minutes), next: amount + 3 };
    }
    if (unit?.type === 'length' && (unit.unit === 'minutes' || unit.unit === 'hours')) {
      const length = unit.unit === 'hours' ? minutes * 60 : minutes;
      return { value: minutesBefore(clock.value, length), next: amount + 3 };
    }
  }
  const isNear = token?.type === 'earlier' || (token?.type === 'link' && token.link === 'past_by');
  if (!isNear) return clock;
  return { value: { ...clock.value, vague: true }, next: clock.next + 1 };
}
