/**
 * A counselor's word about a booking, and what came of it; it does nothing itself. A word may come
 * by mail or, with the same effect, from the command line.
 */
import type { Booking } from '../../domain/booking.ts';
import type { CounselorWord } from '../../reading/types.ts';
import type { Cause } from '../cause.ts';

export interface SpokenWord {
  booking: Booking;
  word: CounselorWord;
  /** All words of the mail: 登録確認 takes its address from a メール: line beside it. */
  words: readonly CounselorWord[];
  cause: Cause;
  at: Temporal.Instant;
}

export interface WordResult {
  done: boolean;
  /** One sentence to the counselor; null where another word of the mail says it. */
  said: string | null;
  booking: Booking;
}

/** The word was carried out; `booking` as it is now. */
export function answered(booking: Booking, said: string): WordResult {
  return { done: true, said, booking };
}

/** The word could not be carried out; the booking is as it was. */
export function notDone(booking: Booking, said: string): WordResult {
  return { done: false, said, booking };
}
