/**
 * What becomes of a request: which of the five items of 6(2) are asked for, who may book (2(1)),
 * and when a counselor decides.
 */
import { describe, expect, it } from 'vitest';
import { ITEM_NAMES } from '../../src/domain/booking.ts';
import {
  decideRequest,
  type OpenPoint,
  type RequestDecision,
  type RequestFacts,
  type Standing,
} from '../../src/domain/decide-request.ts';
import { heldSlots } from '../../src/domain/held-slots.ts';
import type { BookingPolicy } from '../../src/domain/policy.ts';
import type { SingleWish } from '../../src/domain/wish.ts';
import { at, bookingPolicy, japan, sampleBooking } from './booking-samples.ts';

const TEN = '2026-12-03T10:00';
const ADDRESS = 'hanako@mail.example.jp';
const registered: Standing = { kind: 'registered', address: ADDRESS };

interface Around {
  now?: string;
  taken?: string[];
  policy?: Partial<BookingPolicy>;
}

function decided(
  facts: Partial<RequestFacts> = {},
  { now = '2026-11-24T09:00', taken = [], policy = {} }: Around = {},
): RequestDecision {
  const { items, wish } = sampleBooking();
  return decideRequest(
    {
      items,
      wish,
      openPoints: [],
      standing: registered,
      timesAsked: 0,
      otherBookings: [],
      ...facts,
    },
    {
      policy: bookingPolicy(policy),
      now: at(now),
      taken: heldSlots(taken.map((start) => ({ start: japan(start), lane: 'A' }))),
    },
  );
}

const exact = (start: string): SingleWish => ({ kind: 'exact', start: japan(start) });
const held = { slot: { start: japan(TEN), lane: 'A' }, address: ADDRESS };
const heldText = (decision: RequestDecision) =>
  decision.kind === 'staff' && decision.held
    ? `${decision.held.slot.start} ${decision.held.slot.lane} ${decision.held.address}`
    : null;

it('a complete request of a registered seeker gets its slot and the terms', () => {
  const decision = decided();
  expect(decision.kind).toBe('terms');
  if (decision.kind !== 'terms') return;
  expect(decision.slot.start.toString()).toBe(japan(TEN).toString());
  expect(decision.slot.lane).toBe('A');
  expect(decision.replyBy.toString()).toBe(at('2026-12-02T23:59:59').toString());
  expect(decision.address).toBe(ADDRESS);
});

describe('missing items (6(2))', () => {
  const subsets = Array.from({ length: 31 }, (_, i) =>
    ITEM_NAMES.filter((_name, bit) => ((i + 1) >> bit) & 1),
  );

  it.each(subsets.map((missing) => [missing.join(', '), missing] as const))(
    'are asked for by exactly their names: %s',
    (_name, missing) => {
      const openPoints = missing.map((item): OpenPoint => ({ item, reason: null }));
      expect(decided({ openPoints })).toEqual({ kind: 'ask', points: openPoints });
      expect(decided({ openPoints, timesAsked: 1 })).toEqual({ kind: 'ask', points: openPoints });
      expect(decided({ openPoints, timesAsked: 2 })).toMatchObject({
        kind: 'staff',
        attention: 'items_still_missing',
      });
    },
  );

  it('are asked back where an item is there and not clear', () => {
    const openPoints: OpenPoint[] = [{ item: 'datetime', reason: 'am_pm' }];
    expect(decided({ openPoints })).toEqual({ kind: 'ask', points: openPoints });
  });

  it('are asked for before anybody is told that a number is not in the register', () => {
    const openPoints: OpenPoint[] = [{ item: 'seekerNumber', reason: null }];
    expect(decided({ openPoints, standing: { kind: 'unknown' } }).kind).toBe('ask');
  });

  it('are asked for as often as the office has set', () => {
    const openPoints: OpenPoint[] = [{ item: 'phone', reason: null }];
    const policy = { maxTimesAsked: 0 };
    expect(decided({ openPoints }, { policy })).toMatchObject({ attention: 'items_still_missing' });
  });
});

describe('who may book (2(1), 12(1))', () => {
  it.each<[Standing, string]>([
    [{ kind: 'unknown' }, 'unknown_seeker'],
    [{ kind: 'disagrees' }, 'seeker_disagrees'],
    [{ kind: 'no_address' }, 'no_address'],
    [{ kind: 'refused' }, 'refused_seeker'],
  ])('$kind is shown to a counselor, and no slot is held', (standing, attention) => {
    const decision = decided({ standing });
    expect(decision).toMatchObject({ kind: 'staff', attention });
    expect(heldText(decision)).toBeNull();
  });

  it('a sender who is trusted gets the terms at that address', () => {
    const decision = decided({ standing: { kind: 'trusted', address: 'taro@docomo.ne.jp' } });
    expect(decision).toMatchObject({ kind: 'terms', address: 'taro@docomo.ne.jp' });
  });

  it('a refused seeker is not asked for what is missing either', () => {
    const openPoints: OpenPoint[] = [{ item: 'phone', reason: null }];
    expect(decided({ openPoints, standing: { kind: 'refused' } })).toMatchObject({
      kind: 'staff',
      attention: 'refused_seeker',
    });
  });
});

describe('the same request twice (trap 20)', () => {
  const other = (changes: Parameters<typeof sampleBooking>[0] = {}) =>
    sampleBooking({ id: 7, ...changes });

  it.each([
    ['awaits its reply', other()],
    ['is confirmed', other({ state: 'confirmed' })],
    ['waits for missing items, with the same wish', other({ state: 'requested', slot: null })],
    ['was given another wish but this slot', other({ wish: { kind: 'none' } })],
  ])('is merged into the booking that %s', (_name, twin) => {
    const taken = twin.slot === null ? [] : [TEN];
    expect(decided({ otherBookings: [twin] }, { taken })).toEqual({ kind: 'merge', into: 7 });
  });

  it('is merged where a later wish of a list has the slot already', () => {
    const wish = { kind: 'choices' as const, choices: [exact('2026-12-04T10:00'), exact(TEN)] };
    const taken = ['2026-12-04T10:00', TEN];
    expect(decided({ wish, otherBookings: [other()] }, { taken })).toEqual({
      kind: 'merge',
      into: 7,
    });
  });

  it('is another booking where the time is another', () => {
    const wish = exact('2026-12-04T10:00');
    expect(decided({ wish, otherBookings: [other()] }, { taken: [TEN] }).kind).toBe('terms');
  });

  it('is known also where the seeker has as many bookings as are allowed', () => {
    const otherBookings = [other(), sampleBooking({ id: 8, slot: null, wish: { kind: 'none' } })];
    expect(decided({ otherBookings }, { taken: [TEN] })).toEqual({ kind: 'merge', into: 7 });
  });
});

describe('many bookings of one seeker', () => {
  const others = [4, 5].map((id) =>
    sampleBooking({ id, slot: { start: japan(`2026-12-1${id}T10:00`), lane: 'A' } }),
  );

  it('a second one is given', () => {
    expect(decided({ otherBookings: others.slice(0, 1) }).kind).toBe('terms');
  });

  it('a third one is a counselor’s decision, and its slot is kept for it', () => {
    const decision = decided({ otherBookings: others });
    expect(decision).toMatchObject({ kind: 'staff', attention: 'too_many_bookings' });
    expect(heldText(decision)).toBe(`${held.slot.start} A ${ADDRESS}`);
  });

  it('an open wish beyond the number goes to a counselor with nothing held', () => {
    const wish = { kind: 'date_only' as const, date: japan(TEN).toPlainDate() };
    const decision = decided({ wish, otherBookings: others });
    expect(decision).toMatchObject({ kind: 'staff', attention: 'too_many_bookings' });
    expect(heldText(decision)).toBeNull();
  });
});

describe('short notice (trap 18)', () => {
  it('is a counselor’s decision, and the slot is kept for it', () => {
    const decision = decided({}, { now: '2026-12-02T23:40' });
    expect(decision).toMatchObject({ kind: 'staff', attention: 'short_notice' });
    expect(heldText(decision)).toBe(`${held.slot.start} A ${ADDRESS}`);
  });

  it('is none while there is time', () => {
    expect(decided({}, { now: '2026-12-02T21:00' }).kind).toBe('terms');
  });
});

describe('offers', () => {
  const starts = (decision: RequestDecision) =>
    decision.kind === 'offer' ? decision.starts.map((start) => start.toPlainTime().toString()) : [];

  it('a taken slot is answered with the nearest free ones', () => {
    const decision = decided({}, { taken: [TEN] });
    expect(decision).toMatchObject({ kind: 'offer', address: ADDRESS });
    expect(starts(decision)).toEqual(['09:00:00', '09:30:00', '10:30:00']);
  });

  it('a day without a time is answered with free slots of that day', () => {
    const wish = { kind: 'date_only' as const, date: japan(TEN).toPlainDate() };
    expect(starts(decided({ wish }))).toEqual(['08:30:00', '09:00:00', '09:30:00']);
  });

  it('a counselor is told where nothing is free', () => {
    const calendar = { ...bookingPolicy().calendar, isClosedDay: () => true };
    const decision = decided({}, { policy: { calendar } });
    expect(decision).toMatchObject({ kind: 'staff', attention: 'nothing_free' });
    expect(heldText(decision)).toBeNull();
  });
});

it('an earlier closing moves the deadline that is printed', () => {
  const closing = Temporal.PlainTime.from('17:15');
  const decision = decided({}, { policy: { closing } });
  expect(decision.kind === 'terms' && decision.replyBy.toString()).toBe(
    at('2026-12-02T17:15:00').toString(),
  );
});

it('deciding changes nothing that it was given', () => {
  const facts: RequestFacts = {
    items: sampleBooking().items,
    wish: { kind: 'choices', choices: [exact('2026-12-04T10:00'), exact(TEN)] },
    openPoints: [],
    standing: registered,
    timesAsked: 0,
    otherBookings: [sampleBooking({ id: 7 })],
  };
  const before = JSON.stringify(facts);
  decided(facts);
  expect(JSON.stringify(facts)).toBe(before);
});
