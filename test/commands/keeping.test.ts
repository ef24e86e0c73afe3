/**
 * The admin keeps the bot alive: status tells what is bad and only then fails, a backup is whole
 * while the bot writes, a restore loses nothing that was there, an upgrade saves first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../src/commands/backup.ts';
import { restore } from '../../src/commands/restore.ts';
import { status } from '../../src/commands/status.ts';
import { openOfficeStore } from '../../src/flow/office-store.ts';
import { createPulse } from '../../src/flow/pulse.ts';
import { silentLog } from '../../src/log.ts';
import { insertBooking } from '../../src/store/bookings.ts';
import { recordPoll } from '../../src/store/mailbox.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { addToOutbox } from '../../src/store/outbox.ts';
import { claimDatabase } from '../../src/store/sqlite.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import { draft, firstTables, outgoing } from '../store/store-samples.ts';
import { officeConfig } from './office-config.ts';

const NOW = at('2026-11-24T09:30');
const clock = { now: () => NOW };
const surroundings = { clock, log: silentLog, pulse: createPulse() };

let folder: string;
let database: string;
let configPath: string;
let store: Store;
let said: string[];
const outlet = {
  out: (line: string) => said.push(line),
  complain: (line: string) => said.push(line),
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-keeping-'));
  configPath = join(folder, 'config.json');
  database = join(folder, 'office.sqlite');
  const health = { lockSeconds: 1 };
  writeFileSync(
    configPath,
    JSON.stringify({ ...officeConfig(database), health, backup: { keep: 2 } }),
  );
  store = await openStore(database);
  writeFileSync(`${database}.key`, Buffer.alloc(32, 7), { mode: 0o600 });
  writeFileSync(`${database}.tokens`, '{"a":"kept"}', { mode: 0o600 });
  said = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const polled = (ended: string) =>
  store.transact((tx) => recordPoll(tx, { beganAt: at(ended), endedAt: at(ended), mails: 0 }));
const backups = () => readdirSync(join(folder, 'data/backup')).sort();

describe('status', () => {
  let release: () => void;
  beforeEach(async () => {
    release = claimDatabase(database);
    await polled('2026-11-24T09:29');
  });
  afterEach(() => release());

  async function levels(): Promise<{ code: number; off: Record<string, string> }> {
    said = [];
    const code = await status({ configPath, json: true, clock }, outlet);
    const { findings } = JSON.parse(said.join('')) as {
      findings: { name: string; level: string }[];
    };
    const off = findings.filter(({ level }) => level !== 'good');
    return { code, off: Object.fromEntries(off.map(({ name, level }) => [name, level])) };
  }

  it('is good while the bot runs, polls and sends, and says so in Japanese', async () => {
    expect(await levels()).toEqual({ code: 0, off: {} });
    said = [];
    expect(await status({ configPath, json: false, clock }, outlet)).toBe(0);
    expect(said[1]).toBe('正常  受信箱を最後に見たのは、2026年11月24日（火）9時29分です。');
  });

  it('fails where no bot runs', async () => {
    release();
    expect(await levels()).toEqual({ code: 1, off: { running: 'bad' } });
  });

  it('fails where the last good poll is too old', async () => {
    await polled('2026-11-24T09:19');
    expect(await levels()).toEqual({ code: 1, off: { poll: 'bad' } });
  });

  it('fails where a mail waits too long to leave; a held one only waits for its release', async () => {
    await store.transact((tx) => addToOutbox(tx, outgoing(), 'held'));
    expect(await levels()).toEqual({ code: 0, off: { held: 'note' } });
    const { message } = outgoing();
    const old = outgoing({ message: { ...message, date: at('2026-11-24T08:29') } });
    await store.transact((tx) => addToOutbox(tx, old, 'queued'));
    expect(await levels()).toEqual({ code: 1, off: { delivery: 'bad', held: 'note' } });
  });

  it('fails while another process holds a write lock, and is good after it', async () => {
    const script = `
      const file = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
      file.exec('begin immediate');
      process.stdout.write('held');
      process.stdin.once('data', () => { file.exec('rollback'); file.close(); process.exit(); });`;
    const holder = spawn(process.execPath, ['-e', script, database], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(await levels()).toEqual({ code: 1, off: { database: 'bad' } });
    holder.stdin.end('let go');
    await once(holder, 'exit');
    expect(await levels()).toEqual({ code: 0, off: {} });
  });

  it('keeps no bot from its start', async () => {
    release();
    for (let i = 0; i < 20; i += 1) {
      const looking = levels();
      claimDatabase(database)();
      await looking;
    }
  });
});

describe('a backup', () => {
  it('is whole while somebody writes, belongs to its owner, and brings the key', async () => {
    const file = join(folder, 'safe', 'b.sqlite');
    await store.transact((tx) => insertBooking(tx, draft()));
    let made: Promise<number> | null = null;
    await store.transact(async (tx) => {
      await insertBooking(tx, draft({ slot: null, state: 'requested' }));
      made = backup({ configPath, file, clock }, outlet);
      await made;
    });
    expect(await made).toBe(0);
    expect(said[0]).toContain('予約1件');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${file}.key`)).toEqual(readFileSync(`${database}.key`));
    expect(statSync(`${file}.tokens`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${file}.tokens`, 'utf8')).toBe('{"a":"kept"}');
    expect(readdirSync(join(folder, 'safe')).sort()).toEqual([
      'b.sqlite',
      'b.sqlite.key',
      'b.sqlite.tokens',
    ]);
  });

  it('goes over nothing', async () => {
    const file = join(folder, 'b.sqlite');
    writeFileSync(file, 'mine');
    await expect(backup({ configPath, file, clock }, outlet)).rejects.toThrow(
      `backup: ${file} exists already; name another`,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('without a name goes into the folder, which keeps the newest', async () => {
    for (const minute of ['09:31', '09:32', '09:33']) {
      const later = { now: () => at(`2026-11-24T${minute}`) };
      await backup({ configPath, clock: later }, outlet);
    }
    expect(backups().filter((name) => name.endsWith('.sqlite'))).toEqual([
      'uketsuke-backup-20261124-093200.sqlite',
      'uketsuke-backup-20261124-093300.sqlite',
    ]);
    expect(backups()).toHaveLength(6);
  });
});

describe('a restore', () => {
  const file = () => join(folder, 'b.sqlite');
  const restored = (replace = false) =>
    restore({ configPath, file: file(), replace, clock }, outlet);
  const count = () => {
    const opened = new DatabaseSync(database, { readOnly: true });
    const row = opened.prepare('select count(*) as n from booking').get();
    opened.close();
    return row?.n;
  };

  beforeEach(async () => {
    await store.transact((tx) => insertBooking(tx, draft()));
    await backup({ configPath, file: file(), clock }, outlet);
    await store.transact((tx) => insertBooking(tx, draft({ slot: null, state: 'requested' })));
  });

  it('after the database is lost gives it back with its key and its tokens', async () => {
    await store.close();
    for (const end of ['', '-wal', '-shm', '.key', '.tokens'])
      rmSync(`${database}${end}`, { force: true });
    expect(await restored()).toBe(0);
    expect(count()).toBe(1);
    expect(readFileSync(`${database}.key`)).toEqual(Buffer.alloc(32, 7));
    expect(readFileSync(`${database}.tokens`, 'utf8')).toBe('{"a":"kept"}');
    store = await openStore(database);
    expect(await store.read.selectFrom('booking').selectAll().execute()).toHaveLength(1);
  });

  it('over a database that is there is refused unless told, and then that one is kept whole', async () => {
    await expect(restored()).rejects.toThrow('exists; give --replace to set it aside');
    expect(count()).toBe(2);
    await store.close();
    writeFileSync(`${database}.tokens`, '{"a":"newer"}');
    expect(await restored(true)).toBe(0);
    expect(count()).toBe(1);
    expect(readFileSync(`${database}.tokens`, 'utf8')).toBe('{"a":"newer"}');
    const aside = `${database}.before-restore-20261124-093000`;
    const kept = new DatabaseSync(aside);
    expect(kept.prepare('select count(*) as n from booking').get()?.n).toBe(2);
    kept.close();
    expect(said.at(-2)).toContain(aside);
    store = await openStore(database);
  });

  it('while the bot runs is refused', async () => {
    const release = claimDatabase(database);
    await expect(restored(true)).rejects.toThrow('already running');
    release();
    expect(count()).toBe(2);
  });

  it.each([
    ['of text', 'これはバックアップではありません。'.repeat(100), 'cannot be read'],
    ['cut off', null, 'cannot be read|damaged'],
  ])('from a file that is %s leaves the database as it is', async (_name, words, why) => {
    const whole = readFileSync(file());
    writeFileSync(file(), words ?? whole.subarray(0, Math.floor(whole.length / 2)));
    await expect(restored(true)).rejects.toThrow(new RegExp(why));
    expect(count()).toBe(2);
  });

  it('from a database of another program is refused', async () => {
    rmSync(file());
    const other = new DatabaseSync(file());
    other.exec('create table t (a)');
    other.close();
    await expect(restored(true)).rejects.toThrow('not a database of uketsuke');
  });
});

describe('an upgrade', () => {
  const settings = () => ({ database, backup: { folder: join(folder, 'data/backup'), keep: 2 } });

  /** With one booking in it. */
  async function earlierVersion(): Promise<void> {
    await store.close();
    rmSync(database);
    await firstTables(database);
    const file = new DatabaseSync(database);
    file.exec(`insert into booking (reference, state, channel, requester_address, wish, applied_at)
      values ('OLD-0000', 'requested', 'mail', 'a@example.jp', '{"kind":"none"}',
        '2026-11-01T09:00:00+09:00')`);
    file.close();
  }

  it('saves the data of the version before it, and the file then is the new one', async () => {
    await earlierVersion();
    store = await openOfficeStore(settings(), surroundings);
    expect(backups()).toEqual([
      'uketsuke-upgrade-20261124-093000.sqlite',
      'uketsuke-upgrade-20261124-093000.sqlite.key',
      'uketsuke-upgrade-20261124-093000.sqlite.tokens',
    ]);
    const saved = new DatabaseSync(join(folder, 'data/backup', backups()[0] ?? ''));
    expect(saved.prepare('select count(*) as n from booking').get()?.n).toBe(1);
    expect(saved.prepare("select 1 from sqlite_schema where name = 'writing'").get()).toBe(
      undefined,
    );
    saved.close();
  });

  it('tells each step as it begins: the backup, then what is missing, in order', async () => {
    await earlierVersion();
    const steps: unknown[] = [];
    store = await openOfficeStore(settings(), {
      ...surroundings,
      onUpgrading: (step) => steps.push(step === 'backup' ? step : step.number),
    });
    // The first two were there.
    const missing = Array.from({ length: SCHEMA_VERSION - 2 }, (_, i) => i + 3);
    expect(steps).toEqual(['backup', ...missing]);
  });

  it('that cannot save first does not begin', async () => {
    await earlierVersion();
    writeFileSync(join(folder, 'data'), 'in the way');
    await expect(openOfficeStore(settings(), surroundings)).rejects.toThrow(
      /cannot be brought up to date \(backup: .* cannot be written/,
    );
    const file = new DatabaseSync(database);
    expect(file.prepare("select 1 from sqlite_schema where name = 'writing'").get()).toBe(
      undefined,
    );
    file.close();
    rmSync(join(folder, 'data'));
    store = await openStore(database);
  });

  it('is none on the first start: nothing is there to save', async () => {
    await store.close();
    rmSync(database);
    store = await openOfficeStore(settings(), surroundings);
    expect(existsSync(join(folder, 'data/backup'))).toBe(false);
  });
});
