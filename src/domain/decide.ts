/**
 * Decide, then do: from a booking and what happened to it to what shall happen. Pure.
 * The table in `lifecycle.ts` says what an event does in a state; here are only the questions
 * that the state alone does not answer: did the reply arrive in time, was the terms mail written?
 */
import type { AttentionReason } from './attention.ts';
import type { Announcements, Booking, BookingState, Slot, VoidReason } from './booking.ts';
import { arrivedInTime } from './deadline.ts';
import { type LifecycleEvent, lifecycleRow } from './lifecycle.ts';
import type { MailKind } from './mail-kind.ts';

/** A person's answer to our mail, as read; `unclear` where a counselor has to read it. */
export type ReplyJudgement =
  | 'confirm'
  | 'confirm_with_question'
  | 'decline'
  | 'change'
  | 'question'
  | 'unclear';

/** Something that happened to one booking. `at` is the instant that counts (INTERNALDATE for a mail). */
export type BookingEvent =
  | { type: 'reply'; at: Temporal.Instant; judgement: ReplyJudgement; announcements: Announcements }
  | { type: 'deadline_passed'; at: Temporal.Instant; repliedLate: boolean }
  | { type: 'counselor_confirmed'; at: Temporal.Instant; reason: string }
  | {
      type:
        | 'terms_accepted'
        | 'terms_bounced'
        | 'counselor_cancelled'
        | 'office_cancelled'
        | 'attended'
        | 'no_show';
      at: Temporal.Instant;
    }
  | {
      type: 'details_asked' | 'slots_offered' | 'terms_sent' | 'staff_asked';
      at: Temporal.Instant;
      attention?: AttentionReason;
      /** What the event writes into the booking along with it. */
      set: BookingChange;
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

/** The table does not allow the event in this state; nothing changes and the caller says so. */
export interface Refusal {
  kind: 'refused';
  state: BookingState;
  event: LifecycleEvent;
}

/** Applies the lifecycle table to one event; never reads a clock, never changes its arguments. */
export function decide(booking: Booking, event: BookingEvent): Move | Refusal {
  const judged = event.type === 'reply' ? judgeReply(booking, event) : null;
  const lifecycleEvent = judged?.event ?? plainEvent(booking, event);
  const row = lifecycleRow(booking.state, lifecycleEvent);
  const lacksSlot = row?.to === 'confirmed' && booking.slot === null;
  if (row === null || lacksSlot)
    return { kind: 'refused', state: booking.state, event: lifecycleEvent };
  const attention = judged?.attention ?? attentionOf(event);
  return {
    kind: 'move',
    event: lifecycleEvent,
    at: event.at,
    from: booking.state,
    to: row.to === 'same' ? booking.state : row.to,
    voidReason: row.voidReason ?? (row.to === 'same' ? booking.voidReason : null),
    mails: row.mails,
    article: row.article,
    attention: row.staff === true ? attention : null,
    change: changeOf(booking, event, row.to),
    reason: event.type === 'counselor_confirmed' ? event.reason : null,
  };
}

function plainEvent(booking: Booking, event: BookingEvent): LifecycleEvent {
  if (event.type === 'reply') throw new Error('a reply is judged before it meets the table');
  if (event.type !== 'deadline_passed') return event.type;
  // The terms were written but never left: the seeker could not answer, so nobody is to blame.
  if (booking.state === 'requested' && booking.slot !== null) return 'terms_not_sent';
  return event.repliedLate ? 'deadline_passed_with_late_reply' : 'deadline_passed';
}

interface JudgedReply {
  event: LifecycleEvent;
  attention: AttentionReason | null;
}

const DOUBTS: Record<Exclude<ReplyJudgement, 'confirm'>, AttentionReason> = {
  confirm_with_question: 'question_beside_consent',
  decline: 'reply_declines',
  change: 'reply_wishes_change',
  question: 'reply_asks',
  unclear: 'reply_unclear',
};

/** Article 6(3) and (4), trap 5: in time and clear confirms; anything else goes to a person. */
function judgeReply(
  booking: Booking,
  reply: Extract<BookingEvent, { type: 'reply' }>,
): JudgedReply {
  const doubt = reply.judgement === 'confirm' ? null : DOUBTS[reply.judgement];
  switch (booking.state) {
    case 'attended':
    case 'no_show':
    case 'cancelled':
      return { event: 'reply_to_closed', attention: 'reply_to_closed' };
    case 'confirmed':
      return doubt === null
        ? { event: 'reply_repeated', attention: null }
        : { event: 'reply_doubtful', attention: doubt };
    case 'void':
      if (booking.slot === null) return { event: 'reply_to_closed', attention: 'reply_to_closed' };
      return booking.replyBy !== null && arrivedInTime(reply.at, booking.replyBy)
        ? { event: 'reply_in_time_after_void', attention: 'reply_in_time_after_void' }
        : { event: 'reply_late', attention: 'reply_late' };
    case 'requested':
    case 'awaiting_reply': {
      if (booking.slot === null || booking.replyBy === null) {
        return { event: 'reply_doubtful', attention: doubt ?? 'reply_unclear' };
      }
      if (!arrivedInTime(reply.at, booking.replyBy)) {
        return { event: 'reply_late', attention: 'reply_late' };
      }
      if (doubt === null) return { event: 'reply_confirmed', attention: null };
      if (reply.judgement === 'confirm_with_question') {
        return { event: 'reply_confirmed_with_question', attention: doubt };
      }
      return { event: 'reply_doubtful', attention: doubt };
    }
  }
}

function attentionOf(event: BookingEvent): AttentionReason | null {
  if (event.type === 'terms_bounced') return 'terms_mail_bounced';
  if (event.type === 'deadline_passed') return 'terms_not_sent';
  return 'attention' in event ? (event.attention ?? null) : null;
}

/** What the event writes beside the state: consent, announcements, the freed slot. */
function changeOf(booking: Booking, event: BookingEvent, to: BookingState | 'same'): BookingChange {
  if ('set' in event) return event.set;
  const change: BookingChange = {};
  if (event.type === 'reply') {
    const announcements = {
      interpreter: booking.announcements.interpreter || event.announcements.interpreter,
      attendant: booking.announcements.attendant || event.announcements.attendant,
    };
    change.announcements = announcements;
    if (to === 'confirmed') change.consentedAt = event.at;
  }
  // Answered for by a counselor from now on; the clock leaves it alone.
  if (event.type === 'deadline_passed' && to === 'same') change.replyBy = null;
  return change;
}
