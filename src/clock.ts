/**
 * The only reader of the time. Everything else is handed an instant, so that a test,
 * the demo and a replay can play any day.
 */

export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
