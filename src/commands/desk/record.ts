/**
 * A booking as a script reads it: codes, ISO times, no 相談内容 and no mail address (Article 8).
 */
import type { ListedBooking } from '../../store/booking-list.ts';

export function bookingRecord(booking: ListedBooking) {
  const { reference, state, channel, name, seekerNumber, phone, lane, unverified } = booking;
  return {
    reference,
    state,
    channel,
    start: local(booking.start?.toInstant() ?? null),
    lane,
    name,
    seekerNumber,
    phone,
    replyBy: local(booking.replyBy),
    appliedAt: local(booking.appliedAt),
    consentedAt: local(booking.consentedAt),
    unverified,
  };
}

function local(at: Temporal.Instant | null): string | null {
  return at?.toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'second' }) ?? null;
}
