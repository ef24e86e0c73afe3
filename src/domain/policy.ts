/**
 * The office's rules as values: every figure that the terms leave open comes from the config
 * through here. Types only.
 */
import type { OfficeCalendar } from './office-calendar.ts';
import type { ReminderPolicy } from './reminders.ts';

export interface BookingPolicy {
  calendar: OfficeCalendar;
  /** Lanes in the order in which they are filled. */
  lanes: readonly string[];
  /** Clock time on the day before at which the time to answer ends (6(1)); 23:59:59 by default. */
  closing: Temporal.PlainTime;
  /** A terms mail that leaves less time than this to answer is a counselor's decision (trap 18). */
  minimumMinutesToAnswer: number;
  /** How many days around a wish are searched for free slots. */
  searchDays: number;
  /** More future bookings than this of one seeker are a counselor's decision. */
  maxFutureBookings: number;
  /** How often missing items are asked for before a counselor takes over. */
  maxTimesAsked: number;
  /** A request that the seeker leaves incomplete lapses after this many days. */
  incompleteDays: number;
  reminders: ReminderPolicy;
}
