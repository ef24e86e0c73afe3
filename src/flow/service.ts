/**
 * The running office: mailbox watched, outbox delivered, Zoom's meetings made, the clock's chores
 * done. Starts the four and ends them in order; what each does is in its own file.
 */
import { openMailbox } from '../imap/mailbox.ts';
import type { ImapSettings } from '../imap/settings.ts';
import type { Relay } from '../smtp/relay.ts';
import { doChores } from './clock/chores.ts';
import { everyMinute } from './clock/minute.ts';
import { tellOutage } from './clock/tell-outage.ts';
import { startViewingCopy } from './clock/viewing-copy.ts';
import { startDelivery } from './deliver/deliver.ts';
import type { Office } from './office.ts';
import { startWatch } from './receive/watch.ts';
import { startMeetings } from './zoom/meetings.ts';

const MINUTE_MS = 60_000;

export interface Service {
  /** Resolves after the first poll: mail of the time before has been worked on. */
  ready: Promise<void>;
  /** Polls, judges deadlines and sends until nothing is due; for the demo and the tests. */
  settle(): Promise<void>;
  /** Ends after the mail in hand, well under five seconds. */
  stop(): Promise<void>;
}

/** Starts the office at work on its mailbox and relay. */
export function startService(office: Office, mailbox: ImapSettings, relay: Relay): Service {
  const delivery = startDelivery(office, relay);
  const viewing = startViewingCopy(office);
  const meetings = startMeetings(office, delivery.kick);
  const kick = (answered: number | null = null): void => {
    delivery.kick(answered);
    meetings.kick();
  };
  const byTheClock = async (): Promise<void> => {
    await doChores(office);
    kick();
    viewing.look();
  };
  const watch = startWatch(office, () => openMailbox(mailbox), {
    onHandled: kick,
    onPolled: byTheClock,
    onTrouble: async (outage) => {
      await tellOutage(office, outage);
      delivery.kick();
    },
  });
  const stopMinute = everyMinute(office.log, async () => {
    office.pulse.beat('minute', MINUTE_MS);
    await byTheClock();
  });
  return {
    ready: watch.ready,
    settle: async () => {
      await watch.pollNow();
      meetings.kick();
      await meetings.settled();
      delivery.kick();
      await delivery.settled();
    },
    stop: async () => {
      const ended = Promise.all([stopMinute(), watch.stop()]);
      await office.parser.close();
      await ended;
      await meetings.stop();
      await delivery.stop();
    },
  };
}
