/**
 * What waits for a person, with the booking it is about, for the morning list. Reads only.
 */
import { sql } from 'kysely';
import type { AttentionReason } from '../domain/attention.ts';
import type { Booking } from '../domain/booking.ts';
import { toBooking } from './booking-row.ts';
import type { Reader } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface OpenMatter {
  reason: AttentionReason;
  raisedAt: Temporal.Instant;
  booking: Booking | null;
  /** The head of the mail that it is about, where there is no booking; null where none is kept. */
  header: Buffer | null;
}

/** As much of a mail as its header takes. */
const HEADER_BYTES = 64 * 1024;

/** Nobody reads through more than this many matters in one list. */
const AT_MOST = 500;

/** Matters that nobody has settled and that were raised at `since` or later, the oldest first. */
export async function openMatters(db: Reader, since: Temporal.Instant): Promise<OpenMatter[]> {
  const entries = await db
    .selectFrom('attention')
    .select(['reason', 'raised_at', 'booking_id'])
    .select(({ selectFrom }) =>
      selectFrom('inbox')
        .select(sql<Buffer | null>`substr(inbox.raw, 1, ${sql.lit(HEADER_BYTES)})`.as('header'))
        .whereRef('inbox.id', '=', 'attention.inbox_id')
        .where('attention.booking_id', 'is', null)
        .as('header'),
    )
    .where('settled_at', 'is', null)
    .where('raised_at', '>=', toStored(since))
    .orderBy('raised_at')
    .limit(AT_MOST)
    .execute();
  const ids = [...new Set(entries.flatMap((entry) => entry.booking_id ?? []))];
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('booking').selectAll().where('id', 'in', ids).execute();
  const bookings = new Map(rows.map((row) => [row.id, toBooking(row)]));
  return entries.map(({ reason, raised_at: raisedAt, booking_id: id, header }) => ({
    reason,
    raisedAt: fromStored(raisedAt),
    booking: (id !== null && bookings.get(id)) || null,
    header,
  }));
}

/**
 * How many mails wait for an admin's release, and how many were to leave before `instant` and did
 * not.
 */
export async function mailsWaiting(
  db: Reader,
  instant: Temporal.Instant,
): Promise<{ held: number; late: number }> {
  const count = db.selectFrom('outbox').select((eb) => eb.fn.countAll<number>().as('n'));
  const held = await count.where('state', '=', 'held').executeTakeFirstOrThrow();
  const late = await count
    .where('state', 'in', ['queued', 'sending'])
    .where('date', '<', toStored(instant))
    .executeTakeFirstOrThrow();
  return { held: Number(held.n), late: Number(late.n) };
}
