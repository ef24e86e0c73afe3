/**
 * Asks the store what is held and the domain what becomes of a request. It decides nothing itself
 * and writes nothing.
 */
import {
  decideRequest,
  type RequestDecision,
  type RequestFacts,
} from '../../domain/decide-request.ts';
import { type Span, searchSpan, wishedSpan } from '../../domain/slot-span.ts';
import { takenSlots } from '../../store/slots.ts';
import type { Writer } from '../../store/store.ts';
import type { Office } from '../office.ts';

/** What becomes of a request, by what is held now. */
export async function decideOn(
  tx: Writer,
  { clock, policy }: Office,
  facts: RequestFacts,
): Promise<RequestDecision> {
  const now = clock.now();
  const decided = async (span: Span): Promise<RequestDecision> =>
    decideRequest(facts, { policy, now, taken: await takenSlots(tx, span) });
  // Mostly the wished slot is free, and then nobody need know what is held around it.
  const wished = wishedSpan(facts.wish);
  const decision = wished && (await decided(wished));
  if (decision?.kind === 'terms') return decision;
  return decided(searchSpan(facts.wish, { policy, now }));
}
