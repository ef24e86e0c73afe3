import { expect, it } from 'vitest';
import { isGivenUp, mailRetryAfterMs, relayRetryAfterMs } from '../../src/smtp/retry.ts';

it.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [4, 15],
  [5, 30],
  [6, 60],
  [500, 60],
  [0, 1],
])('tries a mail again after failure %i in %i minutes', (failures, minutes) => {
  expect(mailRetryAfterMs(failures)).toBe(minutes * 60_000);
});

it('tries the relay again soon, and never less often than once a minute', () => {
  expect([1, 2, 3, 4, 99].map(relayRetryAfterMs)).toEqual([5_000, 10_000, 30_000, 60_000, 60_000]);
});

it('gives a mail up after a day, to a person', () => {
  const first = Temporal.Instant.from('2026-11-24T00:00:00Z');
  expect(isGivenUp(first, first.add({ hours: 23, minutes: 59 }))).toBe(false);
  expect(isGivenUp(first, first.add({ hours: 24 }))).toBe(true);
});
