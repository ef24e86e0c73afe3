/**
 * How a booking comes into being: its row, the first event of its story, and the mail that the
 * birth causes, as the table of births in `domain/lifecycle.ts` says. It decides nothing.
 */
import type { Booking, BookingDraft } from '../domain/booking.ts';
import { type BirthRow, birthRow } from '../domain/lifecycle.ts';
import { insertBooking } from '../store/bookings.ts';
import { addEvent } from '../store/events.ts';
import type { Writer } from '../store/store.ts';
import { keepTerms } from '../store/terms.ts';
import { mailSeeker } from './apply.ts';
import { type Cause, detailOf } from './cause.ts';
import type { Office } from './office.ts';
import { termsByHash } from './terms-of.ts';

export interface Birth {
  event: BirthRow['event'];
  draft: Omit<BookingDraft, 'state' | 'voidReason'>;
  cause: Cause;
  /** The instant that counts: INTERNALDATE for a mail. */
  at: Temporal.Instant;
}

/** Writes the booking and what follows from its birth. */
export async function bearBooking(tx: Writer, office: Office, birth: Birth): Promise<Booking> {
  const { draft, cause, at } = birth;
  const { event, to, channels, article, mails } = birthRow(birth.event);
  if (!channels.includes(draft.channel)) {
    throw new Error(`a booking of channel ${draft.channel} is not born by ${event}`);
  }
  const { termsSha256 } = draft;
  if (termsSha256) await keepTerms(tx, termsByHash(office, termsSha256), cause.now);
  const booking = await insertBooking(tx, { ...draft, state: to, voidReason: null });
  await addEvent(tx, {
    bookingId: booking.id,
    at,
    recordedAt: cause.now,
    type: event,
    from: null,
    to,
    article,
    actor: cause.actor,
    inboxId: cause.mail?.inboxId ?? null,
    detail: detailOf(cause),
  });
  for (const kind of mails) await mailSeeker(tx, office, { kind, booking, cause });
  return booking;
}
