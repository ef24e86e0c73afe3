/**
 * Work that was overtaken between its look and its write: a slot that somebody else has meanwhile
 * (the database knows one holder), a booking that was moved. Everything was rolled back, so it is
 * done again on what holds now, and ends in a fresh offer or an answer. It decides nothing.
 */
import { StaleBooking } from '../store/bookings.ts';
import { isSecondHolder, isUniqueViolation } from '../store/sqlite.ts';

/** Once may happen at any time; three times in a row is no coincidence and is thrown. */
const TRIES = 3;

/** Runs a whole transaction, again where it was overtaken; every other failure is thrown at once. */
export async function untilNotOvertaken<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !isOvertaken(error)) throw error;
    }
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof StaleBooking || isUniqueViolation(error) || isSecondHolder(error);
}
