/**
 * A counselor's mail: a word about a booking (by reply to any of our mails), an answer to what
 * the counselor was asked, or a phone memo, forwarded or written. Every word is answered with
 * what it did; what is not understood is answered too.
 */
import type { Booking } from '../../domain/booking.ts';
import type { ReplyText } from '../../message/reply-text.ts';
import { referenceCodesIn } from '../../message/thread-keys.ts';
import { correctsOriginal } from '../../reading/counselor/corrections.ts';
import type { CounselorWord } from '../../reading/types.ts';
import { bookingByReference } from '../../store/bookings.ts';
import type { OurMail } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { type Arrival, causeOf, threadBooking } from '../arrival/arrival.ts';
import { isRequest } from '../arrival/is-request.ts';
import { isSurelyRead, readCounselorMail, readMemo } from '../arrival/understand.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { applyWord } from '../words/counselor-words.ts';
import type { WordResult } from '../words/spoken-word.ts';
import { answerCounselor } from './answer-counselor.ts';
import { handleCorrection } from './handle-correction.ts';
import { echo, handleMemo } from './handle-memo.ts';
import {
  handleLooseSettle,
  looseMailAnswered,
  onlySettles,
  settleAnswered,
} from './handle-settle.ts';
import { handleCounselorSupplement, learnBesideWords } from './handle-supplement.ts';

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
    await settleAnswered(tx, answers, causeOf(arrival, 'counselor', office.clock.now()));
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
      if (forwarded !== null && correctsOriginal(`${forwarded.comment}\n${forwarded.between}`)) {
        return notUnderstood(tx, office, { arrival, booking, advice: CORRECTED_ABOVE });
      }
      return memo.flags.includes('multiple_people')
        ? notUnderstood(tx, office, { arrival, booking, advice: ONE_BY_ONE })
        : handleMemo(tx, office, { arrival, memo, words });
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
  const other = await otherBookingNamed(tx, spoken);
  if (other !== null) {
    return notUnderstood(tx, office, { arrival, booking, advice: namesAnother(other) });
  }
  if (words.length > 0 && !onlySettles(words)) return handleWords(tx, office, spoken);
  const handled = await handleAddition(tx, office, spoken);
  if (handled !== null) return handled;
  if (words.length > 0) return handleWords(tx, office, spoken);
  const advice = booking.channel === 'site' ? { advice: CHANGED_AT_SITE } : {};
  return notUnderstood(tx, office, { arrival, booking, ...advice });
}

/** Another booking's number in what was written: whose booking is meant, a machine cannot tell. */
async function otherBookingNamed(
  tx: Writer,
  { booking, written, words }: Spoken,
): Promise<string | null> {
  const reasons = words.flatMap((word) => ('reason' in word && word.reason) || []);
  const text = reasons.reduce((rest, reason) => rest.replace(reason, ''), written.newText);
  for (const reference of referenceCodesIn(text)) {
    if (reference === booking.reference) continue;
    if ((await bookingByReference(tx, reference)) !== null) return reference;
  }
  return null;
}

function namesAnother(reference: string): string {
  return [
    `本文に、別の予約の番号 ${reference} があります。`,
    'どちらの予約のことか分からないので、何も動かしていません。',
    '別の予約を動かすときは、新しいメールの件名に、予約番号ということばとその番号を書いてください。',
  ].join('\n');
}

const CHANGED_AT_SITE = '予約サイトの予約です。\n日時などは、予約サイトで直してもらってください。';

/** 済 may stand in a memo ("本人確認済"); 登録確認 and メール: are about the person whom it names. */
const PART_OF_MEMO: ReadonlySet<CounselorWord['kind']> = new Set(['register', 'address', 'settle']);
const CORRECTED_ABOVE =
  '転送の上に、訂正や取消のことばがあります。\nどちらが正しいか分からないので、受け付けていません。\n正しい内容だけを、新しいメールで送ってください。';
const ONE_BY_ONE =
  '2人以上のことが書かれているように読めます。\n1人ずつ、別のメールで送ってください。';
const SETTLES_WHAT =
  'どのお知らせのことか分かりません。\n済みにするお知らせのメールに、「済」と返信してください。';

/** What a counselor adds to a request, or puts right about a booking; null where it is neither. */
async function handleAddition(
  tx: Writer,
  office: Office,
  { arrival, booking, written }: Spoken,
): Promise<Handled | null> {
  if (isRequestWithoutSlot(booking)) {
    // What a booking site took in is put right there; here it would become another request.
    if (booking.channel === 'site') return null;
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
