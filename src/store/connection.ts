/**
 * A connection to the database as kysely speaks to it. What it is opened with is in `sqlite.ts`,
 * what is asked in the files of the tables.
 */
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Database } from './schema.ts';
import { openConnection } from './sqlite.ts';

/** Opens the database at `path`. Throws `DatabaseTrouble`. */
export function openSqlite(path: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new Dialect({ database: openConnection(path) }) });
}

/**
 * SQLite takes changes of the schema back with their transaction. Kysely makes use of that only
 * where it is told, and a kill in the middle of the first start would leave half of the tables.
 */
class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
