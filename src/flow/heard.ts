/**
 * Whether the seeker has been in touch before a session was missed (6(6) 連絡がないまま): a mail that
 * came in time and that nobody has judged yet. It reads no words and moves nothing.
 */
import {
  type AttentionReason,
  WORDS_ABOUT_NO_BOOKING,
  WORDS_FROM_SEEKER,
} from '../domain/attention.ts';
import type { Booking } from '../domain/booking.ts';
import { NO_SHOW_AFTER_MINUTES } from '../domain/session.ts';
import { readAnnouncedFields } from '../imap/headers.ts';
import { addressKey } from '../message/address.ts';
import { parseAddresses } from '../message/address-header.ts';
import { openLooseMails, openMailArrivedBefore } from '../store/attention.ts';
import type { Reader } from '../store/store.ts';

/** A mail of the seeker that waits for a person. */
export interface Heard {
  at: Temporal.Instant;
  /** Why it waits, where it names no booking; null where it is about the one that is asked of. */
  loose: AttentionReason | null;
}

/** The latest such mail, up to ten minutes past the start; null where there is none. */
export async function heardFromSeeker(db: Reader, booking: Booking): Promise<Heard | null> {
  const { id: bookingId, slot, appliedAt: since } = booking;
  if (slot === null) return null;
  const before = slot.start.toInstant().add({ minutes: NO_SHOW_AFTER_MINUTES });
  const about = { bookingId, reasons: WORDS_FROM_SEEKER, before };
  const at = await openMailArrivedBefore(db, about);
  if (at !== null) return { at, loose: null };
  const loose = await openLooseMails(db, { reasons: WORDS_ABOUT_NO_BOOKING, since, before });
  const addresses = addressesOf(booking);
  const his = loose.find(({ header }) => addresses.includes(writerOf(header)));
  return his === undefined ? null : { at: his.arrivedAt, loose: his.reason };
}

/** Where the seeker writes from, as far as is known; a memo's writer is a counselor. */
function addressesOf({ channel, registeredAddress, requesterAddress }: Booking): string[] {
  const requester = channel === 'mail' ? requesterAddress : null;
  return [registeredAddress, requester].filter((address) => address !== null);
}

function writerOf(header: Buffer): string {
  const [writer] = parseAddresses(readAnnouncedFields(header).from ?? '');
  return writer === undefined ? '' : addressKey(writer.address);
}
