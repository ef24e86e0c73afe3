/**
 * Brings a database to the newest schema: numbered migrations, imported statically, each in
 * its own transaction, and the views after them. A database that is newer than the program is
 * refused. A migration that writes bookings or events needs a row in `writing` meanwhile (0009).
 */
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration';
import * as tables from './migrations/0001-tables.ts';
import * as guards from './migrations/0002-guards.ts';
import * as sites from './migrations/0003-sites-and-changes.ts';
import * as reminders from './migrations/0004-reminders.ts';
import * as unverified from './migrations/0005-unverified.ts';
import * as retention from './migrations/0006-retention.ts';
import * as disclosure from './migrations/0007-disclosure.ts';
import * as meetings from './migrations/0008-meetings.ts';
import * as programOnly from './migrations/0009-program-only.ts';
import * as openAttention from './migrations/0010-open-attention.ts';
import * as board from './migrations/0011-board.ts';
import * as mailsOfBooking from './migrations/0012-mails-of-booking.ts';
import * as alertMails from './migrations/0013-alert-mails.ts';
import * as comments from './migrations/0014-comments.ts';
import * as nextSessions from './migrations/0015-next-sessions.ts';
import { dropViews, renewViews } from './renew-views.ts';
import type { Database } from './schema.ts';

/** By name, in the order of their numbers. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-tables': tables,
  '0002-guards': guards,
  '0003-sites-and-changes': sites,
  '0004-reminders': reminders,
  '0005-unverified': unverified,
  '0006-retention': retention,
  '0007-disclosure': disclosure,
  '0008-meetings': meetings,
  '0009-program-only': programOnly,
  '0010-open-attention': openAttention,
  '0011-board': board,
  '0012-mails-of-booking': mailsOfBooking,
  '0013-alert-mails': alertMails,
  '0014-comments': comments,
  '0015-next-sessions': nextSessions,
};

/** The number of the newest migration, kept as `user_version`: what a DB tool shows. */
export const SCHEMA_VERSION = Math.max(
  ...Object.keys(MIGRATIONS).map((name) => parseInt(name, 10)),
);

export interface MigrationEvents {
  /** A database with data in it is about to be changed; a throw leaves it as it is. */
  beforeUpgrade?: () => void;
  /** One more migration begins, which may hold the thread for minutes. */
  onMigration?: (step: MigrationStep) => void;
}

export interface MigrationStep {
  /** "0014-comments" */
  name: string;
  /** By its number; the newest is `SCHEMA_VERSION`. */
  number: number;
}

/** Runs what is missing and renews the views; throws the first failure. */
export async function migrate(db: Kysely<Database>, events: MigrationEvents = {}): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(told(events)) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const known = await migrator.getMigrations();
  await refuseNewer(db);
  const pending = known.filter(({ executedAt }) => executedAt === undefined);
  if (pending.length > 0 && isInUse(known)) events.beforeUpgrade?.();
  if (pending.length > 0) await dropViews(db);
  const { error } = await withoutForeignKeys(db, () => migrator.migrateToLatest());
  if (error) throw error;
  await renewViews(db);
  await setVersion(db);
}

/** What a later program has made of the file, this one cannot know. */
async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const { rows: tables } = await sql`
    select 1 from sqlite_schema where name = 'migration'`.execute(db);
  if (tables.length === 0) return;
  const { rows } = await sql<{ name: string | null }>`
    select max(name) as name from migration`.execute(db);
  const newest = rows[0]?.name ?? '';
  if (newest <= (Object.keys(MIGRATIONS).at(-1) ?? '')) return;
  throw new Error(
    `a newer uketsuke has written it: ${newest}; install that version, or restore the backup that was taken before the upgrade`,
  );
}

/** The migrations, each of which says that it begins. */
function told({ onMigration }: MigrationEvents): Record<string, Migration> {
  const entries = Object.entries(MIGRATIONS).map(([name, { up }]): [string, Migration] => [
    name,
    {
      up: (db) => {
        onMigration?.({ name, number: parseInt(name, 10) });
        return up(db);
      },
    },
  ]);
  return Object.fromEntries(entries);
}

/** A migration may rebuild a table, and inside its transaction it is too late to let go of them. */
async function withoutForeignKeys<T>(db: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    return await work();
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
}

/** A first start that was killed between its migrations has left nothing to save. */
function isInUse(known: readonly MigrationInfo[]): boolean {
  return known.some(({ name, executedAt }) => name === '0002-guards' && executedAt !== undefined);
}

async function setVersion(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  if (rows[0]?.user_version === SCHEMA_VERSION) return;
  await sql.raw(`pragma user_version = ${SCHEMA_VERSION}`).execute(db);
}
