/**
 * `uketsuke list`: bookings, one a line, for eyes or as JSON. It changes nothing.
 */
import type { BookingState } from '../../domain/booking.ts';
import { shortDateTime } from '../../domain/japanese-date.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { type ListedBooking, listBookings } from '../../store/booking-list.ts';
import { inColourOf } from '../line/colour.ts';
import { padded } from '../line/width.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { filterOf, type TypedFilter } from './filter.ts';
import { bookingRecord } from './record.ts';

export interface ListOptions extends TypedFilter {
  configPath: string;
  json: boolean;
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
  else for (const booking of bookings) outlet.out(lineOf(booking));
  return 0;
}

function lineOf({ start, state, name, reference, phone }: ListedBooking): string {
  return [
    padded(start === null ? '日時は未定' : shortDateTime(start), 22),
    inColourOf(state, padded(STATE_WORDS[state], 14)),
    reference,
    padded(name ?? '氏名不明', 16),
    phone ?? '',
  ]
    .join('  ')
    .trimEnd();
}
