/**
 * The figures that the terms leave open ([D] in the requirements): deadlines and limits.
 */
import { z } from 'zod';
import { clockTime, count } from './fields.ts';

export const deadlines = z.strictObject({
  closing: clockTime.prefault('23:59:59'),
  minimumMinutesToAnswer: count(0, 'minutes, 0 or more').default(120),
  voidGraceSeconds: count(0, 'seconds, 0 or more').default(60),
  incompleteDays: count(1, 'days, 1 or more').default(7),
});

export const limits = z.strictObject({
  searchDays: count(1, 'days, 1 or more').max(60, '60 or fewer').default(14),
  futureBookingsPerSeeker: count(1, '1 or more').default(2),
  timesAsked: count(1, '1 or more').default(2),
  handlingSeconds: count(1, 'seconds that one mail may take to be parsed, 1 or more').default(10),
  mailsPerAddressAndHour: count(1, '1 or more').default(10),
  staffMailsPerHour: count(1, '1 or more').default(200),
  mailsPerKindAndBooking: count(1, '1 or more').default(5),
});
