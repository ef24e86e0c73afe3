/**
 * Work by the clock on one booking after another, each in a transaction of its own: trouble with
 * one is told and keeps no other waiting. What is done is handed in.
 */
import type { Booking } from '../../domain/booking.ts';
import { whyOf } from '../../log.ts';
import { bookingById } from '../../store/bookings.ts';
import { isDatabaseError } from '../../store/sqlite.ts';
import type { Writer } from '../../store/store.ts';
import type { Office } from '../office.ts';

/** What is done to a booking, looked at inside the transaction; null: nothing any more. */
export type BookingWork<Done> = (tx: Writer, booking: Booking) => Promise<Done | null>;

/** Returns what was done, without the bookings that needed nothing. Throws where the database fails. */
export async function forEachBooking<Done>(
  { store, log }: Office,
  ids: readonly number[],
  work: BookingWork<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  for (const id of ids) {
    try {
      const result = await store.transact(async (tx) => {
        const booking = await bookingById(tx, id);
        return booking === null ? null : work(tx, booking);
      });
      if (result !== null) done.push(result);
    } catch (error) {
      if (isDatabaseError(error)) throw error;
      log.error('booking_not_judged', { booking: id, why: whyOf(error) });
    }
  }
  return done;
}
