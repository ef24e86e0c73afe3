/**
 * The staff's list: everything that a machine could not decide, until a person has settled it.
 */
import { sql } from 'kysely';
import type { AttentionReason } from '../domain/attention.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface AttentionEntry {
  reason: AttentionReason;
  bookingId: number | null;
  inboxId: number | null;
  outboxId: number | null;
  /** The mail that tells the staff of it; null where none does. */
  alertId?: number | null;
  raisedAt: Temporal.Instant;
}

export async function raiseAttention(tx: Writer, entry: AttentionEntry): Promise<void> {
  await tx
    .insertInto('attention')
    .values({
      reason: entry.reason,
      booking_id: entry.bookingId,
      inbox_id: entry.inboxId,
      outbox_id: entry.outboxId,
      alert_id: entry.alertId ?? null,
      raised_at: toStored(entry.raisedAt),
    })
    .execute();
}

/** Settles what waits for a decision about a booking, once the decision is made. */
export async function settleAttention(
  tx: Writer,
  bookingId: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('attention')
    .set({ settled_at: toStored(now) })
    .where('booking_id', '=', bookingId)
    .where('settled_at', 'is', null)
    .execute();
}

/** Settles one reason about a booking, where it settled itself. */
export async function settleReason(
  tx: Writer,
  { bookingId, reason, now }: { bookingId: number; reason: AttentionReason; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('attention')
    .set({ settled_at: toStored(now) })
    .where('booking_id', '=', bookingId)
    .where('reason', '=', reason)
    .where('settled_at', 'is', null)
    .execute();
}

/** Whether the same reason about the same booking still waits for a person. */
export async function isOnTheList(
  db: Reader,
  { reason, bookingId }: { reason: AttentionReason; bookingId: number | null },
): Promise<boolean> {
  const row = await db
    .selectFrom('attention')
    .select('id')
    .where('settled_at', 'is', null)
    .where('reason', '=', reason)
    .where('booking_id', bookingId === null ? 'is' : '=', bookingId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether one of these reasons about a booking still waits for a person. */
export async function waitsFor(
  db: Reader,
  bookingId: number,
  reasons: readonly AttentionReason[],
): Promise<boolean> {
  const row = await db
    .selectFrom('attention')
    .select('id')
    .where('settled_at', 'is', null)
    .where('booking_id', '=', bookingId)
    .where('reason', 'in', reasons)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When the latest mail about a booking arrived that waits for one of these reasons and came before an instant. */
export async function openMailArrivedBefore(
  db: Reader,
  asked: { bookingId: number; reasons: readonly AttentionReason[]; before: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('attention')
    .innerJoin('inbox', 'inbox.id', 'attention.inbox_id')
    .select('internal_date')
    .where('settled_at', 'is', null)
    .where('attention.booking_id', '=', asked.bookingId)
    .where('reason', 'in', asked.reasons)
    .where('internal_date', '<', toStored(asked.before))
    .orderBy('internal_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromStored(row.internal_date) : null;
}

/** As much of a mail as its header takes. */
const HEADER_BYTES = 64 * 1024;

/** Mails about no booking that wait for one of these reasons and arrived within a span, the latest first. */
export async function openLooseMails(
  db: Reader,
  asked: { reasons: readonly AttentionReason[]; since: Temporal.Instant; before: Temporal.Instant },
): Promise<{ reason: AttentionReason; arrivedAt: Temporal.Instant; header: Buffer }[]> {
  const rows = await db
    .selectFrom('attention')
    .innerJoin('inbox', 'inbox.id', 'attention.inbox_id')
    .select(['reason', 'internal_date'])
    .select(sql<Buffer>`substr(inbox.raw, 1, ${sql.lit(HEADER_BYTES)})`.as('header'))
    .where('settled_at', 'is', null)
    .where('attention.booking_id', 'is', null)
    .where('reason', 'in', asked.reasons)
    .where('internal_date', '>=', toStored(asked.since))
    .where('internal_date', '<', toStored(asked.before))
    .where('raw', 'is not', null)
    .orderBy('internal_date', 'desc')
    .execute();
  return rows.map(({ reason, internal_date: at, header }) => ({
    reason,
    arrivedAt: fromStored(at),
    header,
  }));
}
