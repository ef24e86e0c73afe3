/**
 * What a mail says, as far as it can be told without the store: who speaks, which words are new,
 * and how they read. The bot and `uketsuke explain` ask the same questions here, in the same
 * order. Pure: it looks nothing up, decides nothing about a booking and writes nothing.
 */
import { exactStarts } from '../../domain/wish.ts';
import { addressKey } from '../../message/address.ts';
import { authenticationFailed, staffIsProven } from '../../message/authentication.ts';
import { type ForwardedPart, forwardedPart } from '../../message/forwarded.ts';
import { type ReplyText, replyText } from '../../message/reply-text.ts';
import type { InboundMessage, OriginVerdict } from '../../message/types.ts';
import { readCounselorWord } from '../../reading/counselor-word.ts';
import { type ReplyContext, readReply } from '../../reading/reply.ts';
import { readRequest } from '../../reading/request.ts';
import type {
  CounselorReading,
  ReplyIntent,
  ReplyReading,
  RequestReading,
  RequestText,
} from '../../reading/types.ts';

/** A mail in hand: parsed, judged, and with the instant to which "明日" refers. */
export interface MailInHand {
  message: InboundMessage;
  verdict: OriginVerdict;
  /** Canonical address of the author; '' where the mail names none. */
  sender: string;
  arrivedAt: Temporal.ZonedDateTime;
}

/** The canonical address of the author of a message; '' where it names none. */
export function senderOf({ from }: InboundMessage): string {
  const author = from[0]?.address ?? '';
  return author === '' ? '' : addressKey(author);
}

/**
 * Who speaks in a mail. `unproven`: the office's server says that the sender is not who he
 * claims; `nobody`: a person's mail that names no author; `site`: a booking site's notice. Only
 * `counselor`, `seeker` and `site` are read.
 */
export type Speaker =
  | 'own'
  | 'bounce'
  | 'site'
  | 'machine'
  | 'unproven'
  | 'counselor'
  | 'nobody'
  | 'seeker';

/**
 * The first answer counts: a notice of a site that the config knows (itself a machine's mail), then
 * machine or person, then proven or not, then who.
 */
export function whoSpeaks(
  mail: MailInHand,
  isStaff: (sender: string) => boolean,
  isSiteNotice: (mail: MailInHand) => boolean,
): Speaker {
  const { origin, rule } = mail.verdict;
  if (rule !== 'own-message-id' && origin !== 'bounce' && isSiteNotice(mail)) {
    return authenticationFailed(mail.message.authentication) ? 'unproven' : 'site';
  }
  // Our address without our Message-ID may be staff writing from the shared mailbox: it is listed.
  if (origin === 'own') return rule === 'own-message-id' ? 'own' : 'machine';
  if (origin === 'bounce') return 'bounce';
  if (origin !== 'person') return 'machine';
  if (authenticationFailed(mail.message.authentication)) return 'unproven';
  if (isStaff(mail.sender)) {
    return staffIsProven(mail.message.authentication, mail.sender) ? 'counselor' : 'unproven';
  }
  return mail.sender === '' ? 'nobody' : 'seeker';
}

/**
 * Whether the words of a mail are surely the person's and surely all: what was decoded or cut in
 * doubt confirms nothing and begins nothing, a person reads it (traps 4 and 15).
 */
export function isSurelyRead(
  { message }: Pick<MailInHand, 'message'>,
  written: { certain: boolean },
): boolean {
  return written.certain && message.doubts.length === 0;
}

/** A reading together with the very text that its spans point into. */
export interface ReadText<Reading> {
  text: string;
  reading: Reading;
}

/** A seeker's words read as a request: what he wrote anew, and his signature. */
export function readSeekerRequest(mail: MailInHand, written: ReplyText): ReadText<RequestReading> {
  return asRequest(mail, {
    subject: mail.message.subject,
    text: withSignature(written),
    sender: { name: mail.message.from[0]?.name ?? '', address: mail.sender },
  });
}

/** The answer to a question of ours; its subject is ours and says nothing. */
export function readSupplement(
  mail: MailInHand,
  written: ReplyText,
  by: 'seeker' | 'counselor',
): ReadText<RequestReading> {
  const name = mail.message.from[0]?.name ?? '';
  return asRequest(mail, {
    subject: '',
    text: by === 'counselor' ? written.newText : withSignature(written),
    sender: by === 'counselor' ? null : { name, address: mail.sender },
  });
}

/** A counselor's phone memo, written or forwarded. */
export function readMemo(
  mail: MailInHand,
  written: ReplyText,
  forwarded: ForwardedPart | null,
): ReadText<RequestReading> {
  return asRequest(mail, {
    subject: forwarded?.subject ?? mail.message.subject,
    text: forwarded?.text ?? written.newText,
    // A forwarded mail names its writer; the counselor's own name is never the seeker's.
    sender: forwarded?.from ?? null,
  });
}

/** A reply's words, and the intent that may be acted on: `unclear` where they are not surely read. */
export interface ReplyWords extends ReadText<ReplyReading> {
  judgement: ReplyIntent;
}

export function readReplyWords(
  mail: MailInHand,
  written: ReplyText,
  context: ReplyContext,
): ReplyWords {
  const reading = readReply(written.newText, mail.arrivedAt, context);
  const sure = isSurelyRead(mail, written);
  const judgement = sure ? judgementOf(reading, context.booked) : 'unclear';
  return { text: written.newText, reading, judgement };
}

/** A consent that names another time than the booked one is no consent to the booked one (trap 5). */
function judgementOf(
  { intent, wish }: ReplyReading,
  booked: Temporal.ZonedDateTime | null,
): ReplyIntent {
  const consents = intent === 'confirm' || intent === 'confirm_with_question';
  const other = exactStarts(wish).some(
    (start) => booked !== null && Temporal.ZonedDateTime.compare(start, booked) !== 0,
  );
  return consents && other ? 'change' : intent;
}

/** What a counselor's mail holds before a booking is looked at. */
export interface CounselorMail {
  written: ReplyText;
  words: CounselorReading;
  /** Null in a thread of ours: our own alert holds the mail that it is about. */
  forwarded: ForwardedPart | null;
}

/** `thread` is null where the mail answers none of ours. */
export function readCounselorMail(
  { message, arrivedAt }: MailInHand,
  thread: { ourText: string | null } | null,
): CounselorMail {
  const written = writtenByCounselor(message, thread?.ourText ?? null);
  return {
    written,
    words: readCounselorWord(written.newText, arrivedAt),
    forwarded: thread === null ? forwardedPart(message) : null,
  };
}

/**
 * What the counselor wrote anew. Our alert quotes a mail itself, so that comparing lines with it
 * may leave a doubt where the form of the quotation leaves none; both must find the same words.
 */
function writtenByCounselor(message: InboundMessage, ourText: string | null): ReplyText {
  const compared = replyText(message, ourText);
  if (compared.certain) return compared;
  const byForm = replyText(message, null);
  return byForm.certain && byForm.newText === compared.newText ? byForm : compared;
}

function asRequest({ arrivedAt }: MailInHand, text: RequestText): ReadText<RequestReading> {
  return { text: text.text, reading: readRequest(text, arrivedAt) };
}

function withSignature({ newText, signature }: ReplyText): string {
  return [newText, signature].filter((part) => part !== '').join('\n\n');
}
