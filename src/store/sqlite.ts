/**
 * The SQLite file itself: the only file that imports better-sqlite3. It opens the file with the
 * settings the promise rests on (WAL, foreign keys, nothing left of what was deleted); once the
 * store is open, `wal.ts` brings its commits to the disk. It holds no table and no decision, and
 * loads no kysely, of which a thread that only copies has no need.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** The file cannot serve as the database; `message` says in one line which and what to do. */
export class DatabaseTrouble extends Error {}

/**
 * How long one statement waits for a viewer's lock before `transact` says so and tries again.
 * Short, because nothing else in the process moves while SQLite waits.
 */
const LOCK_WAIT_MS = 200;

/**
 * Pages (of 4 KiB) in the log before SQLite carries them over into the file, which stops the whole
 * program for two syncs: a mail is some fifty pages, and most of them are written again by the next.
 */
const LOG_PAGES = 4000;

/** What a connection keeps of the file in memory: the system keeps it too, and gives it back. */
const CACHE_KIB = 4000;

/** How long a start waits for a mere look at the claim (`isClaimed`), which takes no time. */
const CLAIM_WAIT_MS = 300;

/** Opens the database, or makes it, in the form in which kysely takes it. Throws `DatabaseTrouble`. */
export function openConnection(path: string): SqliteDatabase {
  const file = openFile(path);
  try {
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    file.pragma('secure_delete = ON');
    file.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    file.pragma(`cache_size = -${CACHE_KIB}`);
    assertWritable(file);
  } catch (cause) {
    file.close();
    throw databaseTrouble(path, cause);
  }
  return connectionFor(file);
}

/** A read-only file opens without a word and would fail at the first mail; a lock is only waited for. */
function assertWritable(file: Sqlite.Database): void {
  try {
    file.exec('begin immediate; pragma user_version = 0; rollback');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/**
 * Takes the exclusive right to run on this database, for as long as the process lives: an open
 * transaction in a small file beside it, which the operating system ends with the process.
 * Throws where another process has it. Returns the release.
 */
export function claimDatabase(path: string): () => void {
  const lock = openFile(`${path}.lock`, CLAIM_WAIT_MS);
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw databaseTrouble(path, cause);
    throw new DatabaseTrouble(
      `database: another uketsuke is already running on ${path}; stop it first, or give this one another database`,
    );
  }
  CLAIMS.add(lock);
  return () => {
    CLAIMS.delete(lock);
    lock.close();
  };
}

/** Held here, so that no collection of garbage ends a claim whose release nobody kept. */
const CLAIMS = new Set<Sqlite.Database>();

/** Whether a program runs on this database now; it only looks, so that none is kept from its start. */
export function isClaimed(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  const lock = openPlain(`${path}.lock`, { readonly: true, waitMs: 0 });
  try {
    lock.rows('select name from sqlite_schema');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw databaseTrouble(path, error);
  } finally {
    lock.close();
  }
}

/** Whether somebody else holds a write lock on the file. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** Whether a unique index refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE';
}

/** Whether the guard against two sessions of a lane at a time refused the row. */
export function isSecondHolder(error: unknown): boolean {
  return (
    codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER' && String(error).includes('時間が重なります')
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function openFile(path: string, timeout = LOCK_WAIT_MS): Sqlite.Database {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new Sqlite(path, { timeout });
  } catch (cause) {
    throw databaseTrouble(path, cause);
  }
}

function databaseTrouble(path: string, cause: unknown): DatabaseTrouble {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseTrouble(
    `database: ${path} cannot be used (${why}); check that folder and file exist, are writable and are an SQLite database`,
    { cause },
  );
}

/** A file opened for one piece of work outside the program's own tables and transactions. */
export interface PlainFile {
  exec(sql: string): void;
  /** One statement that gives no rows. */
  run(sql: string, ...parameters: readonly unknown[]): void;
  /** Every row of one query. */
  rows<Row>(sql: string, ...parameters: readonly unknown[]): Row[];
  close(): void;
}

/**
 * Opens a file as it is: no schema is brought up to date, no setting changed. With `readonly` it
 * must exist. `waitMs`: how long a statement waits for somebody's lock. Throws `DatabaseTrouble`.
 */
export function openPlain(
  path: string,
  { readonly, waitMs = LOCK_WAIT_MS }: { readonly: boolean; waitMs?: number },
): PlainFile {
  let file: Sqlite.Database;
  try {
    file = new Sqlite(path, { readonly, timeout: waitMs });
  } catch (cause) {
    throw databaseTrouble(path, cause);
  }
  return {
    exec: (sql) => {
      file.exec(sql);
    },
    run: (sql, ...parameters) => {
      file.prepare(sql).run(...parameters);
    },
    rows: <Row>(sql: string, ...parameters: readonly unknown[]) =>
      file.prepare<unknown[], Row>(sql).all(...parameters),
    close: () => {
      file.close();
    },
  };
}

/**
 * Kysely's view of the file: statements are compiled once, and a transaction takes the write
 * lock at its beginning, so that waiting for it can be repeated before anything was done. Where
 * SQLite has taken it back by itself, as on a full disk, there is nothing left to be rolled back:
 * the failure that is told is the first one.
 */
function connectionFor(file: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>();
  const nothing = { changes: 0, lastInsertRowid: 0 };
  const rollback: ReturnType<SqliteDatabase['prepare']> = {
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run: () => (file.inTransaction ? file.prepare('rollback').run() : nothing),
  };
  return {
    prepare(sql) {
      if (sql === 'rollback') return rollback;
      const text = sql === 'begin' ? 'begin immediate' : sql;
      const known = statements.get(text);
      if (known) return known as ReturnType<SqliteDatabase['prepare']>;
      const statement = file.prepare(text);
      statements.set(text, statement);
      return statement as ReturnType<SqliteDatabase['prepare']>;
    },
    close: () => file.close(),
  };
}

/** Whether the database itself failed (full, locked, unreadable), not what was asked of it. */
export function isDatabaseError(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT');
}
