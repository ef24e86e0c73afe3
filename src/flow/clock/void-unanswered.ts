/**
 * Voids what was not answered in time (6(4)), and lets go what a counselor did not decide before
 * its session or the wished time. It rests on a poll that began after the deadline (and a little
 * grace for clocks that differ) and came to its end: while the mailbox cannot be read nothing is
 * voided (trap 2).
 */
import { ELIGIBILITY, WORDS_FROM_SEEKER } from '../../domain/attention.ts';
import type { Booking } from '../../domain/booking.ts';
import { deadlinePassed } from '../../domain/deadline.ts';
import { type BookingEvent, decide } from '../../domain/decide.ts';
import { lastWished } from '../../domain/wish.ts';
import { waitsFor } from '../../store/attention.ts';
import { overdueBookings, undecidedRequests } from '../../store/bookings.ts';
import { hasEvent } from '../../store/events.ts';
import { lastPollBegan } from '../../store/mailbox.ts';
import { undecidedBookings } from '../../store/sessions.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import type { Office } from '../office.ts';
import { forEachBooking } from './each-booking.ts';

/** What the clock does to a booking, looked at inside the transaction; null: nothing any more. */
type Judge = (tx: Writer, booking: Booking) => Promise<BookingEvent | null>;

/** Returns how many bookings were judged by the clock. */
export async function voidUnanswered(office: Office): Promise<number> {
  const { config, store, clock } = office;
  const polled = await lastPollBegan(store.read);
  if (polled === null) return 0;
  const covered = polled.subtract({ seconds: config.deadlines.voidGraceSeconds });
  const unanswered = await overdueBookings(store.read, covered);
  const undecided = await undecidedBookings(store.read, covered);
  const silent = await judge(office, idsOf(unanswered), async (tx, { id, replyBy, slot }) => {
    if (!replyBy || !deadlinePassed(covered, replyBy)) return null;
    // There was an answer: until a counselor has read it, silence is not the word for it (trap 5).
    if (slot !== null && (await waitsFor(tx, id, WORDS_FROM_SEEKER))) {
      return hasBegun(slot.start, covered) ? { type: 'never_decided', at: clock.now() } : null;
    }
    const repliedLate = await hasEvent(tx, id, 'reply_late');
    return { type: 'deadline_passed', at: clock.now(), repliedLate };
  });
  const waiting = await judge(office, idsOf(undecided), async (_tx, { replyBy, slot }) =>
    replyBy === null && slot !== null && hasBegun(slot.start, covered)
      ? { type: 'never_decided', at: clock.now() }
      : null,
  );
  return silent + waiting + (await closeOutlived(office, covered));
}

/** Requests that waited for a counselor until what they wished for was over; none stays open for ever (Article 8). */
async function closeOutlived(office: Office, covered: Temporal.Instant): Promise<number> {
  const isOutlived = (booking: Booking) =>
    booking.slot === null &&
    booking.replyBy === null &&
    Temporal.Instant.compare(outlivedAt(office, booking), covered) <= 0;
  const requests = await undecidedRequests(office.store.read);
  return judge(office, idsOf(requests.filter(isOutlived)), async (tx, booking) => {
    if (!isOutlived(booking)) return null;
    const type = (await waitsFor(tx, booking.id, ELIGIBILITY)) ? 'never_eligible' : 'wish_passed';
    return { type, at: office.clock.now() };
  });
}

/** When the wished time is over, but never before the days that an unfinished request has; for ever open wishes, when their words would go. */
function outlivedAt({ policy, config }: Office, { wish, appliedAt }: Booking): Temporal.Instant {
  const days = (count: number) => appliedAt.add({ hours: 24 * count });
  const patience = days(policy.incompleteDays);
  const over = lastWished(wish) ?? days(config.retention.contentDays);
  return Temporal.Instant.compare(over, patience) < 0 ? patience : over;
}

const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

function hasBegun(start: Temporal.ZonedDateTime, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(start.toInstant(), at) <= 0;
}

/** Carries out what the clock does to these bookings; returns to how many something happened. */
async function judge(office: Office, ids: readonly number[], eventOf: Judge): Promise<number> {
  const moves = await forEachBooking(office, ids, async (tx, booking) => {
    const event = await eventOf(tx, booking);
    const move = event && decide(booking, event);
    if (move?.kind !== 'move') return null;
    const cause = { actor: 'clock' as const, now: office.clock.now(), mail: null };
    await applyMove(tx, office, { booking, move, cause });
    return { id: booking.id, move };
  });
  for (const { id, move } of moves) {
    if (move.to === 'void') office.log.info('booking_void', { booking: id, event: move.event });
  }
  return moves.length;
}
