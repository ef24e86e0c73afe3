/**
 * Which mails carry the session as a calendar entry, and what it says: what the mail itself says
 * of time and place, no 相談内容, no 求職番号, no other person (Article 8). It sends nothing.
 */
import type { Booking } from '../../domain/booking.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import { SESSION_MINUTES } from '../../domain/session.ts';
import { type CalendarEntry, calendarText } from '../../message/calendar-entry.ts';
import type { ZoomData } from '../../message/mail-data.ts';
import { countEvents } from '../../store/events.ts';
import { hasCalendarEntry } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import type { Office } from '../office.ts';
import { laneOf } from './mail-views.ts';

const STATUS_IN: Partial<Record<MailKind, CalendarEntry['status']>> = {
  'seeker.notice.confirmed': 'confirmed',
  'seeker.notice.session_booked': 'confirmed',
  'seeker.notice.rescheduled': 'confirmed',
  'seeker.notice.cancelled': 'cancelled',
  'seeker.notice.office_cancelled': 'cancelled',
};

const FILE_NAME = 'yoyaku.ics';

/** The entry for one mail about a booking; null where it has none, or nothing to take back. */
export async function calendarFor(
  tx: Writer,
  office: Office,
  { kind, booking, now }: { kind: MailKind; booking: Booking; now: Temporal.Instant },
): Promise<OutboundMessage['calendar']> {
  const status = STATUS_IN[kind];
  if (status === undefined || booking.slot === null) return null;
  if (status === 'cancelled' && !(await hasCalendarEntry(tx, booking.id))) return null;
  const changes = await countEvents(tx, booking.id, 'rescheduled');
  const content = calendarText({
    ...(status === 'cancelled' ? cancelledWords(office) : sessionWords(booking, office)),
    uid: `${booking.reference}@${domainOf(office.config.smtp.from.address)}`,
    sequence: changes + (status === 'cancelled' ? 1 : 0),
    status,
    start: booking.slot.start,
    stamp: now,
    alarmMinutes: office.policy.reminders.calendarAlarmMinutes,
  });
  return { fileName: FILE_NAME, content };
}

type Words = Pick<CalendarEntry, 'summary' | 'description' | 'url'>;

function sessionWords(booking: Booking, office: Office): Words {
  const { zoom } = laneOf(booking, office);
  const description = descriptionOf(booking, office, zoom);
  return { summary: nameOf(office), description, url: zoom.url };
}

/** Nothing is left to open; the meeting may be gone. */
function cancelledWords(office: Office): Words {
  const description = 'この予約は取り消しました。';
  return { summary: `取り消し ${nameOf(office)}`, description, url: null };
}

function nameOf({ config }: Office): string {
  return `オンライン職業相談（${config.office.name}）`;
}

function descriptionOf({ reference }: Booking, { config }: Office, zoom: ZoomData): string {
  return [
    `${config.office.name}のオンライン職業相談です。${SESSION_MINUTES}分間です。`,
    '時刻になったら、次のリンクを開いてください。',
    zoom.url,
    `ミーティングID ${zoom.meetingId}`,
    `パスコード ${zoom.passcode}`,
    '都合が悪くなったときは、電話でご連絡ください。',
    `電話 ${config.office.telephone}`,
    `予約番号 ${reference}`,
  ].join('\n');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
