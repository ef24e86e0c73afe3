import { expect, it } from 'vitest';
import { reconnectDelayMs } from '../../src/imap/backoff.ts';

it.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [6, 32_000],
  [7, 60_000],
  [1_000_000, 60_000],
  [0, 1_000],
])('waits after failure %i for %i ms', (failures, delay) => {
  expect(reconnectDelayMs(failures, 0)).toBe(delay);
});

it('shortens a pause by chance, by a quarter at most', () => {
  expect(reconnectDelayMs(7, 0.5)).toBe(52_500);
  expect(reconnectDelayMs(7, 1)).toBe(45_000);
  expect(reconnectDelayMs(7, 99)).toBe(45_000);
});
