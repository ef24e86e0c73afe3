/**
 * How long to wait before the mailbox is called again after it failed: doubling with a bound and
 * a little chance, so that a server that comes back is not stormed. Pure: the random number is
 * passed in; never sleeps, never counts by itself.
 */

/** First pause, longest pause (milliseconds) and how much chance may shorten one (0 to 1). */
const RECONNECT = { firstMs: 1_000, longestMs: 60_000, jitter: 0.25 } as const;

/**
 * Milliseconds before try number `failures` + 1; `failures` is 1 after the first failure.
 * `random` is in [0, 1): 1 s, 2 s, 4 s … 60 s, each shortened by up to a quarter.
 */
export function reconnectDelayMs(failures: number, random: number): number {
  const doublings = Math.min(Math.max(Math.trunc(failures) - 1, 0), 30);
  const full = Math.min(RECONNECT.firstMs * 2 ** doublings, RECONNECT.longestMs);
  const chance = Math.min(Math.max(random, 0), 1);
  return Math.round(full * (1 - RECONNECT.jitter * chance));
}
