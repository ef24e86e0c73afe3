/**
 * The config's figures as the domain's policy. Translation only.
 */
import type { Config } from '../config.ts';
import { isPublicHoliday } from '../domain/holidays.ts';
import { closedDays } from '../domain/office-calendar.ts';
import type { BookingPolicy } from '../domain/policy.ts';

export function policyOf(config: Config): BookingPolicy {
  const { deadlines, limits, office, reminders } = config;
  return {
    calendar: {
      hours: office.hours,
      isClosedDay: closedDays(isPublicHoliday, new Set(office.closedDays)),
    },
    lanes: config.lanes.map(({ id }) => id),
    closing: deadlines.closing,
    minimumMinutesToAnswer: deadlines.minimumMinutesToAnswer,
    searchDays: limits.searchDays,
    maxFutureBookings: limits.futureBookingsPerSeeker,
    maxTimesAsked: limits.timesAsked,
    incompleteDays: deadlines.incompleteDays,
    reminders,
  };
}
