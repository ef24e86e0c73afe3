/**
 * What the templates are given about a booking, in the words that people read. It chooses no
 * mail and no recipient. 相談内容 goes only into the view for counselors (Article 8).
 */
import type { AttentionReason } from '../domain/attention.ts';
import type { Booking, BookingState } from '../domain/booking.ts';
import type { OpenPoint } from '../domain/decide-request.ts';
import { clockTime, longDateTime, shortDateTime } from '../domain/japanese-date.ts';
import type { MailKind } from '../domain/mail-kind.ts';
import { exactStarts, type Wish } from '../domain/wish.ts';
import type {
  MailData,
  SeekerMailData,
  SessionData,
  StaffMailData,
  ZoomData,
} from '../message/mail-data.ts';
import { ATTENTION_WORDS } from './attention-words.ts';
import type { Office } from './office.ts';

/** What a mail says beside the booking itself. */
export interface MailExtras {
  points?: readonly OpenPoint[];
}

type SeekerMailKind = Extract<MailKind, `seeker.${string}`>;

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
  }),
  'seeker.action.offer': (booking, office) => ({
    ...seekerOf(booking, office),
    slots: booking.offered.map((start, i) => ({ number: i + 1, session: longDateTime(start) })),
  }),
  'seeker.action.terms': (booking, office) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
    replyBy: longDateTime(required(booking.replyBy, 'a deadline')),
    terms: office.terms.text,
  }),
  'seeker.notice.receipt': seekerOf,
  'seeker.notice.received': (booking, office) => ({
    ...seekerOf(booking, office),
    confirmed: booking.state === 'confirmed',
    replyBy:
      booking.state === 'awaiting_reply' && booking.replyBy ? longDateTime(booking.replyBy) : null,
  }),
  'seeker.notice.confirmed': (booking, office) => ({
    ...sessionOf(booking, office),
    ...laneOf(booking, office),
  }),
  'seeker.notice.void': sessionOf,
  'seeker.notice.lapsed': seekerOf,
  'seeker.notice.late_reply': sessionOf,
  'seeker.notice.cancelled': seekerOf,
  'seeker.notice.office_cancelled': sessionOf,
};

/** The mail to a counselor about something that waits for a decision. */
export function staffMailData(
  reason: AttentionReason,
  { booking, excerpt }: { booking: Booking | null; excerpt: string | null },
): StaffMailData {
  const { what, todo } = ATTENTION_WORDS[reason];
  return { what, todo, excerpt, ...factsOf(booking) };
}

/** What a counselor is told of a booking, one line a fact. */
export function factsOf(booking: Booking | null): Pick<StaffMailData, 'reference' | 'facts'> {
  if (booking === null) return { reference: null, facts: [] };
  const { items, slot, announcements } = booking;
  const entries: [label: string, value: string | null][] = [
    ['状態', STATE_WORDS[booking.state]],
    ['氏名', items.name],
    ['求職番号', items.seekerNumber],
    ['日時', slot && longDateTime(slot.start)],
    ['希望', slot ? null : exactStarts(booking.wish).map(longDateTime).join('、') || null],
    ['電話', items.phone],
    ['相談内容', items.topic],
    ['同席', announcementsInWords(announcements)],
    ['返信期限', booking.replyBy && longDateTime(booking.replyBy)],
  ];
  const facts = entries.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  return { reference: booking.reference, facts };
}

export const STATE_WORDS: Record<BookingState, string> = {
  requested: '申込',
  awaiting_reply: '返信待ち',
  confirmed: '確定',
  attended: '実施済',
  no_show: '無断キャンセル',
  cancelled: 'キャンセル',
  void: '無効',
};

function announcementsInWords({ interpreter, attendant }: Booking['announcements']): string | null {
  const words = [interpreter ? '通訳' : null, attendant ? '介助者など' : null];
  return words.filter((word) => word !== null).join('、') || null;
}

function seekerOf(booking: Booking, { config }: Office): SeekerMailData {
  const { hours, name, telephone } = config.office;
  return {
    office: {
      name,
      telephone,
      openingHours: `平日 ${clockTime(hours.open)}から${clockTime(hours.close)}まで`,
    },
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

function laneOf(booking: Booking, { config }: Office): { counselor: string; zoom: ZoomData } {
  const { lane: id } = required(booking.slot, 'a slot');
  const lane = config.lanes.find((candidate) => candidate.id === id);
  const { counselor, zoom } = required(lane, `the lane "${id}" in the config`);
  return { counselor, zoom };
}

function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the mail needs ${what}`);
  return value;
}

const ITEM_WORDS = {
  name: '氏名',
  seekerNumber: '求職番号（数字5けた、ハイフン、数字）',
  datetime: '希望日時（何月何日の何時から）',
  phone: '連絡先の電話番号',
  topic: '相談したい内容',
} as const;

function pointInWords({ item, reason }: OpenPoint): string {
  return reason === null ? ITEM_WORDS[item] : `${ITEM_WORDS[item]}　もう一度お書きください`;
}

function readingsInWords(wish: Wish): string[] {
  if (wish.kind !== 'ambiguous') return [];
  return wish.readings.flatMap((reading) =>
    reading.kind === 'exact' ? [longDateTime(reading.start)] : [],
  );
}
