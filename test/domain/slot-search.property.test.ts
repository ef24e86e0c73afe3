/**
 * Whatever is wished and whatever is taken: what is placed was wished to the minute and is free,
 * what is offered could be booked, and the nearest is found without looking at every day.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldSlots, isFree } from '../../src/domain/held-slots.ts';
import { isOfficeSlot, slotsOfDay, windowOf } from '../../src/domain/office-calendar.ts';
import { OFFER_SIZE, placeWish, type SlotSituation } from '../../src/domain/slot-search.ts';
import { searchSpan, wishedSpan } from '../../src/domain/slot-span.ts';
import { exactStarts, type SingleWish, type Wish } from '../../src/domain/wish.ts';
import { bookingPolicy, day, japan, officeCalendar } from './booking-samples.ts';
import { anyDay, anyStart, exactWish, openWish, readableWish } from './wish-samples.ts';

const LANES = ['A', 'B', 'C'];

/** The half hours of every day that a wish may name. */
const starts = new Map(
  Array.from({ length: 130 }, (_, days) => day('2026-11-01').add({ days })).map((date) => [
    date.toString(),
    slotsOfDay(date, officeCalendar()),
  ]),
);

/** Held: some days wholly, and single sessions, also beside the grid. */
const situations: fc.Arbitrary<SlotSituation> = fc
  .record({
    now: anyStart,
    lanes: fc.integer({ min: 1, max: 3 }).map((count) => LANES.slice(0, count)),
    gridMinutes: fc.constantFrom(10, 15, 20, 30, 60),
    fullDays: fc.array(anyDay, { maxLength: 20 }),
    single: fc.array(fc.record({ start: anyStart, lane: fc.constantFrom(...LANES) }), {
      maxLength: 80,
    }),
    minimumMinutesToAnswer: fc.constantFrom(0, 60, 120, 600),
  })
  .map(({ now, lanes, gridMinutes, fullDays, single, minimumMinutesToAnswer }) => {
    const calendar = officeCalendar({ gridMinutes });
    const full = fullDays
      .flatMap((date) => starts.get(date.toString()) ?? [])
      .flatMap((start) => LANES.map((lane) => ({ start, lane })));
    return {
      policy: bookingPolicy({ calendar, lanes, minimumMinutesToAnswer }),
      now: now.toInstant(),
      taken: heldSlots([...full, ...single]),
    };
  });

function isBookable(start: Temporal.ZonedDateTime, situation: SlotSituation): boolean {
  return isOfficeSlot(start, situation.policy.calendar) && isOpenFor(start, situation);
}

/** Free in some lane, and with enough time to answer before the day begins. */
function isOpenFor(start: Temporal.ZonedDateTime, { policy, now, taken }: SlotSituation): boolean {
  const lastSecond = start.startOfDay().subtract({ seconds: 1 });
  const minutes = (lastSecond.epochMilliseconds - now.epochMilliseconds) / 60_000;
  return (
    minutes >= policy.minimumMinutesToAnswer &&
    policy.lanes.some((lane) => isFree({ start, lane }, taken))
  );
}

function isWithin(start: Temporal.ZonedDateTime, wish: SingleWish): boolean {
  const { from, to } = windowOf(wish);
  return (
    (from === null || Temporal.ZonedDateTime.compare(start, from) >= 0) &&
    (to === null || Temporal.ZonedDateTime.compare(start, to) <= 0)
  );
}

const singles = (wish: Wish): SingleWish[] =>
  wish.kind === 'choices' ? wish.choices : [wish as SingleWish];

/** Every bookable start of the days that are known, by looking at each. */
function everyBookable(wish: Wish, situation: SlotSituation): Temporal.ZonedDateTime[] {
  const { from, to } = searchSpan(wish, situation);
  const last = to.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const found: Temporal.ZonedDateTime[] = [];
  let date = from.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    found.push(...slotsOfDay(date, situation.policy.calendar));
  }
  return found.filter((start) => isOpenFor(start, situation));
}

const text = (list: readonly Temporal.ZonedDateTime[]) => list.map(String);

describe('whatever is wished and taken', () => {
  it('what is placed is a wished start, on the grid, in an open lane, and free', () => {
    fc.assert(
      fc.property(readableWish, situations, (wish, situation) => {
        const placed = placeWish(wish, situation);
        if (placed.kind === 'offer') return;
        const { slot } = placed;
        expect(text(exactStarts(wish))).toContain(slot.start.toString());
        expect(isOfficeSlot(slot.start, situation.policy.calendar)).toBe(true);
        expect(situation.policy.lanes).toContain(slot.lane);
        expect(isFree(slot, situation.taken)).toBe(true);
        const hasTime = isBookable(slot.start, situation);
        expect(placed.kind).toBe(hasTime ? 'slot' : 'short_notice');
        expect(Temporal.Instant.compare(slot.start.toInstant(), situation.now)).toBe(1);
      }),
    );
  });

  it('what is placed by what is held in the wished days is placed so by all that is held', () => {
    fc.assert(
      fc.property(readableWish, situations, (wish, situation) => {
        const span = wishedSpan(wish);
        if (span === null) return;
        const [from, to] = [span.from.epochMilliseconds, span.to.epochMilliseconds];
        const within = situation.taken
          .entries()
          .map(
            ([lane, all]) => [lane, all.filter((start) => start >= from && start <= to)] as const,
          );
        const placed = placeWish(wish, { ...situation, taken: new Map(within) });
        if (placed.kind === 'offer') return;
        expect(JSON.stringify(placed)).toBe(JSON.stringify(placeWish(wish, situation)));
      }),
    );
  });

  it('what is offered is free, open, on the grid, leaves time to answer, and stands in order once', () => {
    fc.assert(
      fc.property(readableWish, situations, (wish, situation) => {
        const placed = placeWish(wish, situation);
        if (placed.kind !== 'offer') return;
        expect(placed.starts.length).toBeLessThanOrEqual(OFFER_SIZE);
        for (const start of placed.starts) expect(isBookable(start, situation)).toBe(true);
        const inOrder = placed.starts.toSorted(Temporal.ZonedDateTime.compare);
        expect(text(placed.starts)).toEqual(text(inOrder));
        expect(new Set(text(placed.starts)).size).toBe(placed.starts.length);
      }),
    );
  });

  it('an offer stays within what was wished where anything there is free', () => {
    fc.assert(
      fc.property(readableWish, situations, (wish, situation) => {
        const placed = placeWish(wish, situation);
        if (placed.kind !== 'offer') return;
        const wished = (start: Temporal.ZonedDateTime) =>
          singles(wish).some((single) => isWithin(start, single));
        const anyFree = everyBookable(wish, situation).some(wished);
        expect(placed.starts.every(wished)).toBe(anyFree || placed.starts.length === 0);
      }),
    );
  });

  it('no open wish is ever placed', () => {
    fc.assert(
      fc.property(openWish, situations, (wish, situation) => {
        expect(placeWish(wish, situation).kind).toBe('offer');
      }),
    );
  });

  it('an exact wish that could be booked is placed', () => {
    fc.assert(
      fc.property(exactWish, situations, (wish, situation) => {
        const [start] = exactStarts(wish);
        if (start === undefined) return;
        expect(placeWish(wish, situation).kind === 'slot').toBe(isBookable(start, situation));
      }),
    );
  });

  it('the nearest are found as if every day had been looked at', () => {
    fc.assert(
      fc.property(exactWish, situations, (wish, situation) => {
        const placed = placeWish(wish, situation);
        const [start] = exactStarts(wish);
        if (placed.kind !== 'offer' || start === undefined) return;
        const { searchDays } = situation.policy;
        const today = situation.now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
        const date = start.toPlainDate();
        const around = Temporal.PlainDate.compare(date, today) < 0 ? today : date;
        const away = (other: Temporal.ZonedDateTime) =>
          Math.abs(other.epochMilliseconds - start.epochMilliseconds);
        const nearest = everyBookable(wish, situation)
          .filter((other) => Math.abs(around.until(other.toPlainDate()).days) <= searchDays)
          .toSorted((a, b) => away(a) - away(b))
          .slice(0, OFFER_SIZE)
          .toSorted(Temporal.ZonedDateTime.compare);
        expect(text(placed.starts)).toEqual(text(nearest));
      }),
    );
  });
});

it('sessions placed one after another never overlap in a lane', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(10, 15, 20, 30, 60),
      fc.array(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 60 }),
      (gridMinutes, quarters) => {
        const calendar = officeCalendar({ gridMinutes });
        const policy = bookingPolicy({ calendar, lanes: ['A', 'B'] });
        const now = japan('2026-11-24T09:00').toInstant();
        const placed: { start: Temporal.ZonedDateTime; lane: string }[] = [];
        for (const quarter of quarters) {
          const start = japan('2026-12-03T08:00').add({ minutes: 5 * quarter });
          const found = placeWish(
            { kind: 'exact', start },
            { policy, now, taken: heldSlots(placed) },
          );
          if (found.kind === 'slot') placed.push(found.slot);
        }
        for (const [i, one] of placed.entries()) {
          for (const other of placed.slice(i + 1)) {
            const apart = Math.abs(one.start.until(other.start).total('minutes'));
            expect(one.lane !== other.lane || apart >= 30).toBe(true);
          }
        }
      },
    ),
  );
});
