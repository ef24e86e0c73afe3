/**
 * 未照合: bookings of people whom no register knew (`registration: "sender"`, Article 2(1)).
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table booking add column
      unverified integer not null default 0 check (unverified in (0, 1))`)
    .execute(db);
}
