/**
 * What the office says to a seeker by itself on the day before a session: the nudge to whom has
 * not answered, the reminder to whom is confirmed. One of each for a session, written in the
 * transaction that looks at the booking; it moves none.
 */
import type { Booking } from '../../domain/booking.ts';
import { onTheDayBefore } from '../../domain/deadline.ts';
import { startsRemindedOf, stillHolds } from '../../domain/reminders.ts';
import { confirmedAt, hasEvent } from '../../store/events.ts';
import { lastPollBegan } from '../../store/mailbox.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import { sessionsWithoutMail } from '../../store/sessions.ts';
import type { Writer } from '../../store/store.ts';
import { mailSeeker } from '../apply.ts';
import type { Office } from '../office.ts';
import { forEachBooking } from './each-booking.ts';

/**
 * Nudges those who have not answered by the set time of the day before. It rests on a poll that
 * began at or after that time, so that nobody is nudged whose answer lies unread (trap 2).
 */
export async function nudgeUnanswered(office: Office): Promise<void> {
  const { nudgeAt, nudgeAfterHours } = office.policy.reminders;
  const polled = nudgeAt && (await lastPollBegan(office.store.read));
  if (!nudgeAt || !polled) return;
  const kind = 'seeker.action.nudge';
  await write(office, { kind, state: 'awaiting_reply', at: nudgeAt }, async (tx, booking, due) => {
    if (isBefore(polled, due)) return false;
    const terms = await newestOfKind(tx, booking.id, 'seeker.action.terms');
    const longEnough = due.subtract({ hours: nudgeAfterHours });
    if (!terms?.sentAt || isBefore(longEnough, terms.sentAt)) return false;
    return isUnanswered(tx, booking.id);
  });
}

/** Reminds those who were confirmed before the set time; who was confirmed later has just been told. */
export async function remindConfirmed(office: Office): Promise<void> {
  const { dayBeforeAt } = office.policy.reminders;
  if (!dayBeforeAt) return;
  const kind = 'seeker.notice.reminder';
  await write(office, { kind, state: 'confirmed', at: dayBeforeAt }, async (tx, booking, due) => {
    const confirmed = await confirmedAt(tx, booking.id);
    return confirmed !== null && isBefore(confirmed, due);
  });
}

/** Neither an answer that waits for a counselor, nor an address at which nothing arrives. */
export async function isUnanswered(tx: Writer, bookingId: number): Promise<boolean> {
  if (await hasEvent(tx, bookingId, 'reply_doubtful')) return false;
  return !(await hasEvent(tx, bookingId, 'terms_bounced'));
}

interface Reminding {
  kind: 'seeker.action.nudge' | 'seeker.notice.reminder';
  state: Booking['state'];
  /** Clock time on the day before the session. */
  at: Temporal.PlainTime;
}

async function write(
  office: Office,
  { kind, state, at }: Reminding,
  isDue: (tx: Writer, booking: Booking, due: Temporal.Instant) => Promise<boolean>,
): Promise<void> {
  const now = office.clock.now();
  const ids: number[] = [];
  for (const { due, ...span } of startsRemindedOf(now, at)) {
    // Those who were confirmed too late are not looked at again and again.
    const known = state === 'confirmed' ? { confirmedBefore: due } : {};
    ids.push(...(await sessionsWithoutMail(office.store.read, { state, kind, ...span, ...known })));
  }
  const cause = { actor: 'clock' as const, now, mail: null };
  await forEachBooking(office, ids, async (tx, booking) => {
    if (booking.slot === null) return null;
    const { start } = booking.slot;
    if (!stillHolds({ kind, session: start.toInstant() }, booking, now)) return null;
    if (!(await isDue(tx, booking, onTheDayBefore(start, at)))) return null;
    await mailSeeker(tx, office, { kind, booking, cause });
    return booking.id;
  });
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
