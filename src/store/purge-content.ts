/**
 * The first step of retention (Article 8): 相談内容, mails in and out with their headers, and the
 * words of mails in the story go; the booking, its dates and its counselors' reasons stay. What a
 * mail is known again by stays too, so that none is answered twice (trap 9).
 */
import { sql } from 'kysely';
import { hashedMessageId } from './message-id-hash.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/** When a booking came to its end: its session, or its closing where it never had one. */
export const ENDED_AT = sql<string | null>`coalesce(slot_start_at, case
  when state in ('void', 'cancelled', 'attended', 'no_show') then (
    select max(at) from event
    where booking_id = booking.id and from_state is not null and from_state <> to_state)
  end)`;

/** Bookings that ended before `before` and still hold words. */
export async function wordyBookings(
  db: Reader,
  before: Temporal.Instant,
  limit: number,
): Promise<{ id: number; reference: string }[]> {
  return db
    .selectFrom('booking')
    .select(['id', 'reference'])
    .where('purged_at', 'is', null)
    .where(ENDED_AT, '<', toStored(before))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Mails in and out that belong to no booking, and are older than `content`, or `morningLists`. */
export async function wordyLooseMails(
  db: Reader,
  before: { content: Temporal.Instant; morningLists: Temporal.Instant },
  limit: number,
): Promise<{ inbox: number[]; outbox: number[] }> {
  const inbox = await db
    .selectFrom('inbox')
    .select('id')
    .where('purged_at', 'is', null)
    .where('internal_date', '<', toStored(before.content))
    .where('booking_id', 'is', null)
    .where('state', '!=', 'received')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('event').select('id').whereRef('event.inbox_id', '=', 'inbox.id'))),
    )
    .limit(limit)
    .execute();
  const outbox = await db
    .selectFrom('outbox')
    .select('id')
    .where('purged_at', 'is', null)
    .where('booking_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('date', '<', toStored(before.content)),
        eb('kind', '=', 'staff.notice.morning').and('date', '<', toStored(before.morningLists)),
      ]),
    )
    .limit(limit)
    .execute();
  return { inbox: inbox.map(({ id }) => id), outbox: outbox.map(({ id }) => id) };
}

/** Takes the words out of bookings, of their mails and of their stories. */
export async function purgeBookingContent(
  tx: Writer,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  const caused = tx.selectFrom('event').select('inbox_id').where('booking_id', 'in', ids);
  const inbox = await tx
    .selectFrom('inbox')
    .select('id')
    .where('purged_at', 'is', null)
    .where('state', '!=', 'received')
    .where((eb) => eb.or([eb('booking_id', 'in', ids), eb('id', 'in', caused)]))
    .execute();
  await purgeInbox(
    tx,
    inbox.map(({ id }) => id),
    now,
  );
  const outbox = tx.selectFrom('outbox').select('id').where('booking_id', 'in', ids);
  await purgeOutbox(
    tx,
    (await outbox.execute()).map(({ id }) => id),
    now,
  );
  // It would be written from words that are no longer there.
  await tx.deleteFrom('waiting_mail').where('booking_id', 'in', ids).execute();
  await tx
    .updateTable('event')
    .set({ detail: null })
    .where('booking_id', 'in', ids)
    .where('actor', '=', 'seeker')
    .where('detail', 'is not', null)
    .execute();
  await tx
    .updateTable('booking')
    .set({ topic: null, purged_at: toStored(now) })
    .where('id', 'in', ids)
    .execute();
}

/** Takes bytes, evidence and Message-ID out of the ledger's rows; place and hashes stay. */
export async function purgeInbox(
  tx: Writer,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  const query = tx.selectFrom('inbox').select(['id', 'message_id']).where('id', 'in', ids);
  for (const { id, message_id: messageId } of await query.execute()) {
    await tx
      .updateTable('inbox')
      .set({
        raw: null,
        evidence: null,
        message_id: messageId === null ? null : hashedMessageId(messageId),
        purged_at: toStored(now),
      })
      .where('id', '=', id)
      .execute();
  }
}

/** Empties mails of ours; one that never left is given up, since it has no words any more. */
export async function purgeOutbox(
  tx: Writer,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({
      to_name: '',
      to_address: '',
      subject: '',
      text: '',
      in_reply_to: null,
      references_json: '[]',
      calendar_name: null,
      calendar_content: null,
      response: null,
      state: sql`case when state = 'sent' then 'sent' else 'failed' end`,
      purged_at: toStored(now),
    })
    .where('id', 'in', ids)
    .execute();
}
