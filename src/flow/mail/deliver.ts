/**
 * Sends what the outbox holds: `sending` is committed before a try, the relay's answer after it.
 * Between the two lies the one gap that no protocol closes; a retry is the same mail with the
 * same Message-ID. It writes no mail and chooses no recipient.
 */
import { decide } from '../../domain/decide.ts';
import type { DeliveryOutcome } from '../../smtp/outcome.ts';
import type { Relay } from '../../smtp/relay.ts';
import { raiseAttention } from '../../store/attention.ts';
import { bookingById } from '../../store/bookings.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import {
  dueMails,
  markSending,
  nextDue,
  type OutboxSelection,
  recordTry,
  toMessage,
} from '../../store/outbox.ts';
import type { Writer } from '../../store/store.ts';
import { fromStored } from '../../store/stored-time.ts';
import { applyMove } from '../apply.ts';
import type { Cause } from '../cause.ts';
import type { Office } from '../office.ts';
import { alertStaff } from './alert-staff.ts';
import { stillWanted } from './still-wanted.ts';
import { logged, resultOf } from './try-result.ts';

export interface Delivery {
  /** Something may be due; returns at once. */
  kick(): void;
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

/** Begins to deliver, the oldest mail first. */
export function startDelivery(office: Office, relay: Relay): Delivery {
  const inFlight = new Map<number, Promise<void>>();
  /** Mails on which the program or the database failed; trying on at once would only fail again. */
  const resting = new Set<number>();
  let relayFailures = 0;
  let pumping: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const kick = (): void => {
    if (stopped) return;
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
      const limit = PER_CONNECTION * office.config.smtp.maxConnections - inFlight.size;
      const due = limit > 0 && !stopped ? await nextBatch(limit) : [];
      for (const row of due) {
        const work = deliverOne(office, relay, { row, relayFailures })
          .then((outcome) => {
            const down = outcome?.kind === 'unreachable' || outcome?.kind === 'login';
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

  const nextBatch = (limit: number) => {
    const notNow = new Set([...inFlight.keys(), ...resting]);
    return dueMails(office.store.read, office.clock.now(), { limit, inFlight: notNow });
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

/** One try of one mail; null where the mail is no longer wanted. */
async function deliverOne(
  office: Office,
  relay: Relay,
  { row, relayFailures }: { row: OutboxSelection; relayFailures: number },
): Promise<DeliveryOutcome | null> {
  const { store, config } = office;
  const wanted = await store.transact((tx) => beginTry(tx, office, row));
  if (!wanted) return null;
  const { name, address } = config.smtp.from;
  const outcome = await relay.send(toMessage(row, { name, address }));
  const result = resultOf(outcome, {
    now: office.clock.now(),
    attempts: row.attempts + 1,
    relayFailures: relayFailures + 1,
    writtenAt: fromStored(row.date),
  });
  await store.transact(async (tx) => {
    await recordTry(tx, row.id, result);
    if (result.state === 'sent') await accepted(tx, office, { row, at: result.at });
    if (result.state === 'failed') await refused(tx, office, { row, at: result.at });
  });
  office.log.info('mail_tried', { outbox: row.id, kind: row.kind, ...logged(outcome) });
  return outcome;
}

/** Commits the beginning of a try; a mail that has been overtaken while it waited is withdrawn. */
async function beginTry(tx: Writer, office: Office, row: OutboxSelection): Promise<boolean> {
  if (!(await stillWanted(tx, office, row))) {
    const response = 'withdrawn: what it says is over';
    const at = office.clock.now();
    await recordTry(tx, row.id, { state: 'failed', replyCode: null, response, at });
    return false;
  }
  await markSending(tx, row.id);
  return true;
}

interface Tried {
  row: OutboxSelection;
  at: Temporal.Instant;
}

/** `awaiting_reply` begins when the relay has accepted the terms mail (requirements, section 4). */
async function accepted(tx: Writer, office: Office, { row, at }: Tried): Promise<void> {
  if (row.kind !== 'seeker.action.terms' || row.booking_id === null) return;
  const newest = await newestOfKind(tx, row.booking_id, row.kind);
  // The terms of a date that was changed while they were on the wire are awaited by nobody.
  if (newest?.id !== row.id) return;
  const booking = await bookingById(tx, row.booking_id);
  const move = booking && decide(booking, { type: 'terms_accepted', at });
  if (!booking || move?.kind !== 'move') return;
  await applyMove(tx, office, { booking, move, cause: causedByRelay(at) });
}

/** A mail that cannot be delivered is a person's matter at once. */
async function refused(tx: Writer, office: Office, { row, at }: Tried): Promise<void> {
  const booking = row.booking_id === null ? null : await bookingById(tx, row.booking_id);
  if (row.kind.startsWith('staff.')) {
    await raiseAttention(tx, {
      reason: 'delivery_failed',
      bookingId: row.booking_id,
      inboxId: null,
      outboxId: row.id,
      raisedAt: at,
    });
    return;
  }
  const isTerms = booking !== null && row.kind === 'seeker.action.terms';
  const move = isTerms ? decide(booking, { type: 'terms_bounced', at }) : null;
  if (booking && move?.kind === 'move') {
    await applyMove(tx, office, { booking, move, cause: causedByRelay(at) });
  } else {
    await alertStaff(tx, office, { reason: 'delivery_failed', booking, cause: causedByRelay(at) });
  }
}

function causedByRelay(now: Temporal.Instant): Cause {
  return { actor: 'relay', now, mail: null };
}
