/**
 * Whether a wish comes too late to be confirmed by the day before (6(1)): the wish for today. Pure;
 * what is past altogether is not asked here.
 */
import { deadlinePassed, replyDeadline } from './deadline.ts';
import { windowOf } from './office-calendar.ts';
import { singleWishes, type Wish } from './wish.ts';

/** Whether one of the wishes lies ahead, but no reply could be in time for any part of it. */
export function comesTooLate(
  wish: Wish,
  { closing, now }: { closing: Temporal.PlainTime; now: Temporal.Instant },
): boolean {
  return singleWishes(wish).some((single) => {
    const { to: last } = windowOf(single);
    if (last === null || Temporal.Instant.compare(last.toInstant(), now) < 0) return false;
    return deadlinePassed(now, replyDeadline(last, closing));
  });
}
