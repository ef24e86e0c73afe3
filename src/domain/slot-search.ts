/**
 * From a wish to a slot or an offer. Pure: what is taken and what time it is are passed in.
 * It never picks a time that was not wished: an exact wish is booked, anything else is offered.
 */
import type { Slot } from './booking.ts';
import { OFFICE_TIME_ZONE, replyDeadline } from './deadline.ts';
import { isOfficeSlot, slotsOfDay, type WishWindow, windowOf } from './office-calendar.ts';
import type { BookingPolicy } from './policy.ts';
import type { ExactWish, SingleWish, Wish } from './wish.ts';

/** How many free slots one offer names; they are answered by 1, 2, 3. */
export const OFFER_SIZE = 3;

export interface SlotSituation {
  policy: BookingPolicy;
  now: Temporal.Instant;
  /** Keys of held slots, see `slotKey`. */
  taken: ReadonlySet<string>;
}

export type Placement =
  /** The first wish that is free. */
  | { kind: 'slot'; slot: Slot }
  /** Free, but there is hardly time left to answer: a counselor decides. */
  | { kind: 'short_notice'; slot: Slot }
  /** Free slots near what was wished, in the order of time; empty where nothing is free. */
  | { kind: 'offer'; starts: Temporal.ZonedDateTime[] };

export function slotKey(slot: Slot): string {
  return `${slot.start.toInstant().toString()}|${slot.lane}`;
}

/** Places a readable wish; `ambiguous` and `none` are asked back by the caller and never come here. */
export function placeWish(wish: Wish, situation: SlotSituation): Placement {
  const wishes = singleWishes(wish);
  const exact = wishes.filter((single): single is ExactWish => single.kind === 'exact');
  for (const { start } of exact) {
    const slot = freeSlotAt(start, situation);
    if (slot === null) continue;
    const minutes = minutesToAnswer(start, situation);
    if (minutes >= situation.policy.minimumMinutesToAnswer) return { kind: 'slot', slot };
    if (minutes > 0) return { kind: 'short_notice', slot };
  }
  return { kind: 'offer', starts: offerFor(wishes, situation) };
}

/** The days around a wish whose held slots must be known before it can be placed. */
export function searchSpan(
  wish: Wish,
  { policy, now }: Pick<SlotSituation, 'policy' | 'now'>,
): { from: Temporal.Instant; to: Temporal.Instant } {
  const instants = singleWishes(wish)
    .map(windowOf)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((bound) => (bound === null ? [] : [bound.toInstant()]))
    .concat(now)
    .sort(Temporal.Instant.compare);
  const hours = 24 * (policy.searchDays + 1);
  return {
    from: (instants[0] ?? now).subtract({ hours }),
    to: (instants.at(-1) ?? now).add({ hours }),
  };
}

function singleWishes(wish: Wish): SingleWish[] {
  if (wish.kind === 'choices') return wish.choices;
  return wish.kind === 'ambiguous' || wish.kind === 'none' ? [] : [wish];
}

/** The first free lane at `start`, or null where the office is closed or all lanes are held. */
export function freeSlotAt(start: Temporal.ZonedDateTime, situation: SlotSituation): Slot | null {
  if (!isOfficeSlot(start, situation.policy.calendar)) return null;
  const lane = situation.policy.lanes.find(
    (candidate) => !situation.taken.has(slotKey({ start, lane: candidate })),
  );
  return lane === undefined ? null : { start: start.withTimeZone(OFFICE_TIME_ZONE), lane };
}

function minutesToAnswer(start: Temporal.ZonedDateTime, { policy, now }: SlotSituation): number {
  return now.until(replyDeadline(start, policy.closing)).total('minutes');
}

function offerFor(wishes: SingleWish[], situation: SlotSituation): Temporal.ZonedDateTime[] {
  const windows = wishes.map(windowOf);
  const first = windows[0];
  if (first === undefined) return [];
  const free = bookableAround(windows, situation);
  const wished = free.filter((start) => windows.some((window) => within(start, window)));
  const offered = wished.length > 0 ? wished : nearest(free, first);
  return offered.slice(0, OFFER_SIZE).sort(Temporal.ZonedDateTime.compare);
}

/** Every bookable start in the searched days around the windows, in the order of time. */
function bookableAround(
  windows: readonly WishWindow[],
  situation: SlotSituation,
): Temporal.ZonedDateTime[] {
  const { policy, now } = situation;
  const today = now.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate();
  const days = new Map<string, Temporal.PlainDate>();
  for (const window of windows) {
    const from = (window.from ?? window.to)?.toPlainDate() ?? today;
    const to = (window.to ?? window.from)?.toPlainDate() ?? today;
    const last = earlier(to, from.add({ days: policy.searchDays })).add({
      days: policy.searchDays,
    });
    let day = later(from.subtract({ days: policy.searchDays }), today);
    for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      days.set(day.toString(), day);
    }
  }
  return [...days.keys()]
    .sort()
    .flatMap((key) => slotsOfDay(days.get(key) ?? today, policy.calendar))
    .filter((start) => minutesToAnswer(start, situation) >= policy.minimumMinutesToAnswer)
    .filter((start) => freeSlotAt(start, situation) !== null);
}

function within(start: Temporal.ZonedDateTime, { from, to }: WishWindow): boolean {
  const afterFrom = from === null || Temporal.ZonedDateTime.compare(start, from) >= 0;
  return afterFrom && (to === null || Temporal.ZonedDateTime.compare(start, to) <= 0);
}

/** Sorted by distance from the window, the nearest first. */
function nearest(starts: Temporal.ZonedDateTime[], window: WishWindow): Temporal.ZonedDateTime[] {
  const distance = (start: Temporal.ZonedDateTime): number => {
    const at = start.epochMilliseconds;
    const from = window.from?.epochMilliseconds ?? window.to?.epochMilliseconds ?? at;
    const to = window.to?.epochMilliseconds ?? from;
    return at < from ? from - at : Math.max(0, at - to);
  };
  return starts.toSorted((a, b) => distance(a) - distance(b));
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
