/** The booking table in a real file: rows and back, guarded moves, one holder of a slot. */
import { describe, expect, it } from 'vitest';
import { BOOKING_STATES, type Booking, type BookingState } from '../../src/domain/booking.ts';
import {
  bookingById,
  bookingByReference,
  insertBooking,
  moveBooking,
  openBookingsOfAddress,
  openBookingsOfSeeker,
  overdueBookings,
  StaleBooking,
  updateDetails,
} from '../../src/store/bookings.ts';
import { takenSlots } from '../../src/store/slots.ts';
import { isDatabaseError, isUniqueViolation } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { keepTerms } from '../../src/store/terms.ts';
import { at, japan } from '../domain/booking-samples.ts';
import { legalMoves } from '../domain/legal-moves.ts';
import {
  asTheProgram,
  beside,
  cleanUpAfterEach,
  draft,
  newPath,
  newStore,
} from './store-samples.ts';

cleanUpAfterEach();

const TEN = { start: japan('2026-12-03T10:00'), lane: 'A' };

/** Temporal values have no fields to compare; their text says all. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function add(store: Store, changes: Partial<Booking> = {}): Promise<Booking> {
  return store.transact((tx) => insertBooking(tx, draft(changes)));
}

/** A booking in `state`; void ones with the reason that they need. */
const inState = (state: BookingState, changes: Partial<Booking> = {}): Partial<Booking> => ({
  state,
  voidReason: state === 'void' ? 'no_reply' : null,
  ...changes,
});

describe('a booking', () => {
  it.each<[string, Partial<Booking>]>([
    ['as it awaits its reply', {}],
    [
      'of which little is known',
      {
        state: 'requested',
        items: { name: null, seekerNumber: null, phone: null, topic: null },
        registeredAddress: null,
        wish: { kind: 'none' },
        slot: null,
        replyBy: null,
      },
    ],
    [
      'with all that it can hold',
      {
        ...inState('void'),
        channel: 'phone',
        items: { name: '髙﨑 𠮷男', seekerNumber: '45010-1', phone: '0984', topic: '①\n②' },
        announcements: { interpreter: true, attendant: true },
        offered: [TEN.start, japan('2026-12-03T10:30')],
        timesAsked: 2,
        consentedAt: at('2026-11-30T12:00'),
        termsSha256: 'abc',
      },
    ],
  ])('%s comes back as it was written', async (_name, changes) => {
    const store = await newStore();
    const terms = { sha256: 'abc', label: '2025-03-11', text: '規約' };
    await store.transact((tx) => keepTerms(tx, terms, at('2026-11-24T09:00')));
    const given = draft(changes);
    const { id } = await store.transact((tx) => insertBooking(tx, given));
    expect(plain(await bookingById(store.read, id))).toEqual(plain({ id, ...given }));
    expect((await bookingByReference(store.read, given.reference))?.id).toBe(id);
  });

  it('that nobody has made is not found', async () => {
    const store = await newStore();
    expect(await bookingById(store.read, 1)).toBeNull();
    expect(await bookingByReference(store.read, 'XXXX-XXXX')).toBeNull();
  });

  it('gets new details without another state, slot or deadline', async () => {
    const store = await newStore();
    const { id, ...given } = await add(store);
    const details = {
      items: { name: '小林 次郎', seekerNumber: '45010-2', phone: null, topic: '面接' },
      announcements: { interpreter: true, attendant: false },
      wish: { kind: 'none' as const },
    };
    await store.transact((tx) => updateDetails(tx, id, details));
    expect(plain(await bookingById(store.read, id))).toEqual(plain({ id, ...given, ...details }));
  });
});

describe('a move', () => {
  const confirm = { from: 'awaiting_reply', to: 'confirmed', voidReason: null } as const;

  it('writes the state and what goes with it, and leaves the rest alone', async () => {
    const store = await newStore();
    const before = await add(store);
    const consentedAt = at('2026-11-30T12:00:07');
    const announcements = { interpreter: true, attendant: false };
    await store.transact((tx) =>
      moveBooking(tx, before.id, { ...confirm, change: { consentedAt, announcements } }),
    );
    const after = { ...before, state: 'confirmed', consentedAt, announcements };
    expect(plain(await bookingById(store.read, before.id))).toEqual(plain(after));
  });

  it('takes slot and deadline away where the change says so', async () => {
    const store = await newStore();
    const { id } = await add(store, { state: 'requested' });
    const change = { slot: null, replyBy: null, offered: [TEN.start], timesAsked: 1 };
    const stay = { from: 'requested', to: 'requested', voidReason: null } as const;
    await store.transact((tx) => moveBooking(tx, id, { ...stay, change }));
    const after = await bookingById(store.read, id);
    expect(after).toMatchObject({ slot: null, replyBy: null, timesAsked: 1 });
    expect(after?.offered.map(String)).toEqual([TEN.start.toString()]);
  });

  it('from a state that no longer holds is refused, and nothing of its transaction stays', async () => {
    const store = await newStore();
    const { id } = await add(store, { state: 'confirmed' });
    const change = { consentedAt: at('2026-11-30T12:00') };
    const twice = store.transact(async (tx) => {
      await insertBooking(tx, draft({ slot: null, state: 'requested' }));
      await moveBooking(tx, id, { ...confirm, change });
    });
    await expect(twice).rejects.toThrow(StaleBooking);
    expect((await bookingById(store.read, id))?.consentedAt).toBeNull();
    expect(await bookingById(store.read, id + 1)).toBeNull();
  });

  it('of a booking that is not there is refused', async () => {
    const store = await newStore();
    const move = store.transact((tx) => moveBooking(tx, 99, { ...confirm, change: {} }));
    await expect(move).rejects.toThrow(StaleBooking);
  });

  it('is possible in the database exactly where the table says', async () => {
    const path = newPath();
    const store = await newStore(path);
    const possible: string[] = [];
    for (const from of BOOKING_STATES) {
      for (const to of BOOKING_STATES) {
        if (from === to) continue;
        const { id } = await add(store, inState(from, { slot: { ...TEN, lane: `${from} ${to}` } }));
        const { voidReason } = inState(to);
        const move = { from, to, voidReason: voidReason ?? null, change: {} };
        try {
          await store.transact((tx) => moveBooking(tx, id, move));
          possible.push(`${from}>${to}`);
        } catch (error) {
          expect(String(error)).toContain('予約の状態をこのように変えることはできません');
          expect((await bookingById(store.read, id))?.state).toBe(from);
        }
      }
    }
    expect(possible.sort()).toEqual(legalMoves());
  });

  it('by hand in the file is refused with a word in Japanese', async () => {
    const path = newPath();
    const store = await newStore(path);
    const { id } = await add(store, { state: 'confirmed' });
    const file = beside(path);
    const byHand = () =>
      file.prepare("update booking set state = 'requested' where id = ?").run(id);
    expect(byHand).toThrow('予約の状態や日時は、この画面では変えられません。');
    expect(() => asTheProgram(file, byHand)).toThrow(
      '予約の状態をこのように変えることはできません（規約の状態遷移表にない変更です）。',
    );
    file.prepare("update booking set phone = '0984' where id = ?").run(id);
    expect((await bookingById(store.read, id))?.items.phone).toBe('0984');
  });
});

describe('a slot', () => {
  it.each(BOOKING_STATES)('of a booking that is %s', async (state) => {
    const store = await newStore();
    await add(store, inState(state, { slot: TEN }));
    const free = state === 'void' || state === 'cancelled';
    const second = add(store, { slot: TEN });
    if (free) expect((await second).slot?.lane).toBe('A');
    else await expect(second).rejects.toSatisfy(isUniqueViolation);
    const taken = await takenSlots(store.read, {
      from: at('2026-12-03T00:00'),
      to: at('2026-12-04T00:00'),
    });
    expect([...taken]).toEqual([['A', [TEN.start.epochMilliseconds]]]);
  });

  it('has one holder a lane, and another in another lane', async () => {
    const store = await newStore();
    await add(store, { slot: TEN });
    expect((await add(store, { slot: { ...TEN, lane: 'B' } })).slot?.lane).toBe('B');
  });

  it.each([
    ['09:20', false],
    ['09:30', true],
    ['09:40', false],
    ['10:20', false],
    ['10:30', true],
    ['10:40', true],
  ])('does not overlap another of its lane: 10:00 and 09:00 beside %s', async (time, fits) => {
    const store = await newStore();
    await add(store, { slot: TEN });
    await add(store, { slot: { start: japan('2026-12-03T09:00'), lane: 'A' } });
    const start = japan(`2026-12-03T${time}`);
    const second = add(store, { slot: { start, lane: 'A' } });
    if (fits) expect((await second).slot?.lane).toBe('A');
    else await expect(second).rejects.toThrow('同じ担当の別の予約と時間が重なります。');
    expect((await add(store, { slot: { start, lane: 'B' } })).slot?.lane).toBe('B');
  });

  it('that overlaps a newer one does not come back by a word', async () => {
    const store = await newStore();
    const { id } = await add(store, inState('void', { slot: TEN }));
    await add(store, { slot: { start: japan('2026-12-03T10:10'), lane: 'A' } });
    const back = { from: 'void', to: 'confirmed', voidReason: null, change: {} } as const;
    const revived = store.transact((tx) => moveBooking(tx, id, back));
    await expect(revived).rejects.toThrow('同じ担当の別の予約と時間が重なります。');
    expect((await bookingById(store.read, id))?.state).toBe('void');
  });

  it('is free for another from the moment its booking is void', async () => {
    const store = await newStore();
    const { id } = await add(store, { slot: TEN });
    const lapse = { from: 'awaiting_reply', to: 'void', voidReason: 'no_reply' } as const;
    await store.transact((tx) => moveBooking(tx, id, { ...lapse, change: {} }));
    const second = await add(store, { slot: TEN });
    expect(second.id).not.toBe(id);
    // A counselor's word cannot bring the first one back now.
    const back = { from: 'void', to: 'confirmed', voidReason: null, change: {} } as const;
    const revived = store.transact((tx) => moveBooking(tx, id, back));
    await expect(revived).rejects.toSatisfy(isUniqueViolation);
    expect((await bookingById(store.read, id))?.state).toBe('void');
  });

  it('is held by nobody where only offers were made', async () => {
    const store = await newStore();
    const offered = [TEN.start];
    await add(store, { state: 'requested', slot: null, offered });
    await add(store, { state: 'requested', slot: null, offered });
    const taken = await takenSlots(store.read, {
      from: at('2026-01-01T00:00'),
      to: at('2027-01-01T00:00'),
    });
    expect(taken.size).toBe(0);
  });

  it('counts as taken at both ends of the span that is asked for, and not outside', async () => {
    const store = await newStore();
    for (const hour of ['09:00', '10:00', '11:00', '12:00']) {
      await add(store, { slot: { start: japan(`2026-12-03T${hour}`), lane: 'A' } });
    }
    const taken = await takenSlots(store.read, {
      from: at('2026-12-03T10:00'),
      to: at('2026-12-03T11:00'),
    });
    expect(taken.get('A')).toEqual(
      ['10:00', '11:00'].map((hour) => at(`2026-12-03T${hour}`).epochMilliseconds),
    );
  });
});

describe('the database refuses a booking', () => {
  it.each<[string, Record<string, unknown>]>([
    ['in a state that is none', { state: 'maybe' }],
    ['without a state', { state: null }],
    ['from a channel that is none', { channel: 'fax' }],
    ['that is void without a reason', { state: 'void', void_reason: null }],
    ['that has a reason without being void', { void_reason: 'no_reply' }],
    ['that is void for a reason that is none', { state: 'void', void_reason: 'whim' }],
    ['with a time and no lane', { lane: null }],
    ['with a lane and no time', { slot_start_at: null }],
    ['that awaits a reply for no slot', { slot_start_at: null, lane: null }],
    ['confirmed for no slot', { state: 'confirmed', slot_start_at: null, lane: null }],
    ['attended in no slot', { state: 'attended', slot_start_at: null, lane: null }],
    ['missed in no slot', { state: 'no_show', slot_start_at: null, lane: null }],
    ['with two interpreters as a flag', { interpreter: 2 }],
    ['with an attendant as a flag of minus one', { attendant: -1 }],
    ['sent terms that are not kept', { terms_sha256: 'unknown' }],
    ['whose reference another has', { reference: 'SAME-0000' }],
  ])('%s', async (_name, change) => {
    const path = newPath();
    const store = await newStore(path);
    await add(store, { reference: 'SAME-0000', slot: { ...TEN, lane: 'B' } });
    const row = {
      reference: 'NEXT-0000',
      state: 'awaiting_reply',
      void_reason: null,
      channel: 'mail',
      requester_address: 'a@example.jp',
      wish: '{"kind":"none"}',
      slot_start_at: '2026-12-03T10:00:00+09:00',
      lane: 'A',
      interpreter: 0,
      attendant: 0,
      terms_sha256: null,
      applied_at: '2026-11-24T09:00:00+09:00',
    };
    const file = beside(path);
    const columns = Object.keys(row);
    const insert = file.prepare(
      `insert into booking (${columns.join(', ')}) values (${columns.map((c) => `@${c}`).join(', ')})`,
    );
    asTheProgram(file, () => {
      expect(() => insert.run({ ...row, ...change })).toThrow(/constraint failed/);
      expect(insert.run(row).changes).toBe(1);
    });
  });
});

describe('bookings are found', () => {
  it('by address: registered or requester, while they are open', async () => {
    const store = await newStore();
    const address = 'a@example.jp';
    const lanes = BOOKING_STATES.map((state) => ({ state, slot: { ...TEN, lane: state } }));
    for (const { state, slot } of lanes) {
      await add(store, inState(state, { slot, registeredAddress: address }));
    }
    await add(store, { requesterAddress: address, slot: { ...TEN, lane: 'own' } });
    await add(store, { registeredAddress: 'b@example.jp', slot: { ...TEN, lane: 'other' } });
    const found = await openBookingsOfAddress(store.read, address);
    expect(found.map(({ slot }) => slot?.lane)).toEqual([
      'requested',
      'awaiting_reply',
      'confirmed',
      'own',
    ]);
  });

  it('by seeker, while their session has not begun', async () => {
    const store = await newStore();
    const slots = ['2026-12-03T10:00', '2026-12-03T10:30', '2026-12-03T11:00'];
    for (const start of slots) await add(store, { slot: { start: japan(start), lane: 'A' } });
    await add(store, { state: 'requested', slot: null });
    await add(
      store,
      inState('cancelled', { slot: { start: japan('2026-12-04T10:00'), lane: 'A' } }),
    );
    const found = await openBookingsOfSeeker(store.read, '45010-1234567', at('2026-12-03T10:30'));
    expect(found.map(({ slot }) => slot?.start.toString() ?? null)).toEqual([
      japan('2026-12-03T11:00').toString(),
      null,
    ]);
  });

  it('by their deadline: its last second is not yet over, the next one is', async () => {
    const store = await newStore();
    const replyBy = at('2026-12-02T23:59:59');
    const earlier = at('2026-12-01T23:59:59');
    await add(store, { replyBy, slot: TEN });
    await add(store, { replyBy: earlier, slot: { ...TEN, lane: 'B' } });
    await add(store, { replyBy: earlier, state: 'confirmed', slot: { ...TEN, lane: 'C' } });
    await add(store, { replyBy: null, state: 'requested', slot: null });
    const overdue = async (now: string) =>
      (await overdueBookings(store.read, at(now))).map(({ slot }) => slot?.lane);
    expect(await overdue('2026-12-01T23:59:59')).toEqual([]);
    expect(await overdue('2026-12-02T23:59:59.999')).toEqual(['B']);
    expect(await overdue('2026-12-03T00:00:00')).toEqual(['B', 'A']);
  });
});

it('a broken rule is no trouble of the database', async () => {
  const store = await newStore();
  await add(store, { slot: TEN });
  const second = add(store, { slot: TEN });
  await expect(second).rejects.toSatisfy((error) => !isDatabaseError(error));
});
