/**
 * What the outbox says after a try, from the relay's answer: sent, again at T, or a person's
 * matter. Pure; unknown trouble counts as temporary.
 */
import type { LogFields } from '../../log.ts';
import type { DeliveryOutcome } from '../../smtp/outcome.ts';
import { isGivenUp, mailRetryAfterMs, relayRetryAfterMs } from '../../smtp/retry.ts';
import type { TryResult } from '../../store/outbox.ts';

export interface TryFacts {
  now: Temporal.Instant;
  attempts: number;
  relayFailures: number;
  writtenAt: Temporal.Instant;
}

/** The next state of the outbox row. */
export function resultOf(outcome: DeliveryOutcome, facts: TryFacts): TryResult {
  const at = facts.now;
  const response = 'response' in outcome ? outcome.response : outcome.reason;
  const replyCode = 'replyCode' in outcome ? outcome.replyCode : null;
  const later = (ms: number): TryResult => ({
    state: 'queued',
    replyCode,
    response,
    at,
    nextAttemptAt: at.add({ milliseconds: ms }),
  });
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', replyCode, response, at };
    case 'refused':
      if (outcome.scope !== 'connection') return { state: 'failed', replyCode, response, at };
      return later(relayRetryAfterMs(facts.relayFailures));
    case 'unreachable':
    case 'login':
      return later(relayRetryAfterMs(facts.relayFailures));
    case 'deferred':
    case 'unknown':
      return isGivenUp(facts.writtenAt, at)
        ? { state: 'failed', replyCode, response, at }
        : later(mailRetryAfterMs(facts.attempts));
  }
}

/**
 * What the log is told of a try; the relay's words only where they are about no recipient (Article
 * 8).
 */
export function logged(outcome: DeliveryOutcome): LogFields {
  const replyCode = 'replyCode' in outcome ? outcome.replyCode : null;
  if (outcome.kind !== 'login' && outcome.kind !== 'unreachable') {
    return { outcome: outcome.kind, replyCode };
  }
  const { kind, setting, reason: why } = outcome;
  return { outcome: kind, setting, why };
}
