/**
 * A stretch without a day (来週, 12月上旬, 月末) to its first and last day, for the question to the
 * person. Stretches that no calendar bounds (平日, いつでも) have none. It never picks a day.
 */

import { resolveYearless, yearOf } from './day-reading.ts';
import type { DaySpec, MonthRef } from './mention.ts';

type PlainDate = Temporal.PlainDate;
type Period = Extract<DaySpec, { form: 'period' }>;

/** First and last day of a stretch; null where it has no bounds. */
export function periodOf(
  spec: Period,
  today: PlainDate,
): { first: PlainDate; last: PlainDate } | null {
  if (spec.period === 'week') return weekOf(today, spec.week ?? 0);
  if (spec.period === 'week_opening') {
    const monday = weekOf(today, 1).first;
    return { first: monday, last: monday };
  }
  if (spec.period === 'month' || spec.period.startsWith('month_')) {
    const first = firstOfMonth(spec.month, today);
    return first === null ? null : partOfMonth(first, spec.period);
  }
  return null;
}

/** Monday to Friday: the days an office is open. */
function weekOf(today: PlainDate, weeks: number): { first: PlainDate; last: PlainDate } {
  const first = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
  return { first, last: first.add({ days: 4 }) };
}

/** The first day of a month; this month for none, null for a 13th. */
export function firstOfMonth(month: MonthRef | null, today: PlainDate): PlainDate | null {
  const thisMonth = today.with({ day: 1 });
  if (month === null) return thisMonth;
  if (month.by === 'distance') return thisMonth.add({ months: month.months });
  if (month.month < 1 || month.month > 12) return null;
  const inYear = (year: number): PlainDate =>
    Temporal.PlainDate.from({ year, month: month.month, day: 1 });
  const year = month.year === null ? null : yearOf(month.year, today);
  if (year !== null) return inYear(year);
  return resolveYearless(thisMonth, inYear).readings.at(-1) ?? null;
}

const PARTS: Record<string, (first: PlainDate) => readonly [number, number]> = {
  month: (first) => [1, first.daysInMonth],
  month_all: (first) => [1, first.daysInMonth],
  month_start: () => [1, 7],
  month_early: () => [1, 10],
  month_middle: () => [11, 20],
  month_late: (first) => [21, first.daysInMonth],
  month_end: (first) => [first.daysInMonth - 4, first.daysInMonth],
};

function partOfMonth(first: PlainDate, part: string): { first: PlainDate; last: PlainDate } | null {
  const bounds = PARTS[part]?.(first);
  if (bounds === undefined) return null;
  return { first: first.with({ day: bounds[0] }), last: first.with({ day: bounds[1] }) };
}
