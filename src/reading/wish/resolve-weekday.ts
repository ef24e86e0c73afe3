/**
 * A weekday to the days it can mean. Weeks start on Monday; where a calendar that starts on
 * Sunday says otherwise (来週の日曜, or any week named on a Sunday), and where 次の/今度の or today's
 * own weekday leave two days, the answer is `week_start`: asked, never chosen.
 */

import { type DayContext, type DayReading, doubtful, sure } from './day-reading.ts';
import type { DaySpec } from './mention.ts';

type PlainDate = Temporal.PlainDate;
const SUNDAY = 7;

/** The days a weekday can mean, seen from today and from the weekday before it in the text. */
export function resolveWeekday(
  spec: Extract<DaySpec, { form: 'weekday' }>,
  { today, previous, week: namedWeek }: DayContext,
): DayReading {
  const { weekday, pick } = spec;
  const week = spec.week ?? (pick === 'coming' ? (previous?.week ?? null) : null);
  if (week !== null) return inWeek(weekday, week, today);
  if (pick === 'this') return inWeek(weekday, 0, today);
  if (pick === 'last') return sure(lastBefore(today, weekday));
  const coming = firstAfter(today, weekday);
  const isToday = weekday === today.dayOfWeek;
  if (pick === 'next') {
    return doubtful('week_start', isToday ? [coming] : [coming, coming.add({ days: 7 })]);
  }
  if (namedWeek !== null) {
    const [named] = inWeek(weekday, namedWeek, today).readings;
    if (named !== undefined && !named.equals(coming)) {
      return doubtful('week_start', [named, coming]);
    }
  }
  return isToday ? doubtful('week_start', [today, coming]) : sure(coming);
}

function inWeek(weekday: number, week: number, today: PlainDate): DayReading {
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: week });
  const date = monday.add({ days: weekday - 1 });
  if (today.dayOfWeek === SUNDAY && week >= 0) {
    const other = date.add({ days: 7 });
    return doubtful('week_start', weekday === SUNDAY ? [date] : [date, other]);
  }
  if (weekday === SUNDAY && week > 0) {
    return doubtful('week_start', [date, date.subtract({ days: 7 })]);
  }
  return sure(date);
}

function firstAfter(today: PlainDate, weekday: number): PlainDate {
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  return today.add({ days: ahead === 0 ? 7 : ahead });
}

function lastBefore(today: PlainDate, weekday: number): PlainDate {
  const back = (today.dayOfWeek - weekday + 7) % 7;
  return today.subtract({ days: back === 0 ? 7 : back });
}
