/**
 * The mails that came about one booking are found by an index, for the booking's file.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create index inbox_by_booking on inbox (booking_id, id) where booking_id is not null')
    .execute(db);
}
