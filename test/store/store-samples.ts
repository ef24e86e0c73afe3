/**
 * Real database files in a temporary folder, and rows to put into them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach } from 'vitest';
import type { Booking, BookingDraft } from '../../src/domain/booking.ts';
import { openSqlite } from '../../src/store/connection.ts';
import type { ReceivedMail } from '../../src/store/inbox.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import type { OutboxEntry } from '../../src/store/outbox.ts';
import { openStore, type Store, type StoreEvents } from '../../src/store/store.ts';
import { at, sampleBooking } from '../domain/booking-samples.ts';

const folders: string[] = [];
const open: { close(): unknown }[] = [];

/** Closes what was opened and removes the folders, after each test of the file that calls this. */
export function cleanUpAfterEach(): void {
  afterEach(async () => {
    for (const it of open.splice(0)) await it.close();
    removeFolders();
  });
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-store-'));
  folders.push(folder);
  return folder;
}

export function newPath(): string {
  return join(newFolder(), 'uketsuke.db');
}

export async function newStore(path = newPath(), events: StoreEvents = {}): Promise<Store> {
  const store = await openStore(path, events);
  open.push(store);
  return store;
}

/** The file as an admin's tool sees it, beside the program. */
export function beside(path: string): Sqlite.Database {
  const file = new Sqlite(path, { timeout: 5000 });
  open.push(file);
  return file;
}

/** Rows that only the program may write, written past it: as if inside one of its transactions. */
export function asTheProgram<T>(file: Sqlite.Database, work: () => T): T {
  file.exec('insert into writing values (1)');
  try {
    return work();
  } finally {
    file.exec('delete from writing');
  }
}

let drafts = 0;

/** A booking without id, with a reference of its own. */
export function draft(changes: Partial<Booking> = {}): BookingDraft {
  drafts += 1;
  const reference = `TEST-${String(drafts).padStart(4, '0')}`;
  const { id: _, ...booking } = sampleBooking({ reference, ...changes });
  return booking;
}

/** A mail as the mailbox hands it over. */
export function received(changes: Partial<ReceivedMail> = {}): ReceivedMail {
  const raw = changes.raw === undefined ? rawMail('はい。') : changes.raw;
  return {
    uidValidity: '1',
    uid: 1,
    messageId: '<one@mail.example.jp>',
    sizeBytes: raw?.length ?? 1000,
    internalDate: at('2026-11-24T09:00'),
    receivedAt: at('2026-11-24T09:01'),
    raw,
    ...changes,
  };
}

export function rawMail(body: string, headers = 'Subject: Re'): Buffer {
  return Buffer.from(`${headers}\r\n\r\n${body}\r\n`);
}

let mails = 0;

/** An entry for the outbox, with a Message-ID of its own. */
export function outgoing(changes: Partial<OutboxEntry> = {}): OutboxEntry {
  mails += 1;
  return {
    kind: 'seeker.notice.confirmed',
    occasion: '',
    bookingId: null,
    inboxId: null,
    message: {
      messageId: `<${mails}@office.example.jp>`,
      date: at('2026-11-24T09:02'),
      from: { name: 'ハローワーク小林', address: 'yoyaku@office.example.jp' },
      replyTo: { name: 'ハローワーク小林', address: 'yoyaku@office.example.jp' },
      to: { name: '小林 花子', address: '.a..b.@docomo.ne.jp' },
      subject: '予約が確定しました',
      text: '本文\n',
      inReplyTo: '<one@mail.example.jp>',
      references: ['<zero@mail.example.jp>', '<one@mail.example.jp>'],
      autoSubmitted: 'auto-replied',
      calendar: null,
    },
    ...changes,
  };
}

/** Brings a file to where an earlier version of the program left it: to this migration, no further. */
export async function migrateUpTo(path: string, last: string): Promise<void> {
  const db = openSqlite(path);
  await sql`pragma foreign_keys = off`.execute(db);
  const migrations = Object.entries(MIGRATIONS).filter(([name]) => name <= last);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

/** A file as the very first version of the program left it. */
export function firstTables(path: string): Promise<void> {
  return migrateUpTo(path, '0002-guards');
}
