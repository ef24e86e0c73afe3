/**
 * Whether anything that an official sees has changed: one short text that differs then. Cheap, by
 * indexes and by what lies at the end of a table; polls alone change nothing.
 */
import { sql } from 'kysely';
import type { Reader } from './store.ts';

/** A correction of a name by hand is not seen in it; the regular copy brings it. */
export async function stateOfAffairs(db: Reader): Promise<string> {
  const { rows } = await sql<Record<string, number>>`
    select (select max(id) from event) as events,
      (select max(id) from booking) as bookings,
      (select max(id) from inbox) as received,
      (select count(*) from inbox where state = 'received') as unhandled,
      (select max(id) from outbox) as written,
      (select count(*) from outbox where state = 'held') as held,
      (select count(*) from outbox where state in ('queued', 'sending')) as unsent,
      (select count(*) from outbox where state = 'failed') as failed,
      (select max(id) from attention) as raised,
      (select count(*) from attention where settled_at is null) as open,
      (select count(*) from terms) as terms,
      (select max(id) from lock_wait) as waits`.execute(db);
  return JSON.stringify(rows[0]);
}
