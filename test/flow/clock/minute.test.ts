/**
 * The minute hand in played time: full minutes, one work at a time, and an end that waits.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../../src/flow/clock/minute.ts';
import { createLog, silentLog } from '../../../src/log.ts';

const STARTED_AT = new Date('2026-11-24T09:00:42.500+09:00');
const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };

beforeEach(() => {
  vi.useFakeTimers({ now: STARTED_AT, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => vi.useRealTimers());

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

test('the hand moves at the full minute, whenever the program started', async () => {
  let moves = 0;
  const count = async () => {
    moves += 1;
  };
  const stop = everyMinute(silentLog, count);
  await pass(17_499);
  expect(moves).toBe(0);
  await pass(1);
  expect(moves).toBe(1);
  await pass(59_999);
  expect(moves).toBe(1);
  await pass(1);
  expect(moves).toBe(2);
  await stop();
});

test('a minute that comes while the work goes on is left out, and the end waits for the work', async () => {
  let begun = 0;
  const work = Promise.withResolvers<void>();
  const lines: string[] = [];
  const log = createLog(clock, (line) => lines.push(line));
  const stop = everyMinute(log, () => {
    begun += 1;
    return work.promise;
  });
  await pass(17_500);
  await pass(120_000);
  expect(begun).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"minute_hand"');
  let ended = false;
  const end = stop().then(() => {
    ended = true;
  });
  await pass(0);
  expect(ended).toBe(false);
  work.resolve();
  await end;
  await pass(120_000);
  expect(begun).toBe(1);
});

test('work that fails is told in the log, and done again in the next minute', async () => {
  const lines: string[] = [];
  let tries = 0;
  const stop = everyMinute(
    createLog(clock, (line) => lines.push(line)),
    async () => {
      tries += 1;
      throw new Error('no such table');
    },
  );
  await pass(17_500);
  await pass(60_000);
  expect(tries).toBe(2);
  expect(lines[0]).toContain('"minute_failed"');
  expect(lines[0]).toContain('no such table');
  await stop();
});
