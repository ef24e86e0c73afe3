/**
 * Whether a written mail to a seeker is still wanted when its turn comes: it asks for what is no
 * longer open, or speaks of a slot that was left meanwhile. It withdraws nothing itself.
 */
import type { Booking } from '../domain/booking.ts';
import { deadlinePassed } from '../domain/deadline.ts';
import { rescheduledSince } from '../store/events.ts';
import type { OutboxSelection } from '../store/outbox.ts';
import type { Writer } from '../store/store.ts';

/** Looked at inside the transaction that begins a try. */
export async function isOutdated(
  tx: Writer,
  { row, booking, at }: { row: OutboxSelection; booking: Booking; at: Temporal.Instant },
): Promise<boolean> {
  if (!row.kind.startsWith('seeker.')) return false;
  const asks = row.kind.startsWith('seeker.action.');
  return (asks && !awaitsAnswer(booking, at)) || rescheduledSince(tx, booking.id, row.date);
}

function awaitsAnswer({ state, replyBy }: Booking, now: Temporal.Instant): boolean {
  return state === 'requested' && replyBy !== null && !deadlinePassed(now, replyBy);
}
