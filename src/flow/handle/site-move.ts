/**
 * A booking site's notice that gives a booking which is known another date: the record follows,
 * once and where the new time is free, and a counselor is told. The site has told the seeker, so
 * no mail of ours follows. It makes no booking.
 */
import type { Booking } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { hasEvent } from '../../store/events.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import type { Office } from '../office.ts';
import { freeSlotAt } from '../words/named-slot.ts';
import type { SiteFacts } from './site-facts.ts';

/** The booking at its new time; null where a counselor has to decide. */
export async function followSite(
  tx: Writer,
  office: Office,
  { booking, start, facts }: { booking: Booking; start: Temporal.ZonedDateTime; facts: SiteFacts },
): Promise<Booking | null> {
  const { at, cause } = facts;
  const isAhead = Temporal.Instant.compare(start.toInstant(), at) > 0;
  if (booking.state !== 'confirmed' || booking.slot === null || !isAhead) return null;
  // An old notice that comes again must not take the booking back to where it was.
  if (await hasEvent(tx, booking.id, 'rescheduled')) return null;
  const slot = await freeSlotAt(tx, office, { start, self: booking.id });
  if (slot === null) return null;
  const set = { slot, replyBy: null };
  const move = decide(booking, { type: 'rescheduled', at, set, toldOtherwise: true });
  if (move.kind === 'refused') return null;
  const detail = `${longDateTime(booking.slot.start)}から${longDateTime(start)}へ（${cause.detail}）`;
  return applyMove(tx, office, { booking, move, cause: { ...cause, detail } });
}
