/**
 * A wish (希望日時, Article 6(2)③): what a person said about when.
 * `reading/` produces it, `domain/` decides on it. It never holds a guess: where
 * two readings are possible the wish is `ambiguous` and a person is asked.
 * All times are in Asia/Tokyo.
 */

import { OFFICE_TIME_ZONE } from './deadline.ts';
import { SESSION_MINUTES } from './session.ts';

export const DAY_PARTS = ['morning', 'noon', 'afternoon', 'evening', 'night', 'day'] as const;

export type DayPart = (typeof DAY_PARTS)[number];

/** One start, exactly as wished; `end` only where the person wrote an end. */
export interface ExactWish {
  kind: 'exact';
  start: Temporal.ZonedDateTime;
  end?: Temporal.ZonedDateTime;
}

/** A day without a time. */
export interface DateWish {
  kind: 'date_only';
  date: Temporal.PlainDate;
}

/** A span of time within which any slot would do; a missing bound is open ("14時以降"). */
export interface RangeWish {
  kind: 'range';
  start: Temporal.ZonedDateTime | null;
  end: Temporal.ZonedDateTime | null;
  /** The day, where only one bound is written. */
  date?: Temporal.PlainDate;
}

/** Several whole days ("12月3日から5日"), both included. */
export interface DateRangeWish {
  kind: 'date_range';
  first: Temporal.PlainDate | null;
  last: Temporal.PlainDate | null;
}

/** A part of a day without clock times ("3日の午前中"). */
export interface DayPartWish {
  kind: 'day_part';
  date: Temporal.PlainDate;
  part: DayPart;
}

export type SingleWish = ExactWish | DateWish | RangeWish | DateRangeWish | DayPartWish;

/** Several wishes, the dearest first (第一希望…). */
export interface WishList {
  kind: 'choices';
  choices: SingleWish[];
}

/** Why a wish has to be asked back. */
export const WISH_DOUBTS = [
  'no_date',
  'am_pm',
  'past',
  'weekday_mismatch',
  'date_mismatch',
  'week_start',
  'which_month',
  'impossible',
  'vague',
  'exclusion',
  'cancel',
  'end_before_start',
  'several',
] as const;
export type WishDoubt = (typeof WISH_DOUBTS)[number];

/** More than one reading, or none that can be booked: never chosen, always asked. */
export interface AmbiguousWish {
  kind: 'ambiguous';
  reason: WishDoubt;
  /** Possible readings, for the question to the person. */
  readings: SingleWish[];
  /** The clock time, where only the day is in doubt. */
  time?: Temporal.PlainTime;
}

export interface NoWish {
  kind: 'none';
}

export type Wish = (SingleWish | WishList | AmbiguousWish | NoWish) & {
  /** Right as written, but before the reference instant. */
  past?: boolean;
};

/** The starts that were wished to the minute, the dearest first; empty where none was. */
export function exactStarts(wish: Wish): Temporal.ZonedDateTime[] {
  return singleWishes(wish).flatMap((single) => exactStart(single) ?? []);
}

/** The wishes one by one; what has to be asked back holds none. */
export function singleWishes(wish: Wish): SingleWish[] {
  if (wish.kind === 'choices') return wish.choices;
  return wish.kind === 'ambiguous' || wish.kind === 'none' ? [] : [wish];
}

/** The last instant at which a session could be what was wished; null where no end can be told. */
export function lastWished(wish: Wish): Temporal.Instant | null {
  const ends = singleWishes(wish).map(endOf);
  const [last] = ends.toSorted((a, b) => (a && b ? Temporal.Instant.compare(b, a) : 0));
  return ends.includes(null) ? null : (last ?? null);
}

function endOf(single: SingleWish): Temporal.Instant | null {
  switch (single.kind) {
    case 'exact':
      return single.start.toInstant();
    case 'date_only':
    case 'day_part':
      return endOfDay(single.date);
    case 'range':
      return single.end?.toInstant() ?? (single.date ? endOfDay(single.date) : null);
    case 'date_range':
      return single.last && endOfDay(single.last);
  }
}

function endOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(OFFICE_TIME_ZONE).toInstant();
}

/** A start to the minute, also where its session's end is written with it ("10:00～10:30"). */
export function exactStart(single: SingleWish): Temporal.ZonedDateTime | null {
  if (single.kind === 'exact') return single.start;
  if (single.kind !== 'range' || single.start === null || single.end === null) return null;
  const minutes = single.start.until(single.end).total('minutes');
  return minutes > 0 && minutes <= SESSION_MINUTES ? single.start : null;
}
