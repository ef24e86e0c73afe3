/**
 * The booking table: rows to `Booking` and back. A move is guarded by the state it starts from
 * and must change exactly one row; which moves are right is not decided here.
 */
import type { Selectable } from 'kysely';
import type { Booking, BookingDraft, BookingState, VoidReason } from '../domain/booking.ts';
import type { BookingChange } from '../domain/decide.ts';
import { wishFromRecord, wishToRecord } from '../domain/wish-record.ts';
import type { BookingTable } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, startFromStored, startToStored, toStored } from './stored-time.ts';

/** Another process moved the booking first; the whole transaction is rolled back and tried anew. */
export class StaleBooking extends Error {}

export async function insertBooking(tx: Writer, draft: BookingDraft): Promise<Booking> {
  const row = await tx
    .insertInto('booking')
    .values({
      ...itemColumns(draft),
      ...changeColumns(draft),
      reference: draft.reference,
      state: draft.state,
      void_reason: draft.voidReason,
      channel: draft.channel,
      unverified: Number(draft.unverified),
      requester_address: draft.requesterAddress,
      applied_at: toStored(draft.appliedAt),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toBooking(row);
}

/** Moves a booking and writes what goes with the move; throws `StaleBooking` where `from` no longer holds. */
export async function moveBooking(
  tx: Writer,
  id: number,
  move: {
    from: BookingState;
    to: BookingState;
    voidReason: VoidReason | null;
    change: BookingChange;
  },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('booking')
    .set({ state: move.to, void_reason: move.voidReason, ...changeColumns(move.change) })
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleBooking(`booking ${id} is no longer ${move.from}`);
}

/** Writes what a supplement told: items, wish, address of the writer. The state is not touched. */
export async function updateDetails(
  tx: Writer,
  id: number,
  details: Pick<BookingDraft, 'items' | 'announcements' | 'wish'>,
): Promise<void> {
  await tx.updateTable('booking').set(itemColumns(details)).where('id', '=', id).execute();
}

/** Marks whether the person was checked against a register (Article 2(1)). */
export async function markUnverified(tx: Writer, id: number, unverified: boolean): Promise<void> {
  const values = { unverified: Number(unverified) };
  await tx.updateTable('booking').set(values).where('id', '=', id).execute();
}

export async function bookingById(db: Reader, id: number): Promise<Booking | null> {
  const row = await db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toBooking(row) : null;
}

export async function bookingByReference(db: Reader, reference: string): Promise<Booking | null> {
  const query = db.selectFrom('booking').selectAll().where('reference', '=', reference);
  const row = await query.executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** Requested, awaiting or confirmed bookings that a mail from this address may speak of. */
export async function openBookingsOfAddress(db: Reader, address: string): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where((eb) =>
      eb.or([eb('registered_address', '=', address), eb('requester_address', '=', address)]),
    )
    .where('state', 'in', ['requested', 'awaiting_reply', 'confirmed'])
    .orderBy('id')
    .execute();
  return rows.map(toBooking);
}

/** Open bookings of a seeker whose session, where it has one, has not begun at `now`. */
export async function openBookingsOfSeeker(
  db: Reader,
  seekerNumber: string,
  now: Temporal.Instant,
): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('seeker_number', '=', seekerNumber)
    .where('state', 'in', ['requested', 'awaiting_reply', 'confirmed'])
    .where((eb) =>
      eb.or([eb('slot_start_at', 'is', null), eb('slot_start_at', '>', toStored(now))]),
    )
    .orderBy('id')
    .execute();
  return rows.map(toBooking);
}

/** Every booking of a seeker that is still kept, the oldest first. */
export async function bookingsOfSeeker(db: Reader, seekerNumber: string): Promise<Booking[]> {
  const query = db.selectFrom('booking').selectAll().where('seeker_number', '=', seekerNumber);
  return (await query.orderBy('id').execute()).map(toBooking);
}

/** Bookings whose answer was due before `instant` and that are still open, the oldest first. */
export async function overdueBookings(db: Reader, instant: Temporal.Instant): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', ['requested', 'awaiting_reply'])
    .where('reply_by', '<', toStored(instant))
    .orderBy('reply_by')
    .execute();
  return rows.map(toBooking);
}

type ChangeColumns = Partial<
  Pick<
    Selectable<BookingTable>,
    | 'slot_start_at'
    | 'lane'
    | 'offered'
    | 'reply_by'
    | 'times_asked'
    | 'registered_address'
    | 'consented_at'
    | 'terms_sha256'
    | 'interpreter'
    | 'attendant'
  >
>;

function itemColumns(draft: Pick<BookingDraft, 'items' | 'announcements' | 'wish'>) {
  return {
    seeker_number: draft.items.seekerNumber,
    name: draft.items.name,
    phone: draft.items.phone,
    topic: draft.items.topic,
    interpreter: Number(draft.announcements.interpreter),
    attendant: Number(draft.announcements.attendant),
    wish: wishToRecord(draft.wish),
  };
}

function changeColumns(change: Partial<BookingChange | BookingDraft>): ChangeColumns {
  const columns: ChangeColumns = {};
  if (change.slot !== undefined) {
    columns.slot_start_at = change.slot === null ? null : startToStored(change.slot.start);
    columns.lane = change.slot?.lane ?? null;
  }
  if (change.offered !== undefined) {
    columns.offered = JSON.stringify(change.offered.map(startToStored));
  }
  if (change.replyBy !== undefined) {
    columns.reply_by = change.replyBy === null ? null : toStored(change.replyBy);
  }
  if (change.timesAsked !== undefined) columns.times_asked = change.timesAsked;
  if (change.registeredAddress !== undefined) columns.registered_address = change.registeredAddress;
  if (change.consentedAt) columns.consented_at = toStored(change.consentedAt);
  if (change.termsSha256) columns.terms_sha256 = change.termsSha256;
  if (change.announcements !== undefined) {
    columns.interpreter = Number(change.announcements.interpreter);
    columns.attendant = Number(change.announcements.attendant);
  }
  return columns;
}

/** The booking that a row holds. */
export function toBooking(row: Selectable<BookingTable>): Booking {
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    voidReason: row.void_reason,
    channel: row.channel,
    items: { name: row.name, seekerNumber: row.seeker_number, phone: row.phone, topic: row.topic },
    announcements: { interpreter: row.interpreter === 1, attendant: row.attendant === 1 },
    registeredAddress: row.registered_address,
    unverified: row.unverified === 1,
    requesterAddress: row.requester_address,
    wish: wishFromRecord(row.wish),
    slot:
      row.slot_start_at === null || row.lane === null
        ? null
        : { start: startFromStored(row.slot_start_at), lane: row.lane },
    offered: (JSON.parse(row.offered) as string[]).map(startFromStored),
    replyBy: row.reply_by === null ? null : fromStored(row.reply_by),
    timesAsked: row.times_asked,
    appliedAt: fromStored(row.applied_at),
    consentedAt: row.consented_at === null ? null : fromStored(row.consented_at),
    termsSha256: row.terms_sha256,
  };
}
