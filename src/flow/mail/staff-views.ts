/**
 * What a counselor is told of a booking and of the mail in question, one line a fact. The only
 * view that may hold 相談内容, and only where a decision is asked for (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import type { OpenPoint } from '../../domain/decide-request.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { wishInWords } from '../../domain/words/wish-words.ts';
import type { StaffMailData } from '../../message/staff-mail-data.ts';
import { pointInWords } from './point-words.ts';

type Fact = StaffMailData['facts'][number];

/** In place of the 相談内容 itself. */
const TOPIC_READ = '読み取りました（ここには書きません）';
const TOPIC_FACT = {
  told: (topic: string) => topic,
  that_read: () => TOPIC_READ,
  left_out: () => null,
} as const;
const UNVERIFIED_WORDS = '未照合（名簿で確かめていません）';

/** What is known of a booking; 相談内容 itself only where `topic` is told, else that it was read, or not a word. */
export function bookingFacts(
  booking: Booking,
  { topic }: { topic: 'told' | 'that_read' | 'left_out' },
): Fact[] {
  const { items, slot, announcements, wish, meeting } = booking;
  return facts([
    ['状態', STATE_WORDS[booking.state]],
    ['氏名', items.name],
    ['求職番号', items.seekerNumber],
    ['名簿との照合', booking.unverified ? UNVERIFIED_WORDS : null],
    ['日時', slot && longDateTime(slot.start)],
    ['希望', slot || wish.kind === 'none' ? null : wishInWords(wish)],
    ['ご案内した日時', booking.offered.map(longDateTime).join('、')],
    ['Zoom', meeting && `ミーティングID ${meeting.meetingId}、パスコード ${meeting.passcode}`],
    ['電話', items.phone],
    ['相談内容', items.topic && TOPIC_FACT[topic](items.topic)],
    ['同席', announcementsInWords(announcements)],
    ['返信の期限', deadlineThatCounts(booking)],
  ]);
}

/** Of a booking that is confirmed or closed by a person nobody asks until when an answer was due. */
function deadlineThatCounts({ state, replyBy }: Booking): string | null {
  const counts = state === 'requested' || state === 'awaiting_reply' || state === 'void';
  return counts && replyBy !== null ? longDateTime(replyBy) : null;
}

/** Who wrote the mail in question, about what, and when it arrived. */
export function mailFacts(mail: {
  from: string;
  subject: string;
  arrivedAt: Temporal.Instant;
}): Fact[] {
  return facts([
    ['届いたメールの差出人', mail.from],
    ['届いたメールの件名', mail.subject],
    ['届いた日時', longDateTime(mail.arrivedAt)],
  ]);
}

/** Another booking, as far as a counselor needs it to phone about it; `label` says why it stands there. */
export function otherBookingFacts(
  { reference, state, items, slot }: Booking,
  label: string,
): Fact[] {
  return facts([
    [label, reference],
    ['その状態', STATE_WORDS[state]],
    ['その氏名', items.name],
    ['その日時', slot && longDateTime(slot.start)],
    ['その電話', items.phone],
  ]);
}

/** What is missing of a request or not clear in it, by name. */
export function openPointFacts(points: readonly OpenPoint[]): Fact[] {
  return points.map((point) => ({ label: '確かめること', value: pointInWords(point) }));
}

function facts(entries: [label: string, value: string | null][]): Fact[] {
  return entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function announcementsInWords({ interpreter, attendant }: Booking['announcements']): string | null {
  const words = [interpreter ? '通訳' : null, attendant ? '介助者など' : null];
  return words.filter((word) => word !== null).join('、') || null;
}
