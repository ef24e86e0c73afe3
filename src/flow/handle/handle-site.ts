/**
 * A booking site's notice (6(2) ただし, 6(3) ただし): what the site booked is confirmed and holds its
 * slot, what it cancelled frees it; the site itself writes to the seeker, we do not. What cannot be
 * read, or meets another booking, is a counselor's matter at once.
 */
import type { AttentionReason } from '../../domain/attention.ts';
import type { Booking } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { exactStarts } from '../../domain/wish.ts';
import { recordSiteBooking } from '../../store/site-bookings.ts';
import { holdersOf } from '../../store/slots.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { bearBooking } from '../births.ts';
import type { Cause } from '../cause.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { freeSlotAt } from '../words/named-slot.ts';
import { isAt, knownBooking, type SiteFacts, siteDoubts, siteDraft, twinOf } from './site-facts.ts';
import { followSite } from './site-move.ts';
import { readSiteNotice } from './site-notice.ts';

/** Works on a notice of a proven sender. */
export async function handleSite(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const notice = readSiteNotice(office.config.bookingSite, arrival);
  if (notice === null) throw new Error('not a notice of a booking site');
  const [start = null] = exactStarts(notice.reading.items.wish?.value ?? { kind: 'none' });
  const facts: SiteFacts = {
    notice,
    start,
    arrival,
    at: arrival.row.internalDate,
    cause: {
      ...causeOf(arrival, 'seeker', office.clock.now()),
      detail: `${notice.site}${notice.reference === null ? '' : ` ${notice.reference}`}`,
    },
  };
  if (notice.what === 'cancelled') return cancelFromSite(tx, office, facts);
  if (start === null || arrival.message.doubts.length > 0) {
    return toCounselor(tx, office, { facts, why: '予約の日時を読み取れません。' });
  }
  return bookFromSite(tx, office, { facts, start });
}

async function bookFromSite(
  tx: Writer,
  office: Office,
  { facts, start }: { facts: SiteFacts; start: Temporal.ZonedDateTime },
): Promise<Handled> {
  const known = await knownBooking(tx, facts);
  if (known !== null) return repeatedNotice(tx, office, { facts, booking: known, start });
  if (Temporal.Instant.compare(start.toInstant(), facts.at) <= 0) {
    return toCounselor(tx, office, { facts, why: '予約の日時が、もう過ぎています。' });
  }
  const twin = await twinOf(tx, facts, start);
  if (twin !== null) return joinTwin(tx, office, { facts, twin });
  const { cause, at } = facts;
  const draft = await siteDraft(tx, office, { facts, start });
  const slot = await freeSlotAt(tx, office, { start });
  const booking = await bearBooking(tx, office, {
    event: slot === null ? 'requested' : 'site_booked',
    draft: { ...draft, slot },
    cause,
    at,
  });
  await remember(tx, facts, booking);
  if (slot === null) return clash(tx, office, { facts, booking });
  const why = await siteDoubts(tx, office, { facts, start });
  return why === null
    ? handled('site_booked', booking)
    : toCounselor(tx, office, { facts, booking, why, reason: 'site_check' });
}

/**
 * A further notice of a booking that is known. One that the site cancelled before may be booked
 * again under its number, or the notices came in the other order: a counselor looks.
 */
async function repeatedNotice(
  tx: Writer,
  office: Office,
  { facts, booking, start }: { facts: SiteFacts; booking: Booking; start: Temporal.ZonedDateTime },
): Promise<Handled> {
  if (!isAt(booking, start)) return otherDate(tx, office, { facts, booking, start });
  if (booking.state !== 'cancelled') return handled('repeats a known notice', booking);
  const why = '取り消された予約の、予約の通知が届きました。';
  return toCounselor(tx, office, { facts, booking, why, reason: 'site_check' });
}

/** The site gives a booking that is known another date: it is followed, or a counselor does so. */
async function otherDate(
  tx: Writer,
  office: Office,
  change: { booking: Booking; start: Temporal.ZonedDateTime; facts: SiteFacts },
): Promise<Handled> {
  const { booking, start, facts } = change;
  const before = booking.slot === null ? '未定' : longDateTime(booking.slot.start);
  const dates = `前の日時: ${before}。\n予約サイトの日時: ${longDateTime(start)}。`;
  const moved = await followSite(tx, office, change);
  if (moved !== null) {
    const why = `予約サイトで日時が変わったので、こちらの予約も動かしました。\n${dates}`;
    return toCounselor(tx, office, { facts, booking: moved, why, reason: 'site_check' });
  }
  if (booking.state === 'confirmed') {
    return toCounselor(tx, office, { facts, booking, why: dates, reason: 'site_moved' });
  }
  const why = `予約サイトでは、別の日時になっています。\n${dates}`;
  return toCounselor(tx, office, { facts, booking, why });
}

/** All lanes are held: the site's booking is kept in sight, and a counselor has both to decide on. */
async function clash(
  tx: Writer,
  office: Office,
  { facts: { cause }, booking }: { facts: SiteFacts; booking: Booking },
): Promise<Handled> {
  const [start] = exactStarts(booking.wish);
  const others = start === undefined ? [] : await holdersOf(tx, start);
  const told = { ...cause, extras: { ...cause.extras, others } };
  await alertStaff(tx, office, { reason: 'site_clash', booking, cause: told });
  return { state: 'for_staff', outcome: 'site_clash', bookingId: booking.id };
}

/**
 * Asked for by mail or phone as well, for the same time: the site's confirmation counts for it
 * (trap 20).
 */
async function joinTwin(
  tx: Writer,
  office: Office,
  { facts, twin }: { facts: SiteFacts; twin: Booking },
): Promise<Handled> {
  await remember(tx, facts, twin);
  const { cause, at } = facts;
  const move = decide(twin, { type: 'site_booked', at, set: { replyBy: null } });
  if (move.kind === 'move') await applyMove(tx, office, { booking: twin, move, cause });
  return handled(move.kind === 'move' ? 'site_booked' : 'repeats a known request', twin);
}

async function cancelFromSite(tx: Writer, office: Office, facts: SiteFacts): Promise<Handled> {
  const booking = await knownBooking(tx, facts);
  if (booking === null) {
    return toCounselor(tx, office, { facts, why: '取り消された予約が見つかりません。' });
  }
  if (booking.state === 'cancelled') return handled('repeats a known notice', booking);
  const { cause, at } = facts;
  const begins = booking.slot?.start.toInstant() ?? null;
  if (begins !== null && Temporal.Instant.compare(at, begins) >= 0) {
    const why = '相談の時刻を過ぎてから、予約サイトで取り消されました。';
    return toCounselor(tx, office, { facts, booking, why, reason: 'site_check' });
  }
  const move = decide(booking, { type: 'site_cancelled', at });
  if (move.kind === 'refused') {
    const why = '終わった予約が、予約サイトで取り消されました。';
    return toCounselor(tx, office, { facts, booking, why, reason: 'site_check' });
  }
  return handled('site_cancelled', await applyMove(tx, office, { booking, move, cause }));
}

function handled(outcome: string, { id }: Booking): Handled {
  return { state: 'handled', outcome, bookingId: id };
}

async function remember(tx: Writer, { notice }: SiteFacts, { id }: Booking): Promise<void> {
  const { site, reference } = notice;
  await recordSiteBooking(tx, { bookingId: id, site, reference });
}

interface Shown {
  facts: { cause: Cause };
  /** What a counselor has to look at, in one sentence. */
  why: string;
  booking?: Booking;
  reason?: AttentionReason;
}

async function toCounselor(tx: Writer, office: Office, shown: Shown): Promise<Handled> {
  const { facts, why, booking = null, reason = 'site_unreadable' } = shown;
  const advice = [why, facts.cause.extras?.advice].filter(Boolean).join('\n');
  const cause = { ...facts.cause, extras: { ...facts.cause.extras, advice } };
  await alertStaff(tx, office, { reason, booking, cause });
  return { state: 'for_staff', outcome: reason, bookingId: booking?.id ?? null };
}
