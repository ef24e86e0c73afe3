/**
 * A day with a time to wishes: exact, range, part of a day, whole day, span of days; or the
 * doubt that keeps it from being one. All instants are made in Asia/Tokyo, whatever zone the
 * process or the reference has.
 */
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import type { DayPart, SingleWish, WishDoubt } from '../../domain/wish.ts';
import type { Alternative } from './alternative.ts';
import type { ClockSpec, TimeSpec } from './mention.ts';
import { resolveClock, resolveClockRange } from './resolve-clock.ts';
import type { DayOutcome } from './resolve-day.ts';

/** "3日から5日の10時" is one wish a day; longer spans are asked. */
const LONGEST_DAILY_SPAN = 7;

type PlainDate = Temporal.PlainDate;

const NOTHING: Alternative = { wish: null, doubt: null, readings: [], time: null, past: false };

/** A time without any day: always asked back. */
export function resolveTimeOnly(spec: TimeSpec, now: Temporal.ZonedDateTime): Alternative {
  switch (spec.form) {
    case 'at':
      return timeWithoutDay(spec.clock);
    case 'after':
      return timeWithoutDay(spec.from);
    case 'before':
      return timeWithoutDay(spec.to);
    case 'between': {
      const { from, doubt } = resolveClockRange(spec.from, spec.to);
      const reason = doubt === 'impossible' ? doubt : 'no_date';
      return { ...NOTHING, doubt: reason, time: from };
    }
    case 'part':
    case 'same':
      return { ...NOTHING, doubt: 'no_date' };
    case 'later': {
      const start = now.add({ minutes: spec.minutes });
      return { ...NOTHING, doubt: 'vague', readings: [{ kind: 'exact', start }] };
    }
  }
}

function timeWithoutDay(clock: ClockSpec): Alternative {
  const { time, doubt } = resolveClock(clock);
  return { ...NOTHING, doubt: doubt === 'impossible' ? doubt : 'no_date', time };
}

/** One day (or span of days) with one time; null as time stands for the whole day. */
export function resolveTimeOnDay(
  day: DayOutcome,
  spec: TimeSpec | null,
  now: Temporal.ZonedDateTime,
): Alternative[] {
  if (day.span !== null) return resolveOnSpan(day, spec, now);
  const onDates = day.readings.map((date) => onDate(date, spec));
  if (day.doubt !== null || day.readings.length === 0) {
    const stretch = day.period === null ? [] : [stretchWish(day.period)];
    const readings = onDates.flatMap((one) => (one.wish === null ? one.readings : [one.wish]));
    const doubt = hardest(day.doubt ?? 'impossible', onDates[0]?.doubt ?? null);
    return [{ ...NOTHING, doubt, readings: [...readings, ...stretch] }];
  }
  return onDates.map((one) => withPast(one, day.certain, now));
}

/** What cannot be outweighs what is unclear. */
function hardest(first: WishDoubt, second: WishDoubt | null): WishDoubt {
  return second === 'impossible' ? second : first;
}

function stretchWish(period: { first: PlainDate; last: PlainDate }): SingleWish {
  return { kind: 'date_range', first: period.first, last: period.last };
}

/** A past that was written is meant; a past that only follows from a missing year is asked. */
function withPast(one: Alternative, certain: boolean, now: Temporal.ZonedDateTime): Alternative {
  if (one.wish === null || !isPast(one.wish, now)) return one;
  if (certain) return { ...one, past: true };
  return { ...NOTHING, doubt: 'past', readings: [one.wish] };
}

/** Whether the whole wish lies before an instant. */
export function isPast(wish: SingleWish, now: Temporal.ZonedDateTime): boolean {
  const today = now.toPlainDate();
  const before = (date: PlainDate): boolean => Temporal.PlainDate.compare(date, today) < 0;
  switch (wish.kind) {
    case 'exact':
      return Temporal.ZonedDateTime.compare(wish.start, now) < 0;
    case 'range': {
      const end = wish.end ?? null;
      if (end !== null) return Temporal.ZonedDateTime.compare(end, now) < 0;
      return wish.start !== null && before(wish.start.toPlainDate());
    }
    case 'date_only':
    case 'day_part':
      return before(wish.date);
    case 'date_range':
      return wish.last !== null && before(wish.last);
  }
}

function onDate(date: PlainDate, spec: TimeSpec | null): Alternative {
  if (spec === null) return { ...NOTHING, wish: { kind: 'date_only', date } };
  switch (spec.form) {
    case 'at': {
      const { time, doubt } = resolveClock(spec.clock);
      if (time === null) return { ...NOTHING, doubt: 'impossible' };
      return settled({ kind: 'exact', start: at(date, time) }, doubt, time);
    }
    case 'between':
      return between(date, spec.from, spec.to);
    case 'after':
    case 'before':
      return openRange(date, spec);
    case 'part':
      return partOfDay(date, spec.part);
    case 'later':
    case 'same':
      return { ...NOTHING, doubt: 'vague', readings: [{ kind: 'date_only', date }] };
  }
}

function partOfDay(date: PlainDate, part: DayPart): Alternative {
  return { ...NOTHING, wish: { kind: 'day_part', date, part } };
}

function settled(wish: SingleWish, doubt: WishDoubt | null, time: Temporal.PlainTime): Alternative {
  if (doubt === null) return { ...NOTHING, wish };
  return { ...NOTHING, doubt, readings: [wish], time };
}

function between(date: PlainDate, fromSpec: ClockSpec, toSpec: ClockSpec): Alternative {
  const { from, to, doubt } = resolveClockRange(fromSpec, toSpec);
  if (from === null || to === null) return { ...NOTHING, doubt: 'impossible' };
  const start = at(date, from);
  const end = at(date, to);
  if (doubt !== 'end_before_start') return settled({ kind: 'range', start, end }, doubt, from);
  const ends: SingleWish[] = [
    { kind: 'exact', start },
    { kind: 'exact', start: end },
  ];
  return { ...NOTHING, doubt, readings: ends, time: from };
}

function openRange(
  date: PlainDate,
  spec: Extract<TimeSpec, { form: 'after' | 'before' }>,
): Alternative {
  const { time, doubt } = resolveClock(spec.form === 'after' ? spec.from : spec.to);
  if (time === null) return { ...NOTHING, doubt: 'impossible' };
  const bound = at(date, time);
  const wish: SingleWish =
    spec.form === 'after'
      ? { kind: 'range', start: bound, end: null, date }
      : { kind: 'range', start: null, end: bound, date };
  return settled(wish, doubt, time);
}

function at(date: PlainDate, time: Temporal.PlainTime): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: time });
}

/** A span of days: whole, or with the same time on each of its days if they are few. */
function resolveOnSpan(
  day: DayOutcome,
  spec: TimeSpec | null,
  now: Temporal.ZonedDateTime,
): Alternative[] {
  const { first, last } = day.span ?? { first: null, last: null };
  const whole: SingleWish = { kind: 'date_range', first, last };
  if (day.doubt !== null) return [{ ...NOTHING, doubt: day.doubt, readings: [whole] }];
  if (spec === null) return [withPast({ ...NOTHING, wish: whole }, day.certain, now)];
  const length = first !== null && last !== null ? first.until(last).days + 1 : null;
  if (first === null || length === null || length > LONGEST_DAILY_SPAN) {
    return [{ ...NOTHING, doubt: 'vague', readings: [whole] }];
  }
  return Array.from({ length }, (_, days) => {
    return withPast(onDate(first.add({ days }), spec), day.certain, now);
  });
}

/** "12/3 10時~12/5 15時": from an instant to an instant. */
export function resolveSpan(ends: {
  day: DayOutcome;
  end: DayOutcome;
  from: TimeSpec | undefined;
  to: TimeSpec | undefined;
}): Alternative {
  const { day, end, from, to } = ends;
  const [first] = day.readings;
  const [last] = end.readings;
  const doubt = day.doubt ?? end.doubt;
  if (first === undefined || last === undefined || from?.form !== 'at' || to?.form !== 'at') {
    return { ...NOTHING, doubt: doubt ?? 'vague' };
  }
  const start = resolveClock(from.clock);
  const stop = resolveClock(to.clock);
  if (start.time === null || stop.time === null) return { ...NOTHING, doubt: 'impossible' };
  const wish: SingleWish = {
    kind: 'range',
    start: at(first, start.time),
    end: at(last, stop.time),
  };
  const backwards = Temporal.ZonedDateTime.compare(at(last, stop.time), at(first, start.time)) <= 0;
  const reason = doubt ?? start.doubt ?? stop.doubt ?? (backwards ? 'end_before_start' : null);
  return settled(wish, reason, start.time);
}
