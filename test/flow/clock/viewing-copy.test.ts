/** When the copy for looking is made: after changes, not too often, and never at the office's cost. */
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { startViewingCopy } from '../../../src/flow/clock/viewing-copy.ts';
import type { Office } from '../../../src/flow/office.ts';
import { insertBooking } from '../../../src/store/bookings.ts';
import { at } from '../../domain/booking-samples.ts';
import { beside, cleanUpAfterEach, draft, newPath, newStore } from '../../store/store-samples.ts';

cleanUpAfterEach();

async function office(file = 'shared/閲覧用.sqlite') {
  const database = newPath();
  const store = await newStore(database);
  const copy = join(dirname(database), file);
  let now = at('2026-11-24T09:00');
  const log: string[] = [];
  const say = (event: string) => void log.push(event);
  const played = {
    config: {
      database,
      viewing: { file: copy, readableBy: 'everyone', everySeconds: 20, freshMinutes: 5 },
    },
    store,
    clock: { now: () => now },
    log: { info: say, warn: say, error: say },
  } as unknown as Office;
  const viewing = startViewingCopy(played);
  return {
    copy,
    log,
    database,
    /** Looks after so many seconds; tells whether a copy was made. */
    after: async (seconds: number): Promise<boolean> => {
      now = now.add({ seconds });
      const before = log.length;
      viewing.look();
      viewing.look();
      await viewing.settled();
      return log.slice(before).includes('viewing_copy');
    },
    book: () =>
      store.transact((tx) => insertBooking(tx, draft({ slot: null, state: 'requested' }))),
    bookings: () => {
      const file = new DatabaseSync(copy, { readOnly: true });
      const row = file.prepare('select count(*) as n from booking').get();
      file.close();
      return row?.n;
    },
  };
}

it('it is made at the start, after a change once the pause is over, and now and then in any case', async () => {
  const { after, book, bookings } = await office();
  expect(await after(0)).toBe(true);
  expect(await after(60)).toBe(false);
  await book();
  expect(await after(1)).toBe(true);
  await book();
  expect(await after(5)).toBe(false);
  expect(bookings()).toBe(1);
  expect(await after(15)).toBe(true);
  expect(bookings()).toBe(2);
  expect(await after(299)).toBe(false);
  expect(await after(1)).toBe(true);
});

it('it is made of the last commit, also while somebody holds the live file for writing', async () => {
  const { after, book, database, bookings } = await office();
  await book();
  const viewer = beside(database);
  viewer.exec("begin immediate; update booking set name = '直しかけ'");
  expect(await after(0)).toBe(true);
  viewer.exec('rollback');
  expect(bookings()).toBe(1);
});

it('a place that cannot be written is told in the log, and the office goes on', async () => {
  const { after, copy, log, book } = await office();
  writeFileSync(dirname(copy), 'a file where the folder should be');
  expect(await after(0)).toBe(false);
  expect(log).toEqual(['viewing_copy_failed']);
  await book();
  expect(existsSync(copy)).toBe(false);
});

it('a copy that nobody may write is replaced all the same', async () => {
  const { after, copy, book, bookings } = await office();
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, 'old');
  chmodSync(copy, 0o444);
  await book();
  expect(await after(0)).toBe(true);
  expect(bookings()).toBe(1);
  expect(statSync(copy).mode & 0o777).toBe(0o444);
});
