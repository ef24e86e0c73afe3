/**
 * Sends what the outbox holds, the oldest mail first, but who has answered us is answered before all
 * others; as many at once as the relay's connections bear. One try is `try-mail.ts`. It writes no
 * mail and chooses no recipient.
 */
import type { Relay } from '../../smtp/relay.ts';
import { dueMails, nextDue, type OutboxSelection } from '../../store/outbox.ts';
import type { Office } from '../office.ts';
import { tryMail } from './try-mail.ts';

export interface Delivery {
  /**
   * Something may be due; returns at once. `answered`: the booking about which a mail of ours was
   * answered; its mails go before those of all others, in their own order.
   */
  kick(answered?: number | null): void;
  /** Resolves when nothing is due and nothing is under way. */
  settled(): Promise<void>;
  /** Lets the mails in hand end, starts no other. */
  stop(): Promise<void>;
}

/** Longest sleep between two looks at the outbox, so that a changed clock is noticed. */
const LONGEST_SLEEP_MS = 30_000;

/**
 * Mails under way for each of `smtp.maxConnections`: while one is on the wire, others are committed
 * before and after their try, and share those commits.
 */
const PER_CONNECTION = 4;

/** Begins to deliver. */
export function startDelivery(office: Office, relay: Relay): Delivery {
  const inFlight = new Map<number, Promise<void>>();
  /** Mails on which the program or the database failed; trying on at once would only fail again. */
  const resting = new Set<number>();
  /** Bookings whose mails go before those of all others. */
  let ahead: Set<number> = new Set();
  const places = PER_CONNECTION * office.config.smtp.maxConnections;
  let relayFailures = 0;
  let pumping: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const kick = (answered: number | null = null): void => {
    if (stopped) return;
    if (answered !== null) ahead.add(answered);
    again = true;
    pumping ??= pump().finally(() => {
      pumping = null;
      if (again) kick();
    });
  };

  const pump = async (): Promise<void> => {
    clearTimeout(timer);
    again = false;
    try {
      for (const row of stopped ? [] : await nextBatch()) {
        const work = tryMail(office, relay, { row, relayFailures })
          .then((outcome) => {
            // A mail that was withdrawn says nothing about the relay.
            if (outcome === null) return;
            const down = outcome.kind === 'unreachable' || outcome.kind === 'login';
            relayFailures = down ? relayFailures + 1 : 0;
          })
          .catch((error: unknown) => {
            office.log.error('delivery_trouble', { outbox: row.id, why: String(error) });
            rest(row.id);
          })
          .finally(() => {
            inFlight.delete(row.id);
            kick();
          });
        inFlight.set(row.id, work);
      }
      if (inFlight.size === 0) await sleepUntilDue();
    } catch (error) {
      office.log.error('delivery_trouble', { why: String(error) });
      timer = setTimeout(kick, LONGEST_SLEEP_MS).unref();
    }
  };

  const rest = (id: number): void => {
    resting.add(id);
    setTimeout(() => {
      resting.delete(id);
      kick();
    }, LONGEST_SLEEP_MS).unref();
  };

  const due = (which: { limit: number; bookingIds?: ReadonlySet<number> }) => {
    const notNow = new Set([...inFlight.keys(), ...resting]);
    return dueMails(office.store.read, office.clock.now(), { ...which, notNow });
  };

  const nextBatch = async (): Promise<OutboxSelection[]> => {
    const free = places - inFlight.size;
    if (ahead.size > 0 && free > 0) {
      // No more than there are places for: each look goes through all mails of these bookings.
      const bookingIds = new Set(ahead.values().take(free));
      ahead = ahead.difference(bookingIds);
      const first = await due({ limit: free, bookingIds });
      // Some of theirs may be left over where all places are taken now.
      if (first.length === free) ahead = bookingIds.union(ahead);
      again = true;
      return first;
    }
    // Not for a place or two: each look at the outbox has its price.
    return free >= places / 2 ? due({ limit: free }) : [];
  };

  const sleepUntilDue = async (): Promise<void> => {
    const due = await nextDue(office.store.read);
    if (stopped) return;
    const waitMs =
      due === null ? LONGEST_SLEEP_MS : office.clock.now().until(due).total('milliseconds');
    timer = setTimeout(
      kick,
      Math.min(Math.max(waitMs, resting.size > 0 ? 1000 : 10), LONGEST_SLEEP_MS),
    ).unref();
  };

  const drain = async (): Promise<void> => {
    while (pumping !== null || inFlight.size > 0) {
      await Promise.all([pumping, ...inFlight.values()]);
    }
  };

  kick();
  return {
    kick,
    settled: drain,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      // close() gives up on a relay that hangs; what was on the wire is then tried again later.
      await Promise.all([relay.close(), drain()]);
    },
  };
}
