/**
 * The story of each booking, only ever added to: what happened, when it counts, who caused it
 * and which article it follows.
 */
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { BookingState } from '../domain/booking.ts';
import type { Database, EventTable } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface EventEntry {
  bookingId: number;
  at: Temporal.Instant;
  recordedAt: Temporal.Instant;
  type: string;
  from: BookingState | null;
  to: BookingState;
  article: string | null;
  actor: EventTable['actor'];
  inboxId: number | null;
  detail: string | null;
}

export async function addEvent(tx: Writer, entry: EventEntry): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      booking_id: entry.bookingId,
      at: toStored(entry.at),
      recorded_at: toStored(entry.recordedAt),
      type: entry.type,
      from_state: entry.from,
      to_state: entry.to,
      article: entry.article,
      actor: entry.actor,
      inbox_id: entry.inboxId,
      detail: entry.detail,
    })
    .execute();
}

export async function eventsOf(db: Reader, bookingId: number): Promise<Selectable<EventTable>[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .execute();
}

/** Whether an event of this type is in the booking's story. */
export async function hasEvent(db: Reader, bookingId: number, type: string): Promise<boolean> {
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('booking_id', '=', bookingId)
    .where('type', '=', type)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When the newest event of one of these types counts; null where there is none. */
export async function newestEventAt(
  db: Reader,
  bookingId: number,
  types: readonly string[],
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('event')
    .select('at')
    .where('booking_id', '=', bookingId)
    .where('type', 'in', types)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromStored(row.at) : null;
}

/** How often an event of this type is in the booking's story. */
export async function countEvents(db: Reader, bookingId: number, type: string): Promise<number> {
  const { n } = await db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('booking_id', '=', bookingId)
    .where('type', '=', type)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Whether a booking was moved to another slot after `writtenAt`, a stored time. */
export async function rescheduledSince(
  db: Reader,
  bookingId: number,
  writtenAt: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('booking_id', '=', bookingId)
    .where('type', '=', 'rescheduled')
    .where('recorded_at', '>', writtenAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** An event from which on a booking is confirmed for the session that it has. */
export function asConfirmation(eb: ExpressionBuilder<Database, 'event'>) {
  return eb.and([
    eb('event.to_state', '=', 'confirmed'),
    eb.or([
      eb('event.from_state', 'is', null),
      eb('event.from_state', '<>', 'confirmed'),
      eb('event.type', '=', 'rescheduled'),
    ]),
  ]);
}

/**
 * When the program wrote that the booking is confirmed for the session that it has: its newest
 * confirmation, or the change to another time after it. Null where it never was.
 */
export async function confirmedAt(db: Reader, bookingId: number): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('event')
    .select('recorded_at')
    .where('booking_id', '=', bookingId)
    .where(asConfirmation)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromStored(row.recorded_at) : null;
}
