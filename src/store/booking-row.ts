/**
 * A row of the booking table to `Booking`, and what is written back to its columns. It asks and
 * writes nothing; that is `bookings.ts`.
 */
import type { Selectable } from 'kysely';
import type { Booking, BookingDraft } from '../domain/booking.ts';
import type { BookingChange } from '../domain/decide.ts';
import { wishFromRecord, wishToRecord } from '../domain/wish-record.ts';
import type { BookingTable } from './schema.ts';
import { fromStored, startFromStored, startToStored, toStored } from './stored-time.ts';

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

/** The columns of what a request told. */
export function itemColumns(draft: Pick<BookingDraft, 'items' | 'announcements' | 'wish'>) {
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

/** The columns of what a decision changes; those it leaves alone are not there. */
export function changeColumns(change: Partial<BookingChange | BookingDraft>): ChangeColumns {
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

/** A row as the rest of the program sees it. */
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
    meeting:
      row.zoom_meeting_id === null || row.zoom_passcode === null || row.zoom_url === null
        ? null
        : { meetingId: row.zoom_meeting_id, passcode: row.zoom_passcode, url: row.zoom_url },
  };
}
