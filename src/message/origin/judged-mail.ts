/**
 * The view of a mail on which the rules of "machine or person" are asked: the mail, and the
 * words that the sender wrote anew, in spellings that make phrases easy to find.
 * It never decides, and it never reads more than the first 20,000 characters of the text.
 */
import type { InboundMessage } from '../types.ts';
import { ownWords } from './own-words.ts';
import type { SearchedText } from './phrase-score.ts';
import { foldSpelling } from './spelling.ts';

/** What the judge must know of the office, beside the mail. */
export interface OriginContext {
  /** Addresses of the office's mailbox, compared without case. */
  ownAddresses: string[];
  /** Whether a Message-ID (with angle brackets) is one that we made. */
  isOwnMessageId(id: string): boolean;
  /** The text of the mail of ours that was answered, if known; its lines are nobody's words. */
  ourText?: string | null;
}

export interface JudgedMail {
  message: InboundMessage;
  context: OriginContext;
  /** Address of the first From mailbox in lower case, '' where there is none. */
  fromAddress: string;
  /** Subject in NFKC, trimmed, single spaces. */
  subject: string;
  /** What the sender wrote anew, in the spellings of the phrase tables. */
  written: SearchedText;
}

const READ_AT_MOST = 20_000;
/** Words that the sender cites (「自動送信」とありますが) are somebody else's. */
const CITED = /「[^「」]{1,120}」(?=\s{0,4}(?:と|って|とか|の(?:文|表示|記載|件)))/gu;

/** Prepares a mail for the rules; pure, linear in the length of the mail. */
export function judgedMail(message: InboundMessage, context: OriginContext): JudgedMail {
  const text = ownWords(message, context.ourText ?? null)
    .slice(0, READ_AT_MOST)
    .normalize('NFKC')
    .replace(CITED, '');
  const subject = message.subject.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return {
    message,
    context,
    fromAddress: (message.from[0]?.address ?? '').toLowerCase(),
    subject,
    written: {
      lines: text,
      words: text.replace(/\s+/gu, ' ').toLowerCase().trim(),
      squeezed: foldSpelling(text.replace(/\s+/gu, '')),
      subject: foldSpelling(subject),
    },
  };
}
