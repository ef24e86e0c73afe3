/**
 * One try of one mail: `sending` is committed before it, the relay's answer after it. Between the
 * two lies the one gap that no protocol closes; a retry is the same mail with the same Message-ID.
 * It chooses neither the mail nor the time.
 */
import { decide } from '../../domain/decide.ts';
import { WITHDRAWN } from '../../domain/outbound.ts';
import type { DeliveryOutcome } from '../../smtp/outcome.ts';
import type { Relay } from '../../smtp/relay.ts';
import { raiseAttention } from '../../store/attention.ts';
import { bookingById } from '../../store/bookings.ts';
import { newestIdOfKind } from '../../store/our-mails.ts';
import { markSending, type OutboxSelection, recordTry, toMessage } from '../../store/outbox.ts';
import type { Writer } from '../../store/store.ts';
import { fromStored } from '../../store/stored-time.ts';
import { applyMove } from '../apply.ts';
import type { Cause } from '../cause.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { stillWanted } from './still-wanted.ts';
import { logged, resultOf } from './try-result.ts';

/** One try of one mail; null where the mail is no longer wanted. */
export async function tryMail(
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
    const response = `${WITHDRAWN}: what it says is over`;
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
  // The terms of a date that was changed while they were on the wire are awaited by nobody.
  if ((await newestIdOfKind(tx, row.booking_id, row.kind)) !== row.id) return;
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
