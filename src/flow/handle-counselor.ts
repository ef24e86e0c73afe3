/**
 * A counselor's mail: a word about a booking (by reply to any of our mails), an answer to what
 * the counselor was asked, or a phone memo, forwarded or written. Every word is answered with
 * what it did; what is not understood is answered too.
 */
import type { Booking } from '../domain/booking.ts';
import type { CounselorWord, RequestReading } from '../reading/types.ts';
import { bookingById } from '../store/bookings.ts';
import type { Writer } from '../store/store.ts';
import { alertStaff } from './alert-staff.ts';
import { type Arrival, causeOf, threadBooking } from './arrival.ts';
import { applyWord } from './counselor-words.ts';
import { startRequest } from './handle-request.ts';
import { handleSupplement } from './handle-supplement.ts';
import type { Handled } from './handled.ts';
import { isRequest } from './is-request.ts';
import type { Office } from './office.ts';
import type { WordResult } from './spoken-word.ts';
import { bookingFacts } from './staff-views.ts';
import { isSurelyRead, readCounselorMail, readMemo } from './understand.ts';
import { writeMail } from './write-mail.ts';

export async function handleCounselor(
  tx: Writer,
  office: Office,
  arrival: Arrival,
): Promise<Handled> {
  const booking = await threadBooking(tx, arrival);
  const read = readCounselorMail(arrival, booking && arrival.thread);
  const { written, forwarded } = read;
  const { words } = read.words;
  if (booking !== null && words.length > 0) {
    return isSurelyRead(arrival, written)
      ? handleWords(tx, office, { arrival, booking, words })
      : notUnderstood(tx, office, { arrival, booking });
  }
  if (booking === null) {
    const memo = readMemo(arrival, written, forwarded).reading;
    return words.length === 0 && isRequest(memo) && arrival.message.doubts.length === 0
      ? handleMemo(tx, office, { arrival, memo })
      : notUnderstood(tx, office, { arrival, booking: null });
  }
  if (booking.state !== 'requested' || booking.slot !== null) {
    return notUnderstood(tx, office, { arrival, booking });
  }
  const handled = await handleSupplement(tx, office, { arrival, booking, written });
  return echo(tx, office, { arrival, handled });
}

/** A phone memo, written or forwarded: a booking for the person it names, and an echo. */
async function handleMemo(
  tx: Writer,
  office: Office,
  { arrival, memo }: { arrival: Arrival; memo: RequestReading },
): Promise<Handled> {
  const handled = await startRequest(tx, office, { arrival, reading: memo, channel: 'phone' });
  return echo(tx, office, { arrival, handled });
}

/** Tells the counselor what became of a memo; where a decision is due, an alert has done so. */
async function echo(
  tx: Writer,
  office: Office,
  { arrival, handled }: { arrival: Arrival; handled: Handled },
): Promise<Handled> {
  const booking = handled.bookingId === null ? null : await bookingById(tx, handled.bookingId);
  if (booking === null || handled.state !== 'handled') return handled;
  await answerCounselor(tx, office, {
    arrival,
    booking,
    kind: 'staff.notice.echo',
    what: '受付メモを読み取りました。',
    todo: ECHO_TODO[handled.outcome] ?? ECHO_MERGED,
  });
  return handled;
}

const ECHO_CORRECTION =
  '違うところがあれば、このメールに「取消」と理由を返信し、正しいメモを新しいメールで送ってください。';
const ECHO_TODO: Record<string, string> = {
  terms_sent: `ご本人に、規約と日時のメールを送ります。\n${ECHO_CORRECTION}`,
  slots_offered: `希望の日時が空いていないので、ご本人に空きをご案内します。\n${ECHO_CORRECTION}`,
};
const ECHO_MERGED = '同じ申込みを受け付け済みです。新しい予約は作っていません。';

/** Words about the booking of the thread, each answered with what it did. */
async function handleWords(
  tx: Writer,
  office: Office,
  spoken: { arrival: Arrival; booking: Booking; words: readonly CounselorWord[] },
): Promise<Handled> {
  const { arrival, words } = spoken;
  let { booking } = spoken;
  const results: WordResult[] = [];
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  const at = arrival.row.internalDate;
  for (const word of words) {
    const result = await applyWord(tx, office, { booking, word, words, cause, at });
    results.push(result);
    booking = result.booking;
  }
  const done = results.every((result) => result.done);
  await answerCounselor(tx, office, {
    arrival,
    booking,
    kind: 'staff.notice.done',
    what: done ? 'ことばのとおりに処理しました。' : '処理できないことばがありました。',
    todo: results.flatMap(({ said }) => (said === null ? [] : [said])).join('\n'),
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
  await alertStaff(tx, office, { reason: 'not_understood', booking, cause });
  return { state: 'for_staff', outcome: 'not_understood', bookingId: booking?.id ?? null };
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
    text: office.templates.render(kind, {
      what,
      todo,
      reference: booking.reference,
      facts: bookingFacts(booking, { withTopic: false }),
      excerpt: null,
    }),
    answers: cause.mail,
    now: cause.now,
  });
}
