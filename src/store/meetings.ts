/**
 * The meeting table: what we know of each booking's meeting at Zoom. What is wanted is not here, it
 * is the booking's own row, written in the transaction of its cause; which step follows from the
 * two is decided in `domain/meeting.ts`.
 */
import { type Selectable, sql } from 'kysely';
import type { Booking, Meeting } from '../domain/booking.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import type { MeetingTable } from './schema-meetings.ts';
import { FREED } from './slots.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface MeetingRow extends MeetingRecord {
  id: number;
  bookingId: number;
  zoomUser: string;
  zoomId: string | null;
  passcode: string;
  url: string | null;
  tries: number;
  nextTryAt: Temporal.Instant;
  wantedAt: Temporal.Instant;
  alertedAt: Temporal.Instant | null;
}

const GONE = sql.lit<MeetingTable['state']>('gone');

/** Bookings that may want something of Zoom: sessions to come, and meetings not yet over. */
export async function bookingsWithMeetings(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const ahead = await db
    .selectFrom('booking')
    .select('id')
    .where('slot_start_at', '>', toStored(now))
    .where('slot_start_at', 'is not', null)
    .where('state', 'not in', FREED)
    .execute();
  const known = await db
    .selectFrom('meeting')
    .select('booking_id as id')
    .where('state', '<>', GONE)
    .where('start_at', '>', toStored(now.subtract({ hours: 24 })))
    .execute();
  return [...new Set([...ahead, ...known].map(({ id }) => id))].sort((a, b) => a - b);
}

/** The booking's meeting that is not gone, or null. */
export async function meetingOf(db: Reader, bookingId: number): Promise<MeetingRow | null> {
  const row = await db
    .selectFrom('meeting')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('state', '<>', GONE)
    .executeTakeFirst();
  return row ? toMeetingRow(row) : null;
}

/** Begins the story of a meeting, before Zoom is asked for it. */
export async function wantMeeting(
  tx: Writer,
  wanted: Pick<MeetingRow, 'bookingId' | 'lane' | 'zoomUser' | 'start' | 'passcode'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('meeting')
    .values({
      booking_id: wanted.bookingId,
      lane: wanted.lane,
      zoom_user: wanted.zoomUser,
      start_at: toStored(wanted.start),
      state: 'making',
      passcode: wanted.passcode,
      next_try_at: toStored(now),
      wanted_at: toStored(now),
    })
    .execute();
}

/** What changes in a row. */
export type MeetingChange = Partial<
  Pick<MeetingRow, 'start' | 'zoomId' | 'passcode' | 'url' | 'nextTryAt' | 'alertedAt' | 'tries'>
> & { state?: MeetingTable['state']; answer?: string | null };

export async function changeMeeting(tx: Writer, id: number, change: MeetingChange): Promise<void> {
  const { start, zoomId, passcode, url, nextTryAt, alertedAt, tries, state, answer } = change;
  await tx
    .updateTable('meeting')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(start === undefined ? {} : { start_at: toStored(start) }),
      ...(zoomId === undefined ? {} : { zoom_id: zoomId }),
      ...(passcode === undefined ? {} : { passcode }),
      ...(url === undefined ? {} : { url }),
      ...(tries === undefined ? {} : { tries }),
      ...(nextTryAt === undefined ? {} : { next_try_at: toStored(nextTryAt) }),
      ...(alertedAt ? { alerted_at: toStored(alertedAt) } : {}),
      ...(answer === undefined ? {} : { answer: answer?.slice(0, 300) ?? null }),
    })
    .where('id', '=', id)
    .execute();
}

/** Writes into the booking what its seeker is told; null takes it back. */
export async function giveMeeting(
  tx: Writer,
  bookingId: Booking['id'],
  meeting: Meeting | null,
): Promise<void> {
  await tx
    .updateTable('booking')
    .set({
      zoom_meeting_id: meeting?.meetingId ?? null,
      zoom_passcode: meeting?.passcode ?? null,
      zoom_url: meeting?.url ?? null,
    })
    .where('id', '=', bookingId)
    .execute();
}

function toMeetingRow(row: Selectable<MeetingTable>): MeetingRow {
  if (row.state === 'gone') throw new Error(`meeting ${row.id} is gone`);
  return {
    id: row.id,
    bookingId: row.booking_id,
    lane: row.lane,
    zoomUser: row.zoom_user,
    start: fromStored(row.start_at),
    state: row.state,
    tried: row.tries > 0,
    zoomId: row.zoom_id,
    passcode: row.passcode,
    url: row.url,
    tries: row.tries,
    nextTryAt: fromStored(row.next_try_at),
    wantedAt: fromStored(row.wanted_at),
    alertedAt: row.alerted_at === null ? null : fromStored(row.alerted_at),
  };
}
