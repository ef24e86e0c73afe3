/**
 * What each counselor's word does to a booking, and the Japanese sentence that answers it. A word
 * that the lifecycle table refuses changes nothing and says so. The words about the register are
 * in `register-words.ts`.
 */
import type { Slot } from '../../domain/booking.ts';
import { deadlinePassed, replyDeadline } from '../../domain/deadline.ts';
import { type BookingEvent, decide, type Refusal } from '../../domain/decide.ts';
import { isFree } from '../../domain/held-slots.ts';
import { NO_SHOW_AFTER_MINUTES } from '../../domain/session.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { hasEvent } from '../../store/events.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import { sessionsAround, takenSlots } from '../../store/slots.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { takenForConsent } from '../arrival/consent.ts';
import { heardFromSeeker } from '../heard.ts';
import type { Office } from '../office.ts';
import { termsForSlot } from '../terms-of.ts';
import { heardInWords, NO_SHOW_SAID, withRemarkTold } from './attendance-answers.ts';
import { furtherWord, WORD_NAMES } from './further-word.ts';
import { bookNextSession } from './next-session.ts';
import { register, setRefusal } from './register-words.ts';
import { reschedule } from './reschedule.ts';
import { settleByWord } from './settle-matters.ts';
import { confirmSiteBooking } from './site-words.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';
import { andPhone } from './today.ts';

/**
 * Does what one word says, as far as the table of the lifecycle and the rules allow; never throws
 * for a word that cannot be. `spoken.cause.mail` is null where the word came without a mail.
 */
export async function applyWord(
  tx: Writer,
  office: Office,
  spoken: SpokenWord,
): Promise<WordResult> {
  const { word } = spoken;
  switch (word.kind) {
    case 'no_show': {
      const heard = await heardFromSeeker(tx, spoken.booking);
      if (heard !== null) return notDone(spoken.booking, heardInWords(heard));
      const event = { type: 'no_show', at: spoken.at } as const;
      return record(tx, office, { spoken, event, said: withRemarkTold(NO_SHOW_SAID, word) });
    }
    case 'attended':
    case 'cancel':
    case 'office_cancel': {
      const { type, said } = RECORDED[word.kind];
      const event = { type, at: spoken.at } as const;
      const told = said === null ? cancelled(spoken) : withRemarkTold(said, word);
      return record(tx, office, { spoken, event, said: told });
    }
    case 'confirm':
      return confirm(tx, office, { spoken, reason: word.reason });
    case 'release_mail':
      return releaseTerms(tx, office, spoken);
    case 'register':
    case 'address':
      return register(tx, office, spoken);
    case 'refuse':
    case 'lift_refusal':
      return setRefusal(tx, office, spoken);
    case 'change':
      return reschedule(tx, office, { spoken, wish: word.wish });
    case 'next_session':
      return bookNextSession(tx, office, { spoken, wish: word.wish });
    case 'settle':
      return settleByWord(tx, spoken);
  }
}

/** Words that record one event and nothing else; `said` null: it depends on the booking. */
const RECORDED = {
  attended: { type: 'attended', said: '来談を記録しました。' },
  cancel: { type: 'counselor_cancelled', said: null },
  office_cancel: { type: 'office_cancelled', said: null },
} as const;

function cancelled({ booking, word, cause }: SpokenWord): string {
  if (booking.registeredAddress === null) {
    return '予約を取り消しました。送り先のアドレスが分からないので、ご本人には電話で伝えてください。';
  }
  const said = '予約を取り消し、ご本人にお知らせします。';
  // Who cancelled by telephone knows of it.
  return word.kind === 'office_cancel' ? andPhone(said, booking.slot, cause.now) : said;
}

interface Recorded {
  spoken: SpokenWord;
  event: BookingEvent;
  /** What the counselor is told where the event could be. */
  said: string;
}

async function record(
  tx: Writer,
  office: Office,
  { spoken, event, said }: Recorded,
): Promise<WordResult> {
  const { booking, word, cause } = spoken;
  const move = decide(booking, event);
  if (move.kind === 'refused') return notDone(booking, refusalInWords(move, spoken));
  const reason = 'reason' in word ? word.reason : null;
  const caused = reason === null ? cause : { ...cause, detail: reason };
  return answered(await applyMove(tx, office, { booking, move, cause: caused }), said);
}

function refusalInWords({ why, state }: Refusal, spoken: SpokenWord): string {
  const { word } = spoken;
  const name = WORD_NAMES[word.kind];
  switch (why) {
    case 'state':
      return `この予約は「${STATE_WORDS[state]}」なので、「${name}」はできません。`;
    case 'no_slot':
      return word.kind === 'confirm'
        ? `日時が決まっていないので、「${name}」はできません。\n日時と一緒に決めるときは、${furtherWord('agreed', spoken)}`
        : `日時が決まっていないので、「${name}」はできません。`;
    case 'too_early':
      return word.kind === 'no_show'
        ? `開始から${NO_SHOW_AFTER_MINUTES}分が過ぎていないので、「${name}」はまだ記録できません。`
        : `相談の時刻になっていないので、「${name}」はまだ記録できません。`;
    case 'too_late':
      return '相談の時刻を過ぎているので、確定できません。';
  }
}

/** 確定: the override that 6(1) 原則として allows, with a reason that is kept. */
async function confirm(
  tx: Writer,
  office: Office,
  { spoken, reason }: { spoken: SpokenWord; reason: string | null },
): Promise<WordResult> {
  const { booking, at, cause } = spoken;
  if (reason === null) {
    return notDone(booking, '「確定」の後に理由を書いてください。予約は動かしていません。');
  }
  if (booking.channel === 'site' && booking.slot === null) {
    return confirmSiteBooking(tx, office, spoken);
  }
  if (booking.registeredAddress === null) {
    return notDone(booking, '送り先のアドレスが決まっていないので、確定できません。');
  }
  if (booking.state === 'void' && booking.slot !== null && !(await isStillFree(tx, booking.slot))) {
    return notDone(
      booking,
      'この枠には、もうほかの方の予約があります。ご本人と別の日時を相談し、受付メモで送ってください。',
    );
  }
  const withTerms = !(await termsArrived(tx, booking.id));
  const terms = withTerms && booking.slot !== null ? termsForSlot(office, booking.slot) : null;
  const consentedAt = withTerms ? null : await takenForConsent(tx, booking);
  const confirmed: BookingEvent = {
    type: 'counselor_confirmed',
    at,
    reason,
    ...(consentedAt === null ? {} : { consentedAt }),
    ...(terms === null ? {} : { termsSha256: terms.sha256 }),
  };
  const caused = { ...spoken, cause: { ...cause, extras: { withTerms } } };
  const said = '予約を確定し、ご本人にお知らせします。';
  return record(tx, office, { spoken: caused, event: confirmed, said });
}

/**
 * Whether a terms mail left, as far as is known; else the confirmation has to carry the terms
 * (6(3)).
 */
async function termsArrived(tx: Writer, bookingId: number): Promise<boolean> {
  if (await hasEvent(tx, bookingId, 'terms_bounced')) return false;
  return hasEvent(tx, bookingId, 'terms_accepted');
}

/** A void booking holds nothing: its slot may have been given to somebody else since (trap 7). */
async function isStillFree(tx: Writer, slot: Slot): Promise<boolean> {
  return isFree(slot, await takenSlots(tx, sessionsAround(slot.start)));
}

/** Whether a terms mail left or will; one that the relay refused, or that was withdrawn, will not. */
async function isOnItsWay(tx: Writer, bookingId: number): Promise<boolean> {
  const terms = await newestOfKind(tx, bookingId, 'seeker.action.terms');
  return terms !== null && !terms.failed;
}

/** 送信許可: the terms mail of a request that waited for a counselor leaves after all. */
async function releaseTerms(tx: Writer, office: Office, spoken: SpokenWord): Promise<WordResult> {
  const { booking, at, cause } = spoken;
  if (booking.slot === null || booking.registeredAddress === null) {
    return notDone(
      booking,
      '日時か送り先のアドレスが決まっていないので、規約のメールを送れません。',
    );
  }
  const replyBy = replyDeadline(booking.slot.start, office.policy.closing);
  if (deadlinePassed(cause.now, replyBy)) {
    return notDone(
      booking,
      `返信の期限を過ぎているので、規約のメールを送れません。\n受けるときは、${furtherWord('confirm', spoken)}`,
    );
  }
  if (await isOnItsWay(tx, booking.id)) {
    return notDone(booking, '規約のメールは、もう送ったか、これから送るところです。');
  }
  const set = { replyBy, termsSha256: termsForSlot(office, booking.slot).sha256 };
  const event = { type: 'terms_sent', at, set } as const;
  return record(tx, office, { spoken, event, said: '規約と日時のメールを、ご本人に送ります。' });
}
