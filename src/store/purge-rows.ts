/**
 * The second step of retention (Article 8): a booking is counted and forgotten, with its story and
 * its mails. Of the incoming mails only their places and hashes stay, which belong to nobody.
 */
import { sql } from 'kysely';
import { ENDED_AT } from './purge-content.ts';
import { MONTH, OUTCOME } from './statistics.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/** Bookings that ended before `before`. */
export async function forgettableBookings(
  db: Reader,
  before: Temporal.Instant,
  limit: number,
): Promise<{ id: number; reference: string }[]> {
  return db
    .selectFrom('booking')
    .select(['id', 'reference'])
    .where(ENDED_AT, '<', toStored(before))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Counts the bookings and removes every row about them; `meeting` and `waiting_mail` go by
 * themselves.
 */
export async function forgetBookings(tx: Writer, ids: readonly number[]): Promise<void> {
  await count(tx, ids);
  const mails = tx.selectFrom('outbox').select('id').where('booking_id', 'in', ids);
  await tx
    .deleteFrom('attention')
    .where((eb) => eb.or([eb('booking_id', 'in', ids), eb('outbox_id', 'in', mails)]))
    .execute();
  await tx.deleteFrom('event').where('booking_id', 'in', ids).execute();
  await tx.deleteFrom('site_booking').where('booking_id', 'in', ids).execute();
  await removeMails(
    tx,
    (await mails.execute()).map(({ id }) => id),
  );
  await tx.updateTable('inbox').set({ booking_id: null }).where('booking_id', 'in', ids).execute();
  await tx.deleteFrom('booking').where('id', 'in', ids).execute();
}

/** Removes emptied mails that belong to no booking, and what the staff's list says of that time. */
export async function forgetLooseRows(tx: Writer, before: Temporal.Instant): Promise<void> {
  const old = toStored(before);
  const mails = tx
    .selectFrom('outbox')
    .select('id')
    .where('booking_id', 'is', null)
    .where('date', '<', old)
    .where('purged_at', 'is not', null);
  await tx
    .deleteFrom('attention')
    .where((eb) =>
      eb.or([
        eb('outbox_id', 'in', mails),
        eb.and([eb('booking_id', 'is', null), eb('raised_at', '<', old)]),
      ]),
    )
    .execute();
  await removeMails(
    tx,
    (await mails.execute()).map(({ id }) => id),
  );
}

/**
 * The newest row stays as an empty shell, so that its number, and with it a Message-ID, never comes
 * back.
 */
async function removeMails(tx: Writer, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const newest = tx.selectFrom('outbox').select((eb) => eb.fn.max('id').as('id'));
  await tx.updateTable('outbox').set({ booking_id: null }).where('id', 'in', ids).execute();
  await tx.deleteFrom('outbox').where('id', 'in', ids).where('id', '<', newest).execute();
}

async function count(tx: Writer, ids: readonly number[]): Promise<void> {
  await tx
    .insertInto('statistic')
    .columns(['month', 'channel', 'outcome', 'bookings'])
    .expression(
      tx
        .selectFrom('booking')
        .select([
          MONTH.as('month'),
          'channel',
          OUTCOME.as('outcome'),
          (eb) => eb.fn.countAll<number>().as('bookings'),
        ])
        .where('id', 'in', ids)
        .groupBy(['month', 'channel', 'outcome']),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['month', 'channel', 'outcome'])
        .doUpdateSet({ bookings: sql`statistic.bookings + excluded.bookings` }),
    )
    .execute();
}
