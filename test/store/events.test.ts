/** The story of a booking: added to, never rewritten, also not by hand. */
import { expect, it } from 'vitest';
import { insertBooking } from '../../src/store/bookings.ts';
import { addEvent, eventsOf, hasEvent } from '../../src/store/events.ts';
import { at } from '../domain/booking-samples.ts';
import {
  asTheProgram,
  beside,
  cleanUpAfterEach,
  draft,
  newPath,
  newStore,
} from './store-samples.ts';

cleanUpAfterEach();

async function story() {
  const path = newPath();
  const store = await newStore(path);
  const entry = {
    at: at('2026-12-02T23:59:58'),
    recordedAt: at('2026-12-03T00:10:00'),
    type: 'reply_confirmed',
    from: 'awaiting_reply',
    to: 'confirmed',
    article: '6(3)',
    actor: 'seeker',
    inboxId: null,
    detail: null,
  } as const;
  const booking = await store.transact(async (tx) => {
    const made = await insertBooking(tx, draft());
    await addEvent(tx, { ...entry, bookingId: made.id });
    await addEvent(tx, { ...entry, bookingId: made.id, type: 'reply_repeated', from: 'confirmed' });
    return made;
  });
  return { path, store, booking };
}

it('events are read in the order in which they were written, with both of their times', async () => {
  const { store, booking } = await story();
  const events = await eventsOf(store.read, booking.id);
  expect(events.map(({ type }) => type)).toEqual(['reply_confirmed', 'reply_repeated']);
  expect(events[0]).toMatchObject({
    at: '2026-12-02T23:59:58+09:00',
    recorded_at: '2026-12-03T00:10:00+09:00',
    from_state: 'awaiting_reply',
    to_state: 'confirmed',
    article: '6(3)',
    actor: 'seeker',
  });
});

it('an event is known by its type and booking', async () => {
  const { store, booking } = await story();
  expect(await hasEvent(store.read, booking.id, 'reply_confirmed')).toBe(true);
  expect(await hasEvent(store.read, booking.id, 'reply_late')).toBe(false);
  expect(await hasEvent(store.read, booking.id + 1, 'reply_confirmed')).toBe(false);
});

it.each([
  ['rewritten', "update event set detail = 'another'", '経過の記録は書き換えられません。'],
  [
    'dated back',
    "update event set at = '2026-12-01T00:00:00+09:00'",
    '経過の記録は書き換えられません。',
  ],
  ['removed', 'delete from event', '経過の記録は消せません。'],
  [
    'replaced',
    'insert or replace into event select * from event where id = 1',
    '経過の記録は書き換えられません。',
  ],
])('no event can be %s', async (_name, sql, words) => {
  const { path, store, booking } = await story();
  const before = await eventsOf(store.read, booking.id);
  const file = beside(path);
  expect(() => asTheProgram(file, () => file.exec(sql))).toThrow(words);
  expect(await eventsOf(store.read, booking.id)).toEqual(before);
});

it('a booking that has a story cannot be removed', async () => {
  const { path } = await story();
  const file = beside(path);
  file.pragma('foreign_keys = on');
  expect(() => asTheProgram(file, () => file.exec('delete from booking'))).toThrow(/FOREIGN KEY/);
});

it('an event needs a booking and an actor that is known', async () => {
  const { path } = await story();
  const file = beside(path);
  file.pragma('foreign_keys = on');
  const add = file.prepare(
    `insert into event (booking_id, at, recorded_at, type, to_state, actor)
     values (?, '2026-12-01', '2026-12-01', 'x', 'void', ?)`,
  );
  asTheProgram(file, () => {
    expect(() => add.run(99, 'clock')).toThrow(/FOREIGN KEY/);
    expect(() => add.run(1, 'robot')).toThrow(/CHECK/);
    expect(add.run(1, 'clock').changes).toBe(1);
  });
});
