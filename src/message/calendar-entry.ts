/**
 * A session as a calendar entry (RFC 5545): the only file that imports ical-generator. METHOD is
 * PUBLISH and there is neither ORGANIZER nor ATTENDEE, so that no client answers by itself (trap
 * 12; RFC 5545 3.8.4.3: none where nobody is invited). Times are UTC, which needs no VTIMEZONE.
 * Pure: the same entry gives the same bytes, DTSTAMP is handed in.
 */
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { SESSION_MINUTES } from '../domain/session.ts';

export interface CalendarEntry {
  /** The same for all entries about one booking. */
  uid: string;
  /** Higher with each change of time, and with the cancellation. */
  sequence: number;
  status: 'confirmed' | 'cancelled';
  start: Temporal.ZonedDateTime;
  /** DTSTAMP: when this entry was written. */
  stamp: Temporal.Instant;
  summary: string;
  /** Lines end in "\n". */
  description: string;
  /** The link that is opened at the start; null where there is nothing to open. */
  url: string | null;
  /** Minutes before the start; 0: no alarm. */
  alarmMinutes: number;
}

/** The text of an .ics file: lines of at most 75 octets that end in CRLF, UTF-8. */
export function calendarText(entry: CalendarEntry): string {
  const cancelled = entry.status === 'cancelled';
  const calendar = ical({
    prodId: { company: 'uketsuke', product: 'uketsuke', language: 'JA' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: dateOf(entry.start.toInstant()),
    end: dateOf(entry.start.add({ minutes: SESSION_MINUTES }).toInstant()),
    stamp: dateOf(entry.stamp),
    summary: entry.summary,
    description: entry.description,
    location: entry.url,
    url: entry.url && bareUri(entry.url),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A time that is free again: for clients that know no STATUS:CANCELLED.
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    // Job counselling is nobody else's business in a calendar that is shared.
    class: ICalEventClass.PRIVATE,
  });
  if (!cancelled && entry.alarmMinutes > 0) {
    event.createAlarm({
      type: ICalAlarmType.display,
      trigger: entry.alarmMinutes * 60,
      description: entry.summary,
    });
  }
  return `${alarmsLast(calendar.toString())}\r\n`;
}

/** RFC 5545 3.6.1: a VEVENT's properties stand before its alarms; the package writes some after. */
function alarmsLast(text: string): string {
  return text.replace(/(BEGIN:VALARM\r\n.*?END:VALARM\r\n)(.*?)(?=END:VEVENT)/s, '$2$1');
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** A value of type URI knows no backslash (RFC 5545 3.3.13), but the package writes it like text. */
function bareUri(url: string): string {
  return url.replace(/[,;\\]/g, (sign) => encodeURIComponent(sign));
}
