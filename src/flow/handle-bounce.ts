/**
 * A delivery notice (RFC 3464 and its older forms): a terms mail that did not arrive is shown to
 * a counselor at once, with the seeker's telephone number; a delay or a success changes nothing.
 * The deadline runs on.
 */
import { decide } from '../domain/decide.ts';
import { readBounce } from '../message/bounce.ts';
import { bookingById } from '../store/bookings.ts';
import { ourMail } from '../store/our-mails.ts';
import type { Writer } from '../store/store.ts';
import { alertStaff, applyMove } from './apply.ts';
import { type Arrival, causeOf, findThread } from './arrival.ts';
import type { Handled } from './handled.ts';
import type { Office } from './office.ts';

export async function handleBounce(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const report = readBounce(arrival.message);
  const returned = report?.originalMessageId ? await ourMail(tx, report.originalMessageId) : null;
  const booking = returned?.bookingId
    ? await bookingById(tx, returned.bookingId)
    : ((await findThread(tx, arrival))?.booking ?? null);
  const bookingId = booking?.id ?? null;
  if (report && report.action !== 'failed' && report.action !== 'unknown') {
    return { state: 'handled', outcome: `delivery notice: ${report.action}`, bookingId };
  }
  const cause = causeOf(arrival, 'relay', office.clock.now());
  const outcome = `bounce: ${report?.permanence ?? 'unknown'}`;
  const move =
    booking && returned?.kind === 'seeker.action.terms'
      ? decide(booking, { type: 'terms_bounced', at: arrival.row.internalDate })
      : null;
  if (booking && move?.kind === 'move') {
    await applyMove(tx, office, { booking, move, cause });
  } else {
    await alertStaff(tx, office, { reason: 'delivery_failed', booking, cause });
  }
  return { state: 'for_staff', outcome, bookingId };
}
