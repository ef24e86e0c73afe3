/**
 * When a mail that was not taken is tried again: slower with every try, and in the end a person is
 * asked (RFC 5321 4.5.4.1). Pure; never sleeps and never reads the clock.
 */

/** Minutes after the first, second … failed try of one mail; the last one goes on. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60] as const;

/**
 * After so many hours without success a person must look (RFC 5321: at least 4 to 5 days for
 * relays; we are asked sooner, because a deadline may run).
 */
const GIVE_UP_AFTER_HOURS = 24;

/** Seconds between tries when no mail at all goes out over the relay. */
const RELAY_RETRY_SECONDS = [5, 10, 30, 60] as const;

/** Milliseconds until the next try of one mail; `failures` is 1 after the first failed try. */
export function mailRetryAfterMs(failures: number): number {
  return stepOf(RETRY_MINUTES, failures) * 60_000;
}

/** Milliseconds until the relay is tried again after it was unreachable `failures` times in a row. */
export function relayRetryAfterMs(failures: number): number {
  return stepOf(RELAY_RETRY_SECONDS, failures) * 1_000;
}

/** Whether a mail that was first tried at `firstTriedAt` is given up and shown to a person. */
export function isGivenUp(firstTriedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, firstTriedAt.add({ hours: GIVE_UP_AFTER_HOURS })) >= 0;
}

function stepOf(steps: readonly [number, ...number[]], failures: number): number {
  const index = Math.min(Math.max(Math.trunc(failures), 1), steps.length) - 1;
  return steps[index] ?? steps[0];
}
