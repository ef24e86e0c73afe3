/**
 * The minute hand: the only file that imports node-cron. At every full minute, never two at once; a
 * minute that comes while the work of an earlier one goes on is left out. What is done is handed in.
 */
import cron, { type TaskOptions } from 'node-cron';
import { type Log, whyOf } from '../../log.ts';

/** Runs `work` every minute until the returned function is called; that one waits for its end. */
export function everyMinute(log: Log, work: () => Promise<void>): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error('minute_failed', { why: whyOf(error) });
    }
  };
  const task = cron.schedule(
    '* * * * *',
    () => {
      working = tick();
      return working;
    },
    { noOverlap: true, logger: loggerInto(log) },
  );
  return async () => {
    await task.destroy();
    await working;
  };
}

/** What node-cron says of itself (a minute left out, one that came late), as lines of our log. */
function loggerInto(log: Log): NonNullable<TaskOptions['logger']> {
  const tell = (why: unknown): void => log.warn('minute_hand', { why: whyOf(why) });
  return { warn: tell, error: tell, info() {}, debug() {} };
}
