/**
 * The unit of work: all or nothing, and patience with a viewer's lock (trap 21).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bookingById, insertBooking, moveBooking } from '../../src/store/bookings.ts';
import { addEvent } from '../../src/store/events.ts';
import { concludeMail, recordMail, unhandledMails } from '../../src/store/inbox.ts';
import { addToOutbox, dueMails } from '../../src/store/outbox.ts';
import type { Writer } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import {
  beside,
  cleanUpAfterEach,
  draft,
  firstTables,
  newPath,
  newStore,
  outgoing,
  received,
} from './store-samples.ts';

cleanUpAfterEach();

/** All that one confirming reply writes. */
async function confirmByReply(tx: Writer, bookingId: number, inboxId: number): Promise<void> {
  const now = at('2026-11-30T12:00');
  await moveBooking(tx, bookingId, {
    from: 'awaiting_reply',
    to: 'confirmed',
    voidReason: null,
    change: { consentedAt: now },
  });
  await addEvent(tx, {
    bookingId,
    at: now,
    recordedAt: now,
    type: 'reply_confirmed',
    from: 'awaiting_reply',
    to: 'confirmed',
    article: '6(3)',
    actor: 'seeker',
    inboxId,
    detail: null,
  });
  await addToOutbox(tx, outgoing({ bookingId, inboxId }), 'queued');
  await concludeMail(tx, inboxId, {
    state: 'handled',
    origin: 'person',
    evidence: null,
    outcome: 'reply_confirmed',
    bookingId,
  });
}

async function replyInHand() {
  const path = newPath();
  const waits: number[] = [];
  const store = await newStore(path, { onLocked: (waitedMs) => waits.push(waitedMs) });
  const booking = await store.transact((tx) => insertBooking(tx, draft()));
  const mail = await store.transact((tx) => recordMail(tx, received(), 'received'));
  const state = async () => ({
    booking: (await bookingById(store.read, booking.id))?.state,
    events: (await store.read.selectFrom('event').select('id').execute()).length,
    mails: (await dueMails(store.read, at('2027-01-01T00:00'), { limit: 10, notNow: new Set() }))
      .length,
    unhandled: (await unhandledMails(store.read, 10)).length,
  });
  return {
    path,
    store,
    waits,
    state,
    confirm: (tx: Writer) => confirmByReply(tx, booking.id, mail.id),
  };
}

const BEFORE = { booking: 'awaiting_reply', events: 0, mails: 0, unhandled: 1 };
const AFTER = { booking: 'confirmed', events: 1, mails: 1, unhandled: 0 };

describe('a transaction', () => {
  it('writes the move, its event, its mail and the end of its cause together', async () => {
    const { store, state, confirm } = await replyInHand();
    await store.transact(confirm);
    expect(await state()).toEqual(AFTER);
  });

  it('that throws at its end leaves nothing behind', async () => {
    const { store, state, confirm } = await replyInHand();
    const failing = store.transact(async (tx) => {
      await confirm(tx);
      throw new Error('a template fails');
    });
    await expect(failing).rejects.toThrow('a template fails');
    expect(await state()).toEqual(BEFORE);
    await store.transact(confirm);
    expect(await state()).toEqual(AFTER);
  });

  it('is not seen by others before it is committed', async () => {
    const { path, store, confirm } = await replyInHand();
    const viewer = beside(path);
    const seen = () => viewer.prepare('select state from booking').pluck().get();
    await store.transact(async (tx) => {
      await confirm(tx);
      expect(seen()).toBe('awaiting_reply');
    });
    expect(seen()).toBe('confirmed');
  });

  it('runs one at a time, in the order in which they were asked for', async () => {
    const { store } = await replyInHand();
    const steps: string[] = [];
    const slow = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      steps.push(`${name} ends`);
    };
    await Promise.all([store.transact(slow('a')), store.transact(slow('b'))]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('hands over what the work returns', async () => {
    const { store } = await replyInHand();
    expect(await store.transact(() => Promise.resolve(42))).toBe(42);
  });
});

/** Another process that holds the write lock, as unsaved edits in a viewer do. */
async function lockFor(path: string, ms: number): Promise<{ released: Promise<unknown> }> {
  const script = `
    const file = new (require('better-sqlite3'))(process.argv[1]);
    file.exec('begin immediate');
    process.stdout.write('locked');
    setTimeout(() => { file.exec('rollback'); file.close(); }, ${ms});`;
  const child = spawn(process.execPath, ['-e', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const released = once(child, 'exit');
  await once(child.stdout, 'data');
  return { released };
}

describe('while a viewer holds a write lock on the file', () => {
  it('the work is delayed, the wait is told of, and nothing is lost or done twice', async () => {
    const { path, store, state, confirm, waits } = await replyInHand();
    const { released } = await lockFor(path, 600);
    let runs = 0;
    await store.transact((tx) => {
      runs += 1;
      return confirm(tx);
    });
    await released;
    expect(await state()).toEqual(AFTER);
    expect(runs).toBe(1);
    expect(waits.length).toBeGreaterThanOrEqual(1);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });

  it('several who want to write all have their turn', async () => {
    const { path, store, waits } = await replyInHand();
    const { released } = await lockFor(path, 600);
    const one = () =>
      store.transact((tx) => insertBooking(tx, draft({ state: 'requested', slot: null })));
    const made = await Promise.all([one(), one(), one()]);
    await released;
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    expect(waits.length).toBeGreaterThanOrEqual(1);
  });

  it('the program starts all the same', async () => {
    const { path, store } = await replyInHand();
    await store.close();
    const { released } = await lockFor(path, 600);
    const again = await newStore(path);
    expect(await again.read.selectFrom('booking').select('id').execute()).toHaveLength(1);
    await released;
  });

  it('an upgrade of the tables waits for the lock to go, and tells of it', async () => {
    const path = newPath();
    await firstTables(path);
    const { released } = await lockFor(path, 600);
    const waits: number[] = [];
    await newStore(path, { onLocked: (waitedMs) => waits.push(waitedMs) });
    await released;
    expect(waits.length).toBeGreaterThanOrEqual(1);
    const triggers = beside(path).prepare("select name from sqlite_schema where type = 'trigger'");
    expect(triggers.all().length).toBeGreaterThanOrEqual(4);
  });

  it('reading goes on', async () => {
    const { path, state } = await replyInHand();
    const { released } = await lockFor(path, 400);
    expect(await state()).toEqual(BEFORE);
    await released;
  });
});
