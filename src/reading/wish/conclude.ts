/**
 * Alternatives to the one answer: a wish, a choice, a question, or nothing. Every rule here may
 * turn an answer into a question, none turns a question into an answer.
 */
import type { SingleWish, Wish, WishDoubt } from '../../domain/wish.ts';
import type { Alternative } from './alternative.ts';
import type { ResolvedGroup } from './alternatives.ts';
import { isPast } from './resolve-time.ts';

/** What was said beside the groups. */
export interface Surroundings {
  excluded: boolean;
  cancelled: boolean;
  garbled: boolean;
  /** The text was longer than any wish and was not read to its end. */
  cutOff: boolean;
}

/** The answer. */
export function conclude(
  groups: readonly ResolvedGroup[],
  around: Surroundings,
  now: Temporal.ZonedDateTime,
): Wish {
  const alternatives = distinct(groups.flatMap((one) => one.alternatives));
  const [first] = alternatives;
  const hasDay = groups.some((one) => one.outcomes.length > 0 && !one.isVague);
  if (around.cancelled && !hasDay) return ask('cancel', alternatives);
  if (around.excluded && (!hasDay || alternatives.some(spansDays))) {
    return ask('exclusion', alternatives);
  }
  if (first === undefined)
    return around.garbled || around.cutOff ? ask('vague', []) : { kind: 'none' };
  const doubt = alternatives.find((one) => one.doubt !== null)?.doubt ?? null;
  const isBroken = around.garbled || around.cutOff;
  if (doubt !== null) return ask(isBroken && doubt === 'no_date' ? 'vague' : doubt, alternatives);
  if (isBroken) return ask('vague', alternatives);
  const wishes = alternatives.map((one) => one.wish).filter((wish) => wish !== null);
  const [only] = wishes;
  if (only === undefined) return ask('vague', alternatives);
  const past = wishes.every((wish) => isPast(wish, now));
  const wish: Wish = wishes.length === 1 ? only : { kind: 'choices', choices: wishes };
  return past ? { ...wish, past } : wish;
}

function ask(reason: WishDoubt, alternatives: readonly Alternative[]): Wish {
  const readings = alternatives.flatMap((one) => (one.wish === null ? one.readings : [one.wish]));
  const time = alternatives.find((one) => one.time !== null)?.time ?? null;
  return time === null
    ? { kind: 'ambiguous', reason, readings }
    : { kind: 'ambiguous', reason, readings, time };
}

function spansDays(alternative: Alternative): boolean {
  return alternative.wish?.kind === 'date_range';
}

/** The same wish said twice is one. */
function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Set<string>();
  return alternatives.filter((one) => {
    if (one.wish === null) return true;
    const key = keyOf(one.wish);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf(wish: SingleWish): string {
  return Object.values(wish).map(String).join('|');
}
