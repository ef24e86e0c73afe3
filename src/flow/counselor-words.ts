/**
 * What each counselor's word does to a booking, one function a word, and the Japanese sentence
 * that answers it. A word that the lifecycle table refuses changes nothing and says so.
 */
import type { Booking } from '../domain/booking.ts';
import { replyDeadline } from '../domain/deadline.ts';
import { type BookingEvent, decide } from '../domain/decide.ts';
import type { CounselorWord } from '../reading/types.ts';
import { bookingById } from '../store/bookings.ts';
import { putSeeker, seekerByNumber } from '../store/seekers.ts';
import type { Writer } from '../store/store.ts';
import { applyMove, type Cause } from './apply.ts';
import { resumeRequest } from './handle-request.ts';
import { STATE_WORDS } from './mail-views.ts';
import type { Office } from './office.ts';

export interface SpokenWord {
  booking: Booking;
  word: CounselorWord;
  /** All words of the mail: 登録確認 takes its address from a メール: line beside it. */
  words: readonly CounselorWord[];
  cause: Cause;
  at: Temporal.Instant;
}

export interface WordResult {
  done: boolean;
  /** One sentence to the counselor. */
  said: string;
  booking: Booking;
}

export async function applyWord(
  tx: Writer,
  office: Office,
  spoken: SpokenWord,
): Promise<WordResult> {
  const { word } = spoken;
  switch (word.kind) {
    case 'attended':
      return event(tx, office, spoken, { type: 'attended', at: spoken.at }, '来談を記録しました。');
    case 'no_show':
      return event(
        tx,
        office,
        spoken,
        { type: 'no_show', at: spoken.at },
        '不在（無断キャンセル）を記録しました。',
      );
    case 'cancel':
      return event(
        tx,
        office,
        spoken,
        { type: 'counselor_cancelled', at: spoken.at },
        '予約を取り消し、ご本人にお知らせします。',
      );
    case 'office_cancel':
      return event(
        tx,
        office,
        spoken,
        { type: 'office_cancelled', at: spoken.at },
        '所の都合で取り消し、ご本人にお詫びを送ります。',
      );
    case 'confirm':
      return confirm(tx, office, spoken, word.reason);
    case 'release_mail':
      return releaseTerms(tx, office, spoken);
    case 'register':
    case 'address':
      return register(tx, office, spoken);
    case 'refuse':
      return setRefusal(
        tx,
        spoken,
        word.reason ?? '（理由の記載なし）',
        'この方の利用お断りを記録しました。',
      );
    case 'lift_refusal':
      return setRefusal(tx, spoken, null, 'この方の利用お断りを解除しました。');
    case 'change':
    case 'next_session':
      return {
        done: false,
        said: '変更と次回の予約は、まだメールでは受けられません。予約は動かしていません。',
        booking: spoken.booking,
      };
  }
}

async function event(
  tx: Writer,
  office: Office,
  { booking, word, cause }: SpokenWord,
  bookingEvent: BookingEvent,
  said: string,
): Promise<WordResult> {
  const move = decide(booking, bookingEvent);
  if (move.kind === 'refused') {
    const state = STATE_WORDS[booking.state];
    return {
      done: false,
      said: `この予約は「${state}」なので、そのことばでは動かせません。`,
      booking,
    };
  }
  const reason = 'reason' in word ? word.reason : null;
  const caused = reason === null ? cause : { ...cause, detail: reason };
  return {
    done: true,
    said,
    booking: await applyMove(tx, office, { booking, move, cause: caused }),
  };
}

/** 確定: the override that 6(1) 原則として allows, with a reason that is kept. */
async function confirm(
  tx: Writer,
  office: Office,
  spoken: SpokenWord,
  reason: string | null,
): Promise<WordResult> {
  const { booking, at } = spoken;
  if (reason === null) {
    return {
      done: false,
      said: '「確定」の後に理由を書いてください。予約は動かしていません。',
      booking,
    };
  }
  if (booking.slot === null || booking.registeredAddress === null) {
    return {
      done: false,
      said: '日時か送り先のアドレスが決まっていないので、確定できません。',
      booking,
    };
  }
  return event(
    tx,
    office,
    spoken,
    { type: 'counselor_confirmed', at, reason },
    '予約を確定し、ご本人にお知らせします。',
  );
}

/** 送信許可: the terms mail of a request that waited for a counselor leaves after all. */
async function releaseTerms(tx: Writer, office: Office, spoken: SpokenWord): Promise<WordResult> {
  const { booking, at } = spoken;
  if (booking.slot === null || booking.registeredAddress === null) {
    return {
      done: false,
      said: '日時か送り先のアドレスが決まっていないので、規約のメールを送れません。',
      booking,
    };
  }
  const replyBy = replyDeadline(booking.slot.start, office.policy.closing);
  const set = { replyBy, termsSha256: office.terms.sha256 };
  return event(
    tx,
    office,
    spoken,
    { type: 'terms_sent', at, set },
    '規約と日時のメールを、ご本人に送ります。',
  );
}

/** 登録確認 and メール: put the seeker into the register, and the request goes on (Article 2(1)). */
async function register(tx: Writer, office: Office, spoken: SpokenWord): Promise<WordResult> {
  const { booking, words, cause, at } = spoken;
  const { seekerNumber, name, phone } = booking.items;
  if (seekerNumber === null || name === null) {
    return { done: false, said: '求職番号か氏名が分からないので、登録できません。', booking };
  }
  const known = await seekerByNumber(tx, seekerNumber);
  const stated = words.find((word) => word.kind === 'address');
  const address = stated?.address ?? known?.address ?? null;
  if (address === null) {
    return {
      done: false,
      said: '「メール: アドレス」の行も書いて、もう一度返信してください。',
      booking,
    };
  }
  const refusedReason = known?.refusedReason ?? null;
  await putSeeker(tx, { seekerNumber, name, address, phone, refusedReason }, cause.now);
  if (booking.state === 'requested' && booking.slot === null) {
    await resumeRequest(tx, office, { booking, reading: null, cause, at });
  }
  const said = '名簿に記録し、申込みの手続きを進めました。';
  return { done: true, said, booking: (await bookingById(tx, booking.id)) ?? booking };
}

/** お断り and お断り解除: only ever a counselor's act, never automatic (6(6), 12(1)). */
async function setRefusal(
  tx: Writer,
  { booking, cause }: SpokenWord,
  refusedReason: string | null,
  said: string,
): Promise<WordResult> {
  const { seekerNumber, name } = booking.items;
  if (seekerNumber === null) {
    return { done: false, said: '求職番号が分からないので、記録できません。', booking };
  }
  const known = await seekerByNumber(tx, seekerNumber);
  const seeker = known ?? {
    seekerNumber,
    name: name ?? '',
    address: booking.registeredAddress,
    phone: booking.items.phone,
  };
  await putSeeker(tx, { ...seeker, refusedReason }, cause.now);
  return { done: true, said, booking };
}
