/**
 * Bookings as a list for the desk: what a person needs to tell them apart and to reach people. It
 * reads no 相談内容 and no mail address (Article 8), and writes nothing.
 */
import { type Selectable, sql } from 'kysely';
import type { BookingState, Channel } from '../domain/booking.ts';
import type { BookingTable } from './schema.ts';
import type { Reader } from './store.ts';
import { fromStored, startFromStored, toStored } from './stored-time.ts';

export interface ListedBooking {
  id: number;
  reference: string;
  state: BookingState;
  channel: Channel;
  name: string | null;
  seekerNumber: string | null;
  phone: string | null;
  start: Temporal.ZonedDateTime | null;
  lane: string | null;
  replyBy: Temporal.Instant | null;
  appliedAt: Temporal.Instant;
  consentedAt: Temporal.Instant | null;
  unverified: boolean;
}

export interface BookingFilter {
  states: readonly BookingState[];
  /** Only sessions from this instant; a booking without a slot is none. */
  from: Temporal.Instant | null;
  /** Only sessions before this instant. */
  to: Temporal.Instant | null;
}

/** In the order of the sessions; what has none yet comes first. */
export async function listBookings(db: Reader, filter: BookingFilter): Promise<ListedBooking[]> {
  const rows = await selected(db, filter).orderBy('slot_start_at').orderBy('id').execute();
  return rows.map(toListed);
}

/** The next `limit` bookings behind `afterId`, in the order of their beginning. */
export async function bookingPage(
  db: Reader,
  filter: BookingFilter,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<ListedBooking[]> {
  const rows = await selected(db, filter)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

export async function countBookings(db: Reader): Promise<number> {
  const { n } = await db
    .selectFrom('booking')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function selected(db: Reader, { states, from, to }: BookingFilter) {
  let query = db
    .selectFrom('booking')
    .select(['id', 'reference', 'state', 'channel', 'name', 'seeker_number', 'phone'])
    .select(['slot_start_at', 'lane', 'reply_by', 'applied_at', 'consented_at', 'unverified'])
    .where('state', 'in', states);
  if (from !== null) query = query.where('slot_start_at', '>=', toStored(from));
  if (to !== null) query = query.where('slot_start_at', '<', toStored(to));
  return query;
}

type Row = Pick<
  Selectable<BookingTable>,
  | 'id'
  | 'reference'
  | 'state'
  | 'channel'
  | 'name'
  | 'seeker_number'
  | 'phone'
  | 'slot_start_at'
  | 'lane'
  | 'reply_by'
  | 'applied_at'
  | 'consented_at'
  | 'unverified'
>;

function toListed(row: Row): ListedBooking {
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    channel: row.channel,
    name: row.name,
    seekerNumber: row.seeker_number,
    phone: row.phone,
    start: row.slot_start_at === null ? null : startFromStored(row.slot_start_at),
    lane: row.lane,
    replyBy: row.reply_by === null ? null : fromStored(row.reply_by),
    appliedAt: fromStored(row.applied_at),
    consentedAt: row.consented_at === null ? null : fromStored(row.consented_at),
    unverified: row.unverified === 1,
  };
}
