/**
 * Keeps an eye on the mailbox for as long as the program runs: a new connection with growing
 * pauses after trouble, a poll whenever the server announces mail and at least every
 * `imap.pollSeconds`. What a poll does is in `receive.ts`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { reconnectDelayMs } from '../../imap/backoff.ts';
import { MailboxTrouble } from '../../imap/trouble.ts';
import type { MailboxSession } from '../../imap/types.ts';
import { whyOf } from '../../log.ts';
import type { Outage } from '../clock/tell-outage.ts';
import type { Office } from '../office.ts';
import type { Patience } from './fetch-piece.ts';
import type { HandlingHooks } from './handle-in-order.ts';
import { poll, resumeHandling } from './receive.ts';
import { settleIn } from './settle-in.ts';

export interface WatchHooks {
  onHandled: HandlingHooks['onHandled'];
  /** After each poll that came to its end: deadlines may be judged now (6(4)). */
  onPolled(): Promise<void>;
  /** After each try that failed; `since` is the first one after the last good poll. */
  onTrouble(outage: Outage): Promise<void>;
}

export interface Watch {
  /** Resolves after the first poll that came to its end. */
  ready: Promise<void>;
  /** Asks for a poll now; resolves when one that began afterwards has ended. */
  pollNow(): Promise<void>;
  /** Ends after the mail in hand. */
  stop(): Promise<void>;
}

/** Starts watching; `open` makes a new connection each time. */
export function startWatch(
  office: Office,
  open: () => Promise<MailboxSession>,
  hooks: WatchHooks,
): Watch {
  const stopping = new AbortController();
  let wake = new AbortController();
  let waiters: (() => void)[] = [];
  const first = Promise.withResolvers<void>();
  const alive = (): void => office.pulse.beat('mailbox', office.config.imap.pollSeconds * 1000);
  const pollHooks: HandlingHooks = {
    onHandled: (answered) => {
      alive();
      hooks.onHandled(answered);
    },
    signal: stopping.signal,
  };

  const patience: Patience = new Map();

  const follow = async (session: MailboxSession, onPolled: () => void): Promise<void> => {
    await settleIn(office, session);
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const served = waiters;
      waiters = [];
      alive();
      try {
        await resumeHandling(office, pollHooks);
        await poll(office, session, { hooks: pollHooks, patience });
      } catch (error) {
        waiters.push(...served);
        throw error;
      }
      if (stopping.signal.aborted) return;
      onPolled();
      await hooks.onPolled();
      first.resolve();
      for (const done of served) done();
      if (waiters.length > 0) continue;
      const signal = AbortSignal.any([stopping.signal, wake.signal]);
      await session.waitForNews({ timeoutMs: office.config.imap.pollSeconds * 1000, signal });
    }
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    let since: Temporal.Instant | null = null;
    while (!stopping.signal.aborted) {
      let session: MailboxSession | null = null;
      try {
        await resumeHandling(office, pollHooks);
        session = await open();
        office.log.info('mailbox_open');
        await follow(session, () => {
          failures = 0;
          since = null;
        });
      } catch (error) {
        failures += 1;
        alive();
        since ??= office.clock.now();
        report(office, error);
        await heard(office, hooks.onTrouble({ since, why: whyOf(error) }));
        const refused = error instanceof MailboxTrouble && error.kind === 'refused_login';
        // A refused login is tried slowly, so that the account is not locked.
        const delayMs = reconnectDelayMs(
          refused ? Number.MAX_SAFE_INTEGER : failures,
          Math.random(),
        );
        await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      } finally {
        await session?.close();
      }
    }
  };

  const running = run();
  return {
    ready: first.promise,
    pollNow: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake.abort();
      }),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Trouble with the telling is told too, and keeps nobody from trying again. */
async function heard({ log }: Office, telling: Promise<void>): Promise<void> {
  try {
    await telling;
  } catch (error) {
    log.error('mailbox_alert_failed', { why: whyOf(error) });
  }
}

function report({ log }: Office, error: unknown): void {
  if (error instanceof MailboxTrouble) {
    log.error('mailbox_trouble', {
      kind: error.kind,
      setting: error.setting,
      why: error.message,
    });
  } else {
    log.error('receiving_failed', { why: whyOf(error) });
  }
}
