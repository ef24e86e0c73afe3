/**
 * What a person's answer is to a booking: did it arrive in time, was the terms mail written, is
 * it a plain consent? Article 6(3) and (4) and trap 5 in one place. Pure.
 */
import type { AttentionReason } from './attention.ts';
import type { Announcements, Booking } from './booking.ts';
import { arrivedInTime } from './deadline.ts';
import type { LifecycleEvent } from './lifecycle.ts';

/** A person's answer to our mail, as read; `unclear` where a counselor has to read it. */
export type ReplyJudgement =
  | 'confirm'
  | 'confirm_with_question'
  | 'decline'
  | 'change'
  | 'question'
  | 'unclear';

/** A reply as it was read; `at` is its arrival at the server (INTERNALDATE, trap 2). */
export interface ReplyEvent {
  type: 'reply';
  at: Temporal.Instant;
  judgement: ReplyJudgement;
  announcements: Announcements;
}

/** What a reply is to the table, and why a person must look. */
export interface JudgedReply {
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
export function judgeReply(booking: Booking, reply: ReplyEvent): JudgedReply {
  const doubt = reply.judgement === 'confirm' ? null : DOUBTS[reply.judgement];
  switch (booking.state) {
    case 'attended':
    case 'no_show':
    case 'cancelled':
      return { event: 'reply_to_closed', attention: 'reply_to_closed' };
    case 'confirmed': {
      // Nothing is confirmed by it any more: what is left of a consent with a question is the question.
      const asked = doubt === 'question_beside_consent' ? 'reply_asks' : doubt;
      const note = asked ?? announced(booking, reply);
      return note === null
        ? { event: 'reply_repeated', attention: null }
        : { event: 'reply_doubtful', attention: note };
    }
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
      const note = doubt ?? announced(booking, reply);
      if (note === null) return { event: 'reply_confirmed', attention: null };
      if (doubt === null || reply.judgement === 'confirm_with_question') {
        return { event: 'reply_confirmed_with_note', attention: note };
      }
      return { event: 'reply_doubtful', attention: note };
    }
  }
}

/** An interpreter or helper whom the counselor does not know of yet (12(3)). */
function announced(
  { announcements: known }: Booking,
  { announcements: said }: ReplyEvent,
): AttentionReason | null {
  const isNew = (said.interpreter && !known.interpreter) || (said.attendant && !known.attendant);
  return isNew ? 'attendant_announced' : null;
}
