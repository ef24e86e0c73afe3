/**
 * What becomes of a booking request (6(2)) or of a supplement to one: ask for what is missing,
 * show it to a counselor, offer free slots, or hold a slot and send the terms. Pure; the first
 * obstacle in the order below decides.
 */
import type { AttentionReason } from './attention.ts';
import type { Booking, ItemName, Items, Slot } from './booking.ts';
import { replyDeadline } from './deadline.ts';
import { placeWish, type SlotSituation } from './slot-search.ts';
import { exactStarts, type Wish } from './wish.ts';

/** What the register of seekers says of the person (Article 2(1)). */
export type Standing =
  /** Registered; mail goes to this address and to no other. */
  | { kind: 'registered'; address: string }
  /** `registration: "sender"`: no register is kept, the sender's address is trusted. */
  | { kind: 'trusted'; address: string }
  | { kind: 'unknown' }
  /** Number and name, or number and sender, do not belong together. */
  | { kind: 'disagrees' }
  | { kind: 'no_address' }
  | { kind: 'refused' };

/**
 * Something to ask back: absent (`reason` null), or present and not clear, with the reason in plain
 * Japanese.
 */
export interface OpenPoint {
  item: ItemName;
  reason: string | null;
}

export interface RequestFacts {
  items: Items;
  wish: Wish;
  openPoints: OpenPoint[];
  standing: Standing;
  timesAsked: number;
  /** Open bookings of the same seeker, this one not counted. */
  otherBookings: Booking[];
}

export type RequestDecision =
  | { kind: 'ask'; points: OpenPoint[] }
  /** A counselor decides; where only that is wanting, the slot is kept for the decision. */
  | {
      kind: 'staff';
      attention: AttentionReason;
      held?: { slot: Slot; address: string };
      points?: OpenPoint[];
    }
  | { kind: 'offer'; starts: Temporal.ZonedDateTime[]; address: string }
  /** The same person has asked for the same slot before (trap 20): nothing new happens. */
  | { kind: 'merge'; into: number }
  | { kind: 'terms'; slot: Slot; replyBy: Temporal.Instant; address: string };

/** Decides on a request as far as it is known now. */
export function decideRequest(facts: RequestFacts, situation: SlotSituation): RequestDecision {
  const { policy } = situation;
  if (facts.standing.kind === 'refused') return { kind: 'staff', attention: 'refused_seeker' };
  if (facts.openPoints.length > 0) {
    return facts.timesAsked < policy.maxTimesAsked
      ? { kind: 'ask', points: facts.openPoints }
      : { kind: 'staff', attention: 'items_still_missing', points: facts.openPoints };
  }
  const obstacle = STANDING_OBSTACLES[facts.standing.kind];
  if (obstacle !== null || !('address' in facts.standing)) {
    return { kind: 'staff', attention: obstacle ?? 'no_address' };
  }
  const { address } = facts.standing;
  const placement = placeWish(facts.wish, situation);
  const slot = placement.kind === 'offer' ? null : placement.slot;
  const twin = twinOf(facts, slot?.start ?? null);
  if (twin !== null) return { kind: 'merge', into: twin };
  const held = slot === null ? {} : { held: { slot, address } };
  if (facts.otherBookings.length >= policy.maxFutureBookings) {
    return { kind: 'staff', attention: 'too_many_bookings', ...held };
  }
  switch (placement.kind) {
    case 'short_notice':
      return { kind: 'staff', attention: 'short_notice', ...held };
    case 'offer':
      return placement.starts.length > 0
        ? { kind: 'offer', starts: placement.starts, address }
        : { kind: 'staff', attention: 'nothing_free' };
    case 'slot': {
      const replyBy = replyDeadline(placement.slot.start, policy.closing);
      return { kind: 'terms', slot: placement.slot, replyBy, address };
    }
  }
}

const STANDING_OBSTACLES: Record<Standing['kind'], AttentionReason | null> = {
  registered: null,
  trusted: null,
  unknown: 'unknown_seeker',
  disagrees: 'seeker_disagrees',
  no_address: 'no_address',
  refused: 'refused_seeker',
};

/** A booking of the same seeker for one of the wished starts. */
function twinOf(facts: RequestFacts, placed: Temporal.ZonedDateTime | null): number | null {
  const wished = exactStarts(facts.wish);
  if (placed !== null) wished.push(placed);
  const twin = facts.otherBookings.find(({ slot, wish }) =>
    (slot === null ? exactStarts(wish) : [slot.start]).some((start) =>
      wished.some((mine) => Temporal.ZonedDateTime.compare(mine, start) === 0),
    ),
  );
  return twin?.id ?? null;
}
