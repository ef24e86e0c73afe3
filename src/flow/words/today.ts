/**
 * What a counselor is told where a mail may be read too late: the session that is cancelled or moved
 * is today's. Words only.
 */
import type { Slot } from '../../domain/booking.ts';
import { dayInJapan } from '../../domain/deadline.ts';

/** `said`, and to phone as well where the session is today and not yet over. */
export function andPhone(said: string, slot: Slot | null, now: Temporal.Instant): string {
  if (slot === null) return said;
  const start = slot.start.toInstant();
  const isToday = dayInJapan(start).equals(dayInJapan(now));
  const isAhead = Temporal.Instant.compare(now, start) < 0;
  return isToday && isAhead ? `${said}\n相談は今日なので、ご本人に電話でも伝えてください。` : said;
}
