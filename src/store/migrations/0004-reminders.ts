/**
 * What the chores by the clock ask of the file: bookings of a state by their session, open matters
 * by their age, and for which day a daily chore was done.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Only for questions about a time: the others keep the indexes that they have.
  `create index booking_by_state_and_start on booking (state, slot_start_at)
    where slot_start_at is not null`,
  `create index attention_open_by_age on attention (raised_at) where settled_at is null`,
  `create table chore (
    name text primary key,
    done_for text not null,
    done_at text not null
  )`,
];
