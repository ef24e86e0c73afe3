/**
 * The unit of work: reading is always possible, writing only with the writer that exists inside
 * `transact`. The functions that read and write are in one file per table beside this one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { DatabaseTrouble, isBusy, openSqlite } from './sqlite.ts';

export type Reader = Kysely<Database>;
export type Writer = Transaction<Database>;

export interface Store {
  /** For queries; sees every committed state. */
  readonly read: Reader;
  /** Runs `work` in one transaction; what it throws rolls everything back. */
  transact<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreEvents {
  /** Somebody holds a write lock on the file (trap 21); nothing is lost, the work waits. */
  onLocked?: (waitedMs: number) => void;
}

const LOCKED_PAUSE_MS = 250;

/** Opens the database at `path`, bringing its schema up to date. Throws `DatabaseTrouble`. */
export async function openStore(path: string, events: StoreEvents = {}): Promise<Store> {
  const db = openSqlite(path);
  try {
    await migrate(db);
  } catch (cause) {
    await db.destroy();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseTrouble(`database: ${path} cannot be brought up to date (${why})`, { cause });
  }
  return {
    read: db,
    transact: (work) => transactPatiently(db, work, events),
    close: () => db.destroy(),
  };
}

/** A lock is met at `begin immediate`, before `work` has run, so trying again repeats nothing. */
async function transactPatiently<T>(
  db: Reader,
  work: (tx: Writer) => Promise<T>,
  events: StoreEvents,
): Promise<T> {
  const began = performance.now();
  for (;;) {
    let started = false;
    try {
      return await db.transaction().execute((tx) => {
        started = true;
        return work(tx);
      });
    } catch (error) {
      if (started || !isBusy(error)) throw error;
      events.onLocked?.(Math.round(performance.now() - began));
      await sleep(LOCKED_PAUSE_MS);
    }
  }
}
