/**
 * What the office says by itself and when: nudge, reminder, morning list, warnings. A clock time
 * of null keeps that mail from being written at all.
 */
import { z } from 'zod';
import { clockTime, count } from './fields.ts';

const timeOrNever = clockTime.nullable();

export const reminders = z.strictObject({
  /** On the day before the session: the nudge, for a terms mail of at least so many hours. */
  nudgeAt: timeOrNever.prefault('12:00'),
  nudgeAfterHours: count(0, 'hours, 0 or more').default(12),
  /** On the day before the session: the reminder of a confirmed booking. */
  dayBeforeAt: timeOrNever.prefault('17:00'),
  /** How long after a session its counselor is still asked whether the seeker came. */
  attendanceDays: count(1, 'days, 1 or more').default(7),
  morningListAt: timeOrNever.prefault('08:15'),
  morningListWhenEmpty: z.enum(['send', 'skip'], { error: '"send" or "skip"' }).default('send'),
  /** How long an undecided matter is repeated in the morning list. */
  morningListDays: count(1, 'days, 1 or more').default(7),
  holidayWarningDays: count(0, 'days, 0 or more').default(90),
  /** The alarm of a calendar entry before the session; 0: none. */
  calendarAlarmMinutes: count(0, 'minutes, 0 or more').default(30),
});
