import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { release } from '../../src/commands/release.ts';
import { retry } from '../../src/commands/retry.ts';
import { ConfigProblems } from '../../src/config.ts';
import { SetupProblem } from '../../src/flow/setup-problem.ts';
import { raiseAttention } from '../../src/store/attention.ts';
import { concludeMail, recordMail, unhandledMails } from '../../src/store/inbox.ts';
import { markFiled } from '../../src/store/inbox-places.ts';
import { addToOutbox, dueMails } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { officeConfig } from './office-config.ts';

const NOW = Temporal.Instant.from('2026-11-24T00:00:00Z');

let folder: string;
let config: string;
let store: Store;
let said: string[];
let complaints: string[];
const outlet = {
  out: (line: string) => said.push(line),
  complain: (line: string) => complaints.push(line),
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-desk-'));
  config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(officeConfig('office.sqlite')));
  store = await openStore(join(folder, 'office.sqlite'));
  said = [];
  complaints = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function concluded(uid: number, outcome: string, raw: Buffer | null): Promise<number> {
  return store.transact(async (tx) => {
    const mail = { uidValidity: '1', uid, messageId: `<${uid}@x>`, sizeBytes: 4 };
    const received = { ...mail, internalDate: NOW, receivedAt: NOW, raw };
    const { id } = await recordMail(tx, received, 'received');
    const nothing = { origin: null, evidence: null, bookingId: null };
    await concludeMail(tx, id, { state: 'for_staff', outcome, ...nothing });
    await raiseAttention(tx, {
      reason: 'unreadable',
      bookingId: null,
      inboxId: id,
      outboxId: null,
      raisedAt: NOW,
    });
    await markFiled(tx, [id], NOW);
    return id;
  });
}

async function held(number: number, state: 'held' | 'queued' = 'held'): Promise<number> {
  const id = await store.transact((tx) =>
    addToOutbox(
      tx,
      {
        kind: 'seeker.notice.receipt',
        occasion: `${number}`,
        bookingId: null,
        inboxId: null,
        message: {
          from: { name: '', address: 'online@office.example.jp' },
          replyTo: { name: '', address: 'online@office.example.jp' },
          messageId: `<${number}@office.example.jp>`,
          date: NOW,
          to: { name: '', address: `seeker${number}@example.ne.jp` },
          subject: `件名${number}`,
          text: '本文',
          inReplyTo: null,
          references: [],
          autoSubmitted: 'auto-generated',
          calendar: null,
        },
      },
      state,
    ),
  );
  return id ?? 0;
}

const due = async () => {
  const rows = await dueMails(store.read, NOW, { limit: 10, notNow: new Set() });
  return rows.map(({ id }) => id);
};
const openOnList = async () => {
  const rows = await store.read.selectFrom('attention').selectAll().execute();
  return rows.filter((row) => row.settled_at === null).map((row) => row.inbox_id);
};

describe('uketsuke retry', () => {
  test('a mail that was set aside waits again, is off the staff’s list and is filed anew', async () => {
    const aside = await concluded(1, 'set aside: not parsed within 10 s', Buffer.from('mail'));
    expect(await retry(config, outlet)).toBe(0);
    expect((await unhandledMails(store.read, 10)).map(({ id }) => id)).toEqual([aside]);
    expect(await openOnList()).toEqual([]);
    const row = await store.read.selectFrom('inbox').selectAll().executeTakeFirstOrThrow();
    expect([row.filed_at, row.outcome]).toEqual([null, null]);
    expect(said.join()).toContain('1通');
  });

  test('what a person has to decide, and a mail without bytes, stay as they are', async () => {
    const decided = await concluded(1, 'not_a_request', Buffer.from('mail'));
    const empty = await concluded(2, 'set aside: no bytes', null);
    expect(await retry(config, outlet)).toBe(0);
    expect(await unhandledMails(store.read, 10)).toEqual([]);
    expect(await openOnList()).toEqual([decided, empty]);
    expect(said).toEqual(['読み取れずに取り分けたメールはありません。']);
  });
});

describe('uketsuke release', () => {
  const run = (id?: string, list = false) => release({ configPath: config, id, list }, outlet);

  test('--list shows number, recipient and subject and lets nothing go', async () => {
    const id = await held(1);
    await held(2, 'queued');
    expect(await run(undefined, true)).toBe(0);
    expect(said[0]).toBe(`${String(id).padStart(5)}  seeker1@example.ne.jp  件名1`);
    expect(said).toHaveLength(2);
    expect(await due()).not.toContain(id);
  });

  test('without a number every held mail goes', async () => {
    const ids = [await held(1), await held(2)];
    expect(await run()).toBe(0);
    expect(await due()).toEqual(ids);
    expect(said.at(-1)).toContain('2通の送信を許可しました');
  });

  test('with a number only that mail goes', async () => {
    const [first, second] = [await held(1), await held(2)];
    expect(await run(`${second}`)).toBe(0);
    expect(await due()).toEqual([second]);
    await run(undefined, true);
    expect(said.some((line) => line.startsWith(`${String(first).padStart(5)}  `))).toBe(true);
  });

  test.each(['999', 'abc', '0', '1.5'])('%s is no held mail: said, and exit code 1', async (id) => {
    await held(1);
    expect(await run(id)).toBe(1);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(id);
    expect(await due()).toEqual([]);
  });

  test('a mail that has gone already cannot be released again', async () => {
    const id = await held(1, 'queued');
    expect(await run(`${id}`)).toBe(1);
  });

  test('with nothing held it says so and is content', async () => {
    expect(await run()).toBe(0);
    expect(said).toEqual(['送信を待っているメールはありません。']);
  });
});

describe('a config that leads nowhere', () => {
  test('makes no new database', async () => {
    writeFileSync(config, JSON.stringify(officeConfig('other.sqlite')));
    await expect(retry(config, outlet)).rejects.toThrow(SetupProblem);
    await expect(release({ configPath: config, list: true }, outlet)).rejects.toThrow(
      /\$\.database: .*other\.sqlite does not exist/,
    );
  });

  test('is told as the problem that it is', async () => {
    await expect(retry(join(folder, 'nix.json'), outlet)).rejects.toThrow(ConfigProblems);
  });
});
