/**
 * Which bookings came from a booking site, under which number of the site: so that the same notice
 * twice is one booking, and a cancellation finds its own (6(3) ただし, 6(6)).
 */
import type { Booking } from '../domain/booking.ts';
import { bookingById } from './bookings.ts';
import type { Reader, Writer } from './store.ts';
import { startToStored } from './stored-time.ts';

export interface SiteBooking {
  bookingId: number;
  /** The name of the format in the config. */
  site: string;
  reference: string | null;
}

export async function recordSiteBooking(tx: Writer, booking: SiteBooking): Promise<void> {
  const { bookingId, site, reference } = booking;
  await tx.insertInto('site_booking').values({ booking_id: bookingId, site, reference }).execute();
}

/** The newest booking under a site's number; null where none is known. */
export async function bookingOfSite(
  db: Reader,
  site: string,
  reference: string,
): Promise<Booking | null> {
  const row = await db
    .selectFrom('site_booking')
    .select('booking_id')
    .where('site', '=', site)
    .where('reference', '=', reference)
    .orderBy('booking_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? bookingById(db, row.booking_id) : null;
}

/** The bookings that a site made for a session's start, the newest first. */
export async function siteBookingsAt(
  db: Reader,
  site: string,
  start: Temporal.ZonedDateTime,
): Promise<Booking[]> {
  const rows = await db
    .selectFrom('site_booking')
    .innerJoin('booking', 'booking.id', 'site_booking.booking_id')
    .select('booking.id')
    .where('site_booking.site', '=', site)
    .where((eb) =>
      eb.or([
        eb('booking.slot_start_at', '=', startToStored(start)),
        eb('booking.slot_start_at', 'is', null),
      ]),
    )
    .orderBy('booking.id', 'desc')
    .execute();
  const found: Booking[] = [];
  for (const { id } of rows) {
    const booking = await bookingById(db, id);
    if (booking !== null) found.push(booking);
  }
  return found;
}
