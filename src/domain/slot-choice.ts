/**
 * A slot that a counselor or a booking site names: it can be had, or why not, with the nearest
 * free ones. Pure. It never takes another slot than the one that was named.
 */
import type { Slot } from './booking.ts';
import { OFFICE_TIME_ZONE } from './deadline.ts';
import { isOfficeSlot } from './office-calendar.ts';
import { placeWish, type SlotSituation } from './slot-search.ts';
import { exactStart, singleWishes, type Wish } from './wish.ts';

/** Why a named time cannot be had. */
export type SlotObstacle =
  /** Not one time to the minute: a day, a range, several, or in doubt. */
  | 'not_exact'
  | 'past'
  | 'closed_day'
  /** Outside the hours, in the break, or off the grid. */
  | 'off_hours'
  | 'taken'
  /** Free, but the time to answer the terms mail is over or too short (6(1), trap 18). */
  | 'no_time_to_answer';

export type SlotChoice =
  | { kind: 'free'; slot: Slot }
  | { kind: 'refused'; why: SlotObstacle; nearest: Temporal.ZonedDateTime[] };

/** Judges the one time that is named; `situation.noReply` where no answer will be asked for. */
export function chooseSlot(wish: Wish, situation: SlotSituation): SlotChoice {
  const wishes = singleWishes(wish);
  const [only] = wishes;
  const start = wishes.length === 1 && only !== undefined ? exactStart(only) : null;
  const placement = wishes.length === 0 ? null : placeWish(wish, situation);
  if (start !== null && placement?.kind === 'slot') return { kind: 'free', slot: placement.slot };
  return {
    kind: 'refused',
    why: start === null ? 'not_exact' : obstacleTo(start, situation),
    nearest: placement?.kind === 'offer' ? placement.starts : [],
  };
}

function obstacleTo(start: Temporal.ZonedDateTime, situation: SlotSituation): SlotObstacle {
  const { calendar } = situation.policy;
  if (Temporal.Instant.compare(start.toInstant(), situation.now) <= 0) return 'past';
  if (calendar.isClosedDay(start.withTimeZone(OFFICE_TIME_ZONE).toPlainDate())) return 'closed_day';
  if (!isOfficeSlot(start, calendar)) return 'off_hours';
  const withoutReply = placeWish({ kind: 'exact', start }, { ...situation, noReply: true });
  return withoutReply.kind === 'slot' ? 'no_time_to_answer' : 'taken';
}
