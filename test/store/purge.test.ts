/**
 * The rows that a purge leaves and takes, on a real file: the story is forgotten by the purge and
 * by nobody else, a purged mail is known again, and every table that speaks of a booking is
 * thought of.
 */
import { describe, expect, it } from 'vitest';
import { insertBooking } from '../../src/store/bookings.ts';
import { addEvent } from '../../src/store/events.ts';
import { concludeMail, recordMail } from '../../src/store/inbox.ts';
import { rowFromEarlierValidity } from '../../src/store/inbox-places.ts';
import { addToOutbox } from '../../src/store/outbox.ts';
import { purgeBookingContent, purgeInbox } from '../../src/store/purge-content.ts';
import { forgetBookings } from '../../src/store/purge-rows.ts';
import { whilePurging } from '../../src/store/purging.ts';
import { bookingCounts } from '../../src/store/statistics.ts';
import type { Store, Writer } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import {
  beside,
  cleanUpAfterEach,
  draft,
  newPath,
  newStore,
  outgoing,
  received,
} from './store-samples.ts';

cleanUpAfterEach();

const NOW = at('2027-12-03T10:00');
const purging = (store: Store, work: (tx: Writer) => Promise<void>) =>
  store.transact((tx) => whilePurging(tx, () => work(tx)));

async function withStory(store: Store, mails = 1) {
  return store.transact(async (tx) => {
    const row = await recordMail(tx, received(), 'received');
    const booking = await insertBooking(tx, draft({ state: 'cancelled' }));
    await concludeMail(tx, row.id, {
      state: 'handled',
      origin: 'person',
      evidence: 'x',
      outcome: 'x',
      bookingId: booking.id,
    });
    const story = {
      bookingId: booking.id,
      at: NOW,
      recordedAt: NOW,
      article: null,
      inboxId: row.id,
    };
    for (const actor of ['seeker', 'counselor'] as const) {
      const type = actor === 'counselor' ? 'office_cancelled' : 'requested';
      await addEvent(tx, {
        ...story,
        type,
        from: 'requested',
        to: 'cancelled',
        actor,
        detail: actor,
      });
    }
    for (let i = 0; i < mails; i++) {
      await addToOutbox(tx, outgoing({ bookingId: booking.id, occasion: String(i) }), 'held');
    }
    return booking.id;
  });
}

describe('the words', () => {
  it('go, and a counselor’s reason stays; a mail that never left is given up', async () => {
    const store = await newStore();
    const id = await withStory(store);
    await purging(store, (tx) => purgeBookingContent(tx, [id], NOW));
    const details = await store.read.selectFrom('event').select('detail').orderBy('id').execute();
    expect(details.map(({ detail }) => detail)).toEqual([null, 'counselor']);
    const mail = await store.read.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    expect(mail).toMatchObject({
      state: 'failed',
      text: '',
      to_address: '',
      references_json: '[]',
    });
  });

  it('of a mail still waiting to be worked on stay', async () => {
    const store = await newStore();
    const id = await withStory(store);
    const path = (tx: Writer) =>
      recordMail(tx, received({ uid: 2, messageId: '<two@x>' }), 'received');
    const waiting = await store.transact(path);
    await purging(store, (tx) => purgeBookingContent(tx, [id], NOW));
    const row = await store.read
      .selectFrom('inbox')
      .select('raw')
      .where('id', '=', waiting.id)
      .executeTakeFirstOrThrow();
    expect(row.raw).not.toBeNull();
  });
});

describe('a purged mail', () => {
  it('is known when it comes again under another UID or another UIDVALIDITY', async () => {
    const store = await newStore();
    const mail = received();
    const { id } = await store.transact((tx) => recordMail(tx, mail, 'noted'));
    await store.transact((tx) => purgeInbox(tx, [id], NOW));
    expect(await rowFromEarlierValidity(store.read, mail, '2')).toBe(id);
    const again = await store.transact((tx) => recordMail(tx, { ...mail, uid: 9 }, 'received'));
    expect(again.state).toBe('duplicate');
    const stored = await store.read
      .selectFrom('inbox')
      .select('message_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(stored.message_id).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('the booking', () => {
  it('is counted by month, channel and outcome, together with those that are kept', async () => {
    const store = await newStore();
    const id = await withStory(store);
    await withStoryOf(store, 'cancelled');
    expect(await bookingCounts(store.read)).toEqual([
      { month: '2026-11', channel: 'mail', outcome: 'cancelled', bookings: 1 },
      { month: '2026-11', channel: 'mail', outcome: 'office_cancelled', bookings: 1 },
    ]);
    const before = await bookingCounts(store.read);
    await purging(store, (tx) => forgetBookings(tx, [id]));
    expect(await bookingCounts(store.read)).toEqual(before);
  });

  it('leaves of its mails only the newest, empty, so that no Message-ID comes back', async () => {
    const store = await newStore();
    const id = await withStory(store, 3);
    await purging(store, async (tx) => {
      await purgeBookingContent(tx, [id], NOW);
      await forgetBookings(tx, [id]);
    });
    const mails = await store.read
      .selectFrom('outbox')
      .select(['id', 'booking_id', 'text'])
      .execute();
    expect(mails).toEqual([{ id: 3, booking_id: null, text: '' }]);
  });

  it('has no other table than these that speaks of it', async () => {
    const path = newPath();
    await newStore(path);
    const speaking = beside(path)
      .prepare<[], { name: string }>(
        `select distinct m.name from sqlite_schema m, pragma_foreign_key_list(m.name) f
         where m.type = 'table' and f."table" = 'booking' order by m.name`,
      )
      .all();
    // A new one has to be thought of in `purge-content.ts` and `purge-rows.ts`.
    expect(speaking.map(({ name }) => name)).toEqual([
      'attention',
      'event',
      'inbox',
      'meeting',
      'outbox',
      'site_booking',
      'waiting_mail',
    ]);
  });
});

it('a hand in the file forgets no story, neither before a purge nor after it', async () => {
  const path = newPath();
  const store = await newStore(path);
  const gone = await withStory(store);
  await withStoryOf(store, 'void');
  await purging(store, (tx) => forgetBookings(tx, [gone]));
  const file = beside(path);
  expect(() => file.exec('delete from event')).toThrow('経過の記録は消せません。');
  expect(() => file.exec("update event set detail = 'x'")).toThrow(
    '経過の記録は書き換えられません。',
  );
  expect(await store.read.selectFrom('purging').selectAll().execute()).toEqual([]);
});

async function withStoryOf(store: Store, state: 'cancelled' | 'void') {
  await store.transact(async (tx) => {
    const voidReason = state === 'void' ? 'no_reply' : null;
    const booking = await insertBooking(tx, draft({ state, voidReason }));
    await addEvent(tx, {
      bookingId: booking.id,
      at: NOW,
      recordedAt: NOW,
      type: 'x',
      from: 'requested',
      to: state,
      article: null,
      actor: 'clock',
      inboxId: null,
      detail: null,
    });
  });
}
