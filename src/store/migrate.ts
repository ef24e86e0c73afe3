/**
 * Brings a database to the newest schema: numbered migrations, imported statically, each in
 * its own transaction. A database that is newer than the program is refused.
 */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as tables from './migrations/0001-tables.ts';
import * as guards from './migrations/0002-guards.ts';
import * as unverified from './migrations/0015-unverified.ts';
import type { Database } from './schema.ts';

const MIGRATIONS: Record<string, Migration> = {
  '0001-tables': tables,
  '0002-guards': guards,
  '0015-unverified': unverified,
};

/** Runs what is missing; throws the first failure. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
