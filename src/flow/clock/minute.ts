/**
 * The minute hand: the only file that imports node-cron. Once a minute, in Japanese time, never
 * two at once; what is done then is handed in.
 */
import cron from 'node-cron';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import type { Log } from '../../log.ts';

/** Runs `work` every minute until the returned function is called. */
export function everyMinute(log: Log, work: () => Promise<void>): () => Promise<void> {
  const task = cron.schedule(
    '* * * * *',
    async () => {
      try {
        await work();
      } catch (error) {
        log.error('minute_failed', { why: error instanceof Error ? error.message : String(error) });
      }
    },
    { timezone: OFFICE_TIME_ZONE, noOverlap: true },
  );
  return async () => {
    await task.destroy();
  };
}
