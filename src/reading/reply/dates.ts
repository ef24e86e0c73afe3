/**
 * Compares a date or time that a reply names with the booked start and the offered
 * slots: a repeated booking is consent, another date is a change. Pure; reading the
 * date itself is the task of the wish reader.
 */
import type { SingleWish, Wish } from '../../domain/wish.ts';

/** Whether a wish can mean this start: the same instant, or a day or span that holds it. */
export function fits(wish: Wish, start: Temporal.ZonedDateTime): boolean {
  switch (wish.kind) {
    case 'none':
      return false;
    case 'choices':
      return wish.choices.every((single) => fitsSingle(single, start));
    case 'ambiguous':
      if (wish.readings.length > 0)
        return wish.readings.some((single) => fitsSingle(single, start));
      return wish.time !== undefined && sameTime(wish.time, start);
    default:
      return fitsSingle(wish, start);
  }
}

function sameTime(time: Temporal.PlainTime, start: Temporal.ZonedDateTime): boolean {
  return time.equals(start.toPlainTime());
}

function fitsSingle(wish: SingleWish, start: Temporal.ZonedDateTime): boolean {
  const day = start.toPlainDate();
  switch (wish.kind) {
    case 'exact':
      return Temporal.ZonedDateTime.compare(wish.start, start) === 0;
    case 'date_only':
      return wish.date.equals(day);
    case 'day_part':
      return wish.date.equals(day) && isInPart(wish.part, start.hour);
    case 'range':
      return fitsRange(wish.start, wish.end, start) && (wish.date?.equals(day) ?? true);
    case 'date_range':
      return (
        wish.first !== null && wish.last !== null && wish.first.equals(day) && wish.last.equals(day)
      );
  }
}

/** A span counts as the booking only where it begins with it ("10時から10時半"). */
function fitsRange(
  from: Temporal.ZonedDateTime | null,
  to: Temporal.ZonedDateTime | null,
  start: Temporal.ZonedDateTime,
): boolean {
  if (from === null || to === null) return false;
  return Temporal.ZonedDateTime.compare(from, start) === 0;
}

function isInPart(part: string, hour: number): boolean {
  if (part === 'morning') return hour < 12;
  if (part === 'noon') return hour >= 11 && hour < 14;
  if (part === 'afternoon') return hour >= 12;
  if (part === 'evening') return hour >= 15;
  if (part === 'night') return hour >= 17;
  return true;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_DAY =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? ?(\d{1,2})(?!\d)/;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** A month and day as English writes them ("December 4", "4th of Dec"); null where none is named. */
export function latinDay(text: string): { month: number; day: number } | null {
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst) return asDay(monthFirst[1], monthFirst[2]);
  const dayFirst = DAY_MONTH.exec(text);
  return dayFirst ? asDay(dayFirst[2], dayFirst[1]) : null;
}

function asDay(month = '', day = ''): { month: number; day: number } {
  return { month: MONTHS.indexOf(month) + 1, day: Number(day) };
}

/** Whether a start falls on a month and day. */
export function isDay(
  { month, day }: { month: number; day: number },
  start: Temporal.ZonedDateTime,
): boolean {
  return start.month === month && start.day === day;
}

/** Whether words name the day, weekday or hour of a start, in digits, whatever is said of it. */
export function namesDayOf(text: string, start: Temporal.ZonedDateTime): boolean {
  const weekday = '月火水木金土日'[start.dayOfWeek - 1] ?? '';
  const names = `(?<!\\d)(?:${start.day}日|${start.month}/${start.day}(?!\\d)|${start.hour}(?:時|:00))|${weekday}曜`;
  return new RegExp(names).test(text);
}

/** Whether a wish names the weekday of a start, and its time where it names one. */
export function fitsWeekday(wish: Wish, start: Temporal.ZonedDateTime): boolean {
  const readings =
    wish.kind === 'ambiguous' ? wish.readings : wish.kind === 'choices' ? wish.choices : [wish];
  return readings.some((reading) => {
    if (reading.kind === 'date_only') return reading.date.dayOfWeek === start.dayOfWeek;
    if (reading.kind === 'day_part')
      return reading.date.dayOfWeek === start.dayOfWeek && isInPart(reading.part, start.hour);
    return (
      reading.kind === 'exact' &&
      reading.start.dayOfWeek === start.dayOfWeek &&
      sameTime(reading.start.toPlainTime(), start)
    );
  });
}
