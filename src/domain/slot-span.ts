/**
 * Which held sessions must be known before a wish can be placed: those around it, or, where it is
 * hoped that the wished slot is free, only those beside it. Pure; it places nothing.
 */
import { windowOf } from './office-calendar.ts';
import { SESSION_MINUTES } from './session.ts';
import type { SlotSituation } from './slot-search.ts';
import { singleWishes, type Wish } from './wish.ts';

export interface Span {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** The days around a wish whose held slots must be known before it can be placed; none is past. */
export function searchSpan(
  wish: Wish,
  { policy, now }: Pick<SlotSituation, 'policy' | 'now'>,
): Span {
  const instants = singleWishes(wish)
    .map(windowOf)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((bound) => (bound === null ? [] : [bound.toInstant()]))
    .concat(now)
    .sort(Temporal.Instant.compare);
  const hours = 24 * (policy.searchDays + 1);
  const earliest = (instants[0] ?? now).subtract({ hours });
  const begunNow = now.subtract({ minutes: SESSION_MINUTES });
  return {
    from: Temporal.Instant.compare(earliest, begunNow) < 0 ? begunNow : earliest,
    to: (instants.at(-1) ?? now).add({ hours }),
  };
}

/**
 * The days that are wished, without those around them; null where a wish is open on a side. If a
 * wish is placed on a slot by what is held there, nothing beyond it would place it otherwise.
 */
export function wishedSpan(wish: Wish): Span | null {
  const bounds = singleWishes(wish)
    .map(windowOf)
    .flatMap(({ from, to }) => [from, to])
    .map((bound) => bound?.toInstant() ?? null);
  if (bounds.includes(null)) return null;
  const [earliest, ...others] = bounds
    .filter((bound) => bound !== null)
    .sort(Temporal.Instant.compare);
  if (earliest === undefined) return null;
  const minutes = SESSION_MINUTES;
  return {
    from: earliest.subtract({ minutes }),
    to: (others.at(-1) ?? earliest).add({ minutes }),
  };
}
