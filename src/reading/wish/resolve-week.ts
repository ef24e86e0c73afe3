/**
 * Days of a week that is named by a day in it ("12月14日の週の水曜") or by its number in a month
 * ("12月第2週の水曜"). People number weeks in several ways, so a number is always asked.
 */
import { type DayReading, doubtful } from './day-reading.ts';
import { nthWeekday } from './holidays.ts';
import type { Weekday } from './token.ts';

type PlainDate = Temporal.PlainDate;
const SUNDAY = 7;

/** The weekday, or the stretch, of the week of a day; a Sunday may end a week or begin one. */
export function inWeekOf(base: DayReading, weekday: Weekday | null): DayReading {
  const [first] = base.readings;
  if (first === undefined) return base;
  if (weekday === null) {
    const monday = mondayOf(first);
    return { ...doubtful('vague', []), period: { first: monday, last: monday.add({ days: 4 }) } };
  }
  const readings = base.readings.map((date) => mondayOf(date).add({ days: weekday - 1 }));
  const isOnEdge = weekday === SUNDAY || base.readings.some((date) => date.dayOfWeek === SUNDAY);
  return { ...base, readings, doubt: base.doubt ?? (isOnEdge ? 'week_start' : null) };
}

/** The weeks that may be meant by a number within a month; -1 is the last. */
export function inNthWeek(
  month: PlainDate,
  { nth, weekday }: { nth: number; weekday: Weekday | null },
): DayReading {
  const first = month.with({ day: 1 });
  const last = first.with({ day: first.daysInMonth });
  const monday = nth === -1 ? mondayOf(last) : mondayOf(first).add({ weeks: nth - 1 });
  if (weekday === null) {
    return { ...doubtful('vague', []), period: { first: monday, last: monday.add({ days: 4 }) } };
  }
  const counted = nthWeekday({ year: first.year, month: first.month, weekday, nth });
  const readings = [counted, monday.add({ days: weekday - 1 })].filter((date) => date !== null);
  const [one, other] = readings;
  const isOne = one !== undefined && other !== undefined && one.equals(other);
  return doubtful('vague', isOne ? [one] : readings);
}

function mondayOf(date: PlainDate): PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}
