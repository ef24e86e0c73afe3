/**
 * When the office speaks by itself, and whether what it wrote then still holds when it is sent:
 * nudge, reminder, the question about attendance (requirements, section 3). Pure; it never asks
 * what time it is.
 */
import type { Booking } from './booking.ts';
import { deadlinePassed, OFFICE_TIME_ZONE } from './deadline.ts';
import type { MailKind } from './mail-kind.ts';
import { NO_SHOW_AFTER_MINUTES } from './session.ts';

/** The settings `reminders`; a time of null: that mail is never written. */
export interface ReminderPolicy {
  nudgeAt: Temporal.PlainTime | null;
  nudgeAfterHours: number;
  dayBeforeAt: Temporal.PlainTime | null;
  attendanceDays: number;
  morningListAt: Temporal.PlainTime | null;
  morningListWhenEmpty: 'send' | 'skip';
  morningListDays: number;
  holidayWarningDays: number;
  calendarAlarmMinutes: number;
}

/** What the clock alone causes, once for a session: no event of the lifecycle stands behind it. */
export const FOR_ONE_SESSION: readonly MailKind[] = [
  'seeker.action.nudge',
  'seeker.notice.reminder',
  'staff.action.attendance',
];

/** A span of session starts, both ends included. */
export interface StartSpan {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** The sessions of one day that are ahead, and when they are reminded of: on the day before. */
export interface RemindedDay extends StartSpan {
  due: Temporal.Instant;
}

/**
 * The sessions that are still ahead and whose day before has reached `time`: those of the rest of
 * today, and from `time` on those of tomorrow. A program that was down finds what it missed.
 */
export function startsRemindedOf(now: Temporal.Instant, time: Temporal.PlainTime): RemindedDay[] {
  const local = now.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const today = local.toPlainDate();
  const dueOn = (date: Temporal.PlainDate): Temporal.Instant =>
    date.toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: time }).toInstant();
  const rest = {
    from: now.add({ seconds: 1 }),
    to: lastSecondOf(today),
    due: dueOn(today.subtract({ days: 1 })),
  };
  const reached = Temporal.PlainTime.compare(local.toPlainTime(), time) >= 0;
  return reached ? [rest, { ...startsOfDay(today.add({ days: 1 })), due: dueOn(today) }] : [rest];
}

/** The sessions that began at least ten minutes (6(6)) and at most so many days ago. */
export function startsAskedAfter(now: Temporal.Instant, days: number): StartSpan {
  return {
    from: now.subtract({ hours: 24 * days }),
    to: now.subtract({ minutes: NO_SHOW_AFTER_MINUTES }),
  };
}

/** All starts of one day. */
export function startsOfDay(date: Temporal.PlainDate): StartSpan {
  return { from: date.toZonedDateTime(OFFICE_TIME_ZONE).toInstant(), to: lastSecondOf(date) };
}

function lastSecondOf(date: Temporal.PlainDate): Temporal.Instant {
  return date
    .add({ days: 1 })
    .toZonedDateTime(OFFICE_TIME_ZONE)
    .toInstant()
    .subtract({ seconds: 1 });
}

/** A mail that waits to be sent, as far as it can grow old. */
export interface WaitingMail {
  kind: MailKind;
  /** The session start for which it was written, where the kind has one. */
  session: Temporal.Instant | null;
}

/**
 * Whether a mail about a booking still holds: one that asks for an answer while the answer counts,
 * a reminder until the session begins, each only for the session that the booking has now.
 */
export function stillHolds(
  { kind, session }: WaitingMail,
  booking: Booking,
  now: Temporal.Instant,
): boolean {
  switch (kind) {
    case 'seeker.action.nudge':
      return isFor(booking, session) && answerCounts(booking, 'awaiting_reply', now);
    case 'seeker.notice.reminder':
      return isFor(booking, session) && booking.state === 'confirmed' && !hasBegun(booking, now);
    case 'staff.action.attendance':
      return isFor(booking, session) && booking.state === 'confirmed';
    default:
      return !kind.startsWith('seeker.action.') || answerCounts(booking, 'requested', now);
  }
}

function isFor({ slot }: Booking, session: Temporal.Instant | null): boolean {
  return slot !== null && session !== null && slot.start.toInstant().equals(session);
}

function answerCounts(
  { state, replyBy }: Booking,
  expected: Booking['state'],
  now: Temporal.Instant,
): boolean {
  return state === expected && replyBy !== null && !deadlinePassed(now, replyBy);
}

function hasBegun({ slot }: Booking, now: Temporal.Instant): boolean {
  return slot !== null && Temporal.Instant.compare(slot.start.toInstant(), now) <= 0;
}
