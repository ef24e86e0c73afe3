/**
 * Where a session is held: the booking's own Zoom meeting, or the fixed room of its lane. It asks
 * nobody; a meeting that is still being made is no room yet.
 */
import type { Booking, Meeting } from '../../domain/booking.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import { SAMPLE_DATA } from '../../message/mail-data.ts';
import type { Office } from '../office.ts';

/** What the seeker is told to come in by; null while there is none. */
export function roomOf(booking: Booking, { config }: Pick<Office, 'config'>): Meeting | null {
  if (booking.meeting !== null) return booking.meeting;
  if (config.zoom.kind === 'meetings') return null;
  return config.lanes.find(({ id }) => id === booking.slot?.lane)?.zoom ?? null;
}

/**
 * Whether a mail of this kind cannot be written yet, because it tells of a meeting that is being
 * made.
 */
export function waitsForMeeting(kind: MailKind, booking: Booking, office: Office): boolean {
  return (
    office.config.zoom.kind === 'meetings' &&
    booking.slot !== null &&
    roomOf(booking, office) === null &&
    tellsOfRoom(kind)
  );
}

function tellsOfRoom(kind: MailKind): boolean {
  const sample = SAMPLE_DATA[kind];
  return typeof sample === 'object' && sample !== null && 'zoom' in sample;
}
