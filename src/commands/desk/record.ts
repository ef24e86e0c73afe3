/**
 * A booking as a script reads it: codes, ISO times, no 相談内容 and no mail address (Article 8).
 */
import type { ListedBooking } from '../../store/booking-list.ts';
import { toStored } from '../../store/stored-time.ts';

export function bookingRecord(booking: ListedBooking) {
  const { reference, state, channel, name, seekerNumber, phone, lane, unverified } = booking;
  return {
    reference,
    state,
    channel,
    start: stored(booking.start?.toInstant() ?? null),
    lane,
    name,
    seekerNumber,
    phone,
    replyBy: stored(booking.replyBy),
    appliedAt: toStored(booking.appliedAt),
    consentedAt: stored(booking.consentedAt),
    unverified,
  };
}

function stored(at: Temporal.Instant | null): string | null {
  return at === null ? null : toStored(at);
}
