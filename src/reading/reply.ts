/**
 * What a reply wants (Article 6(3)): consent, refusal, another time, a question, or
 * nothing sure. The reply is cut into clauses, each is judged by tables of words and
 * endings, and a table of precedence makes one intent of them. In doubt: unclear, a
 * counselor decides. Pure; it never sees the mail around the text.
 */
import { type ClauseReading, readClause } from './reply/calendar.ts';
import { readClauses } from './reply/clauses.ts';
import { dropConceded } from './reply/concessions.ts';
import { FACE } from './reply/faces.ts';
import { compact, fold } from './reply/fold.ts';
import type { Judgement } from './reply/judgement.ts';
import { findHits } from './reply/lexicon.ts';
import { type ReplyContext, readMention } from './reply/mentions.ts';
import { intentOf } from './reply/precedence.ts';
import type { Act, Meaning } from './reply/vocabulary.ts';
import type { ReplyIntent, ReplyReading, RequestFlag, Span } from './types.ts';
import { readWish } from './wish.ts';

export type { ReplyContext } from './reply/mentions.ts';

/** Beyond this the text is no plain reply (a quotation was not cut): a counselor reads it. */
const LONGEST_REPLY = 4000;
const MOST_CLAUSES = 120;
/** Words that must not be passed over as a line of the signature. */
const SPEAKS: ReadonlySet<Act> = new Set([
  'cancel',
  'obstacle',
  'change',
  'other_time',
  'waver',
  'complaint',
  'trouble',
  'ask',
]);
/** Nothing, or the full stop of an empty sentence. */
const SILENT = /^[。．.]?$/;
const FACES = new RegExp(FACE, 'gu');
const NO_CONTEXT: ReplyContext = { booked: null, offered: [] };

/** The intent of what a person wrote anew; empty text is a plain confirmation (Article 6(3)). */
export function readReply(
  text: string,
  reference: Temporal.ZonedDateTime,
  context: ReplyContext = NO_CONTEXT,
): ReplyReading {
  if (SILENT.test(text.trim())) return settle(plain('confirm', '本文なしの返信'), [], context);
  if (text.length > LONGEST_REPLY) return plain('unclear', '本文が長く、引用が残っている可能性');
  const clauses = readClauses(text);
  if (clauses.length > MOST_CLAUSES) return plain('unclear', '本文が長く、引用が残っている可能性');
  const read = clauses.map((clause) => readClause(readMention(clause, reference, context)));
  const judged = dropConceded(read.map((clause) => clause.judged));
  if (judged.length === 0) {
    if (!/[\p{L}\p{N}]/u.test(fold(text).text.replaceAll(FACES, '')))
      return plain('unclear', '記号だけの返信');
    if (findHits(compact(fold(text)).text).some(({ act }) => SPEAKS.has(act)))
      return plain('unclear', '署名の中の言葉のため判断しない');
    return settle(plain('confirm', '署名などのほかに本文なし'), read, context);
  }
  const intent = intentOf(new Set(judged.map(({ meaning }) => meaning)));
  const span = spanOf(judged, intent);
  const reading: ReplyReading = {
    intent,
    because: span ? text.slice(span.start, span.end).trim() : '',
    span,
    choice: null,
    wish: readWish(text, reference).wish,
    flags: flagsOf(judged),
  };
  return settle(reading, read, context);
}

function plain(intent: ReplyIntent, because: string): ReplyReading {
  return { intent, because, span: null, choice: null, wish: { kind: 'none' }, flags: [] };
}

function flagsOf(judged: Judgement[]): RequestFlag[] {
  return [...new Set(judged.flatMap(({ flag }) => (flag ? [flag] : [])))];
}

/** A consent to offered slots counts only where one of them is chosen. */
function settle(
  reading: ReplyReading,
  read: ClauseReading[],
  { booked, offered }: ReplyContext,
): ReplyReading {
  if (booked !== null || offered.length === 0) return reading;
  if (reading.intent !== 'confirm' && reading.intent !== 'confirm_with_question') return reading;
  const chosen = new Set(read.flatMap(({ choice }) => (choice === null ? [] : [choice])));
  if (chosen.size === 0 && offered.length === 1) return { ...reading, choice: 1 };
  const [choice] = chosen;
  if (chosen.size !== 1 || choice === undefined) return { ...reading, intent: 'unclear' };
  return { ...reading, choice };
}

/** The meanings that speak for an intent, the strongest first. */
const SPEAKS_FOR: Readonly<Record<ReplyIntent, readonly Meaning[]>> = {
  confirm: ['consent', 'agreement', 'assurance', 'courtesy'],
  confirm_with_question: ['consent', 'agreement', 'assurance', 'question'],
  decline: ['refusal'],
  change: ['change'],
  question: ['question'],
  unclear: ['complaint', 'doubt', 'trouble', 'objection', 'refusal', 'lapsed', 'need', 'statement'],
};

function spanOf(judged: Judgement[], intent: ReplyIntent): Span | null {
  for (const meaning of SPEAKS_FOR[intent]) {
    const found = judged.find((judgement) => judgement.meaning === meaning);
    if (found)
      return { start: found.clause.at[found.start] ?? 0, end: found.clause.at[found.end] ?? 0 };
  }
  return null;
}
