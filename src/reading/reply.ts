/**
 * What a reply wants (Article 6(3)): consent, refusal, another time, a question, or
 * nothing sure. The reply is cut into clauses, each is judged by tables of words and
 * endings, and a table of precedence makes one intent of them. In doubt: unclear, a
 * counselor decides. Pure; it never sees the mail around the text.
 */
import { readClauses } from './reply/clauses.ts';
import { type Judgement, judgeClause } from './reply/judge.ts';
import { intentOf } from './reply/precedence.ts';
import type { ReplyIntent, ReplyReading, RequestFlag, Span } from './types.ts';

/** What the reply answers to: the booked start, or the slots that were offered, in their order. */
export interface ReplyContext {
  booked: Temporal.ZonedDateTime | null;
  offered: readonly Temporal.ZonedDateTime[];
}

/** Beyond this the text is no plain reply (a quotation was not cut): a counselor reads it. */
const LONGEST_REPLY = 8000;

/** The intent of what a person wrote anew; empty text is a plain confirmation. */
export function readReply(
  text: string,
  reference: Temporal.ZonedDateTime,
  context: ReplyContext = { booked: null, offered: [] },
): ReplyReading {
  const none = { choice: null, wish: { kind: 'none' } as const, flags: [] };
  if (text.length > LONGEST_REPLY)
    return { intent: 'unclear', because: '長文のため判断しない', span: null, ...none };
  if (text.trim() === '')
    return { intent: 'confirm', because: '本文なしの返信', span: null, ...none };
  const judged = readClauses(text).flatMap(judgeClause);
  if (judged.length === 0)
    return { intent: 'confirm', because: '署名だけの返信', span: null, ...none };
  const intent = intentOf(new Set(judged.map(({ meaning }) => meaning)));
  const flags: RequestFlag[] = [...new Set(judged.flatMap(({ flag }) => (flag ? [flag] : [])))];
  const span = spanOf(judged, intent);
  const because = span ? text.slice(span.start, span.end) : '';
  void reference;
  void context;
  return { intent, because, span, choice: null, wish: { kind: 'none' }, flags };
}

function spanOf(judged: Judgement[], intent: ReplyIntent): Span | null {
  void intent;
  const first = judged.find(({ meaning }) => meaning !== 'neutral') ?? judged[0];
  if (!first) return null;
  return { start: first.clause.at[first.start] ?? 0, end: first.clause.at[first.end] ?? 0 };
}
