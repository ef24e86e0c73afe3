/**
 * What is left when a kill test has ended, and the tables of the database as the judge reads
 * them: by node:sqlite, not by the program's own door.
 */
import { DatabaseSync } from 'node:sqlite';
import type { SunkMail } from '../support/smtp-sink.ts';
import type { StoredMail } from '../support/test-mailbox.ts';
import type { Life } from './bot.ts';
import type { WrittenLetter } from './traffic.ts';

export interface Evidence {
  /** The path of the SQLite file. */
  database: string;
  letters: readonly WrittenLetter[];
  oldMails: number;
  lives: readonly Life[];
  /** The exit code of the last life, which was ended by SIGTERM. */
  endedWith: number | null;
  sink: readonly SunkMail[];
  mailbox: readonly StoredMail[];
}

export interface LedgerRow {
  id: number;
  uid: number;
  messageId: string | null;
  state: string;
  bookingId: number | null;
}

export interface SentRow {
  id: number;
  bookingId: number | null;
  inboxId: number | null;
  kind: string;
  occasion: string;
  messageId: string;
  toAddress: string;
  state: string;
  response: string | null;
}

export interface BookingRow {
  id: number;
  state: string;
  requester: string;
  /** Start and lane, or null where it holds none. */
  slot: string | null;
}

export interface Tables {
  inbox: LedgerRow[];
  outbox: SentRow[];
  bookings: BookingRow[];
  /** Moves into a state, by booking: "confirmed" should be there once at most. */
  moves: { bookingId: number; to: string }[];
  /** What SQLite itself finds wrong with the file. */
  damage: string[];
}

/** Reads every table that the judge needs. */
export function readTables(path: string): Tables {
  const db = new DatabaseSync(path, { readOnly: true });
  const all = <T>(sql: string) => db.prepare(sql).all() as unknown as T[];
  const tables: Tables = {
    inbox: all(`select id, uid, message_id as messageId, state, booking_id as bookingId
      from inbox order by id`),
    outbox: all(`select id, booking_id as bookingId, inbox_id as inboxId, kind, occasion,
      message_id as messageId, to_address as toAddress, state, response from outbox order by id`),
    bookings: all(`select id, state, requester_address as requester,
      slot_start_at || ' ' || lane as slot from booking order by id`),
    moves: all(`select booking_id as bookingId, to_state as 'to' from event
      where from_state is not to_state order by id`),
    damage: [
      ...all<{ integrity_check: string }>('pragma integrity_check')
        .map((row) => row.integrity_check)
        .filter((word) => word !== 'ok'),
      ...all('pragma foreign_key_check').map((row) => `foreign key: ${JSON.stringify(row)}`),
    ],
  };
  db.close();
  return tables;
}

/** Whether every delivered mail is worked on and filed, and nothing waits to be sent. */
export function isQuiet(path: string, mails: number): boolean {
  const db = new DatabaseSync(path, { readOnly: true });
  const row = db
    .prepare(
      `select (select count(*) from inbox where state <> 'received' and filed_at is not null)
        as done, (select count(*) from outbox where state in ('queued', 'sending')) as waiting`,
    )
    .get() as { done: number; waiting: number } | undefined;
  db.close();
  return row !== undefined && row.done >= mails && row.waiting === 0;
}
