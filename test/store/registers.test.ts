/** Register of seekers, kept terms, mailbox and polls, the staff's list, stored times. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTheList, raiseAttention, settleAttention } from '../../src/store/attention.ts';
import { insertBooking } from '../../src/store/bookings.ts';
import {
  lastPollBegan,
  mailboxPlace,
  recordPoll,
  setMailboxPlace,
} from '../../src/store/mailbox.ts';
import { putSeeker, seekerByNumber } from '../../src/store/seekers.ts';
import { listedMatters } from '../../src/store/settling.ts';
import {
  fromStored,
  startFromStored,
  startToStored,
  toStored,
} from '../../src/store/stored-time.ts';
import { keepTerms } from '../../src/store/terms.ts';
import { at, japan } from '../domain/booking-samples.ts';
import { cleanUpAfterEach, draft, newStore } from './store-samples.ts';

cleanUpAfterEach();

const NOW = at('2026-11-24T09:00');

describe('the register of seekers (2(1))', () => {
  const hanako = {
    seekerNumber: '45010-1234567',
    name: '髙橋 花子',
    address: '.a..b.@docomo.ne.jp',
    phone: '09000000001',
    refusedReason: null,
  };

  it('gives back whom it holds, and nobody else', async () => {
    const store = await newStore();
    await store.transact((tx) => putSeeker(tx, hanako, NOW));
    expect(await seekerByNumber(store.read, hanako.seekerNumber)).toEqual(hanako);
    expect(await seekerByNumber(store.read, '45010-7654321')).toBeNull();
  });

  it('takes a later word for the one that counts, and keeps when the seeker was registered', async () => {
    const store = await newStore();
    const later = { ...hanako, address: null, phone: null, refusedReason: '無断キャンセル' };
    await store.transact((tx) => putSeeker(tx, hanako, NOW));
    await store.transact((tx) => putSeeker(tx, later, at('2026-12-01T09:00')));
    expect(await seekerByNumber(store.read, hanako.seekerNumber)).toEqual(later);
    const rows = await store.read.selectFrom('seeker').select('registered_at').execute();
    expect(rows).toEqual([{ registered_at: '2026-11-24T09:00:00+09:00' }]);
  });
});

it('a text of the terms is kept once, with the day of its first use', async () => {
  const store = await newStore();
  const terms = { sha256: 'abc', label: '2025-03-11', text: '規約' };
  await store.transact((tx) => keepTerms(tx, terms, NOW));
  await store.transact((tx) => keepTerms(tx, { ...terms, text: '別' }, at('2026-12-01T09:00')));
  expect(await store.read.selectFrom('terms').selectAll().execute()).toEqual([
    { ...terms, first_used_at: '2026-11-24T09:00:00+09:00' },
  ]);
});

describe('the mailbox', () => {
  const place = { uidValidity: '4294967295', startUid: 10, cursorUid: 12 };

  it('is remembered by its folder, as far as it was read', async () => {
    const store = await newStore();
    expect(await mailboxPlace(store.read, 'INBOX')).toBeNull();
    await store.transact((tx) => setMailboxPlace(tx, 'INBOX', { ...place, now: NOW }));
    const further = { ...place, cursorUid: 99 };
    const later = at('2026-12-01T09:00');
    await store.transact((tx) => setMailboxPlace(tx, 'INBOX', { ...further, now: later }));
    expect(await mailboxPlace(store.read, 'INBOX')).toEqual(further);
    expect(await mailboxPlace(store.read, '予約')).toBeNull();
    const rows = await store.read.selectFrom('mailbox').select('first_run_at').execute();
    expect(rows).toEqual([{ first_run_at: '2026-11-24T09:00:00+09:00' }]);
  });

  it('a void rests on the beginning of the newest poll that came to its end', async () => {
    const store = await newStore();
    expect(await lastPollBegan(store.read)).toBeNull();
    const poll = (minute: string) => ({
      beganAt: at(`2026-12-03T00:${minute}:00`),
      endedAt: at(`2026-12-03T00:${minute}:59`),
      mails: 1,
    });
    await store.transact((tx) => recordPoll(tx, poll('01')));
    await store.transact((tx) => recordPoll(tx, poll('02')));
    expect((await lastPollBegan(store.read))?.toString()).toBe(at('2026-12-03T00:02').toString());
  });

  it('only the newest thousand polls are kept', async () => {
    const store = await newStore();
    const poll = { beganAt: NOW, endedAt: NOW, mails: 0 };
    await store.transact(async (tx) => {
      for (let i = 0; i < 1005; i += 1) await recordPoll(tx, poll);
    });
    const rows = await store.read.selectFrom('poll').select('id').orderBy('id').execute();
    expect([rows.length, rows[0]?.id, rows.at(-1)?.id]).toEqual([1000, 6, 1005]);
  });
});

describe('the list for staff', () => {
  it('shows what waits, until it is settled for its booking', async () => {
    const store = await newStore();
    const { id } = await store.transact((tx) => insertBooking(tx, draft()));
    const entry = { bookingId: id, inboxId: null, outboxId: null, raisedAt: NOW };
    await store.transact(async (tx) => {
      await raiseAttention(tx, { ...entry, reason: 'reply_declines' });
      await raiseAttention(tx, { ...entry, reason: 'other_sender' });
      await raiseAttention(tx, { ...entry, reason: 'machine_mail', bookingId: null });
    });
    const waiting = async () =>
      (await listedMatters(store.read, { by: 'all' })).map(({ reason }) => reason);
    expect(await waiting()).toEqual(['reply_declines', 'other_sender', 'machine_mail']);
    const declines = { reason: 'reply_declines', bookingId: id } as const;
    const machine = { reason: 'machine_mail', bookingId: null } as const;
    expect(await isOnTheList(store.read, declines)).toBe(true);
    expect(await isOnTheList(store.read, { ...declines, bookingId: id + 1 })).toBe(false);
    expect(await isOnTheList(store.read, machine)).toBe(true);
    await store.transact((tx) => settleAttention(tx, id, at('2026-12-01T09:00')));
    expect(await waiting()).toEqual(['machine_mail']);
    expect(await isOnTheList(store.read, declines)).toBe(false);
  });

  it('keeps when a thing was settled first', async () => {
    const store = await newStore();
    const { id } = await store.transact((tx) => insertBooking(tx, draft()));
    const entry = { bookingId: id, inboxId: null, outboxId: null, raisedAt: NOW } as const;
    await store.transact((tx) => raiseAttention(tx, { ...entry, reason: 'reply_asks' }));
    await store.transact((tx) => settleAttention(tx, id, at('2026-12-01T09:00')));
    await store.transact((tx) => settleAttention(tx, id, at('2026-12-02T09:00')));
    const rows = await store.read.selectFrom('attention').select('settled_at').execute();
    expect(rows).toEqual([{ settled_at: '2026-12-01T09:00:00+09:00' }]);
  });
});

describe('a stored time', () => {
  it('is Japanese time with its offset, to the second that has begun', () => {
    expect(toStored(at('2026-12-02T23:59:59.999'))).toBe('2026-12-02T23:59:59+09:00');
    expect(toStored(Temporal.Instant.from('2026-12-02T15:00:00Z'))).toBe(
      '2026-12-03T00:00:00+09:00',
    );
    expect(startToStored(japan('2026-12-03T10:00'))).toBe('2026-12-03T10:00:00+09:00');
  });

  it('comes back as the same second in Japan', () => {
    expect(startFromStored('2026-12-03T10:00:00+09:00').toString()).toBe(
      japan('2026-12-03T10:00').toString(),
    );
    expect(fromStored('2026-12-03T01:00:00Z').toString()).toBe(at('2026-12-03T10:00').toString());
  });

  it('sorts as text as it does in time', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const [one, other] = [a, b].map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000));
        if (one === undefined || other === undefined) return;
        const asText = toStored(one) < toStored(other) ? -1 : Number(a !== b);
        expect(asText).toBe(Temporal.Instant.compare(one, other));
        expect(fromStored(toStored(one)).equals(one)).toBe(true);
      }),
    );
  });
});
