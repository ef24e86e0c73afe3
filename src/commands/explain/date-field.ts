/**
 * The Date field of a mail (RFC 5322 section 3.3, obsolete forms of 4.3). Strict: what is no
 * date-time is none. Arrival never follows from it; only explaining a saved mail needs it.
 */
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE_TIME =
  /^(?:[a-z]{3,9},?\s{1,5})?(\d{1,2})\s{1,5}([a-z]{3})[a-z]{0,6}\s{1,5}(\d{2}|\d{4})\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{0,5}([+-]\d{4}|[a-z]{1,5}))?\s{0,5}$/i;

/** Named zones as hours from UTC; any other name counts as UTC (RFC 5322 section 4.3). */
const ZONES: Record<string, string> = {
  jst: '+09:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/** The instant of a Date field's body; without a zone Japanese time is meant. Null where it is none. */
export function readDateField(body: string): Temporal.Instant | null {
  const plain = body
    .slice(0, 200)
    .replace(/\([^()]{0,100}\)/g, '')
    .trim();
  const [, day, month = '', year = '', hour, minute, second = '0', zone] =
    DATE_TIME.exec(plain) ?? [];
  const monthNumber = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (monthNumber === 0) return null;
  try {
    return Temporal.PlainDateTime.from(
      {
        year: fullYear(Number(year), year.length),
        month: monthNumber,
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Math.min(Number(second), 59),
      },
      { overflow: 'reject' },
    )
      .toZonedDateTime(zoneOf(zone))
      .toInstant();
  } catch {
    return null;
  }
}

function fullYear(year: number, digits: number): number {
  if (digits > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return OFFICE_TIME_ZONE;
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone.toLowerCase()] ?? '+00:00';
}
