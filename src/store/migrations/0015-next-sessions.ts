/**
 * The bookings that were made in a session, by index: view 70_次回予約 lists them, the latest session
 * first, out of a table in which they are few.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index booking_next_session on booking (slot_start_at)
    where channel = 'session'`.execute(db);
}
