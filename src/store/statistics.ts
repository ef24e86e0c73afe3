/**
 * Counts of bookings by month, channel and outcome: of those that are kept, and of those that were
 * forgotten (Articles 7 and 8). No name, number, address, Message-ID or device is in them.
 */
import { sql } from 'kysely';
import type { BookingState, Channel } from '../domain/booking.ts';
import type { Reader } from './store.ts';

/** What a booking came to, as it is counted: its state, and whose cancellation it was. */
export type Outcome = BookingState | 'office_cancelled';

export interface Count {
  /** Of the application, "2026-12". */
  month: string;
  channel: Channel;
  outcome: Outcome;
  bookings: number;
}

export const MONTH = sql<string>`substr(applied_at, 1, 7)`;
export const OUTCOME = sql<Outcome>`case
  when state = 'cancelled' and exists (
    select 1 from event where booking_id = booking.id and type = 'office_cancelled')
  then 'office_cancelled' else state end`;

/** Every count, by month, channel and outcome. */
export async function bookingCounts(db: Reader): Promise<Count[]> {
  const kept = db
    .selectFrom('booking')
    .select([
      MONTH.as('month'),
      'channel',
      OUTCOME.as('outcome'),
      (eb) => eb.fn.countAll<number>().as('bookings'),
    ])
    .groupBy(['month', 'channel', 'outcome']);
  const forgotten = db.selectFrom('statistic').select(['month', 'channel', 'outcome', 'bookings']);
  const rows = await db
    .selectFrom(kept.unionAll(forgotten).as('counted'))
    .select(['month', 'channel', 'outcome', (eb) => eb.fn.sum<number>('bookings').as('bookings')])
    .groupBy(['month', 'channel', 'outcome'])
    .orderBy('month')
    .orderBy('channel')
    .orderBy('outcome')
    .execute();
  return rows.map((row) => ({ ...row, bookings: Number(row.bookings) }));
}
