/**
 * The tables say in their own text what they hold. SQLite keeps the text with which a table was
 * made, so the first ones had to be made anew; nothing but the comments is different. A column that
 * is added later brings its comment along: `add column c text` and the words between slash and star.
 */
import type { Kysely } from 'kysely';
import { BOOKING_TABLES } from './0014-comments/bookings.ts';
import { MAIL_TABLES } from './0014-comments/mail.ts';
import { UPKEEP_TABLES } from './0014-comments/upkeep.ts';
import { rebuildTables } from './rebuild.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuildTables(db, { ...BOOKING_TABLES, ...MAIL_TABLES, ...UPKEEP_TABLES });
}
