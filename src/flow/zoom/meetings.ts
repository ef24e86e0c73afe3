/**
 * Brings Zoom to what the bookings want, where each has a meeting of its own: like the outbox,
 * every step is committed before Zoom is asked and its end after, so that effects follow the commit
 * and a crash between the two is found out and mended (`ask-zoom.ts`). It moves no booking.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { nextTryAt } from '../../domain/meeting.ts';
import { whyOf } from '../../log.ts';
import { bookingsWithMeetings } from '../../store/meetings.ts';
import { isDatabaseError } from '../../store/sqlite.ts';
import type { Zoom } from '../../web/zoom.ts';
import type { Office } from '../office.ts';
import { askZoom } from './ask-zoom.ts';
import { beginStep, endStep } from './meeting-steps.ts';

export interface Meetings {
  /** A booking may have changed; returns at once. */
  kick(): void;
  /** Resolves when nothing is due and nothing is under way. */
  settled(): Promise<void>;
  /** Ends after the question in hand. */
  stop(): Promise<void>;
}

/** How long the end of the program waits for a question in hand. */
const STOP_MS = 2_000;

/** Begins; `onWritten` hears that mails were written which had waited for a meeting. */
export function startMeetings(office: Office, onWritten: () => void): Meetings {
  const { zoom } = office;
  if (zoom === null)
    return { kick() {}, settled: async () => undefined, stop: async () => undefined };
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const kick = (): void => {
    if (stopped) return;
    again = true;
    running ??= work().finally(() => {
      running = null;
      // Asked for between the last look and here.
      if (again) kick();
    });
  };
  const work = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      try {
        await round(office, zoom, { onWritten, isStopped: () => stopped });
      } catch (error) {
        office.log.error('meetings_trouble', { why: whyOf(error) });
      }
    }
  };
  return {
    kick,
    settled: async () => {
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      // A Zoom that hangs keeps no program from ending; what was asked is looked for next time.
      await Promise.race([running, sleep(STOP_MS, undefined, { ref: false })]);
    },
  };
}

/** One look at every booking; it ends early where Zoom as a whole does not answer. */
async function round(
  office: Office,
  zoom: Zoom,
  { onWritten, isStopped }: { onWritten: () => void; isStopped: () => boolean },
): Promise<void> {
  const { store, clock, log } = office;
  for (const id of await bookingsWithMeetings(store.read, clock.now())) {
    if (isStopped()) return;
    try {
      const begun = await store.transact((tx) => beginStep(tx, office, id));
      if (begun === 'written') onWritten();
      if (begun === null || begun === 'written') continue;
      const result = await askZoom(zoom, begun);
      const now = clock.now();
      const retryAfterMs = 'trouble' in result ? result.trouble.retryAfterMs : null;
      const retryAt = nextTryAt(now, { tries: begun.tries, retryAfterMs });
      const ended = await store.transact((tx) => endStep(tx, office, { begun, result, retryAt }));
      if (ended === 'written') onWritten();
      if ('done' in result) {
        log.info('meeting_step', { booking: id, step: begun.step });
        continue;
      }
      const { kind, setting, why } = result.trouble;
      log.warn('meeting_trouble', { booking: id, step: begun.step, kind, setting, why });
      if (kind === 'passing') return;
    } catch (error) {
      if (isDatabaseError(error)) throw error;
      log.error('meeting_failed', { booking: id, why: whyOf(error) });
    }
  }
}
