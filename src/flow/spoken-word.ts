/**
 * A counselor's word about a booking, and what came of it. Types only.
 */
import type { Booking } from '../domain/booking.ts';
import type { CounselorWord } from '../reading/types.ts';
import type { Cause } from './cause.ts';

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
