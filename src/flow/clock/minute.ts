/**
 * The minute hand: at every full minute, never two at once; what is done then is handed in. A
 * minute that comes while the work of an earlier one goes on is left out.
 */
import { type Clock, systemClock } from '../../clock.ts';
import { type Log, whyOf } from '../../log.ts';

const MINUTE_MS = 60_000;

/** Runs `work` every minute until the returned function is called; that one waits for its end. */
export function everyMinute(
  log: Log,
  work: () => Promise<void>,
  clock: Clock = systemClock,
): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  const wait = (): void => {
    const sinceMinuteMs = clock.now().epochMilliseconds % MINUTE_MS;
    timer = setTimeout(() => {
      working = tick();
    }, MINUTE_MS - sinceMinuteMs);
  };
  const tick = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error('minute_failed', { why: whyOf(error) });
    }
    if (!stopped) wait();
  };
  wait();
  return async () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    await working;
  };
}
