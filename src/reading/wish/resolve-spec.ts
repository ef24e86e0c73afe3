/**
 * One day as written to the days it can mean, seen from the reference. The rules are those of
 * the label policy: a date without a year is the next such date if that is at most six months
 * ahead, else it is asked; weeks start on Monday, and where that matters it is asked.
 */
import {
  type DayContext,
  type DayReading,
  doubtful,
  existing,
  resolveYearless,
  sure,
  yearOf,
} from './day-reading.ts';
import { holidayIn, nthWeekday } from './holidays.ts';
import type { DaySpec, MonthRef, YearRef } from './mention.ts';
import { firstOfMonth, periodOf } from './resolve-period.ts';
import { inNthWeek, inWeekOf } from './resolve-week.ts';
import { resolveWeekday } from './resolve-weekday.ts';

type PlainDate = Temporal.PlainDate;

const SUNDAY = 7;

/** The days a specification can mean. */
export function resolveSpec(spec: DaySpec, context: DayContext): DayReading {
  const { today } = context;
  switch (spec.form) {
    case 'date':
      return resolveDate(spec, today);
    case 'date_either_way':
      return resolveEitherWay(spec);
    case 'day_of_month':
      return resolveDayOfMonth(spec, context);
    case 'relative':
      return sure(today.add({ days: spec.days }));
    case 'later':
      return sure(today.add({ [spec.unit]: spec.amount }));
    case 'weekday':
      return resolveWeekday(spec, context);
    case 'nth_weekday':
      return resolveNth(spec, today);
    case 'nth_week': {
      const month = firstOfMonth(spec.month, today);
      return month === null ? doubtful('vague', []) : inNthWeek(month, spec);
    }
    case 'week_of':
      return inWeekOf(resolveSpec(spec.base, context), spec.weekday);
    case 'holiday':
      return resolveHoliday(spec, today);
    case 'following':
      return resolveFollowing(spec, context);
    case 'same':
      return context.previous === null ? doubtful('vague', []) : sure(context.previous.date);
    case 'unread':
      return doubtful('vague', []);
    case 'period':
      return { ...doubtful('vague', []), period: periodOf(spec, today) };
  }
}

function resolveDate(
  spec: { year: YearRef | null; month: number; day: number },
  today: PlainDate,
): DayReading {
  if (spec.year === null) {
    return resolveYearless(today, (year) => existing(year, spec.month, spec.day));
  }
  const year = yearOf(spec.year, today);
  if (year === null) return doubtful('past', []);
  const date = existing(year, spec.month, spec.day);
  return date === null ? doubtful('impossible', []) : sure(date);
}

function resolveEitherWay(spec: { year: number; first: number; second: number }): DayReading {
  const both = [
    existing(spec.year, spec.first, spec.second),
    existing(spec.year, spec.second, spec.first),
  ].filter((date): date is PlainDate => date !== null);
  const [one, other] = both;
  if (one === undefined) return doubtful('impossible', []);
  return other === undefined || one.equals(other) ? sure(one) : doubtful('which_month', both);
}

function resolveDayOfMonth(
  spec: { month: MonthRef | null; day: number },
  context: DayContext,
): DayReading {
  const { today, previous } = context;
  if (spec.day < 1 || spec.day > 31) return doubtful('impossible', []);
  if (spec.month?.by === 'distance') {
    const month = today.with({ day: 1 }).add({ months: spec.month.months });
    const date = existing(month.year, month.month, spec.day);
    return date === null ? doubtful('impossible', []) : sure(date);
  }
  if (previous?.dated === true) return resolveAfterDate(spec.day, previous.date, today);
  if (context.month?.by === 'name') {
    const { year, month } = context.month;
    return resolveDate({ year, month, day: spec.day }, today);
  }
  if (context.month?.by === 'distance') {
    return resolveDayOfMonth({ month: context.month, day: spec.day }, context);
  }
  const readings = nextWithDay(spec.day, today);
  if (spec.day === today.day) return doubtful('which_month', readings);
  return { readings: readings.slice(0, 1), doubt: null, certain: false, period: null };
}

/** "12/3、4日" is in December; "12/28、4日" may be January. */
function resolveAfterDate(day: number, previous: PlainDate, today: PlainDate): DayReading {
  const same = existing(previous.year, previous.month, day);
  if (same !== null && Temporal.PlainDate.compare(same, previous) >= 0) {
    return { ...sure(same), certain: false };
  }
  if (same === null) return doubtful('impossible', []);
  const next = previous.with({ day: 1 }).add({ months: 1 });
  const readings = [same, existing(next.year, next.month, day)].filter(
    (date): date is PlainDate => date !== null && Temporal.PlainDate.compare(date, today) >= 0,
  );
  const [only, another] = readings;
  if (only !== undefined && another === undefined) return { ...sure(only), certain: false };
  return doubtful('which_month', readings);
}

/** The next two dates with such a day. */
function nextWithDay(day: number, today: PlainDate): PlainDate[] {
  const found: PlainDate[] = [];
  for (let months = 0; months < 5 && found.length < 2; months++) {
    const month = today.with({ day: 1 }).add({ months });
    const date = existing(month.year, month.month, day);
    if (date !== null && Temporal.PlainDate.compare(date, today) >= 0) found.push(date);
  }
  return found;
}

function resolveNth(
  spec: { nth: number; weekday: number; month: MonthRef | null },
  today: PlainDate,
): DayReading {
  const { nth, weekday, month } = spec;
  if (month?.by === 'distance' || month === null) {
    const tries = month === null ? [0, 1] : [month.months];
    const dates = tries.map((months) => {
      const first = today.with({ day: 1 }).add({ months });
      return nthWeekday({ year: first.year, month: first.month, weekday, nth });
    });
    const date = dates.find((d) => d !== null && (month !== null || !isBefore(d, today)));
    return date === null || date === undefined ? doubtful('impossible', []) : sure(date);
  }
  if (month.month < 1 || month.month > 12) return doubtful('impossible', []);
  const inYear = (year: number): PlainDate | null =>
    nthWeekday({ year, month: month.month, weekday, nth });
  const year = month.year === null ? null : yearOf(month.year, today);
  if (year === null) return resolveYearless(today, inYear);
  const date = inYear(year);
  return date === null ? doubtful('impossible', []) : sure(date);
}

function isBefore(date: PlainDate, today: PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) < 0;
}

function resolveHoliday(
  spec: { name: string; year: YearRef | null },
  today: PlainDate,
): DayReading {
  const inYear = (year: number): PlainDate | null => holidayIn(year, spec.name);
  const year = spec.year === null ? null : yearOf(spec.year, today);
  if (year === null) return resolveYearless(today, inYear);
  const date = inYear(year);
  return date === null ? doubtful('vague', []) : sure(date);
}

function resolveFollowing(
  spec: { unit: 'day' | 'week'; count: number; weekday: number | null },
  { previous, today }: DayContext,
): DayReading {
  const base = previous?.date ?? today;
  if (spec.unit === 'day') {
    if (previous === null) return doubtful('vague', []);
    const date = base.add({ days: spec.count });
    return previous.doubt === null ? sure(date) : doubtful(previous.doubt, [date]);
  }
  const monday = base.subtract({ days: base.dayOfWeek - 1 }).add({ weeks: spec.count });
  if (spec.weekday === null && previous !== null) {
    return doubtful('vague', [base.add({ weeks: spec.count })]);
  }
  if (spec.weekday === null) {
    return { ...doubtful('vague', []), period: { first: monday, last: monday.add({ days: 4 }) } };
  }
  const date = monday.add({ days: spec.weekday - 1 });
  return spec.weekday === SUNDAY ? doubtful('week_start', [date]) : sure(date);
}
