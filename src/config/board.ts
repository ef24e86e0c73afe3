/**
 * The settings of the board: the page on this machine that shows the state of the bookings.
 */
import { z } from 'zod';
import { count, isLoopback, port, text } from './fields.ts';

export const board = z.strictObject({
  host: text('a loopback address')
    .refine(
      isLoopback,
      'a loopback address such as "127.0.0.1": the board is for this machine only',
    )
    .default('127.0.0.1'),
  port: port.default(8026),
  refreshSeconds: count(10, 'seconds, 10 or more').default(60),
  pollTooOldMinutes: count(1, 'minutes, 1 or more').default(10),
  undeliveredDays: count(1, 'days, 1 or more').default(14),
  months: count(1, 'months, 1 or more').max(36, '36 or fewer').default(12),
  rowsPerList: count(1, 'rows, 1 or more').default(50),
});
