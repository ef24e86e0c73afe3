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
import { sessionsWithoutMail, type Unwritten } from '../../store/sessions.ts';
import type { Writer } from '../../store/store.ts';
import { hasWaitingMail } from '../../store/waiting-mails.ts';
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
  await write(office, {
    kind: 'seeker.action.nudge',
    state: 'awaiting_reply',
    at: nudgeAt,
    only: (due) =>
      isBefore(polled, due) ? null : { termsSentBy: due.subtract({ hours: nudgeAfterHours }) },
    isDue: (tx, booking) => isUnanswered(tx, booking.id),
  });
}

/** Reminds those who were confirmed before the set time; who is told of the session later is told once. */
export async function remindConfirmed(office: Office): Promise<void> {
  const { dayBeforeAt } = office.policy.reminders;
  if (!dayBeforeAt) return;
  await write(office, {
    kind: 'seeker.notice.reminder',
    state: 'confirmed',
    at: dayBeforeAt,
    only: (due) => ({ confirmedBefore: due }),
    isDue: async (tx, booking, due) => {
      const confirmed = await confirmedAt(tx, booking.id);
      if (confirmed === null || !isBefore(confirmed, due)) return false;
      return !(await isToldSince(tx, booking.id, due));
    },
  });
}

/** The mails that say all that the reminder says. */
const TELL_OF_SESSION = [
  'seeker.notice.confirmed',
  'seeker.notice.rescheduled',
  'seeker.notice.session_booked',
] as const;

/** A confirmation that waits for its Zoom meeting, or left it after `due`, takes the reminder's place. */
async function isToldSince(tx: Writer, bookingId: number, due: Temporal.Instant): Promise<boolean> {
  if (await hasWaitingMail(tx, bookingId)) return true;
  for (const kind of TELL_OF_SESSION) {
    const told = await newestOfKind(tx, bookingId, kind);
    if (told !== null && !isBefore(told.writtenAt, due)) return true;
  }
  return false;
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
  /** What the store can tell apart, so that nobody is looked at again and again; null: nobody yet. */
  only(due: Temporal.Instant): Pick<Unwritten, 'confirmedBefore' | 'termsSentBy'> | null;
  /** The last look, in the transaction that writes. */
  isDue(tx: Writer, booking: Booking, due: Temporal.Instant): Promise<boolean>;
}

async function write(office: Office, { kind, state, at, only, isDue }: Reminding): Promise<void> {
  const now = office.clock.now();
  const ids: number[] = [];
  for (const { due, ...span } of startsRemindedOf(now, at)) {
    const known = only(due);
    if (known === null) continue;
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
