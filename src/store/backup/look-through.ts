/**
 * Looks a database file through before anybody relies on it: whose it is, whether it is whole,
 * whether this program is new enough for it. It changes nothing.
 */
import { existsSync } from 'node:fs';
import { SCHEMA_VERSION } from '../migrate.ts';
import { APPLICATION_ID } from '../migrations/0002-guards.ts';
import { DatabaseTrouble, openPlain, type PlainFile } from '../sqlite.ts';

export interface Inspection {
  /** The number of its newest migration. */
  version: number;
  bookings: number;
}

/** Throws `DatabaseTrouble` with what is wrong and what to do; it calls the file `shownAs`. */
export function inspectFile(path: string, shownAs = path): Inspection {
  if (!existsSync(path)) throw new DatabaseTrouble(`${path} does not exist; check the path`);
  const file = openPlain(path, { readonly: true });
  try {
    return inspect(file, shownAs);
  } catch (cause) {
    if (cause instanceof DatabaseTrouble) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseTrouble(`${shownAs} cannot be read (${why}); use another backup`, { cause });
  } finally {
    file.close();
  }
}

function inspect(file: PlainFile, path: string): Inspection {
  if (pragma(file, 'application_id') !== APPLICATION_ID) {
    throw new DatabaseTrouble(`${path} is not a database of uketsuke; check the path`);
  }
  const damage = file.rows<{ integrity_check: string }>('pragma integrity_check');
  if (damage.length !== 1 || damage[0]?.integrity_check !== 'ok') {
    throw new DatabaseTrouble(
      `${path} is damaged (${damage[0]?.integrity_check}); use another backup`,
    );
  }
  if (file.rows('pragma foreign_key_check').length > 0) {
    throw new DatabaseTrouble(`${path} has rows that point nowhere; use another backup`);
  }
  const version = newestMigration(file);
  if (version > SCHEMA_VERSION) {
    throw new DatabaseTrouble(
      `${path} was written by a newer uketsuke (${version} > ${SCHEMA_VERSION}); install that version first`,
    );
  }
  const [count] = file.rows<{ n: number }>('select count(*) as n from booking');
  return { version, bookings: count?.n ?? 0 };
}

/** From the migrations themselves: the first versions did not set `user_version`. */
function newestMigration(file: PlainFile): number {
  const [row] = file.rows<{ name: string | null }>('select max(name) as name from migration');
  return parseInt(row?.name ?? '0', 10);
}

function pragma(file: PlainFile, name: string): number | undefined {
  const [row] = file.rows<Record<string, number>>(`pragma ${name}`);
  return row?.[name];
}
