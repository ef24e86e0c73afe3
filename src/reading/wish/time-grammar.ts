/**
 * Productions for the time of a wish: a clock time, a range of two, an open range (14時以降,
 * 11時までに), a part of the day (午前中), "50分後", "同じ時間".
 * A bare trailing "~" or から is no range: the form of Article 6(2) prints "○：○～".
 */
import { standsBehindDay } from './clock-digits.ts';
import { readClock } from './clock-grammar.ts';
import {
  isListLink,
  isMark,
  isParticle,
  isRangeLink,
  isUnit,
  numberAt,
  type Tokens,
} from './look.ts';
import type { ClockSpec, Parsed, TimeSpec } from './mention.ts';

/** A time, or null. */
export function readTime(tokens: Tokens, i: number): Parsed<TimeSpec> {
  return (
    readSameOrLater(tokens, i) ??
    readSharedHours(tokens, i) ??
    readFromClock(tokens, i) ??
    readPart(tokens, i)
  );
}

function readSameOrLater(tokens: Tokens, i: number): Parsed<TimeSpec> {
  const token = tokens[i];
  if (token?.type === 'same' && token.what === 'time') {
    return { value: { form: 'same' }, next: i + 1 };
  }
  const amount = numberAt(tokens, i, 3);
  if (amount === null || tokens[i + 2]?.type !== 'later') return null;
  const unit = tokens[i + 1];
  if (isUnit(unit, 'minute')) return { value: { form: 'later', minutes: amount }, next: i + 3 };
  const isLength = unit?.type === 'length' && (unit.unit === 'hours' || unit.unit === 'minutes');
  if (!isLength) return null;
  const minutes = unit.unit === 'hours' ? amount * 60 : amount;
  return { value: { form: 'later', minutes }, next: i + 3 };
}

/** "10~12時", "12/8(火)15-15:30": the first number has no unit of its own. */
function readSharedHours(tokens: Tokens, i: number): Parsed<TimeSpec> {
  const part = tokens[i];
  const at = part?.type === 'part' && part.sense !== null ? i + 1 : i;
  const hour = numberAt(tokens, at);
  if (hour === null || hour > 24 || !isRangeLink(tokens[at + 1])) return null;
  const sharesUnit = isUnit(tokens[at + 3], 'hour');
  if (!sharesUnit && !(isMark(tokens[at + 3], ':') && standsBehindDay(tokens, at))) return null;
  const to = readClock(tokens, at + 2);
  if (to === null) return null;
  const senses = part?.type === 'part' && part.sense !== null ? [part.sense] : [];
  const from: ClockSpec = { hour, minute: 0, second: 0, senses, vague: false };
  return closeRange(tokens, { from, to: to.value, next: to.next });
}

function readFromClock(tokens: Tokens, i: number): Parsed<TimeSpec> {
  const from = readClock(tokens, i);
  if (from === null) return null;
  const next = from.next;
  const token = tokens[next];
  if (isRangeLink(token)) return readBehindFrom(tokens, next, from.value);
  if (token?.type !== 'link') return { value: { form: 'at', clock: from.value }, next };
  switch (token.link) {
    case 'onward':
      return { value: { form: 'after', from: from.value }, next: next + 1 };
    case 'until':
    case 'before':
      return { value: { form: 'before', to: from.value }, next: next + 1 };
    default:
      return { value: { form: 'at', clock: from.value }, next };
  }
}

/** Behind "10時から" or "10時~": an end, "なら" (open), or nothing (exact). */
function readBehindFrom(tokens: Tokens, link: number, from: ClockSpec): Parsed<TimeSpec> {
  const at = tokens[link + 1];
  const begin = at?.type === 'same' && at.what === 'meridiem' ? link + 2 : link + 1;
  const to = readClock(tokens, begin) ?? readBareEnd(tokens, begin);
  if (to !== null) return closeRange(tokens, { from, to: to.value, next: to.next });
  if (isUnit(tokens[link + 1], 'hour')) return { value: { form: 'at', clock: from }, next: link };
  if (goesOnToDay(tokens, link)) return { value: { form: 'at', clock: from }, next: link };
  const open = isOpenedBehind(tokens, link + 1);
  if (open !== null) return { value: { form: 'after', from }, next: open };
  return { value: { form: 'at', clock: from }, next: link + 1 };
}

/** "12/3 10時~12/5 15時": the range ends on another day; "10時~ 12/4 11時~" is a list. */
function goesOnToDay(tokens: Tokens, link: number): boolean {
  const mark = tokens[link];
  const behind = tokens[link + 1];
  if (behind === undefined || (behind.spaced && mark?.spaced === false)) return false;
  return behind.type === 'number' || behind.type === 'era' || behind.type === 'relative_day';
}

/** "からなら", "から先", "からいつでも" open the range; "から" alone does not. */
function isOpenedBehind(tokens: Tokens, i: number): number | null {
  const token = tokens[i];
  if (
    token?.type === 'particle' &&
    /^(なら|ならば|だったら|であれば|でしたら)$/.test(token.particle)
  ) {
    return i + 1;
  }
  if (token?.type === 'period' && token.period === 'any') return i + 1;
  return isParticle(token, 'は') && tokens[i + 1]?.type === 'period' ? i + 2 : null;
}

/** "10時~12": an end without a unit, if no date can begin there. */
function readBareEnd(tokens: Tokens, i: number): Parsed<ClockSpec> {
  const hour = numberAt(tokens, i);
  if (hour === null || hour > 24) return null;
  const behind = tokens[i + 1];
  const continues =
    behind?.type === 'unit' ||
    behind?.type === 'counter' ||
    behind?.type === 'length' ||
    behind?.type === 'number' ||
    behind?.type === 'gap' ||
    isMark(behind, '/:.-(') ||
    isListLink(behind);
  if (continues) return null;
  return { value: { hour, minute: 0, second: 0, senses: [], vague: false }, next: i + 1 };
}

/** まで, の間 and "(30分)" behind the end belong to the range. */
function closeRange(
  tokens: Tokens,
  range: { from: ClockSpec; to: ClockSpec; next: number },
): Parsed<TimeSpec> {
  let next = range.next;
  for (let steps = 0; steps < 3; steps++) {
    const token = tokens[next];
    if (token?.type !== 'link' || (token.link !== 'until' && token.link !== 'between')) break;
    next++;
  }
  return { value: { form: 'between', from: range.from, to: range.to }, next };
}

/** 午前中, 夕方, also 今夜's second half; から, 以降, まで, なら behind it add nothing to book. */
function readPart(tokens: Tokens, i: number): Parsed<TimeSpec> {
  const token = tokens[i];
  if (token?.type !== 'part') return null;
  const behind = tokens[i + 1];
  const isBound =
    behind?.type === 'link' &&
    behind.link !== 'or' &&
    behind.link !== 'and' &&
    behind.link !== 'range';
  return {
    value: { form: 'part', part: token.part, sense: token.sense },
    next: isBound ? i + 2 : i + 1,
  };
}
