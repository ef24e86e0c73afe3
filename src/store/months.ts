/**
 * Counts by the month of application, for the charts. Everything is added up in SQL from one
 * index, and nothing that belongs to one person is read (Article 7(2)).
 */
import { sql } from 'kysely';
import type { BookingState, Channel } from '../domain/booking.ts';
import { MONTH } from './statistics.ts';
import type { Reader } from './store.ts';
import { toStored } from './stored-time.ts';

export interface MonthCount {
  /** "2026-11" */
  month: string;
  channel: Channel;
  state: BookingState;
  count: number;
}

/** How many requests since an instant, by month, channel and the state they are in now. */
export async function monthCounts(db: Reader, since: Temporal.Instant): Promise<MonthCount[]> {
  return db
    .selectFrom('booking')
    .select([MONTH.as('month'), 'channel', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('applied_at', '>=', toStored(since))
    .groupBy([MONTH, 'channel', 'state'])
    .execute();
}

export interface MonthWaits {
  month: string;
  /** Half of the seekers had answered after so many hours. */
  medianHours: number;
  /** Nine of ten had. */
  mostHours: number;
}

/**
 * From the request to the reply that confirmed it (6(3)), to a tenth of an hour; the booking site
 * and 6(5) know no reply.
 */
export async function monthWaits(db: Reader, since: Temporal.Instant): Promise<MonthWaits[]> {
  const tenths = sql<number>`(unixepoch(consented_at) - unixepoch(applied_at)) / 360`;
  const rows = await db
    .selectFrom('booking')
    .select([MONTH.as('month'), tenths.as('tenths')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('applied_at', '>=', toStored(since))
    .where('channel', 'in', ['mail', 'phone'])
    .whereRef('consented_at', '>=', 'applied_at')
    .groupBy([MONTH, tenths])
    .orderBy(MONTH)
    .orderBy(tenths)
    .execute();
  const byMonth = Map.groupBy(rows, (row) => row.month);
  return [...byMonth].map(([name, waits]) => ({
    month: name,
    medianHours: shareAt(waits, 0.5),
    mostHours: shareAt(waits, 0.9),
  }));
}

/** After how many hours so large a share had answered; `waits` from the shortest to the longest. */
function shareAt(waits: readonly { tenths: number; count: number }[], share: number): number {
  const total = waits.reduce((sum, { count }) => sum + count, 0);
  let answered = 0;
  for (const { tenths, count } of waits) {
    answered += count;
    if (answered >= total * share) return tenths / 10;
  }
  return 0;
}
