/**
 * What is known around a booking site's notice: which booking it speaks of, whether the same person
 * asked for the same time elsewhere, what a new booking holds, and what a counselor has to check.
 * It writes nothing.
 */
import type { Booking, BookingDraft } from '../../domain/booking.ts';
import type { Standing } from '../../domain/decide-request.ts';
import { isOfficeSlot } from '../../domain/office-calendar.ts';
import { exactStarts } from '../../domain/wish.ts';
import { openBookingsOfSeeker } from '../../store/bookings.ts';
import { bookingOfSite, siteBookingsAt } from '../../store/site-bookings.ts';
import type { Reader, Writer } from '../../store/store.ts';
import type { Arrival } from '../arrival/arrival.ts';
import { couldBeSame } from '../arrival/could-be-same.ts';
import type { Cause } from '../cause.ts';
import type { Office } from '../office.ts';
import { draftOf } from '../request/request-draft.ts';
import { standingOf } from '../request/standing.ts';
import type { SiteNotice } from './site-notice.ts';

export interface SiteFacts {
  notice: SiteNotice;
  /** The session that the notice names; null where it names none to the minute. */
  start: Temporal.ZonedDateTime | null;
  arrival: Arrival;
  cause: Cause;
  /** INTERNALDATE of the notice. */
  at: Temporal.Instant;
}

/** The booking that the site spoke of before: by its number, else by session and person. */
export async function knownBooking(
  db: Reader,
  { notice, start }: Pick<SiteFacts, 'notice' | 'start'>,
): Promise<Booking | null> {
  const { site, reference, reading } = notice;
  if (reference !== null) {
    const numbered = await bookingOfSite(db, site, reference);
    if (numbered !== null) return numbered;
  }
  const { name, seekerNumber } = reading.items;
  if (start === null || (name === null && seekerNumber === null)) return null;
  const there = await siteBookingsAt(db, site, start);
  const same = there.filter(
    (booking) => isAt(booking, start) && couldBeSame(booking.items, reading),
  );
  // Cancelled and booked anew it is another booking, unless a number said otherwise.
  return (
    same.find(({ state }) => state !== 'cancelled') ??
    (notice.what === 'cancelled' ? (same[0] ?? null) : null)
  );
}

/** Whether a booking is for that start, held or, after a clash, still wished. */
export function isAt({ slot, wish }: Booking, start: Temporal.ZonedDateTime): boolean {
  const starts = slot === null ? exactStarts(wish) : [slot.start];
  return starts.some((each) => Temporal.ZonedDateTime.compare(each, start) === 0);
}

/** A booking of the same person for the same session that holds its slot already (trap 20). */
export async function twinOf(
  db: Reader,
  { notice, at }: SiteFacts,
  start: Temporal.ZonedDateTime,
): Promise<Booking | null> {
  const number = notice.reading.items.seekerNumber?.value;
  if (number === undefined) return null;
  const open = await openBookingsOfSeeker(db, number, at);
  const twin = open.find(
    (booking) =>
      booking.slot !== null && isAt(booking, start) && couldBeSame(booking.items, notice.reading),
  );
  return twin ?? null;
}

/** What the site booked, as far as it was read; the register alone says where mail goes (trap 1). */
export async function siteDraft(
  tx: Writer,
  office: Office,
  { facts, start }: { facts: SiteFacts; start: Temporal.ZonedDateTime },
): Promise<BookingDraft> {
  const { notice, arrival, at } = facts;
  const { reading } = notice;
  const draft = draftOf(office, { reading, channel: 'site', arrival });
  const standing = await standingOf(tx, office, { booking: draft, statedAddress: null });
  return {
    ...draft,
    wish: { kind: 'exact', start },
    registeredAddress: standing.kind === 'registered' ? standing.address : null,
    unverified: standing.kind !== 'registered',
    // The site took the consent before it took the booking (6(2) ただし).
    consentedAt: at,
  };
}

/** What a counselor has to check about a booking that stands; null: nothing. */
export async function siteDoubts(
  tx: Writer,
  office: Office,
  { facts, start }: { facts: SiteFacts; start: Temporal.ZonedDateTime },
): Promise<string | null> {
  const { notice, arrival } = facts;
  const { reading } = notice;
  const draft = draftOf(office, { reading, channel: 'site', arrival });
  const { kind } = await standingOf(tx, office, { booking: draft, statedAddress: null });
  const doubts = [
    reading.items.name === null ? '氏名を読み取れません。' : null,
    reading.items.seekerNumber === null ? '求職番号を読み取れません。' : STANDING_DOUBTS[kind],
    isOfficeSlot(start, office.policy.calendar) ? null : '相談を入れない日時の予約です。',
  ].filter((doubt) => doubt !== null);
  return doubts.length === 0 ? null : doubts.join('\n');
}

const STANDING_DOUBTS: Record<Standing['kind'], string | null> = {
  registered: null,
  trusted: null,
  no_address: null,
  unknown: '名簿にない求職番号です。',
  disagrees: '氏名が、名簿の氏名と合いません。',
  refused: 'ご利用をお断りしている方の予約です。',
};
