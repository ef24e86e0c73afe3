/**
 * Whether a mail that lies in the outbox is still to be sent: it may have waited for hours, for a
 * relay or for an admin's release, and what it says may be over. It withdraws nothing itself.
 */
import { dayInJapan } from '../../domain/deadline.ts';
import { FOR_ONE_SESSION, stillHolds } from '../../domain/reminders.ts';
import { bookingById } from '../../store/bookings.ts';
import { rescheduledSince } from '../../store/events.ts';
import type { OutboxSelection } from '../../store/outbox.ts';
import type { Writer } from '../../store/store.ts';
import { fromStored } from '../../store/stored-time.ts';
import { isUnanswered } from '../clock/remind.ts';
import { outageIsTold } from '../clock/tell-outage.ts';
import type { Office } from '../office.ts';

/** Looked at inside the transaction that begins a try. */
export async function stillWanted(
  tx: Writer,
  { clock }: Office,
  { kind, booking_id: bookingId, occasion, date }: OutboxSelection,
): Promise<boolean> {
  const booking = bookingId === null ? null : await bookingById(tx, bookingId);
  if (booking === null) {
    if (kind === 'staff.notice.morning') return occasion === dayInJapan(clock.now()).toString();
    return kind !== 'staff.notice.mailbox_lost' || (await outageIsTold(tx, occasion));
  }
  const session = FOR_ONE_SESSION.includes(kind) ? fromStored(occasion) : null;
  if (!stillHolds({ kind, session }, booking, clock.now())) return false;
  if (kind === 'seeker.action.nudge') return isUnanswered(tx, booking.id);
  return !kind.startsWith('seeker.') || !(await rescheduledSince(tx, booking.id, date));
}
