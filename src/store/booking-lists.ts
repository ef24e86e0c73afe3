/**
 * Lists of bookings that an admin asks for: all of one seeker, all that are open. Looks only.
 */
import type { Booking } from '../domain/booking.ts';
import { toBooking } from './booking-row.ts';
import type { Reader } from './store.ts';
import { toStored } from './stored-time.ts';

/** Every booking of a seeker that is still kept, the oldest first. */
export async function bookingsOfSeeker(db: Reader, seekerNumber: string): Promise<Booking[]> {
  const query = db.selectFrom('booking').selectAll().where('seeker_number', '=', seekerNumber);
  return (await query.orderBy('id').execute()).map(toBooking);
}

/** Every open booking whose session, where it has one, has not begun at `now`. */
export async function openBookings(db: Reader, now: Temporal.Instant): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', ['requested', 'awaiting_reply', 'confirmed'])
    .where((eb) =>
      eb.or([eb('slot_start_at', 'is', null), eb('slot_start_at', '>', toStored(now))]),
    )
    .orderBy('id')
    .execute();
  return rows.map(toBooking);
}
