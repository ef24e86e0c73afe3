/**
 * Which bookings `list` and `export` mean: states and days as typed, or a misuse that says what
 * was expected.
 */
import { BOOKING_STATES, type BookingState } from '../../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import type { BookingFilter } from '../../store/booking-list.ts';
import { Misuse } from '../definition.ts';

export interface TypedFilter {
  state?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** `to` is the last day that is meant. Throws `Misuse`. */
export function filterOf(
  { state, from, to }: TypedFilter,
  otherwise: readonly BookingState[],
): BookingFilter {
  const states = BOOKING_STATES.filter((known) =>
    [known, STATE_WORDS[known]].includes(state ?? ''),
  );
  return {
    states: states.length > 0 ? states : otherwise,
    from: from === undefined ? null : midnight(dayOf('--from', from)),
    to: to === undefined ? null : midnight(dayOf('--to', to).add({ days: 1 })),
  };
}

function midnight(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(OFFICE_TIME_ZONE).toInstant();
}

function dayOf(option: string, typed: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return Temporal.PlainDate.from(typed);
  } catch {
    // no such day; told below
  }
  throw new Misuse({
    ja: `${option} の「${typed}」は日付として読めません。2026-12-03 の形で書いてください。`,
    en: `${option} ${typed} is no date; write it as 2026-12-03.`,
  });
}
