/**
 * The office explored in any order of events, over the real flow and store (fast-check, commands):
 * mails doubled and late and from several people, words, a clock that jumps, servers that fail,
 * and a kill at any commit. `npm run model -- --runs 2000` explores further.
 */
import { expect, test } from 'vitest';
import { explore } from './explore.ts';

test('whatever happens in whatever order, every promise holds', { timeout: 120_000 }, async () => {
  const { runs, bookings, met, deaths } = await explore({ runs: 25, seed: 20261127 });
  expect(runs).toBe(25);
  // Stories in which nothing is booked, answered or killed would prove nothing.
  expect(bookings).toBeGreaterThan(50);
  expect(met.get('reply_confirmed')).toBeGreaterThan(5);
  expect(deaths).toBeGreaterThan(20);
});
