/**
 * When the office can hold a session: hours, noon break, grid, closed days. Pure; the
 * holidays are passed in as a predicate so that the rules can be read without the data.
 */

import { OFFICE_TIME_ZONE } from './deadline.ts';
import { SESSION_MINUTES } from './session.ts';
import type { SingleWish } from './wish.ts';

export interface OfficeHours {
  open: Temporal.PlainTime;
  close: Temporal.PlainTime;
  breakStart: Temporal.PlainTime;
  breakEnd: Temporal.PlainTime;
  /** Sessions start on multiples of this, counted from the full hour. */
  gridMinutes: number;
}

export interface OfficeCalendar {
  hours: OfficeHours;
  isClosedDay(date: Temporal.PlainDate): boolean;
}

/** Weekends, public holidays, 29 December to 3 January (行政機関の休日に関する法律), extra days. */
export function closedDays(
  isPublicHoliday: (date: Temporal.PlainDate) => boolean,
  extra: ReadonlySet<string>,
): (date: Temporal.PlainDate) => boolean {
  return (date) =>
    date.dayOfWeek > 5 ||
    (date.month === 12 && date.day >= 29) ||
    (date.month === 1 && date.day <= 3) ||
    isPublicHoliday(date) ||
    extra.has(date.toString());
}

/**
 * Whether a session can start at `start`: an open day, on the grid, over before the break or the
 * close.
 */
export function isOfficeSlot(start: Temporal.ZonedDateTime, calendar: OfficeCalendar): boolean {
  const local = start.withTimeZone(OFFICE_TIME_ZONE);
  const minute = minuteOfDay(local);
  const toTheMinute = local.equals(local.round({ smallestUnit: 'minute', roundingMode: 'floor' }));
  return (
    toTheMinute &&
    minute % calendar.hours.gridMinutes === 0 &&
    fittingInto(calendar.hours)(minute) &&
    !calendar.isClosedDay(local.toPlainDate())
  );
}

/** Every start on `date`, in order; none on a closed day. */
export function slotsOfDay(
  date: Temporal.PlainDate,
  calendar: OfficeCalendar,
): Temporal.ZonedDateTime[] {
  return startsOfDay(date, calendar).map(timeInJapan);
}

/** The same in epoch milliseconds: a search looks at hundreds of starts and names three. */
export function startsOfDay(date: Temporal.PlainDate, calendar: OfficeCalendar): number[] {
  if (calendar.isClosedDay(date)) return [];
  const midnight = date.toZonedDateTime(OFFICE_TIME_ZONE).epochMilliseconds;
  return startMinutes(calendar.hours).map((minute) => midnight + minute * 60_000);
}

export function timeInJapan(epochMilliseconds: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(
    OFFICE_TIME_ZONE,
  );
}

const MINUTES_A_DAY = 24 * 60;

/** The minutes of a day at which a session can start. Japan has no summer time. */
function startMinutes(hours: OfficeHours): number[] {
  const fits = fittingInto(hours);
  const minutes: number[] = [];
  for (let minute = 0; minute < MINUTES_A_DAY; minute += hours.gridMinutes) {
    if (fits(minute)) minutes.push(minute);
  }
  return minutes;
}

/** Counted in minutes of the day, so that a session which ends after midnight never fits. */
function fittingInto({ open, breakStart, breakEnd, close }: OfficeHours) {
  const spans = [
    { from: minuteOfDay(open), to: minuteOfDay(breakStart) },
    { from: minuteOfDay(breakEnd), to: minuteOfDay(close) },
  ];
  return (minute: number): boolean =>
    spans.some(({ from, to }) => minute >= from && minute + SESSION_MINUTES <= to);
}

function minuteOfDay({ hour, minute }: { hour: number; minute: number }): number {
  return hour * 60 + minute;
}

/** The span of clock time that a part of a day means to the office. */
const PART_HOURS = {
  morning: ['00:00', '11:59'],
  noon: ['11:00', '14:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['16:00', '20:00'],
  night: ['18:00', '23:59'],
  day: ['00:00', '23:59'],
} as const;

/** The span of time a wish leaves open, both ends included as starts; null: open on that side. */
export interface WishWindow {
  from: Temporal.ZonedDateTime | null;
  to: Temporal.ZonedDateTime | null;
}

/** Within which window any slot would do. An exact wish is a window of one instant. */
export function windowOf(wish: SingleWish): WishWindow {
  switch (wish.kind) {
    case 'exact':
      return { from: wish.start, to: wish.start };
    case 'date_only':
      return dayWindow(wish.date, wish.date);
    case 'date_range':
      return dayWindow(wish.first, wish.last);
    case 'day_part': {
      const [from, to] = PART_HOURS[wish.part];
      return {
        from: wish.date.toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: from }),
        to: wish.date.toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: to }),
      };
    }
    case 'range': {
      const day = wish.date ?? wish.start?.toPlainDate() ?? wish.end?.toPlainDate() ?? null;
      const whole = dayWindow(day, day);
      const lastStart = wish.end?.subtract({ minutes: SESSION_MINUTES }) ?? null;
      return { from: wish.start ?? whole.from, to: lastStart ?? whole.to };
    }
  }
}

function dayWindow(first: Temporal.PlainDate | null, last: Temporal.PlainDate | null): WishWindow {
  return {
    from: first?.toZonedDateTime(OFFICE_TIME_ZONE) ?? null,
    to: last?.toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: '23:59' }) ?? null,
  };
}
