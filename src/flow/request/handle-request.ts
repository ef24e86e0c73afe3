/**
 * A booking request (6(2)), by mail or by a counselor's memo: read items become a booking in
 * `requested`, the domain decides what happens with it, and that is written. A supplement enters
 * the same way with what was known before.
 */
import type { Booking, BookingDraft } from '../../domain/booking.ts';
import { offerDeadline } from '../../domain/deadline.ts';
import { decide, type Move } from '../../domain/decide.ts';
import type { RequestDecision, RequestFacts } from '../../domain/decide-request.ts';
import type { RequestReading } from '../../reading/types.ts';
import { isOnTheList, settleReason } from '../../store/attention.ts';
import { markUnverified, updateDetails } from '../../store/bookings.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { causeOf } from '../arrival/arrival.ts';
import { bearBooking } from '../births.ts';
import type { Cause } from '../cause.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { termsForSlot } from '../terms-of.ts';
import { decideOn } from './decide-on.ts';
import { draftOf, type NewRequest } from './request-draft.ts';
import { requestFacts } from './request-facts.ts';
import { isUnverified } from './standing.ts';
import { completedBy, repeatedRequest, unfinishedRequest } from './unfinished-request.ts';

/** Begins a booking from a request, or goes on with the one that it repeats or completes (trap 20). */
export async function startRequest(
  tx: Writer,
  office: Office,
  request: NewRequest,
): Promise<Handled> {
  const { arrival, reading, channel } = request;
  const now = office.clock.now();
  const cause = causeOf(arrival, channel === 'phone' ? 'counselor' : 'seeker', now);
  const draft = draftOf(office, request);
  const facts = await requestFacts(tx, office, {
    booking: draft,
    reading,
    statedAddress: statedAddress(reading),
  });
  if (facts.openPoints.length === 0) {
    const unfinished = unfinishedRequest(facts.otherBookings, draft);
    if (unfinished !== null) return complete(tx, office, { unfinished, draft, request, cause });
  } else {
    const same = repeatedRequest(facts.otherBookings, draft);
    if (same !== null) return repeatUnfinished(tx, office, { same, draft, facts, cause });
  }
  const decision = await decideOn(tx, office, facts);
  if (decision.kind === 'merge') return repeats(decision.into);
  const at = arrival.row.internalDate;
  const born = { ...draft, unverified: isUnverified(facts.standing) };
  const booking = await bearBooking(tx, office, { event: 'requested', draft: born, cause, at });
  return carryOut(tx, office, { booking, decision, cause, at });
}

function repeats(bookingId: number): Handled {
  return { state: 'handled', outcome: 'repeats a known request', bookingId };
}

/** What is still missing is asked of the counselor whose memo repeats it, where nobody has asked him. */
async function repeatUnfinished(
  tx: Writer,
  office: Office,
  given: { same: Booking; draft: BookingDraft; facts: RequestFacts; cause: Cause },
): Promise<Handled> {
  const { same, draft, facts, cause } = given;
  const reason = 'items_still_missing';
  const isAsked = await isOnTheList(tx, { reason, bookingId: same.id });
  if (draft.channel !== 'phone' || isAsked) return repeats(same.id);
  const extras = { ...cause.extras, points: facts.openPoints };
  await alertStaff(tx, office, { reason, booking: same, cause: { ...cause, extras } });
  return { ...repeats(same.id), state: 'for_staff' };
}

/** Takes up the person's unfinished request with what the new one adds. */
async function complete(
  tx: Writer,
  office: Office,
  given: { unfinished: Booking; draft: BookingDraft; request: NewRequest; cause: Cause },
): Promise<Handled> {
  const { unfinished, draft, request, cause } = given;
  const { reading, arrival } = request;
  const { id } = unfinished;
  const added = completedBy(unfinished, draft);
  if (added === null) return repeats(id);
  await updateDetails(tx, id, added);
  await settleReason(tx, { bookingId: id, reason: 'items_still_missing', now: cause.now });
  const booking = { ...unfinished, ...added };
  const at = arrival.row.internalDate;
  return resumeRequest(tx, office, { booking, reading, cause, at });
}

/** Takes up a request again with what is known of it now: after a supplement or a counselor's word. */
export async function resumeRequest(
  tx: Writer,
  office: Office,
  resumed: {
    booking: Booking;
    reading: RequestReading | null;
    cause: Cause;
    at: Temporal.Instant;
    /** A counselor's word about where the seeker's mail goes. */
    statedAddress?: string;
  },
): Promise<Handled> {
  const { reading } = resumed;
  const facts = await requestFacts(tx, office, {
    booking: resumed.booking,
    reading,
    statedAddress: resumed.statedAddress ?? (reading === null ? null : statedAddress(reading)),
    self: resumed.booking.id,
  });
  const decision = await decideOn(tx, office, facts);
  const booking = { ...resumed.booking, unverified: isUnverified(facts.standing) };
  await markUnverified(tx, booking.id, booking.unverified);
  return carryOut(tx, office, { ...resumed, booking, decision });
}

/** A counselor's `メール:` line; a seeker's own word about his address counts for nothing (trap 1). */
function statedAddress(reading: RequestReading): string | null {
  return reading.address?.value ?? null;
}

interface Decided {
  booking: Booking;
  decision: RequestDecision;
  cause: Cause;
  at: Temporal.Instant;
}

async function carryOut(tx: Writer, office: Office, decided: Decided): Promise<Handled> {
  const { booking, decision } = decided;
  if (decision.kind === 'merge') {
    const { cause } = decided;
    await alertStaff(tx, office, { reason: 'doubles_booking', booking, cause });
    return { state: 'for_staff', outcome: 'doubles another booking', bookingId: booking.id };
  }
  const move = moveFor(office, decided);
  if (move.kind === 'refused')
    throw new Error(`a request cannot meet ${move.event} in ${move.state}`);
  const points = 'points' in decision ? decision.points : [];
  const cause = { ...decided.cause, extras: { ...decided.cause.extras, points } };
  await applyMove(tx, office, { booking, move, cause });
  const state = move.attention === null ? 'handled' : 'for_staff';
  return { state, outcome: move.event, bookingId: booking.id };
}

function moveFor(
  office: Office,
  { booking, decision, at }: Decided,
): Move | ReturnType<typeof decide> {
  // From now where the mail was read late: nobody lapses before he was asked.
  const [, from = at] = [at, office.clock.now()].sort(Temporal.Instant.compare);
  const patience = from.add({ hours: 24 * office.policy.incompleteDays });
  switch (decision.kind) {
    case 'ask':
      if (booking.channel === 'phone') {
        return decide(booking, {
          type: 'staff_asked',
          at,
          attention: 'items_still_missing',
          set: {},
        });
      }
      return decide(booking, {
        type: 'details_asked',
        at,
        set: { timesAsked: booking.timesAsked + 1, replyBy: patience, offered: [] },
      });
    case 'offer':
      return decide(booking, {
        type: 'slots_offered',
        at,
        set: {
          offered: decision.starts,
          replyBy: offerDeadline(decision.starts, { closing: office.policy.closing, patience }),
          registeredAddress: decision.address,
        },
      });
    case 'terms':
      return decide(booking, {
        type: 'terms_sent',
        at,
        set: {
          slot: decision.slot,
          replyBy: decision.replyBy,
          registeredAddress: decision.address,
          termsSha256: termsForSlot(office, decision.slot).sha256,
          offered: [],
        },
      });
    case 'staff':
      return decide(booking, {
        type: 'staff_asked',
        at,
        attention: decision.attention,
        set: decision.held
          ? { slot: decision.held.slot, registeredAddress: decision.held.address, replyBy: null }
          : { replyBy: null, offered: [] },
      });
    case 'merge':
      throw new Error('a merge moves nothing');
  }
}
