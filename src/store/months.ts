/**
 * Counts by the month of application, for the charts. Everything is added up in SQL from one
 * index, and nothing that belongs to one person is read (Article 7(2)).
 */
import { sql } from 'kysely';
import type { BookingState, Channel } from '../domain/booking.ts';
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
  const month = sql<string>`substr(applied_at, 1, 7)`;
  return db
    .selectFrom('booking')
    .select([month.as('month'), 'channel', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('applied_at', '>=', toStored(since))
    .groupBy([month, 'channel', 'state'])
    .execute();
}

export interface MonthWaits {
  month: string;
  /** Half of the seekers had answered after so many minutes. */
  medianMinutes: number;
  /** Nine of ten had. */
  mostMinutes: number;
}

/** From the request to the reply that confirmed it (6(3)); the booking site and 6(5) know no reply. */
export async function monthWaits(db: Reader, since: Temporal.Instant): Promise<MonthWaits[]> {
  const { rows } = await sql<MonthWaits>`
    with wait as (
      select substr(applied_at, 1, 7) as month,
        (unixepoch(consented_at) - unixepoch(applied_at)) / 60.0 as minutes
      from booking
      where applied_at >= ${toStored(since)}
        and channel in ('mail', 'phone')
        and consented_at >= applied_at
    ),
    ranked as (
      select month, minutes,
        row_number() over (partition by month order by minutes) as place,
        count(*) over (partition by month) as total
      from wait
    )
    select month,
      max(case when place = (total + 1) / 2 then minutes end) as medianMinutes,
      max(case when place = (total * 9 + 9) / 10 then minutes end) as mostMinutes
    from ranked
    group by month
    order by month`.execute(db);
  return rows;
}
