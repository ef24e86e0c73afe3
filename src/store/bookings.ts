/**
 * The booking table: what is asked of it and written to it. A move is guarded by the state it
 * starts from and must change exactly one row; which moves are right is not decided here.
 */
import type { Booking, BookingDraft, BookingState, VoidReason } from '../domain/booking.ts';
import type { BookingChange } from '../domain/decide.ts';
import { changeColumns, itemColumns, toBooking } from './booking-row.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

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

/**
 * Moves a booking and writes what goes with the move; returns it as it is then. Throws
 * `StaleBooking` where `from` no longer holds.
 */
export async function moveBooking(
  tx: Writer,
  id: number,
  move: {
    from: BookingState;
    to: BookingState;
    voidReason: VoidReason | null;
    change: BookingChange;
  },
): Promise<Booking> {
  const row = await tx
    .updateTable('booking')
    .set({ state: move.to, void_reason: move.voidReason, ...changeColumns(move.change) })
    .where('id', '=', id)
    .where('state', '=', move.from)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new StaleBooking(`booking ${id} is no longer ${move.from}`);
  return toBooking(row);
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

/** Every booking of a seeker that is still kept, the oldest first. */
export async function bookingsOfSeeker(db: Reader, seekerNumber: string): Promise<Booking[]> {
  const query = db.selectFrom('booking').selectAll().where('seeker_number', '=', seekerNumber);
  return (await query.orderBy('id').execute()).map(toBooking);
}

/** Open bookings of a seeker whose session, where it has one, has not begun at `now`. */
export async function openBookingsOfSeeker(
  db: Reader,
  seekerNumber: string,
  now: Temporal.Instant,
): Promise<Booking[]> {
  const rows = await stillAhead(db, now).where('seeker_number', '=', seekerNumber).execute();
  return rows.map(toBooking);
}

/** Every open booking whose session, where it has one, has not begun at `now`. */
export async function openBookings(db: Reader, now: Temporal.Instant): Promise<Booking[]> {
  return (await stillAhead(db, now).execute()).map(toBooking);
}

function stillAhead(db: Reader, now: Temporal.Instant) {
  return db
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', ['requested', 'awaiting_reply', 'confirmed'])
    .where((eb) =>
      eb.or([eb('slot_start_at', 'is', null), eb('slot_start_at', '>', toStored(now))]),
    )
    .orderBy('id');
}

/** Requests that hold no slot and wait for a counselor, the oldest first; a booking site's are not among them. */
export async function undecidedRequests(db: Reader): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', '=', 'requested')
    .where('reply_by', 'is', null)
    .where('slot_start_at', 'is', null)
    .where('channel', 'in', ['mail', 'phone'])
    .orderBy('id')
    .execute();
  return rows.map(toBooking);
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
