/**
 * By which mail a matter was told to the staff, so that an answer to that mail settles it; those
 * that are open already are told from the occasion of the mail. The link goes with the mail.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attention
    add column alert_id integer references outbox (id) on delete set null`.execute(db);
  await sql`create index attention_by_alert on attention (alert_id)
    where alert_id is not null`.execute(db);
  await sql`update attention set alert_id = o.id from outbox o
    where attention.settled_at is null and o.kind = 'staff.action.decide'
      and o.booking_id is attention.booking_id
      and o.occasion = attention.reason || ' mail ' || attention.inbox_id`.execute(db);
}
