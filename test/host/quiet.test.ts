/**
 * Memory is given back when the program is quiet, and never between two signs of work.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { giveMemoryBackWhenQuiet } from '../../src/host/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is asked for once after each burst of work', () => {
  const gc = vi.fn();
  const quiet = giveMemoryBackWhenQuiet(gc);
  for (let mail = 0; mail < 10; mail += 1) {
    vi.advanceTimersByTime(1_000);
    quiet.stir();
  }
  expect(gc).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(gc).toHaveBeenCalledTimes(1);
  quiet.stir();
  vi.advanceTimersByTime(60_000);
  expect(gc).toHaveBeenCalledTimes(2);
});

it('is not asked for where Node cannot give it', () => {
  expect(() => giveMemoryBackWhenQuiet(undefined).stir()).not.toThrow();
});
