/**
 * What the database holds of Zoom's meetings, whatever the program does: one at a time for a
 * booking, none told that the booking no longer has, and each waiting mail once.
 */
import { describe, expect, it } from 'vitest';
import { bookingById, insertBooking } from '../../src/store/bookings.ts';
import { changeMeeting, giveMeeting, meetingOf, wantMeeting } from '../../src/store/meetings.ts';
import type { Store } from '../../src/store/store.ts';
import { addWaitingMail, takeWaitingMails } from '../../src/store/waiting-mails.ts';
import { at, sampleBooking } from '../domain/booking-samples.ts';
import { cleanUpAfterEach, newStore } from './store-samples.ts';

cleanUpAfterEach();

const NOW = at('2026-11-24T09:00');
const MEETING = { meetingId: '812 3456 7890', passcode: '123456', url: 'https://zoom.example/j/1' };

async function storeWithBooking(): Promise<{
  store: Store;
  id: number;
  want: () => Promise<void>;
}> {
  const store = await newStore();
  const { id: _, meeting: __, ...draft } = sampleBooking({ termsSha256: null });
  const { id } = await store.transact((tx) => insertBooking(tx, draft));
  const wanted = { bookingId: id, lane: 'A', zoomUser: 'u', start: NOW, passcode: '123456' };
  return { store, id, want: () => store.transact((tx) => wantMeeting(tx, wanted, NOW)) };
}

describe('a booking’s meeting', () => {
  it('is one at a time; a new one may follow when the last is gone', async () => {
    const { store, id, want } = await storeWithBooking();
    await want();
    await expect(want()).rejects.toThrow(/UNIQUE/);
    const first = await meetingOf(store.read, id);
    await store.transact((tx) => changeMeeting(tx, first?.id ?? 0, { state: 'gone' }));
    expect(await meetingOf(store.read, id)).toBeNull();
    await want();
    expect(await meetingOf(store.read, id)).toMatchObject({ state: 'making', tried: false });
  });

  it.each([
    ['it is void', { state: 'void', void_reason: 'no_reply' }],
    ['it is cancelled', { state: 'cancelled' }],
    ['it goes to another lane', { lane: 'B' }],
  ] as const)('is no longer told by the booking once %s', async (_, change) => {
    const { store, id } = await storeWithBooking();
    await store.transact((tx) => giveMeeting(tx, id, MEETING));
    expect((await bookingById(store.read, id))?.meeting).toEqual(MEETING);
    await store.transact((tx) =>
      tx.updateTable('booking').set(change).where('id', '=', id).execute(),
    );
    expect((await bookingById(store.read, id))?.meeting).toBeNull();
  });

  it('stays told through another time and a confirmation', async () => {
    const { store, id } = await storeWithBooking();
    await store.transact((tx) => giveMeeting(tx, id, MEETING));
    const change = { state: 'confirmed', slot_start_at: '2026-12-04T10:00:00+09:00' } as const;
    await store.transact((tx) => tx.updateTable('booking').set(change).execute());
    expect((await bookingById(store.read, id))?.meeting).toEqual(MEETING);
  });
});

describe('a mail that waits', () => {
  it('waits once for one occasion, and is taken once, in order', async () => {
    const { store, id } = await storeWithBooking();
    const mail = { bookingId: id, occasion: 'a', cause: '{}', since: NOW };
    await store.transact(async (tx) => {
      await addWaitingMail(tx, { ...mail, kind: 'seeker.action.terms' });
      await addWaitingMail(tx, { ...mail, kind: 'seeker.action.terms' });
      await addWaitingMail(tx, { ...mail, kind: 'seeker.notice.confirmed' });
    });
    const taken = await store.transact((tx) => takeWaitingMails(tx, id));
    expect(taken.map(({ kind }) => kind)).toEqual([
      'seeker.action.terms',
      'seeker.notice.confirmed',
    ]);
    expect(await store.transact((tx) => takeWaitingMails(tx, id))).toEqual([]);
  });
});
