/**
 * What waits for a person about one booking, by index: the views ask it of every booking on a list,
 * and the program before it voids one.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index attention_by_booking on attention (booking_id)
    where settled_at is null`.execute(db);
}
