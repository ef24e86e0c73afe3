/** The outgoing mails: written once for their occasion, tried in order, each the same on every try. */
import { describe, expect, it } from 'vitest';
import { insertBooking } from '../../src/store/bookings.ts';
import {
  latestMailTo,
  mailsOfKind,
  mailsToAddressSince,
  ourMail,
} from '../../src/store/our-mails.ts';
import {
  addToOutbox,
  dueMails,
  markSending,
  nextDue,
  nextMailId,
  type OutboxEntry,
  recordTry,
  releaseHeld,
  toMessage,
} from '../../src/store/outbox.ts';
import { isUniqueViolation } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import { cleanUpAfterEach, draft, newStore, outgoing } from './store-samples.ts';

cleanUpAfterEach();

const NOW = at('2026-11-24T12:00');
const none = new Set<number>();

function put(
  store: Store,
  changes: Partial<OutboxEntry> = {},
  state: 'held' | 'queued' = 'queued',
): Promise<number | null> {
  return store.transact((tx) => addToOutbox(tx, outgoing(changes), state));
}

/** A mail that was written at `local`. */
function written(local: string): Partial<OutboxEntry> {
  return { message: { ...outgoing().message, date: at(local) } };
}

async function due(store: Store, now = NOW, limit = 10, notNow: ReadonlySet<number> = none) {
  return (await dueMails(store.read, now, { limit, notNow })).map(({ id }) => id);
}

async function withBooking() {
  const store = await newStore();
  const { id } = await store.transact((tx) => insertBooking(tx, draft()));
  return { store, bookingId: id };
}

describe('a mail', () => {
  it.each([
    ['an answer', outgoing().message],
    [
      'one whose answers go to an address of its own',
      {
        ...outgoing().message,
        replyTo: { name: 'ハローワーク小林', address: 'yoyaku+k7qm@office.example.jp' },
      },
    ],
    [
      'a notice with a calendar entry',
      {
        ...outgoing().message,
        inReplyTo: null,
        references: [],
        autoSubmitted: 'auto-generated' as const,
        calendar: { fileName: 'yoyaku.ics', content: 'BEGIN:VCALENDAR\r\n' },
      },
    ],
    ['a text that must survive', { ...outgoing().message, text: '?pwd=a&b "髙﨑𠮷"\n' }],
  ])('%s is tried as it was written', async (_name, message) => {
    const store = await newStore();
    await put(store, { message });
    const [row] = await dueMails(store.read, NOW, { limit: 1, notNow: none });
    const found = row && toMessage(row, message.from);
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(message)));
  });

  it('knows its id before it is written', async () => {
    const store = await newStore();
    for (let i = 0; i < 3; i += 1) {
      await store.transact(async (tx) => {
        const foretold = await nextMailId(tx);
        expect(await addToOutbox(tx, outgoing(), 'queued')).toBe(foretold);
      });
    }
  });

  it('whose Message-ID is taken is not lost unseen', async () => {
    const store = await newStore();
    const { message } = outgoing();
    await put(store, { message });
    await expect(put(store, { message })).rejects.toSatisfy(isUniqueViolation);
  });
});

describe('one mail of a kind for one occasion of a booking (trap 11)', () => {
  it('is written once', async () => {
    const { store, bookingId } = await withBooking();
    const same = { bookingId, occasion: '2026-12-03' };
    expect(await put(store, same)).toBe(1);
    expect(await put(store, same)).toBeNull();
    expect(await due(store)).toEqual([1]);
  });

  it('stays one after it was sent, and after it failed', async () => {
    const { store, bookingId } = await withBooking();
    for (const [occasion, state] of [
      ['a', 'sent'],
      ['b', 'failed'],
    ] as const) {
      const id = (await put(store, { bookingId, occasion })) ?? 0;
      const result = { state, replyCode: null, response: '', at: NOW };
      await store.transact((tx) => recordTry(tx, id, result));
      expect(await put(store, { bookingId, occasion })).toBeNull();
    }
  });

  it('another occasion, kind or booking is another mail', async () => {
    const { store, bookingId } = await withBooking();
    const other = await store.transact((tx) =>
      insertBooking(tx, draft({ state: 'requested', slot: null })),
    );
    await put(store, { bookingId, occasion: 'a' });
    expect(await put(store, { bookingId, occasion: 'b' })).not.toBeNull();
    expect(
      await put(store, { bookingId, occasion: 'a', kind: 'seeker.notice.void' }),
    ).not.toBeNull();
    expect(await put(store, { bookingId: other.id, occasion: 'a' })).not.toBeNull();
  });

  it('a mail about no booking has no occasion to share', async () => {
    const store = await newStore();
    expect(await put(store, { bookingId: null })).toBe(1);
    expect(await put(store, { bookingId: null })).toBe(2);
  });
});

describe('due is', () => {
  it('what was written first, no more than are asked for, and none that is on its way', async () => {
    const store = await newStore();
    for (let i = 0; i < 4; i += 1) await put(store);
    expect(await due(store)).toEqual([1, 2, 3, 4]);
    expect(await due(store, NOW, 2)).toEqual([1, 2]);
    expect(await due(store, NOW, 2, new Set([1, 3]))).toEqual([2, 4]);
  });

  it('what is about some bookings, where only that is asked for', async () => {
    const { store, bookingId } = await withBooking();
    await put(store);
    await put(store, { bookingId });
    await put(store, { bookingId, occasion: 'another' });
    const asked = { limit: 10, notNow: new Set([3]), bookingIds: new Set([bookingId, 99]) };
    expect((await dueMails(store.read, NOW, asked)).map(({ id }) => id)).toEqual([2]);
  });

  it('not what is still to wait, from its second on it is', async () => {
    const store = await newStore();
    await put(store, written('2026-11-24T12:00:01'));
    expect(await due(store, at('2026-11-24T12:00:00'))).toEqual([]);
    expect(await due(store, at('2026-11-24T12:00:01'))).toEqual([1]);
    expect((await nextDue(store.read))?.toString()).toBe(at('2026-11-24T12:00:01').toString());
  });

  it('never what is held, until it is released', async () => {
    const store = await newStore();
    await put(store, {}, 'held');
    await put(store, {}, 'held');
    expect(await due(store)).toEqual([]);
    expect(await nextDue(store.read)).toBeNull();
    expect(await store.transact((tx) => releaseHeld(tx, 2))).toBe(1);
    expect(await due(store)).toEqual([2]);
    expect(await store.transact((tx) => releaseHeld(tx, null))).toBe(1);
    expect(await due(store)).toEqual([1, 2]);
    expect(await store.transact((tx) => releaseHeld(tx, null))).toBe(0);
  });

  it('again what was on its way when the program ended', async () => {
    const store = await newStore();
    await put(store);
    await store.transact((tx) => markSending(tx, 1));
    const [row] = await dueMails(store.read, NOW, { limit: 1, notNow: none });
    expect(row).toMatchObject({ id: 1, state: 'sending', attempts: 1 });
  });

  it('a mail to be tried again, at its time', async () => {
    const store = await newStore();
    await put(store);
    await store.transact((tx) => markSending(tx, 1));
    const nextAttemptAt = at('2026-11-24T12:05');
    const deferred = { state: 'queued', replyCode: 451, response: '4.3.0', at: NOW } as const;
    await store.transact((tx) => recordTry(tx, 1, { ...deferred, nextAttemptAt }));
    expect(await due(store, at('2026-11-24T12:04:59'))).toEqual([]);
    expect(await due(store, nextAttemptAt)).toEqual([1]);
    await store.transact((tx) => markSending(tx, 1));
    const [row] = await dueMails(store.read, nextAttemptAt, { limit: 1, notNow: none });
    expect(row).toMatchObject({ attempts: 2, reply_code: 451, sent_at: null });
  });
});

describe('a mail that has its end', () => {
  it.each(['sent', 'failed'] as const)('%s: is never due nor tried again', async (state) => {
    const store = await newStore();
    await put(store);
    await store.transact((tx) => markSending(tx, 1));
    const result = { state, replyCode: 250, response: 'x'.repeat(600), at: NOW };
    await store.transact((tx) => recordTry(tx, 1, result));
    expect(await due(store, at('2027-11-24T12:00'))).toEqual([]);
    await expect(store.transact((tx) => markSending(tx, 1))).rejects.toThrow(/waiting/);
    await expect(store.transact((tx) => recordTry(tx, 1, result))).rejects.toThrow(/waiting/);
    expect(await store.transact((tx) => releaseHeld(tx, null))).toBe(0);
    const row = await store.read.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state, attempts: 1, reply_code: 250 });
    expect(row.response).toHaveLength(500);
    expect(row.sent_at).toBe(state === 'sent' ? '2026-11-24T12:00:00+09:00' : null);
  });

  it('held: cannot be tried', async () => {
    const store = await newStore();
    await put(store, {}, 'held');
    await expect(store.transact((tx) => markSending(tx, 1))).rejects.toThrow(/waiting/);
  });
});

describe('our mails are known', () => {
  it('by their Message-ID', async () => {
    const { store, bookingId } = await withBooking();
    const entry = outgoing({ bookingId });
    await store.transact((tx) => addToOutbox(tx, entry, 'queued'));
    expect(await ourMail(store.read, entry.message.messageId)).toEqual({
      id: 1,
      bookingId,
      kind: entry.kind,
      text: entry.message.text,
      writtenAt: entry.message.date,
    });
    expect(await ourMail(store.read, '<another@office.example.jp>')).toBeNull();
  });

  it('by their count to an address and of a kind', async () => {
    const { store, bookingId } = await withBooking();
    await put(store, written('2026-11-24T10:59:59'));
    await put(store, { ...written('2026-11-24T11:00:00'), bookingId, occasion: 'a' });
    await put(store, { ...written('2026-11-24T11:30:00'), bookingId, occasion: 'b' });
    const to = outgoing().message.to.address;
    expect(await mailsToAddressSince(store.read, to, at('2026-11-24T11:00'))).toBe(2);
    expect(await mailsToAddressSince(store.read, 'b@x', at('2026-11-24T11:00'))).toBe(0);
    expect(await mailsOfKind(store.read, bookingId, 'seeker.notice.confirmed')).toBe(2);
    expect(await mailsOfKind(store.read, bookingId, 'seeker.action.terms')).toBe(0);
  });

  it('the newest of a booking to an address is the one a person answers', async () => {
    const { store, bookingId } = await withBooking();
    const to = outgoing().message.to.address;
    expect(await latestMailTo(store.read, bookingId, to)).toBeNull();
    const messages = ['一通目', '二通目'].map((text) => ({ ...outgoing().message, text }));
    for (const message of messages) {
      await put(store, { bookingId, occasion: message.text, message });
    }
    expect((await latestMailTo(store.read, bookingId, to))?.text).toBe('二通目');
    expect(await latestMailTo(store.read, bookingId, 'b@x')).toBeNull();
  });
});
