/**
 * The entries of the morning list in the words that counselors read: a session, a matter that
 * waits, a session without a word about attendance. No 相談内容, no mail text (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import { clockTime, longDateTime } from '../../domain/japanese-date.ts';
import { sectionOf } from '../../domain/morning-section.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import { readAnnouncedFields } from '../../imap/headers.ts';
import { parseAddresses } from '../../message/address-header.ts';
import type { MorningEntry } from '../../message/staff-mail-data.ts';
import type { OpenMatter } from '../../store/open-matters.ts';
import { bookingFacts } from '../mail/staff-views.ts';
import type { Office } from '../office.ts';

/** A session of today, by its time; one that is not confirmed says so. */
export function sessionEntry(booking: Booking, { config }: Office): MorningEntry {
  const { slot, state } = booking;
  const time = slot === null ? '' : `${clockTime(slot.start.toPlainTime())} `;
  const lane = config.lanes.find(({ id }) => id === slot?.lane);
  return {
    title: `${time}${nameOf(booking)}${state === 'confirmed' ? '' : '（まだ確定していません）'}`,
    facts: [
      ...(lane ? [{ label: '担当', value: lane.counselor }] : []),
      ...briefFacts(booking, ['電話', '同席', '名簿との照合']),
    ],
  };
}

/** Something that waits for a person: what it is, whose, since when. */
export function matterEntry({ reason, raisedAt, booking, header }: OpenMatter): MorningEntry {
  const about = booking ? briefFacts(booking, ['氏名', '日時', '電話']) : writerFacts(header);
  return {
    title: ATTENTION_WORDS[reason].what,
    facts: [...about, { label: 'お知らせした日時', value: longDateTime(raisedAt) }],
  };
}

/** Whose mail it is, so that it is found in the mailbox. */
function writerFacts(header: Buffer | null): MorningEntry['facts'] {
  const [writer] = header === null ? [] : parseAddresses(readAnnouncedFields(header).from ?? '');
  return writer === undefined ? [] : [{ label: '差出人', value: writer.address }];
}

/** A session of which nobody said whether the seeker came. */
export function unansweredEntry(booking: Booking): MorningEntry {
  const session = booking.slot === null ? '' : `${longDateTime(booking.slot.start)} `;
  return { title: `${session}${nameOf(booking)}`, facts: briefFacts(booking, ['電話']) };
}

/** Whether it came up since the last list. */
export function isNews({ raisedAt }: OpenMatter, since: Temporal.Instant): boolean {
  return Temporal.Instant.compare(raisedAt, since) >= 0;
}

/** Whether a decision can still help: about a mail until 済, about a booking that is open and ahead. */
export function stillMatters({ reason, booking }: OpenMatter, now: Temporal.Instant): boolean {
  if (sectionOf(reason) === 'read') return false;
  if (booking === null) return true;
  if (booking.state === 'cancelled') return false;
  return booking.slot === null
    ? booking.state !== 'void'
    : Temporal.Instant.compare(booking.slot.start.toInstant(), now) > 0;
}

function nameOf({ items }: Booking): string {
  return `${items.name ?? '氏名不明'} 様`;
}

/** Those of the booking's facts that a list has room for, and its reference. */
function briefFacts(booking: Booking, labels: readonly string[]): MorningEntry['facts'] {
  return [
    ...bookingFacts(booking, { topic: 'left_out' }).filter(({ label }) => labels.includes(label)),
    { label: '予約番号', value: booking.reference },
  ];
}
