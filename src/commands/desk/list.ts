/**
 * `uketsuke list`: bookings, one a line, for eyes or as JSON. It changes nothing.
 */
import { type Clock, systemClock } from '../../clock.ts';
import type { BookingState } from '../../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { longDateTime, shortDateTime } from '../../domain/japanese-date.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { type ListedBooking, listBookings } from '../../store/booking-list.ts';
import { inColourOf } from '../line/colour.ts';
import { columnsOf, padded } from '../line/width.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { filterOf, type TypedFilter } from './filter.ts';
import { bookingRecord } from './record.ts';

export interface ListOptions extends TypedFilter {
  configPath: string;
  json: boolean;
  clock?: Clock;
}

/** What is still under way. */
const OPEN: readonly BookingState[] = ['requested', 'awaiting_reply', 'confirmed'];

/** Resolves to exit code 0. Throws `Misuse` and what `withDatabase` throws. */
export async function list(options: ListOptions, outlet: Outlet): Promise<number> {
  const filter = filterOf(options, OPEN);
  const bookings = await withDatabase(options.configPath, outlet, ({ read }) =>
    listBookings(read, filter),
  );
  if (options.json) outlet.out(JSON.stringify(bookings.map(bookingRecord), null, 2));
  else if (bookings.length === 0) outlet.out('予約はありません。');
  else for (const line of linesOf(bookings, options.clock ?? systemClock)) outlet.out(line);
  return 0;
}

/** With the year where one of them is of another than this. */
function linesOf(bookings: readonly ListedBooking[], clock: Clock): string[] {
  const { year } = clock.now().toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const thisYear = bookings.every(({ start }) => start === null || start.year === year);
  const inWords = thisYear ? shortDateTime : longDateTime;
  const times = bookings.map(({ start }) => (start === null ? '日時は未定' : inWords(start)));
  const width = Math.max(...times.map(columnsOf));
  return bookings.map((booking, i) => lineOf(padded(times[i] ?? '', width), booking));
}

function lineOf(when: string, { state, name, reference, phone }: ListedBooking): string {
  return [
    when,
    inColourOf(state, padded(STATE_WORDS[state], 14)),
    reference,
    padded(name ?? '氏名不明', 16),
    phone ?? '',
  ]
    .join('  ')
    .trimEnd();
}
