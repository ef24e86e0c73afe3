/** Wishes of every form, for property tests: days from November 2026 to January 2027. */
import fc from 'fast-check';
import { DAY_PARTS, type SingleWish, WISH_DOUBTS, type Wish } from '../../src/domain/wish.ts';
import { day, japan } from './booking-samples.ts';

export const anyDay = fc
  .integer({ min: 0, max: 60 })
  .map((days) => day('2026-11-20').add({ days }));

/** Quarter hours, so that grid, break and closed hours are met and missed. */
export const anyStart = fc
  .record({ date: anyDay, quarter: fc.integer({ min: 0, max: 95 }) })
  .map(({ date, quarter }) => japan(date.toString()).add({ minutes: 15 * quarter }));

const hours = fc.integer({ min: 1, max: 8 });

/** Mostly within the hours. */
export const exactWish = fc
  .record({ date: anyDay, quarter: fc.integer({ min: 30, max: 72 }) })
  .map(({ date, quarter }) => japan(date.toString()).add({ minutes: 15 * quarter }))
  .map((start): SingleWish => ({ kind: 'exact', start }));

export const openWish: fc.Arbitrary<SingleWish> = fc.oneof(
  anyDay.map((date): SingleWish => ({ kind: 'date_only', date })),
  fc
    .record({ date: anyDay, part: fc.constantFrom(...DAY_PARTS) })
    .map((wish): SingleWish => ({ kind: 'day_part', ...wish })),
  fc
    .record({ start: anyStart, hours })
    .map(({ start, hours }): SingleWish => ({ kind: 'range', start, end: start.add({ hours }) })),
  anyStart.map(
    (start): SingleWish => ({ kind: 'range', start, end: null, date: start.toPlainDate() }),
  ),
  anyStart.map((end): SingleWish => ({ kind: 'range', start: null, end, date: end.toPlainDate() })),
  fc
    .record({ first: anyDay, days: fc.integer({ min: 0, max: 40 }) })
    .map(
      ({ first, days }): SingleWish => ({ kind: 'date_range', first, last: first.add({ days }) }),
    ),
  anyDay.map((first): SingleWish => ({ kind: 'date_range', first, last: null })),
  anyDay.map((last): SingleWish => ({ kind: 'date_range', first: null, last })),
);

export const singleWish = fc.oneof(exactWish, openWish);

/** A wish that can be placed. */
export const readableWish: fc.Arbitrary<Wish> = fc.oneof(
  singleWish,
  fc
    .array(singleWish, { minLength: 1, maxLength: 4 })
    .map((choices): Wish => ({ kind: 'choices', choices })),
);

export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  readableWish,
  singleWish.map((wish): Wish => ({ ...wish, past: true })),
  fc.constant<Wish>({ kind: 'none' }),
  fc
    .record({
      reason: fc.constantFrom(...WISH_DOUBTS),
      readings: fc.array(singleWish, { maxLength: 3 }),
    })
    .map((doubt): Wish => ({ kind: 'ambiguous', ...doubt })),
);
