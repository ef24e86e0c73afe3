/**
 * From a wish to a slot or an offer. Pure: what is taken and what time it is are passed in.
 * It never picks a time that was not wished: an exact wish is booked, anything else is offered.
 * Days are looked at from the nearest outward and only until an offer is full.
 */
import type { Slot } from './booking.ts';
import { OFFICE_TIME_ZONE, replyDeadline } from './deadline.ts';
import { type HeldSlots, isFree } from './held-slots.ts';
import {
  isOfficeSlot,
  startsOfDay,
  timeInJapan,
  type WishWindow,
  windowOf,
} from './office-calendar.ts';
import type { BookingPolicy } from './policy.ts';
import { exactStart, singleWishes, type Wish } from './wish.ts';

/** How many free slots one offer names; they are answered by 1, 2, 3. */
export const OFFER_SIZE = 3;

/** A wish for a whole decade is not searched to its end. */
const LONGEST_WINDOW_DAYS = 366;

export interface SlotSituation {
  policy: BookingPolicy;
  now: Temporal.Instant;
  /** At least those within `searchSpan` of the wish. */
  taken: HeldSlots;
  /** No reply is asked for (6(5), a counselor's word): a session may begin as soon as it likes. */
  noReply?: true;
}

export type Placement =
  /** The first wish that is free. */
  | { kind: 'slot'; slot: Slot }
  /** Free, but there is hardly time left to answer: a counselor decides. */
  | { kind: 'short_notice'; slot: Slot }
  /** Free slots within or near what was wished, in the order of time; empty where nothing is free. */
  | { kind: 'offer'; starts: Temporal.ZonedDateTime[] };

/**
 * Places a readable wish; `ambiguous` and `none` are asked back by the caller and never come here.
 * Of several wishes the dearest that can be met counts: an exact one is booked, an open one
 * offered.
 */
export function placeWish(wish: Wish, situation: SlotSituation): Placement {
  const wishes = singleWishes(wish);
  for (const single of wishes) {
    const start = exactStart(single);
    if (start === null) {
      if (firstOf(bookableWithin(windowOf(single), situation), 1).length > 0) break;
      continue;
    }
    const slot = freeSlotAt(start, situation);
    if (slot === null) continue;
    const minutes = minutesLeft(start, situation);
    if (minutes >= minutesNeeded(situation)) return { kind: 'slot', slot };
    if (minutes > 0) return { kind: 'short_notice', slot };
  }
  return { kind: 'offer', starts: offerFor(wishes.map(windowOf), situation) };
}

/** The slot at `start`, or null where the office is closed or all lanes are held. */
function freeSlotAt(start: Temporal.ZonedDateTime, situation: SlotSituation): Slot | null {
  if (!isOfficeSlot(start, situation.policy.calendar)) return null;
  const lane = freeLane(start, situation);
  return lane === undefined ? null : { start: start.withTimeZone(OFFICE_TIME_ZONE), lane };
}

/** The first lane, in the order in which they are filled, that is free at `start`. */
function freeLane(
  start: Temporal.ZonedDateTime,
  { policy, taken }: SlotSituation,
): string | undefined {
  return policy.lanes.find((lane) => isFree({ start, lane }, taken));
}

/** Minutes until an answer must have come, or where none is asked for until the session begins. */
function minutesLeft(
  start: Temporal.ZonedDateTime,
  { policy, now, noReply }: SlotSituation,
): number {
  const last = noReply ? start.toInstant() : replyDeadline(start, policy.closing);
  return now.until(last).total('minutes');
}

function minutesNeeded({ policy, noReply }: SlotSituation): number {
  return noReply ? 1 : policy.minimumMinutesToAnswer;
}

/** What is free within the windows, the dearest first; failing that, what is nearest to them. */
function offerFor(windows: WishWindow[], situation: SlotSituation): Temporal.ZonedDateTime[] {
  const within = windows.values().flatMap((window) => bookableWithin(window, situation));
  const nearby = windows.values().flatMap((window) => nearestTo(window, situation));
  const wished = firstOf(within, OFFER_SIZE);
  const offered = wished.length > 0 ? wished : firstOf(nearby, OFFER_SIZE);
  return offered.sort(byTime).map(timeInJapan);
}

/** Bookable starts within a window in the order of time; an open end is searched for `searchDays`. */
function* bookableWithin(window: WishWindow, situation: SlotSituation): Generator<number> {
  const first = later(window.from?.toPlainDate(), today(situation));
  const days = window.to === null ? situation.policy.searchDays : LONGEST_WINDOW_DAYS;
  const last = earlier(window.to?.toPlainDate(), first.add({ days }));
  const distance = distanceTo(window);
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    yield* bookableOn(day, situation).filter((start) => distance(start) === 0);
  }
}

/** The bookable starts nearest to a window, in rings of days around it. */
function nearestTo(window: WishWindow, situation: SlotSituation): number[] {
  const first = later((window.from ?? window.to)?.toPlainDate(), today(situation));
  const last = later((window.to ?? window.from)?.toPlainDate(), first);
  const found: number[] = [];
  let full = false;
  for (let days = 0; days <= situation.policy.searchDays && !full; days += 1) {
    // A start of the next ring may still be nearer than one of this, but none further out.
    full = found.length >= OFFER_SIZE;
    const edges = [first.subtract({ days }), last.add({ days })];
    const ring = days === 0 && first.equals(last) ? [first] : edges;
    found.push(...ring.flatMap((day) => bookableOn(day, situation)));
  }
  const distance = distanceTo(window);
  return found
    .toSorted(byTime)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, OFFER_SIZE);
}

/**
 * The bookable starts of a day in epoch milliseconds, in order; none where the time to answer is
 * too short or over.
 */
function bookableOn(day: Temporal.PlainDate, situation: SlotSituation): number[] {
  const { policy, taken, now, noReply } = situation;
  const starts = startsOfDay(day, policy.calendar);
  const [earliest] = starts;
  if (earliest === undefined) return [];
  // One deadline for the whole day, where an answer is due.
  const deadline = noReply ? null : replyDeadline(timeInJapan(earliest), policy.closing);
  const latestNow = now.epochMilliseconds + minutesNeeded(situation) * 60_000;
  return starts.filter(
    (start) =>
      (deadline?.epochMilliseconds ?? start) >= latestNow &&
      policy.lanes.some((lane) => isFree({ start: { epochMilliseconds: start }, lane }, taken)),
  );
}

/** Milliseconds between a start and a window; 0 within it. */
function distanceTo({ from, to }: WishWindow): (start: number) => number {
  const opens = from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
  const closes = to?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return (start) => Math.max(0, opens - start, start - closes);
}

/** The first `count` different starts; no more of `starts` is worked out than that. */
function firstOf(starts: Iterable<number>, count: number): number[] {
  const first = new Set<number>();
  for (const start of starts) {
    first.add(start);
    if (first.size === count) break;
  }
  return [...first];
}

const byTime = (one: number, other: number): number => one - other;

function today({ now }: SlotSituation): Temporal.PlainDate {
  return now.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate();
}

function earlier(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate): Temporal.PlainDate {
  return a !== undefined && Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}

function later(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate): Temporal.PlainDate {
  return a !== undefined && Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}
