/**
 * Tells everybody whose booking is open that the terms change, what they will say and from when
 * (Article 13). An admin's act, that may be repeated: each booking is told once of a version, and
 * each notice is an event of the booking. What a booking has consented to is not touched.
 */
import type { Booking } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import type { TermsVersion } from '../../domain/terms.ts';
import { openBookings } from '../../store/bookings.ts';
import type { Reader } from '../../store/store.ts';
import { bookingsToldOf, keepTerms } from '../../store/terms.ts';
import { applyMove } from '../apply.ts';
import type { Office } from '../office.ts';

/** How the open bookings stand to a version. */
export interface Announcement {
  /** Was told of it before, or was sent this very text. */
  told: Booking[];
  /** Has an address and is still to be told. */
  due: Booking[];
  /** No address is known yet; the terms that they are sent will be the right ones. */
  withoutAddress: Booking[];
}

/** Sorts the open bookings, whose session has not begun at `now`. */
export async function announcementOf(
  db: Reader,
  version: TermsVersion,
  now: Temporal.Instant,
): Promise<Announcement> {
  const told = await bookingsToldOf(db, nameOf(version));
  const sorted: Announcement = { told: [], due: [], withoutAddress: [] };
  for (const booking of await openBookings(db, now)) {
    const knows = told.has(booking.id) || booking.termsSha256 === version.sha256;
    if (knows) sorted.told.push(booking);
    else if (booking.registeredAddress === null) sorted.withoutAddress.push(booking);
    else sorted.due.push(booking);
  }
  return sorted;
}

/** Writes the notices that are due, all in one transaction; returns whom they are about. */
export async function announceTerms(office: Office, version: TermsVersion): Promise<Announcement> {
  return office.store.transact(async (tx) => {
    const now = office.clock.now();
    const announcement = await announcementOf(tx, version, now);
    await keepTerms(tx, version, now);
    for (const booking of announcement.due) {
      const move = decide(booking, { type: 'terms_announced', at: now });
      if (move.kind === 'refused') throw new Error(`booking ${booking.id} is not open`);
      const extras = { announcedTerms: version };
      const cause = { actor: 'office' as const, now, mail: null, extras, detail: nameOf(version) };
      await applyMove(tx, office, { booking, move, cause });
    }
    return announcement;
  });
}

/** As the event records it: "2025-03-11 sha256:…". */
function nameOf({ label, sha256 }: TermsVersion): string {
  return `${label} sha256:${sha256}`;
}
