/**
 * A backup of the database while the program runs on it, and its way back. A backup is one
 * consistent state, is opened and checked before it counts, and brings beside it the `.key` of our
 * Message-IDs and the `.tokens` that a provider changed; all are readable by their owner only.
 * Nothing is ever overwritten: what a restore replaces is set aside, or stays where it is newer.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Inspection, inspectFile } from './backup/look-through.ts';
import { DatabaseTrouble, openPlain } from './sqlite.ts';

const OWNER_ONLY = 0o600;
const KEY = '.key';
/** Refresh tokens that took the place of the configured ones. */
const TOKENS = '.tokens';

/** Writes a backup of `database` to `file`, which must not exist. Throws `DatabaseTrouble`. */
export function backUp(database: string, file: string): Inspection {
  if (existsSync(file)) throw new DatabaseTrouble(`backup: ${file} exists already; name another`);
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(part, { force: true });
    writeFileSync(part, '', { mode: OWNER_ONLY, flag: 'wx' });
    copyState(database, part);
    const found = inspectFile(part, database);
    for (const end of [KEY, TOKENS]) copyBeside(database, file, end);
    settle(part, file);
    return found;
  } catch (cause) {
    discard(part);
    throw cause instanceof DatabaseTrouble ? cause : troubleWith('backup', file, cause);
  }
}

/** What could not be finished goes, where it can; the trouble itself is told, not this. */
function discard(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // The folder itself is in the way; the message of the trouble names it.
  }
}

/** One read transaction on the live file, however much is written meanwhile. */
function copyState(database: string, part: string): void {
  const live = openPlain(database, { readonly: true, waitMs: 5000 });
  try {
    live.run('vacuum into ?', part);
  } finally {
    live.close();
  }
}

export interface Restored extends Inspection {
  /** Where the database that was there before now lies; null where there was none. */
  setAside: string | null;
}

export interface RestoreOrder {
  setAsideAs: string | null;
  /** Each step may hold the thread for minutes. */
  onStep?: (step: RestoreStep) => void;
}

export type RestoreStep = 'inspect' | 'copy' | 'inspect_copy';

/**
 * Puts a backup in the place of `database`. An existing database is refused unless `setAsideAs`
 * names where it goes. The caller holds the claim on the database, so that no program runs on it.
 */
export function restore(
  file: string,
  database: string,
  { setAsideAs, onStep }: RestoreOrder,
): Restored {
  onStep?.('inspect');
  const found = inspectFile(file);
  const there = existsSync(database);
  if (there && setAsideAs === null) {
    throw new DatabaseTrouble(
      `restore: ${database} exists; give --replace to set it aside and put the backup in its place`,
    );
  }
  const part = `${database}.restoring`;
  try {
    mkdirSync(dirname(database), { recursive: true });
    onStep?.('copy');
    copyFileSync(file, part);
    chmodSync(part, OWNER_ONLY);
    onStep?.('inspect_copy');
    inspectFile(part);
    if (there && setAsideAs !== null) moveAside(database, setAsideAs);
    copyBeside(file, database, KEY);
    // The provider may have changed them since the backup: those that are there are the valid ones.
    if (!existsSync(`${database}${TOKENS}`)) copyBeside(file, database, TOKENS);
    settle(part, database);
  } catch (cause) {
    throw cause instanceof DatabaseTrouble ? cause : troubleWith('restore', database, cause);
  }
  return { ...found, setAside: there ? setAsideAs : null };
}

/** With its log: what was committed last may be only there. */
function moveAside(database: string, aside: string): void {
  for (const end of ['', '-wal', '-shm', KEY]) {
    if (existsSync(`${database}${end}`)) renameSync(`${database}${end}`, `${aside}${end}`);
  }
}

/** Copies what lies beside one database beside another, where it is there. */
function copyBeside(from: string, to: string, end: string): void {
  if (!existsSync(`${from}${end}`)) return;
  const part = `${to}${end}.part`;
  rmSync(part, { force: true });
  writeFileSync(part, readFileSync(`${from}${end}`), { mode: OWNER_ONLY, flag: 'wx' });
  settle(part, `${to}${end}`);
}

/** On disk first, then under its name: whole or not there, whenever the machine stops. */
function settle(part: string, file: string): void {
  const handle = openSync(part, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
}

/** Removes the oldest backups that `namedLike` knows, until `keep` are left; returns their names. */
export function pruneBackups(folder: string, namedLike: RegExp, keep: number): string[] {
  const names = readdirSync(folder).filter((name) => namedLike.test(name));
  const old = names.sort().slice(0, Math.max(names.length - keep, 0));
  for (const name of old) {
    for (const end of ['', KEY, TOKENS]) rmSync(join(folder, `${name}${end}`), { force: true });
  }
  return old;
}

function troubleWith(what: string, path: string, cause: unknown): DatabaseTrouble {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseTrouble(
    `${what}: ${path} cannot be written (${why}); check that the folder exists, is writable and has space`,
    { cause },
  );
}
