/**
 * Keeps the copy for looking fresh: made anew after a change, not more often than the settings
 * say, and once in a while in any case. The work is done in a thread; whatever goes wrong with a
 * copy is told in the log and never stops the office.
 */

import { whyOf } from '../../log.ts';
import { stateOfAffairs } from '../../store/changes.ts';
import { toStored } from '../../store/stored-time.ts';
import { makeCopyInThread } from '../../store/viewing-copy/order.ts';
import type { Office } from '../office.ts';

export interface ViewingCopy {
  /** Something may have changed. Returns at once; a copy that is too early is left to the next look. */
  look(): void;
  /** Resolves when no copy is under way. */
  settled(): Promise<void>;
}

export function startViewingCopy(office: Office): ViewingCopy {
  const { file, readableBy, everySeconds, freshMinutes } = office.config.viewing;
  let copied: { state: string; at: Temporal.Instant } | null = null;
  let underWay: Promise<void> | null = null;

  const isDue = (state: string, now: Temporal.Instant): boolean => {
    if (copied === null) return true;
    const age = copied.at.until(now).total('seconds');
    if (age < 0 || age >= freshMinutes * 60) return true;
    return age >= everySeconds && state !== copied.state;
  };

  const renew = async (target: string): Promise<void> => {
    const { store, clock, log, config } = office;
    const now = clock.now();
    const state = await stateOfAffairs(store.read);
    if (!isDue(state, now)) return;
    const began = performance.now();
    const madeAt = toStored(now);
    const { database } = config;
    const order = { database, file: target, madeAt, readableBy };
    const replaced = await makeCopyInThread(order);
    if (replaced !== 'busy') copied = { state, at: now };
    const fields = { replaced, ms: Math.round(performance.now() - began) };
    if (replaced === 'in_place') log.info('viewing_copy', fields);
    else log.warn('viewing_copy', fields);
  };

  const look = (): void => {
    if (file === null || underWay !== null) return;
    underWay = renew(file)
      .catch((error: unknown) => {
        office.log.error('viewing_copy_failed', { why: whyOf(error) });
      })
      .finally(() => {
        underWay = null;
      });
  };

  return { look, settled: async () => underWay ?? undefined };
}
