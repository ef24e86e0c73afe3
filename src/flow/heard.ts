/**
 * Whether the seeker has been in touch before a session was missed (6(6) 連絡がないまま): a mail that
 * came in time and that nobody has judged yet. It reads no words and moves nothing.
 */
import { WORDS_FROM_SEEKER } from '../domain/attention.ts';
import type { Booking } from '../domain/booking.ts';
import { NO_SHOW_AFTER_MINUTES } from '../domain/session.ts';
import { openMailArrivedBefore } from '../store/attention.ts';
import type { Reader } from '../store/store.ts';

/** When the latest such mail arrived, up to ten minutes past the start; null where there is none. */
export async function heardFromSeeker(
  db: Reader,
  { id: bookingId, slot }: Booking,
): Promise<Temporal.Instant | null> {
  if (slot === null) return null;
  const before = slot.start.toInstant().add({ minutes: NO_SHOW_AFTER_MINUTES });
  return openMailArrivedBefore(db, { bookingId, reasons: WORDS_FROM_SEEKER, before });
}
