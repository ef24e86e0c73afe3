/**
 * Japanese public holidays: the only file that imports the holiday data.
 * Asked by calendar date, so the process's time zone plays no part.
 */
import holidayJp from '@holiday-jp/holiday_jp';

const holidays: Record<string, unknown> = holidayJp.holidays;
const lastKnown = Object.keys(holidays).sort().at(-1) ?? '';

/** Whether `date` is a national holiday or a substitute holiday (国民の祝日に関する法律). */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  return Object.hasOwn(holidays, date.toString());
}

/** The last holiday the data knows; past it, holidays are not seen. */
export function lastKnownHoliday(): Temporal.PlainDate {
  return Temporal.PlainDate.from(lastKnown);
}
