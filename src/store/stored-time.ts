/**
 * Time as it is stored: ISO 8601 text in Japanese time with offset, to the second, so that
 * text order is time order and an official can read it in the table.
 */
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';

/** "2026-12-03T10:00:00+09:00". Parts of a second are cut off. */
export function toStored(instant: Temporal.Instant): string {
  return instant.toString({
    timeZone: OFFICE_TIME_ZONE,
    smallestUnit: 'second',
    roundingMode: 'floor',
  });
}

export function fromStored(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** The same in epoch milliseconds, for questions that see hundreds of rows. */
export function fromStoredMs(text: string): { epochMilliseconds: number } {
  return { epochMilliseconds: Date.parse(text) };
}

export function startToStored(start: Temporal.ZonedDateTime): string {
  return toStored(start.toInstant());
}

export function startFromStored(text: string): Temporal.ZonedDateTime {
  return fromStored(text).toZonedDateTimeISO(OFFICE_TIME_ZONE);
}
