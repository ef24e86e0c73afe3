/**
 * What can be a consent to the terms of a booking (6(3)): words that consent, in a mail that can be
 * an answer to the terms mail. It moves no booking; what the words mean is read in `reading/`.
 */
import type { Booking } from '../../domain/booking.ts';
import { arrivedInTime } from '../../domain/deadline.ts';
import { shortDateTime } from '../../domain/japanese-date.ts';
import { exactStart, singleWishes, type Wish } from '../../domain/wish.ts';
import type { ReplyText } from '../../message/reply-text.ts';
import type { ReplyIntent, RequestReading } from '../../reading/types.ts';
import { hasEvent, newestEventAt } from '../../store/events.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import type { Arrival } from './arrival.ts';
import { canAnswer } from './can-answer.ts';
import { couldBeSame } from './could-be-same.ts';
import { isRequest } from './is-request.ts';
import { readReplyWords } from './understand.ts';

/** Whether a reply's words consent, alone or beside a question. */
export function consents(judgement: ReplyIntent): boolean {
  return judgement === 'confirm' || judgement === 'confirm_with_question';
}

/**
 * Only what can be an answer to the terms mail consents to it (6(3)); a confirmed booking has its
 * consent.
 */
export async function mayConsent(tx: Writer, arrival: Arrival, booking: Booking): Promise<boolean> {
  if (booking.state !== 'requested' && booking.state !== 'awaiting_reply') return true;
  if (answersTermsChange(arrival)) return false;
  const terms = await newestOfKind(tx, booking.id, 'seeker.action.terms');
  if (!canAnswer(arrival, terms)) return false;
  // After 変更 two terms mails of different dates may lie before the seeker: which one is answered?
  const isNamed = (arrival.thread?.mailId ?? null) !== null;
  return (
    isNamed || !(await hasEvent(tx, booking.id, 'rescheduled')) || showsSession(arrival, booking)
  );
}

/** What a reply is in the story until a counselor has said what it was. */
const UNDECIDED_REPLIES = ['reply_doubtful', 'reply_in_time_after_void'];

/**
 * When the reply arrived that a counselor's 確定 takes for the consent after all (6(3), trap 5): in
 * time, and in answer to the terms as they stand. Null where there was none.
 */
export async function takenForConsent(
  tx: Writer,
  { id, replyBy }: Booking,
): Promise<Temporal.Instant | null> {
  const terms = await newestOfKind(tx, id, 'seeker.action.terms');
  if (terms === null || (await hasEvent(tx, id, 'rescheduled'))) return null;
  const at = await newestEventAt(tx, id, UNDECIDED_REPLIES);
  if (at === null || Temporal.Instant.compare(at, terms.writtenAt) < 0) return null;
  return replyBy === null || arrivedInTime(at, replyBy) ? at : null;
}

/**
 * An answer to the notice that the terms change (13): it says that the notice was read. The notice
 * itself asks to answer the terms mail, so that it is no consent to a date.
 */
export function answersTermsChange({ thread }: Arrival): boolean {
  return thread?.kind === 'seeker.notice.terms_changed';
}

/** Whether an answer bears the date of the booked session, in our words: in its subject or quotation. */
function showsSession({ message }: Arrival, { slot }: Booking): boolean {
  return slot !== null && `${message.subject}\n${message.text}`.includes(shortDateTime(slot.start));
}

/**
 * The one booking that a mail of its own consents to by naming person and session again: nothing
 * else is asked for, so it is no new request (6(3)).
 */
export async function bookingConsentedTo(
  tx: Writer,
  mail: { arrival: Arrival; open: Booking[]; reading: RequestReading; written: ReplyText },
): Promise<Booking | null> {
  const { arrival, open, reading, written } = mail;
  if (!isRequest(reading) || reading.items.topic !== null) return null;
  const consentedTo: Booking[] = [];
  for (const booking of open) {
    const booked = booking.slot?.start ?? null;
    if (booked === null || booking.state === 'confirmed') continue;
    const named: Wish = reading.items.wish?.value ?? { kind: 'none' };
    if (!couldBeSame(booking.items, reading) || !namesNoOther(named, booked)) continue;
    if (open.length > 1 && named.kind === 'none') continue;
    const { judgement } = readReplyWords(arrival, written, { booked, offered: [] });
    if (consents(judgement) && (await mayConsent(tx, arrival, booking))) consentedTo.push(booking);
  }
  const [only, another] = consentedTo;
  return another === undefined ? (only ?? null) : null;
}

/** Whether every time that is named is the booked one, or its day. */
function namesNoOther(wish: Wish, booked: Temporal.ZonedDateTime): boolean {
  const named = singleWishes(wish);
  if (named.length === 0) return wish.kind === 'none';
  return named.every((single) => {
    if (single.kind === 'date_only') return single.date.equals(booked.toPlainDate());
    const start = exactStart(single);
    return start !== null && Temporal.ZonedDateTime.compare(start, booked) === 0;
  });
}
