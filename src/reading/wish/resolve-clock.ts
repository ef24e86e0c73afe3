/**
 * A clock time as written to the time it means. 1 to 7 o'clock without a word of the day is
 * `am_pm` (the afternoon is the reading to ask for, never the small hours); 24:00 and later are
 * `impossible`; the end of a range takes 午後 from its start.
 */
import type { WishDoubt } from '../../domain/wish.ts';
import type { ClockSpec } from './mention.ts';
import type { HourSense } from './token.ts';

export interface ClockReading {
  /** Null where no such time exists. */
  time: Temporal.PlainTime | null;
  doubt: WishDoubt | null;
}

interface HourRule {
  /** Hours that are read twelve later. */
  later: readonly [number, number];
  /** Hours that are read as written. */
  kept: readonly (readonly [number, number])[];
}

/** What a word of the day does to an hour; an hour outside both contradicts the word. */
const RULES: Record<HourSense, HourRule> = {
  am: { later: [-1, -1], kept: [[0, 11]] },
  pm: { later: [0, 11], kept: [[12, 23]] },
  dawn: { later: [-1, -1], kept: [[4, 11]] },
  midday: {
    later: [1, 5],
    kept: [[8, 17]],
  },
  evening: { later: [2, 8], kept: [[14, 20]] },
  night: { later: [5, 11], kept: [[17, 23]] },
  late: {
    later: [10, 11],
    kept: [
      [0, 5],
      [22, 23],
    ],
  },
};

/** Bare hours of these are asked: morning or afternoon. */
const BARE_IN_DOUBT = { first: 1, last: 7 };

/** The time a single clock reading means. */
export function resolveClock(clock: ClockSpec): ClockReading {
  const { hour, minute, second } = clock;
  if (hour > 23 || minute > 59 || second > 59) return { time: null, doubt: 'impossible' };
  if (clock.senses.length === 0) return resolveBare(clock);
  const read = applySenses(hour, clock.senses);
  const vague: WishDoubt | null = clock.vague ? 'vague' : null;
  return { time: timeOf(read.hour, clock), doubt: read.contradicts ? 'am_pm' : vague };
}

function resolveBare(clock: ClockSpec): ClockReading {
  const { hour } = clock;
  const inDoubt = hour >= BARE_IN_DOUBT.first && hour <= BARE_IN_DOUBT.last;
  if (inDoubt || hour === 0) return { time: timeOf(hour + 12, clock), doubt: 'am_pm' };
  return { time: timeOf(hour, clock), doubt: clock.vague ? 'vague' : null };
}

function timeOf(hour: number, { minute, second }: ClockSpec): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour, minute, second });
}

/** 午前/午後 first: they bind harder than 朝 or 夜 beside them. */
function applySenses(
  hour: number,
  senses: readonly HourSense[],
): { hour: number; contradicts: boolean } {
  const isHard = (sense: HourSense): boolean => sense === 'am' || sense === 'pm';
  const ordered = [...senses.filter(isHard), ...senses.filter((sense) => !isHard(sense))];
  let read = hour;
  let contradicts = false;
  for (const sense of ordered) {
    const { later, kept } = RULES[sense];
    if (kept.some(([first, last]) => read >= first && read <= last)) continue;
    if (read >= later[0] && read <= later[1]) read += 12;
    else contradicts = true;
  }
  // 午前12時 is midnight by the letter and noon by many pens
  if (senses.includes('am') && hour === 12) return { hour: 0, contradicts: true };
  return { hour: read, contradicts };
}

export interface ClockRange {
  from: Temporal.PlainTime | null;
  to: Temporal.PlainTime | null;
  doubt: WishDoubt | null;
}

/** Both ends of a range of clock times. */
export function resolveClockRange(fromSpec: ClockSpec, toSpec: ClockSpec): ClockRange {
  const from = resolveClock(fromSpec);
  if (from.time === null) return { from: null, to: null, doubt: 'impossible' };
  const to = resolveEnd(toSpec, from.time);
  if (to.time === null) return { from: from.time, to: null, doubt: 'impossible' };
  const doubt = from.doubt ?? to.doubt;
  const backwards = Temporal.PlainTime.compare(to.time, from.time) <= 0;
  return {
    from: from.time,
    to: to.time,
    doubt: backwards && doubt === null ? 'end_before_start' : doubt,
  };
}

/** A bare end is the first such time of a twelve-hour clock behind the start. */
function resolveEnd(spec: ClockSpec, from: Temporal.PlainTime): ClockReading {
  const isTwelveHour = spec.senses.length === 0 && spec.hour >= 1 && spec.hour < 12;
  if (!isTwelveHour || spec.minute > 59) return resolveClock(spec);
  const asWritten = timeOf(spec.hour, spec);
  const doubt: WishDoubt | null = spec.vague ? 'vague' : null;
  if (Temporal.PlainTime.compare(asWritten, from) > 0) return { time: asWritten, doubt };
  const later = asWritten.add({ hours: 12 });
  const followsOn = spec.hour <= BARE_IN_DOUBT.last || from.hour >= 17;
  return { time: followsOn ? later : asWritten, doubt };
}
