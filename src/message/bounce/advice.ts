/**
 * What a counselor should be told about a delivery notice, as a kind; the Japanese words
 * live in the templates. Pure: a report in, an advice out.
 */
import type { BounceReport } from '../types.ts';
import { type Carrier, carrierOf } from './carriers.ts';
import { diagnose } from './diagnosis.ts';

export type BounceAdvice =
  /** Delayed, delivered, relayed, expanded: nothing changes. */
  | { kind: 'nothing' }
  /** A carrier refused: perhaps the user's filter against PC mail, so call by telephone. */
  | { kind: 'call_carrier_filter'; carrier: Carrier }
  /** The address does not exist (any more): call and ask for the right one. */
  | { kind: 'call_wrong_address' }
  /** The mailbox is full: call and ask to make room. */
  | { kind: 'call_mailbox_full' }
  /** Given up although a later try may succeed: call, the mail may be sent again. */
  | { kind: 'call_try_again' }
  /** Refused by the receiving server: call, and tell the admin. */
  | { kind: 'call_refused' }
  /** Not delivered, reason unknown: call. */
  | { kind: 'call_unknown' };

/** The advice for a report; a carrier's "Unknown user" is never called a wrong address. */
export function bounceAdvice(report: BounceReport): BounceAdvice {
  if (report.action !== 'failed' && report.action !== 'unknown') return { kind: 'nothing' };
  const { cause } = diagnose(report.diagnostic, report.enhancedStatusCode);
  if (cause === 'mailbox_full') return { kind: 'call_mailbox_full' };
  if (report.permanence === 'transient') return { kind: 'call_try_again' };
  const carrier = carrierOf(report.finalRecipient, report.diagnostic);
  if (carrier) return { kind: 'call_carrier_filter', carrier };
  if (
    cause === 'user_unknown' ||
    cause === 'host_unknown' ||
    cause === 'moved' ||
    cause === 'mailbox_closed'
  ) {
    return { kind: 'call_wrong_address' };
  }
  return cause === 'rejected' || cause === 'too_large'
    ? { kind: 'call_refused' }
    : { kind: 'call_unknown' };
}
