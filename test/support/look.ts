/**
 * Looks into the played office for journeys: the rows that a test asserts on, in their order.
 * Reads only.
 */
import type { Selectable } from 'kysely';
import type { BookingTable, EventTable, InboxTable, OutboxTable } from '../../src/store/schema.ts';
import type { Played } from './world.ts';

export function bookings({ office }: Played): Promise<Selectable<BookingTable>[]> {
  return office.store.read.selectFrom('booking').selectAll().orderBy('id').execute();
}

/** The only booking; throws where there is another number of them. */
export async function onlyBooking(played: Played): Promise<Selectable<BookingTable>> {
  const [booking, another] = await bookings(played);
  if (booking === undefined || another !== undefined) throw new Error('not exactly one booking');
  return booking;
}

export function outbox({ office }: Played): Promise<Selectable<OutboxTable>[]> {
  return office.store.read.selectFrom('outbox').selectAll().orderBy('id').execute();
}

/** The newest mail written to an address; throws where there is none. */
export async function lastMailTo(
  played: Played,
  address: string,
): Promise<Selectable<OutboxTable>> {
  const mail = (await outbox(played)).findLast(({ to_address }) => to_address === address);
  if (mail === undefined) throw new Error(`nothing was written to ${address}`);
  return mail;
}

export function inbox({ office }: Played): Promise<Selectable<InboxTable>[]> {
  return office.store.read.selectFrom('inbox').selectAll().orderBy('id').execute();
}

/** The story of the first booking, or of another one. */
export function events({ office }: Played, bookingId = 1): Promise<Selectable<EventTable>[]> {
  return office.store.read
    .selectFrom('event')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .execute();
}

/** Every address that any mail was written to, once. */
export async function addressesWrittenTo(played: Played): Promise<string[]> {
  return [...new Set((await outbox(played)).map(({ to_address }) => to_address))].sort();
}
