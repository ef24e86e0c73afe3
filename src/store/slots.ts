/**
 * Which slots are held: a question to the booking table. That a slot has one holder is the
 * unique index's matter, not this file's.
 */
import { sql } from 'kysely';
import type { Booking, BookingState } from '../domain/booking.ts';
import { type HeldSlots, heldSlots } from '../domain/held-slots.ts';
import { SESSION_MINUTES } from '../domain/session.ts';
import { bookingById } from './bookings.ts';
import type { Reader } from './store.ts';
import { fromStoredMs, toStored } from './stored-time.ts';

/**
 * The states in which a booking holds its slot no more; written out as in the index
 * `booking_slot_once`, which is not used with parameters.
 */
export const FREED = (['void', 'cancelled'] as const).map((state) => sql.lit<BookingState>(state));

/** The sessions held between two instants, by lane; but that of booking `except`. */
export async function takenSlots(
  db: Reader,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
  except: number | null = null,
): Promise<HeldSlots> {
  let query = db
    .selectFrom('booking')
    .select(['slot_start_at', 'lane'])
    .where('slot_start_at', '>=', toStored(from))
    .where('slot_start_at', '<=', toStored(to))
    .where('slot_start_at', 'is not', null)
    .where('state', 'not in', FREED);
  if (except !== null) query = query.where('id', '!=', except);
  const rows = await query.execute();
  return heldSlots(
    rows.flatMap(({ slot_start_at: start, lane }) =>
      start === null || lane === null ? [] : [{ start: fromStoredMs(start), lane }],
    ),
  );
}

/** The span in which a session begins that may overlap one at `start`. */
export function sessionsAround(start: Temporal.ZonedDateTime): {
  from: Temporal.Instant;
  to: Temporal.Instant;
} {
  const begins = start.toInstant();
  const minutes = SESSION_MINUTES;
  return { from: begins.subtract({ minutes }), to: begins.add({ minutes }) };
}

/** The bookings that hold a session which overlaps one at `start`, in any lane. */
export async function holdersOf(db: Reader, start: Temporal.ZonedDateTime): Promise<Booking[]> {
  const { from, to } = sessionsAround(start);
  const rows = await db
    .selectFrom('booking')
    .select('id')
    .where('slot_start_at', '>', toStored(from))
    .where('slot_start_at', '<', toStored(to))
    .where('state', 'not in', FREED)
    .orderBy('id')
    .execute();
  const found = await Promise.all(rows.map(({ id }) => bookingById(db, id)));
  return found.filter((booking) => booking !== null);
}
