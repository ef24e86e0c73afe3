/**
 * What the board counts by month is answered from one index: bookings by the day of application,
 * with everything that is counted beside it, so that the table itself is not read.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create index booking_by_month on booking (applied_at, channel, state, consented_at)')
    .execute(db);
}
