/**
 * Voids what was not answered in time (6(4)). It rests on a poll that began after the deadline
 * (and a little grace for clocks that differ) and came to its end: while the mailbox cannot be
 * read nothing is voided (trap 2).
 */
import { deadlinePassed } from '../domain/deadline.ts';
import { decide } from '../domain/decide.ts';
import { bookingById, overdueBookings } from '../store/bookings.ts';
import { hasEvent } from '../store/events.ts';
import { lastPollBegan } from '../store/mailbox.ts';
import { applyMove } from './apply.ts';
import type { Office } from './office.ts';

/** Returns how many bookings became void. */
export async function voidUnanswered(office: Office): Promise<number> {
  const { config, store, clock, log } = office;
  const polled = await lastPollBegan(store.read);
  if (polled === null) return 0;
  const covered = polled.subtract({ seconds: config.deadlines.voidGraceSeconds });
  const overdue = await overdueBookings(store.read, covered);
  let voided = 0;
  for (const { id } of overdue) {
    const done = await store.transact(async (tx) => {
      const booking = await bookingById(tx, id);
      if (!booking?.replyBy || !deadlinePassed(covered, booking.replyBy)) return false;
      const repliedLate = await hasEvent(tx, id, 'reply_late');
      const now = clock.now();
      const move = decide(booking, { type: 'deadline_passed', at: now, repliedLate });
      if (move.kind === 'refused') return false;
      await applyMove(tx, office, { booking, move, cause: { actor: 'clock', now, mail: null } });
      return true;
    });
    if (!done) continue;
    voided += 1;
    log.info('booking_void', { booking: id });
  }
  return voided;
}
