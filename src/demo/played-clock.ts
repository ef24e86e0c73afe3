/**
 * A clock that stands still until it is set: the demo and the journeys play days in seconds.
 */
import type { Clock } from '../clock.ts';
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';

export class PlayedClock implements Clock {
  #now: Temporal.Instant;

  /** Starts at a wall-clock time in Japan, "2026-11-24T09:00". */
  constructor(start: string) {
    this.#now = inJapan(start);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Sets the clock to a wall-clock time in Japan. */
  set(local: string): void {
    this.#now = inJapan(local);
  }
}

function inJapan(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(OFFICE_TIME_ZONE).toInstant();
}
