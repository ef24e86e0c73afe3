/**
 * A counselor's mail: a word about a booking (by reply to any of our mails), an answer to what
 * the counselor was asked, or a phone memo, forwarded or written. Every word is answered with
 * what it did; what is not understood is answered too.
 */
import type { Booking } from '../../domain/booking.ts';
import type { ReplyText } from '../../message/reply-text.ts';
import type { CounselorWord, RequestReading } from '../../reading/types.ts';
import { bookingById } from '../../store/bookings.ts';
import type { OurMail } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { type Arrival, causeOf, threadBooking } from '../receive/arrival.ts';
import { applyWord } from '../words/counselor-words.ts';
import type { WordResult } from '../words/spoken-word.ts';
import { answerCounselor } from './answer-counselor.ts';
import { handleCorrection } from './handle-correction.ts';
import { startRequest } from './handle-request.ts';
import {
  handleLooseSettle,
  looseMailAnswered,
  onlySettles,
  settleAnswered,
} from './handle-settle.ts';
import { handleCounselorSupplement, learnBesideWords } from './handle-supplement.ts';
import type { Handled } from './handled.ts';
import { isRequest } from './is-request.ts';
import { isSurelyRead, readCounselorMail, readMemo } from './understand.ts';

/** A counselor's mail about one booking. */
interface Spoken {
  arrival: Arrival;
  booking: Booking;
  written: ReplyText;
  words: readonly CounselorWord[];
}

export async function handleCounselor(
  tx: Writer,
  office: Office,
  arrival: Arrival,
): Promise<Handled> {
  const answers = await looseMailAnswered(tx, arrival);
  const handled = await handleSpoken(tx, office, { arrival, answers });
  if (answers !== null && handled.state === 'handled') {
    await settleAnswered(tx, answers, office.clock.now());
  }
  return handled;
}

async function handleSpoken(
  tx: Writer,
  office: Office,
  { arrival, answers }: { arrival: Arrival; answers: OurMail | null },
): Promise<Handled> {
  const booking = await threadBooking(tx, arrival);
  const read = readCounselorMail(arrival, booking && arrival.thread);
  const { written, forwarded } = read;
  const { words } = read.words;
  if (booking === null) {
    const memo = readMemo(arrival, written, forwarded).reading;
    // A メール: line is a word to a booking, and part of a memo (Article 2(1)).
    const isMemo = words.every(({ kind }) => PART_OF_MEMO.has(kind)) && isRequest(memo);
    if (isMemo && arrival.message.doubts.length === 0) {
      return handleMemo(tx, office, { arrival, memo });
    }
  }
  if (answers !== null && (booking === null || onlySettles(words))) {
    const handled = await handleLooseSettle(tx, office, { arrival, answers });
    if (handled !== null) return handled;
  }
  if (booking === null) {
    const advice = onlySettles(words) ? { advice: SETTLES_WHAT } : {};
    return notUnderstood(tx, office, { arrival, booking: null, ...advice });
  }
  if (!isSurelyRead(arrival, written)) return notUnderstood(tx, office, { arrival, booking });
  const spoken = { arrival, booking, written, words };
  if (words.length > 0 && !onlySettles(words)) return handleWords(tx, office, spoken);
  const handled = await handleAddition(tx, office, spoken);
  if (handled !== null) return handled;
  return words.length > 0
    ? handleWords(tx, office, spoken)
    : notUnderstood(tx, office, { arrival, booking });
}

/** 済 may stand in a memo ("本人確認済"), and メール: names the address. */
const PART_OF_MEMO: ReadonlySet<CounselorWord['kind']> = new Set(['address', 'settle']);
const SETTLES_WHAT =
  'どのお知らせのことか分かりません。\n済みにするお知らせのメールに、「済」と返信してください。';

/** What a counselor adds to a request, or puts right about a booking; null where it is neither. */
async function handleAddition(
  tx: Writer,
  office: Office,
  { arrival, booking, written }: Spoken,
): Promise<Handled | null> {
  if (isRequestWithoutSlot(booking)) {
    const handled = await handleCounselorSupplement(tx, office, { arrival, booking, written });
    return handled && echo(tx, office, { arrival, handled });
  }
  const { state } = booking;
  const open = state === 'requested' || state === 'awaiting_reply' || state === 'confirmed';
  return open ? handleCorrection(tx, office, { arrival, booking, written }) : null;
}

function isRequestWithoutSlot({ state, slot }: Booking): boolean {
  return state === 'requested' && slot === null;
}

/** A phone memo, written or forwarded: a booking for the person it names, and an echo. */
async function handleMemo(
  tx: Writer,
  office: Office,
  { arrival, memo }: { arrival: Arrival; memo: RequestReading },
): Promise<Handled> {
  if (memo.flags.includes('multiple_people')) {
    return notUnderstood(tx, office, { arrival, booking: null, advice: ONE_BY_ONE });
  }
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

const ONE_BY_ONE =
  '2人以上のことが書かれているように読めます。\n1人ずつ、別のメールで送ってください。';
const ECHO_CORRECTION = [
  '違うところがあれば、このメールに「電話番号: 番号」のように、1行に1つずつ書いて返信してください。',
  '日時は、「変更 12月4日 14時」の形で書いてください。',
  '取りやめるときは、「取消」と理由を返信してください。',
].join('\n');
const ECHO_TODO: Record<string, string> = {
  terms_sent: `ご本人に、規約と日時のメールを送ります。\n${ECHO_CORRECTION}`,
  slots_offered: `ご本人に、空いている日時をご案内します。\n${ECHO_CORRECTION}`,
  details_asked: `同じ方の申込みの続きとして受け付けました。\nまだ足りない事項を、ご本人にメールでたずねます。\n${ECHO_CORRECTION}`,
};
const ECHO_MERGED = '同じ申込みを受け付け済みです。新しい予約は作っていません。';

/** Words about the booking of the thread, each answered with what it did. */
async function handleWords(tx: Writer, office: Office, spoken: Spoken): Promise<Handled> {
  const { arrival, words } = spoken;
  const aboutRegister = words.every(({ kind }) => kind === 'register' || kind === 'address');
  let booking =
    aboutRegister && isRequestWithoutSlot(spoken.booking)
      ? await learnBesideWords(tx, spoken)
      : spoken.booking;
  const results: WordResult[] = [];
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  const at = arrival.row.internalDate;
  // A new date first: what is confirmed or let go beside it is meant for that date.
  const isChange = ({ kind }: CounselorWord) => Number(kind === 'change');
  for (const word of words.toSorted((a, b) => isChange(b) - isChange(a))) {
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
  { arrival, booking, advice }: { arrival: Arrival; booking: Booking | null; advice?: string },
): Promise<Handled> {
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  if (advice !== undefined) cause.extras = { ...cause.extras, advice };
  await alertStaff(tx, office, { reason: 'not_understood', booking, cause });
  return { state: 'for_staff', outcome: 'not_understood', bookingId: booking?.id ?? null };
}
