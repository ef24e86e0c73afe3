/**
 * One slot is given once (trap 19), whatever happens: two processes on one file, a counselor's 変更
 * meanwhile, a slot that goes between the look and the write. Who comes second gets other times or
 * an answer; nothing crashes and no mail is set aside.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, letterSource, type Person } from '../../src/demo/people.ts';
import { concludeArrival, openMail } from '../../src/flow/handle/handle.ts';
import type { Office } from '../../src/flow/office.ts';
import { insertBooking } from '../../src/store/bookings.ts';
import { type InboxRow, recordMail } from '../../src/store/inbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { draft } from '../store/store-samples.ts';
import { bookings, inbox, lastMailTo } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const TEN = '2025-12-03T10:00:00+09:00';
const start = Temporal.Instant.from(TEN).toZonedDateTimeISO('Asia/Tokyo');
const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });

let played: Played;
let beside: Store;
beforeEach(async () => {
  played = await playOffice();
  beside = await openStore(played.office.config.database);
});
afterEach(async () => {
  await beside.close();
  await played.end();
});

/** The office of a second process: everything the same but its connection to the file. */
const secondProcess = (): Office => ({ ...played.office, store: beside });

let uid = 70_000;

/** A mail in the ledger that nobody has worked on. */
async function received(from: Person, text: string, subject = '予約'): Promise<InboxRow> {
  uid += 1;
  const now = played.clock.now();
  const source = letterSource({ from, text, subject, at: now, number: uid });
  const raw = Buffer.from(source);
  const mail = {
    uidValidity: '1',
    uid,
    messageId: `<one-holder-${uid}@x>`,
    sizeBytes: raw.length,
    internalDate: now,
    receivedAt: now,
    raw,
  };
  return played.office.store.transact((tx) => recordMail(tx, mail, 'received'));
}

const handleMail = async (office: Office, row: InboxRow) =>
  concludeArrival(office, await openMail(office, row));

async function holders(): Promise<number> {
  const open = (await bookings(played)).filter(
    ({ state }) => !['void', 'cancelled'].includes(state),
  );
  return open.filter(({ slot_start_at: at }) => at === TEN).length;
}

async function setAside(): Promise<(string | null)[]> {
  const rows = await inbox(played);
  return rows.map(({ outcome }) => outcome).filter((each) => each?.startsWith('set aside'));
}

describe('two processes on one file', () => {
  test('give a slot to one of two requests, and other times to the other', async () => {
    const [first, second] = [
      await received(HANAKO, hanako('12月3日 10:00')),
      await received(JUN, jun('12月3日 10:00')),
    ];
    await Promise.all([handleMail(played.office, first), handleMail(secondProcess(), second)]);
    expect(await holders()).toBe(1);
    const kinds = [
      ...(await played.kindsTo(HANAKO.address)),
      ...(await played.kindsTo(JUN.address)),
    ];
    expect(kinds.sort()).toEqual(['seeker.action.offer', 'seeker.action.terms']);
    expect(await setAside()).toEqual([]);
  });

  test('never let 変更 and a request have the same slot', async () => {
    await played.write(HANAKO, hanako('12月4日 10:00'));
    await played.answer(HANAKO, 'はい');
    const subject = `予約番号 ${(await bookings(played))[0]?.reference}`;
    const [word, request] = [
      await received(COUNSELOR, '変更 12/3 10:00', subject),
      await received(JUN, jun('12月3日 10:00')),
    ];
    await Promise.all([handleMail(secondProcess(), word), handleMail(played.office, request)]);
    expect(await holders()).toBe(1);
    const moved = (await bookings(played))[0]?.slot_start_at === TEN;
    const answer = (await lastMailTo(played, COUNSELOR.address)).text;
    expect(answer).toContain(moved ? '変更しました' : 'もうほかの予約があります');
    expect(await setAside()).toEqual([]);
  });
});

describe('a slot that goes between the look and the write', () => {
  /** The database refuses the first try as it would then; before the next, somebody has the slot. */
  function overtakenOnce(): Store {
    const { store } = played.office;
    let first = true;
    return {
      ...store,
      transact: async (work) => {
        if (!first) return store.transact(work);
        first = false;
        const taken = draft({ state: 'requested', slot: { start, lane: 'A' } });
        const refused = store.transact(async (tx) => {
          await insertBooking(tx, { ...taken, reference: 'BESI-DE01' });
          await insertBooking(tx, taken);
          return work(tx);
        });
        await expect(refused).rejects.toThrow(/UNIQUE/);
        await beside.transact((tx) => insertBooking(tx, taken));
        return refused;
      },
    };
  }

  test('becomes a fresh offer', async () => {
    const row = await received(JUN, jun('12月3日 10:00'));
    await handleMail({ ...played.office, store: overtakenOnce() }, row);
    expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.offer']);
    expect(await setAside()).toEqual([]);
  });

  test('becomes an answer to the counselor', async () => {
    await played.write(HANAKO, hanako('12月4日 10:00'));
    const subject = `予約番号 ${(await bookings(played))[0]?.reference}`;
    const row = await received(COUNSELOR, '変更 12/3 10:00', subject);
    await handleMail({ ...played.office, store: overtakenOnce() }, row);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain(
      'もうほかの予約があります',
    );
    expect(await setAside()).toEqual([]);
  });
});
