/**
 * Which booking a mail may answer, told from a few header fields: for mails that cannot be read or
 * fetched. Good enough to show a person the booking, never to confirm or move one.
 */
import type { Booking } from '../../domain/booking.ts';
import type { AnnouncedFields } from '../../imap/headers.ts';
import { addressKey } from '../../message/address.ts';
import { parseAddresses } from '../../message/address-header.ts';
import { readMessageIds } from '../../message/message-id.ts';
import { readReferenceCode } from '../../message/thread-keys.ts';
import { bookingById, bookingByReference, openBookingsOfAddress } from '../../store/bookings.ts';
import { ourMail } from '../../store/our-mails.ts';
import type { Reader } from '../../store/store.ts';

const MAX_MESSAGE_IDS = 100;

/** By the thread, the code in the subject, or the only open booking of who writes (trap 6). */
export async function bookingByHeader(db: Reader, mail: AnnouncedFields): Promise<Booking | null> {
  const ids = [
    ...readMessageIds(mail.inReplyTo ?? ''),
    ...readMessageIds(mail.references ?? '').reverse(),
  ];
  for (const id of ids.slice(0, MAX_MESSAGE_IDS)) {
    const ours = await ourMail(db, id);
    if (ours?.bookingId) return bookingById(db, ours.bookingId);
  }
  const reference = readReferenceCode(mail.subject);
  const referred = reference === null ? null : await bookingByReference(db, reference);
  if (referred !== null) return referred;
  const [writer] = parseAddresses(mail.from ?? '');
  if (writer === undefined) return null;
  const [only, another] = await openBookingsOfAddress(db, addressKey(writer.address));
  return another === undefined ? (only ?? null) : null;
}
