/**
 * Decide, then do: from a booking and what happened to it to what shall happen. Pure.
 * The table in `lifecycle.ts` says what an event does in a state; here are only the questions
 * that the state alone does not answer: did the reply arrive in time, was the terms mail written?
 */
import { alsoAnnounced } from './announcements.ts';
import type { AttentionReason } from './attention.ts';
import type { Announcements, Booking, BookingState, Slot, VoidReason } from './booking.ts';
import { judgeReply, type ReplyEvent } from './judge-reply.ts';
import { type LifecycleEvent, lifecycleRow } from './lifecycle.ts';
import type { MailKind } from './mail-kind.ts';
import { NO_SHOW_AFTER_MINUTES } from './session.ts';

/** Something that happened to one booking. `at` is the instant that counts (INTERNALDATE for a mail). */
export type BookingEvent =
  | ReplyEvent
  | { type: 'deadline_passed'; at: Temporal.Instant; repliedLate: boolean }
  | {
      type: 'counselor_confirmed';
      at: Temporal.Instant;
      reason: string;
      /** Set where the terms leave with this confirmation, because they never left before. */
      termsSha256?: string;
      /** Set where a reply that had been in doubt is taken for the consent: when it arrived. */
      consentedAt?: Temporal.Instant;
    }
  | {
      type:
        | 'terms_accepted'
        | 'terms_bounced'
        | 'terms_announced'
        | 'never_decided'
        | 'wish_passed'
        | 'never_eligible'
        | 'counselor_cancelled'
        | 'office_cancelled'
        | 'site_cancelled'
        | 'attended'
        | 'no_show'
        | 'refused'
        | 'refusal_lifted'
        | 'corrected'
        | 'settled';
      at: Temporal.Instant;
    }
  | {
      type: 'details_asked' | 'slots_offered' | 'terms_sent' | 'staff_asked' | 'site_booked';
      at: Temporal.Instant;
      attention?: AttentionReason;
      /** What the event writes into the booking along with it. */
      set: BookingChange;
    }
  | {
      type: 'rescheduled';
      at: Temporal.Instant;
      set: BookingChange;
      /** The booking site has told the seeker, or the mail of the confirmation that follows does. */
      toldOtherwise?: boolean;
    };

/** The fields a decision may change beside the state. */
export interface BookingChange {
  slot?: Slot | null;
  offered?: Temporal.ZonedDateTime[];
  replyBy?: Temporal.Instant | null;
  timesAsked?: number;
  registeredAddress?: string | null;
  consentedAt?: Temporal.Instant;
  termsSha256?: string;
  announcements?: Announcements;
}

/** What shall happen to the booking. */
export interface Move {
  kind: 'move';
  event: LifecycleEvent;
  at: Temporal.Instant;
  from: BookingState;
  to: BookingState;
  voidReason: VoidReason | null;
  mails: readonly MailKind[];
  article: string | null;
  attention: AttentionReason | null;
  change: BookingChange;
  /** A counselor's reason, where the event has one. */
  reason: string | null;
}

/** The event cannot be; nothing changes and the caller says so. */
export interface Refusal {
  kind: 'refused';
  state: BookingState;
  event: LifecycleEvent;
  /** The table does not have it, there is no slot, or the session lies on the wrong side of now. */
  why: 'state' | 'no_slot' | 'too_early' | 'too_late';
}

/** Applies the lifecycle table to one event; never reads a clock, never changes its arguments. */
export function decide(booking: Booking, event: BookingEvent): Move | Refusal {
  const judged = event.type === 'reply' ? judgeReply(booking, event) : null;
  const lifecycleEvent = judged?.event ?? plainEvent(booking, event);
  const row = lifecycleRow(booking.state, lifecycleEvent);
  const slot = 'set' in event && event.set.slot !== undefined ? event.set.slot : booking.slot;
  const why = row === null ? 'state' : obstacle(slot, row.to, event.at);
  if (row === null || why !== null) {
    return { kind: 'refused', state: booking.state, event: lifecycleEvent, why: why ?? 'state' };
  }
  const attention = judged?.attention ?? attentionOf(event);
  return {
    kind: 'move',
    event: lifecycleEvent,
    at: event.at,
    from: booking.state,
    to: row.to === 'same' ? booking.state : row.to,
    voidReason: row.voidReason ?? (row.to === 'same' ? booking.voidReason : null),
    mails: 'toldOtherwise' in event && event.toldOtherwise ? [] : row.mails,
    article: row.article,
    attention: row.staff === true ? attention : null,
    change: changeOf(booking, event, row.to),
    reason: event.type === 'counselor_confirmed' ? event.reason : null,
  };
}

/** What the session's time forbids: nobody attended what has not begun, nobody confirms the past. */
function obstacle(
  slot: Slot | null,
  to: BookingState | 'same',
  at: Temporal.Instant,
): Refusal['why'] | null {
  if (to !== 'confirmed' && to !== 'attended' && to !== 'no_show') return null;
  if (slot === null) return 'no_slot';
  const begins = slot.start.toInstant();
  const notBefore = to === 'no_show' ? begins.add({ minutes: NO_SHOW_AFTER_MINUTES }) : begins;
  const reached = Temporal.Instant.compare(at, notBefore) >= 0;
  if (to === 'confirmed') return reached ? 'too_late' : null;
  return reached ? null : 'too_early';
}

function plainEvent(booking: Booking, event: BookingEvent): LifecycleEvent {
  if (event.type === 'reply') throw new Error('a reply is judged before it meets the table');
  if (event.type !== 'deadline_passed') return event.type;
  // The terms were written but never left: the seeker could not answer, so nobody is to blame.
  if (booking.state === 'requested' && booking.slot !== null) return 'terms_not_sent';
  return event.repliedLate ? 'deadline_passed_with_late_reply' : 'deadline_passed';
}

function attentionOf(event: BookingEvent): AttentionReason | null {
  if (event.type === 'terms_bounced') return 'terms_mail_bounced';
  if (event.type === 'never_decided') return 'never_decided';
  if (event.type === 'wish_passed' || event.type === 'never_eligible') return 'wish_passed';
  if (event.type === 'deadline_passed') return 'terms_not_sent';
  return 'attention' in event ? (event.attention ?? null) : null;
}

/** What the event writes beside the state: consent, announcements, the freed slot. */
function changeOf(booking: Booking, event: BookingEvent, to: BookingState | 'same'): BookingChange {
  if ('set' in event) return event.set;
  const change: BookingChange = {};
  if (event.type === 'reply') {
    change.announcements = alsoAnnounced(booking.announcements, event.announcements);
    if (to === 'confirmed') change.consentedAt = event.at;
  }
  if (event.type === 'counselor_confirmed') {
    if (event.termsSha256) change.termsSha256 = event.termsSha256;
    if (event.consentedAt) change.consentedAt = event.consentedAt;
  }
  // Answered for by a counselor from now on; the clock leaves it alone.
  if (event.type === 'deadline_passed' && to === 'same') change.replyBy = null;
  return change;
}
