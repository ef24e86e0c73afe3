/** The ledger: no mail is lost, none is worked on twice. */
import { describe, expect, it } from 'vitest';
import {
  concludeMail,
  knownUids,
  type ReceivedMail,
  recordMail,
  unhandledMails,
} from '../../src/store/inbox.ts';
import {
  markFiled,
  readdressMail,
  rowFromEarlierValidity,
  unfiledMails,
} from '../../src/store/inbox-places.ts';
import { isUniqueViolation } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import { cleanUpAfterEach, newPath, newStore, rawMail, received } from './store-samples.ts';

cleanUpAfterEach();

const NOW = at('2026-11-24T12:00');

const done = {
  state: 'handled',
  origin: 'person',
  evidence: null,
  outcome: 'reply_confirmed',
  bookingId: null,
} as const;

function record(
  store: Store,
  changes: Partial<ReceivedMail> = {},
  state: 'noted' | 'received' | 'for_staff' = 'received',
) {
  return store.transact((tx) => recordMail(tx, received(changes), state));
}

describe('a mail', () => {
  it('is kept byte for byte, with the second of its arrival', async () => {
    const store = await newStore();
    const raw = Buffer.from([0, 13, 10, 255, 0x1b, 0x24, 0x42]);
    await record(store, { raw, internalDate: at('2026-12-02T23:59:59.7') });
    const [row] = await unhandledMails(store.read, 10);
    expect(row?.raw?.equals(raw)).toBe(true);
    expect(row?.internalDate.toString()).toBe(at('2026-12-02T23:59:59').toString());
    expect(row).toMatchObject({ uid: 1, messageId: '<one@mail.example.jp>', state: 'received' });
  });

  it('has one row for one place on the server', async () => {
    const store = await newStore();
    await record(store);
    await expect(record(store, { messageId: '<two@x>' })).rejects.toSatisfy(isUniqueViolation);
    expect((await record(store, { messageId: '<two@x>', uidValidity: '2' })).state).toBe(
      'received',
    );
  });
});

describe('a mail that came before', () => {
  const first = { raw: rawMail('はい。', 'Received: a\r\nDate: b') };

  it.each<[string, Partial<ReceivedMail>, Partial<ReceivedMail>, string]>([
    [
      'the same over another way',
      first,
      { raw: rawMail('はい。', 'Received: z\r\nDate: b') },
      'duplicate',
    ],
    ['the same Message-ID with another body', first, { raw: rawMail('いいえ。') }, 'received'],
    ['the same body with another Message-ID', first, { messageId: '<two@x>' }, 'received'],
    ['both without a body', { raw: rawMail('') }, { raw: rawMail('') }, 'duplicate'],
    [
      'without Message-ID, byte for byte',
      { ...first, messageId: null },
      { ...first, messageId: null },
      'duplicate',
    ],
    [
      'without Message-ID, over another way',
      { ...first, messageId: null },
      { messageId: null, raw: rawMail('はい。', 'Received: z\r\nDate: c') },
      'received',
    ],
    [
      'without Message-ID where the first had one',
      first,
      { ...first, messageId: null },
      'received',
    ],
  ])('%s', async (_name, one, two, state) => {
    const store = await newStore();
    expect((await record(store, { ...one, uid: 1 })).state).toBe('received');
    expect((await record(store, { ...first, ...two, uid: 2 })).state).toBe(state);
    expect((await unhandledMails(store.read, 10)).map(({ uid }) => uid)).toEqual(
      state === 'received' ? [1, 2] : [1],
    );
  });

  it('header lines that end in a bare line feed are cut off as well', async () => {
    const store = await newStore();
    await record(store, { uid: 1, raw: Buffer.from('Received: a\n\nはい。') });
    const again = await record(store, { uid: 2, raw: Buffer.from('Received: z\n\nはい。') });
    expect(again.state).toBe('duplicate');
  });

  it('before the first start, and was moved away and back, is not answered now (trap 10)', async () => {
    const store = await newStore();
    await record(store, { uid: 1, raw: null, sizeBytes: 1234 }, 'noted');
    expect((await record(store, { uid: 2, sizeBytes: 1234 })).state).toBe('duplicate');
    expect((await record(store, { uid: 3, sizeBytes: 999, raw: rawMail('別') })).state).toBe(
      'received',
    );
  });

  it('and was too large to fetch says nothing about a smaller one', async () => {
    const store = await newStore();
    await record(store, { uid: 1, raw: null, sizeBytes: 99_999_999 }, 'for_staff');
    expect((await record(store, { uid: 2 })).state).toBe('received');
  });
});

describe('after a crash', () => {
  it('mails that were recorded and not worked on are taken up again, the oldest first', async () => {
    const path = newPath();
    const store = await newStore(path);
    for (const uid of [5, 3, 9]) {
      await record(store, { uid, messageId: `<${uid}@x>`, raw: rawMail(String(uid)) });
    }
    await store.transact((tx) => concludeMail(tx, 2, done));
    await store.close();
    const again = await newStore(path);
    expect((await unhandledMails(again.read, 10)).map(({ uid }) => uid)).toEqual([5, 9]);
    expect((await unhandledMails(again.read, 1)).map(({ uid }) => uid)).toEqual([5]);
  });

  it('no mail is concluded twice', async () => {
    const store = await newStore();
    const { id } = await record(store);
    await store.transact((tx) => concludeMail(tx, id, done));
    const again = store.transact((tx) => concludeMail(tx, id, { ...done, state: 'for_staff' }));
    await expect(again).rejects.toThrow(/was not waiting/);
    expect(await store.read.selectFrom('inbox').select(['state', 'outcome']).execute()).toEqual([
      { state: 'handled', outcome: 'reply_confirmed' },
    ]);
  });

  it('the UIDs above the cursor that are recorded are known', async () => {
    const store = await newStore();
    for (const uid of [5, 6, 8]) await record(store, { uid, messageId: `<${uid}@x>` });
    await record(store, { uid: 7, uidValidity: '2', messageId: '<7@x>' });
    expect([...(await knownUids(store.read, '1', 5))].sort()).toEqual([6, 8]);
    expect([...(await knownUids(store.read, '2', 0))]).toEqual([7]);
    expect((await knownUids(store.read, '3', 0)).size).toBe(0);
  });
});

describe('under a new UIDVALIDITY (trap 9)', () => {
  const find = (store: Store, changes: Partial<ReceivedMail> = {}) =>
    rowFromEarlierValidity(store.read, received(changes), '2');

  it('a mail is found by Message-ID and size, whatever its UID and date', async () => {
    const store = await newStore();
    const { id } = await record(store);
    expect(await find(store, { uid: 77, internalDate: NOW })).toBe(id);
    expect(await find(store, { sizeBytes: 1 })).toBeNull();
    expect(await find(store, { messageId: '<two@x>' })).toBeNull();
    expect(await rowFromEarlierValidity(store.read, received(), '1')).toBeNull();
  });

  it('a mail without Message-ID is found by arrival and size', async () => {
    const store = await newStore();
    const { id } = await record(store, { messageId: null });
    expect(await find(store, { messageId: null })).toBe(id);
    expect(await find(store, { messageId: null, internalDate: NOW })).toBeNull();
    expect(await find(store)).toBeNull();
  });

  it('two copies of one mail find two rows', async () => {
    const store = await newStore();
    const raw = rawMail('はい。');
    await record(store, { uid: 1, raw });
    expect((await record(store, { uid: 2, raw })).state).toBe('duplicate');
    const found: (number | null)[] = [];
    for (const uid of [11, 12, 13]) {
      const id = await find(store, { uid, raw });
      found.push(id);
      const place = { uidValidity: '2', uid };
      if (id !== null) await store.transact((tx) => readdressMail(tx, id, place));
    }
    expect(found).toEqual([1, 2, null]);
    expect([...(await knownUids(store.read, '2', 0))].sort()).toEqual([11, 12]);
    expect((await knownUids(store.read, '1', 0)).size).toBe(0);
  });
});

describe('the server is told', () => {
  it('of every mail that has its end, once, and of none that waits to be worked on', async () => {
    const store = await newStore();
    const mails = [1, 2, 3, 4].map((uid) => ({
      uid,
      messageId: `<${uid}@x>`,
      raw: rawMail(`${uid}`),
    }));
    for (const mail of mails) await record(store, mail);
    await record(store, { uid: 5, messageId: '<1@x>', raw: rawMail('1') });
    await record(store, { uid: 6, messageId: '<6@x>', raw: null }, 'for_staff');
    await record(store, { uid: 7, messageId: '<7@x>', raw: null }, 'noted');
    await record(store, { uid: 8, messageId: '<8@x>', uidValidity: '2' }, 'for_staff');
    await store.transact((tx) => concludeMail(tx, 1, done));
    await store.transact((tx) => concludeMail(tx, 2, { ...done, state: 'for_staff' }));
    const unfiled = await unfiledMails(store.read, '1', 10);
    expect(unfiled.map(({ uid, forStaff }) => [uid, forStaff])).toEqual([
      [1, false],
      [2, true],
      [5, false],
      [6, true],
    ]);
    expect(await unfiledMails(store.read, '1', 2)).toHaveLength(2);
    await store.transact((tx) => markFiled(tx, [1, 2, 5], NOW));
    expect((await unfiledMails(store.read, '1', 10)).map(({ uid }) => uid)).toEqual([6]);
  });
});
