/**
 * A counselor's mail: a word about a booking (by reply to any of our mails), an answer to what
 * the counselor was asked, or a phone memo, forwarded or written. Every word is answered with
 * what it did; what is not understood is answered too.
 */
import type { Booking } from '../domain/booking.ts';
import { forwardedPart } from '../message/forwarded.ts';
import { replyText } from '../message/reply-text.ts';
import { readCounselorWord } from '../reading/counselor-word.ts';
import { readRequest } from '../reading/request.ts';
import { bookingById } from '../store/bookings.ts';
import type { Writer } from '../store/store.ts';
import { alertStaff } from './apply.ts';
import { type Arrival, causeOf, findThread, type Thread } from './arrival.ts';
import { applyWord, type WordResult } from './counselor-words.ts';
import { isRequest, startRequest } from './handle-request.ts';
import { handleSupplement } from './handle-supplement.ts';
import type { Handled } from './handled.ts';
import { factsOf } from './mail-views.ts';
import type { Office } from './office.ts';
import { writeMail } from './write-mail.ts';

export async function handleCounselor(
  tx: Writer,
  office: Office,
  arrival: Arrival,
): Promise<Handled> {
  const thread = await findThread(tx, arrival);
  const forwarded = forwardedPart(arrival.message);
  if (forwarded === null && thread !== null) return handleWords(tx, office, { arrival, thread });
  const text = forwarded?.text ?? replyText(arrival.message, null).newText;
  const subject = forwarded?.subject ?? arrival.message.subject;
  const reading = readRequest({ subject, text, sender: null }, arrival.arrivedAt);
  if (!isRequest(reading)) return notUnderstood(tx, office, { arrival, booking: null });
  const handled = await startRequest(tx, office, { arrival, reading, channel: 'phone' });
  const booking = handled.bookingId === null ? null : await bookingById(tx, handled.bookingId);
  if (booking && handled.state === 'handled') {
    const echo = {
      what: '受付メモを読み取りました。',
      todo: ECHO_TODO[handled.outcome] ?? ECHO_MERGED,
    };
    await answerCounselor(tx, office, { arrival, booking, kind: 'staff.notice.echo', ...echo });
  }
  return handled;
}

const ECHO_TODO: Record<string, string> = {
  terms_sent:
    'ご本人に、規約と日時のメールを送ります。違うところがあれば、このメールに返信してください。',
  slots_offered: '希望の日時が空いていないので、ご本人に空きをご案内します。',
};
const ECHO_MERGED = '同じ申込みを受け付け済みです。新しい予約は作っていません。';

/** Words about the booking of the thread, or the answer to a question about it. */
async function handleWords(
  tx: Writer,
  office: Office,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
): Promise<Handled> {
  const written = replyText(arrival.message, thread.ourText);
  const { words } = readCounselorWord(written.newText, arrival.arrivedAt);
  if (words.length === 0) {
    const { booking } = thread;
    return booking.state === 'requested' && booking.slot === null
      ? handleSupplement(tx, office, { arrival, booking, written })
      : notUnderstood(tx, office, { arrival, booking });
  }
  let { booking } = thread;
  const results: WordResult[] = [];
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  for (const word of words) {
    const result = await applyWord(tx, office, {
      booking,
      word,
      words,
      cause,
      at: arrival.row.internalDate,
    });
    results.push(result);
    booking = result.booking;
  }
  const done = results.every(({ done }) => done);
  await answerCounselor(tx, office, {
    arrival,
    booking,
    kind: 'staff.notice.done',
    what: done ? 'ことばのとおりに処理しました。' : '処理できないことばがありました。',
    todo: results.map(({ said }) => said).join('\n'),
  });
  return {
    state: done ? 'handled' : 'for_staff',
    outcome: `words: ${words.map(({ kind }) => kind).join(', ')}`,
    bookingId: booking.id,
  };
}

async function notUnderstood(
  tx: Writer,
  office: Office,
  { arrival, booking }: { arrival: Arrival; booking: Booking | null },
): Promise<Handled> {
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  const reason = booking === null ? 'not_a_request' : 'not_understood';
  await alertStaff(tx, office, { reason, booking, cause });
  return { state: 'for_staff', outcome: reason, bookingId: booking?.id ?? null };
}

interface Answer {
  arrival: Arrival;
  booking: Booking;
  kind: 'staff.notice.echo' | 'staff.notice.done';
  what: string;
  todo: string;
}

async function answerCounselor(tx: Writer, office: Office, answer: Answer): Promise<void> {
  const { arrival, booking, kind, what, todo } = answer;
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  await writeMail(tx, office, {
    kind,
    occasion: `mail ${arrival.row.id}`,
    booking,
    to: { name: '', address: arrival.sender },
    text: office.templates.render(kind, { what, todo, excerpt: null, ...factsOf(booking) }),
    answers: cause.mail,
    now: cause.now,
  });
}
