/**
 * What the templates of the seekers' mails are given about a booking, in the words that people
 * read. It chooses no mail and no recipient, and knows no 相談内容 (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import { clockTime, longDate, longDateTime, shortDateTime } from '../../domain/japanese-date.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import { exactStarts } from '../../domain/wish.ts';
import type {
  CancelledMailData,
  MailData,
  OfficeData,
  SeekerMailData,
  SessionData,
  ZoomData,
} from '../../message/mail-data.ts';
import type { MailExtras } from '../cause.ts';
import type { Office } from '../office.ts';
import { termsSentTo } from '../terms-of.ts';
import { pointInWords, readingsInWords } from './point-words.ts';
import { whyRefused } from './refusal-words.ts';
import { roomOf } from './room.ts';

/** The mails to a seeker about a booking. */
export type SeekerMailKind = Exclude<
  Extract<MailKind, `seeker.${string}`>,
  'seeker.notice.call_us'
>;

/** The data of one mail to a seeker. Throws where the booking has not what the mail must say. */
export function seekerMailData<Kind extends SeekerMailKind>(
  kind: Kind,
  { booking, office, extras }: { booking: Booking; office: Office; extras: MailExtras },
): MailData[Kind] {
  return SEEKER_VIEWS[kind](booking, office, extras);
}

const SEEKER_VIEWS: {
  [Kind in SeekerMailKind]: (
    booking: Booking,
    office: Office,
    extras: MailExtras,
  ) => MailData[Kind];
} = {
  'seeker.action.details': (booking, office, { points = [] }) => ({
    ...seekerOf(booking, office),
    points: points.map(pointInWords),
    readings: readingsInWords(booking.wish),
    replyBy: longDateTime(required(booking.replyBy, 'a deadline')),
  }),
  'seeker.action.offer': (booking, office, { now }) => ({
    ...seekerOf(booking, office),
    refused: exactStarts(booking.wish).map(longDateTime).join('、') || null,
    why: now === undefined ? null : whyRefused(booking.wish, office, now),
    slots: slotsOf(booking),
    replyBy: longDateTime(required(booking.replyBy, 'a deadline')),
  }),
  'seeker.action.terms': (booking, office, { changed = false }) => ({
    changed,
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
    replyBy: longDateTime(required(booking.replyBy, 'a deadline')),
    terms: termsSentTo(office, booking).text,
  }),
  'seeker.action.nudge': (booking, office) => ({
    ...sessionOf(booking, office),
    replyBy: longDateTime(required(booking.replyBy, 'a deadline')),
  }),
  'seeker.notice.terms_changed': (booking, office, { announcedTerms }) => {
    const { effectiveFrom, text } = required(announcedTerms, 'the new terms');
    return {
      ...seekerOf(booking, office),
      effectiveFrom: longDate(required(effectiveFrom, 'the day on which the terms take effect')),
      awaitingReply: booking.state === 'awaiting_reply',
      terms: text,
    };
  },
  'seeker.notice.receipt': seekerOf,
  'seeker.notice.received': (booking, office, { aboutTermsChange = false }) => ({
    ...seekerOf(booking, office),
    aboutTermsChange,
    ...(booking.state === 'requested' && booking.slot === null && booking.replyBy
      ? { slots: slotsOf(booking), slotsReplyBy: longDateTime(booking.replyBy) }
      : { slots: [], slotsReplyBy: null }),
    confirmed: booking.state === 'confirmed',
    ...(booking.state === 'awaiting_reply' && booking.replyBy && booking.slot
      ? { replyBy: longDateTime(booking.replyBy), session: longDateTime(booking.slot.start) }
      : { replyBy: null, session: null }),
  }),
  'seeker.notice.confirmed': (booking, office, { withTerms = false }) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
    terms: withTerms ? termsSentTo(office, booking).text : null,
  }),
  'seeker.notice.rescheduled': (booking, office) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
  }),
  'seeker.notice.session_booked': (booking, office, { withTerms = false }) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
    terms: withTerms ? termsSentTo(office, booking).text : null,
  }),
  'seeker.notice.reminder': (booking, office) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
  }),
  'seeker.notice.void': sessionOf,
  'seeker.notice.lapsed': seekerOf,
  'seeker.notice.late_reply': (booking, office, { now }) => ({
    ...sessionOf(booking, office),
    ahead: now === undefined || isAhead(booking, now),
  }),
  'seeker.notice.cancelled': cancelledOf,
  'seeker.notice.office_cancelled': cancelledOf,
};

/** Whom to phone, and when. */
export function officeData({ config }: Office): OfficeData {
  const { hours, name, telephone } = config.office;
  const openingHours = `平日 ${clockTime(hours.open)}から${clockTime(hours.close)}まで`;
  return { name, telephone, openingHours };
}

function seekerOf(booking: Booking, office: Office): SeekerMailData {
  return {
    office: officeData(office),
    name: booking.items.name ?? 'ご利用者',
    reference: booking.reference,
  };
}

function sessionOf(booking: Booking, office: Office): SessionData {
  const { start } = required(booking.slot, 'a slot');
  return {
    ...seekerOf(booking, office),
    session: longDateTime(start),
    sessionShort: shortDateTime(start),
  };
}

/** The slots of the offer as they are numbered in it. */
function slotsOf({ offered }: Booking): { number: number; session: string }[] {
  return offered.map((start, i) => ({ number: i + 1, session: longDateTime(start) }));
}

function isAhead({ slot }: Booking, now: Temporal.Instant): boolean {
  return slot !== null && Temporal.Instant.compare(now, slot.start.toInstant()) < 0;
}

function cancelledOf(booking: Booking, office: Office): CancelledMailData {
  return booking.slot === null
    ? { ...seekerOf(booking, office), session: null, sessionShort: null }
    : sessionOf(booking, office);
}

/** The counselor and the Zoom room of a booking that holds a slot. Throws where either is not there. */
export function laneOf(booking: Booking, office: Office): { counselor: string; zoom: ZoomData } {
  const { lane: id } = required(booking.slot, 'a slot');
  const lane = office.config.lanes.find((candidate) => candidate.id === id);
  const { counselor } = required(lane, `the lane "${id}" in the config`);
  return { counselor, zoom: required(roomOf(booking, office), 'its Zoom meeting') };
}

function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the mail needs ${what}`);
  return value;
}
