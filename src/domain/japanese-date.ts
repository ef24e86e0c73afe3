/**
 * Dates and times as the office writes them to people: in full, with weekday, without signs that
 * old phones break or that a reading voice stumbles over.
 */
import { OFFICE_TIME_ZONE } from './deadline.ts';

const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'];

/** "2026年12月3日（木）"; the day of an instant is the day in Japan. */
export function longDate(at: Temporal.PlainDate | Temporal.ZonedDateTime): string {
  const date = at instanceof Temporal.ZonedDateTime ? inJapan(at) : at;
  return `${date.year}年${date.month}月${date.day}日（${WEEKDAYS[date.dayOfWeek - 1]}）`;
}

/** "2026年12月3日（木）10時00分", in Japanese time. */
export function longDateTime(at: Temporal.ZonedDateTime | Temporal.Instant): string {
  const local = inJapan(at);
  return `${longDate(local)}${local.hour}時${String(local.minute).padStart(2, '0')}分`;
}

/** "12月3日（木）10時00分", for a subject. */
export function shortDateTime(at: Temporal.ZonedDateTime): string {
  return longDateTime(at).replace(/^\d+年/, '');
}

/** "8時30分". */
export function clockTime(time: Temporal.PlainTime): string {
  return `${time.hour}時${String(time.minute).padStart(2, '0')}分`;
}

function inJapan(at: Temporal.ZonedDateTime | Temporal.Instant): Temporal.ZonedDateTime {
  return at instanceof Temporal.Instant
    ? at.toZonedDateTimeISO(OFFICE_TIME_ZONE)
    : at.withTimeZone(OFFICE_TIME_ZONE);
}
