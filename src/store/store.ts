/**
 * The unit of work: reading is always possible, writing only with the writer that exists inside
 * `transact`. The functions that read and write are in one file per table beside this one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import { openSqlite } from './connection.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { type MigrationEvents, migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { DatabaseTrouble, isBusy } from './sqlite.ts';
import { openWal, type WriteAheadLog } from './wal.ts';

export type Reader = Kysely<Database>;
export type Writer = Transaction<Database>;

export interface Store extends GroupCommit {
  /** For queries; sees every committed state. */
  readonly read: Reader;
  close(): Promise<void>;
}

export interface StoreEvents extends MigrationEvents {
  /** Somebody holds a write lock on the file (trap 21); nothing is lost, the work waits. */
  onLocked?: (waitedMs: number) => void;
  /** It was let go, and the work that waited is done. */
  onUnlocked?: (waitedMs: number) => void;
}

/** Between two tries the pause doubles, from the first of these to the second. */
const LOCKED_PAUSE_MS = { first: 100, longest: 2000 };

/** Opens the database at `path`, bringing its schema up to date. Throws `DatabaseTrouble`. */
export async function openStore(path: string, events: StoreEvents = {}): Promise<Store> {
  const db = openSqlite(path);
  let wal: WriteAheadLog;
  try {
    const beforeUpgrade = once(() => events.beforeUpgrade?.());
    await patiently(() => migrate(db, { ...events, beforeUpgrade }), {
      events,
      mayRepeat: () => true,
    });
    wal = await openWal(path);
    // From here on a commit is brought to the disk by `wal.sync`, which stops nothing else.
    await sql`pragma synchronous = normal`.execute(db);
  } catch (cause) {
    await db.destroy();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseTrouble(`database: ${path} cannot be brought up to date (${why})`, { cause });
  }
  // Reading has a connection of its own, so that it never waits for a writing transaction.
  const reader = openSqlite(path);
  // Kysely closes at the end only what was asked something.
  await sql`select 1`.execute(reader);
  return {
    read: reader,
    ...groupCommit({
      commit: (work) => transactPatiently(db, work, events),
      sync: wal.sync,
    }),
    close: async () => {
      await wal.close();
      await reader.destroy();
      await db.destroy();
    },
  };
}

/** A lock is met at `begin immediate`, before `work` has run, so trying again repeats nothing. */
function transactPatiently(
  db: Reader,
  work: (tx: Writer) => Promise<void>,
  events: StoreEvents,
): Promise<void> {
  let started = false;
  const once = () =>
    db.transaction().execute((tx) => {
      started = true;
      return asTheProgram(tx, work);
    });
  return patiently(once, { events, mayRepeat: () => !started });
}

/** The guards refuse what comes without this mark; it is gone before the commit. */
async function asTheProgram<T>(tx: Writer, work: (tx: Writer) => Promise<T>): Promise<T> {
  await tx.insertInto('writing').values({ id: 1 }).execute();
  const result = await work(tx);
  await tx.deleteFrom('writing').execute();
  return result;
}

/** Tries until nobody else holds the write lock; every other failure is thrown. */
async function patiently<T>(
  attempt: () => Promise<T>,
  { events, mayRepeat }: { events: StoreEvents; mayRepeat: () => boolean },
): Promise<T> {
  const began = performance.now();
  const waitedMs = () => Math.round(performance.now() - began);
  let waited = false;
  let pauseMs = LOCKED_PAUSE_MS.first;
  for (;;) {
    try {
      const result = await attempt();
      if (waited) events.onUnlocked?.(waitedMs());
      return result;
    } catch (error) {
      if (!mayRepeat() || !isBusy(error)) throw error;
      waited = true;
      events.onLocked?.(waitedMs());
      await sleep(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LOCKED_PAUSE_MS.longest);
    }
  }
}

/** A step that is not repeated when the work around it is tried again. */
function once(step: () => void): () => void {
  let done = false;
  return () => {
    if (!done) step();
    done = true;
  };
}
