/**
 * What resolving a day yields, and the reckoning that all forms of a day share: dates that
 * exist, years as written, the next such date of a date without a year.
 * It knows nothing of words.
 */
import type { WishDoubt } from '../../domain/wish.ts';
import type { MonthRef, YearRef } from './mention.ts';

type PlainDate = Temporal.PlainDate;

/** The farthest a date without a year may lie ahead. */
const MONTHS_AHEAD = 6;
/** A date just gone is a slip for itself, hardly for next year. */
const DAYS_JUST_GONE = 14;
export interface DayReading {
  /** Possible days, the likeliest first; empty where no such day exists. */
  readings: PlainDate[];
  doubt: WishDoubt | null;
  /** The year or the distance from today was written, so the past is meant as the past. */
  certain: boolean;
  /** A stretch of days without a day ("来週"). */
  period: { first: PlainDate; last: PlainDate } | null;
}

export interface DayContext {
  today: PlainDate;
  /** The day before in the text, with the week it was counted in. */
  previous: {
    date: PlainDate;
    dated: boolean;
    week: number | null;
    /** What made that day doubtful makes a day counted from it doubtful. */
    doubt: WishDoubt | null;
  } | null;
  /** A week that was named without a day ("来週だと…水曜"): a bare weekday may be of that week. */
  week: number | null;
  /** A month that was named without a day ("12月は空いています。3日の10時…"). */
  month: MonthRef | null;
}

export function sure(date: PlainDate): DayReading {
  return { readings: [date], doubt: null, certain: true, period: null };
}

export function doubtful(doubt: WishDoubt, readings: PlainDate[]): DayReading {
  return { readings, doubt, certain: false, period: null };
}

/** The date if the calendar has it; never 31 November moved to 1 December. */
export function existing(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

/** The written year as a number; null for a short year that fits no year near the reference. */
export function yearOf(year: YearRef, today: PlainDate): number | null {
  if (year.by === 'full') return year.year;
  if (year.by === 'distance') return today.year + year.years;
  const near = [2018 + year.year, 2000 + year.year].filter((y) => Math.abs(y - today.year) <= 1);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The next such date within the months ahead; otherwise both neighbours are asked. */
export function resolveYearless(
  today: PlainDate,
  inYear: (year: number) => PlainDate | null,
): DayReading {
  const dates = [-1, 0, 1]
    .map((distance) => inYear(today.year + distance))
    .filter((date): date is PlainDate => date !== null);
  const ahead = dates.find((date) => Temporal.PlainDate.compare(date, today) >= 0);
  const gone = dates.findLast((date) => Temporal.PlainDate.compare(date, today) < 0);
  const limit = today.add({ months: MONTHS_AHEAD });
  if (ahead !== undefined && Temporal.PlainDate.compare(ahead, limit) <= 0) {
    return { ...sure(ahead), certain: false };
  }
  const justGone = gone !== undefined && gone.until(today).days <= DAYS_JUST_GONE;
  // 29 February where the coming one does not exist
  if (dates.length < 3 && !justGone) return doubtful('impossible', []);
  const readings = [gone, justGone ? undefined : ahead];
  return doubtful(
    'past',
    readings.filter((date): date is PlainDate => date !== undefined),
  );
}
