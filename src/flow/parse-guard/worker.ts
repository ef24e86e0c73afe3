/**
 * The thread in which mails are parsed and judged: bytes in, a typed message and its verdict out; a
 * mail that answers one of ours is judged again with that text. It keeps the mail in hand and
 * nothing of those before it, and touches no store and no network. That it ends in time is the
 * guard's matter.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { judgeOrigin } from '../../message/origin.ts';
import { parseMessage } from '../../message/parse.ts';
import { verifyOwnMessageId } from '../../message/thread-keys.ts';
import type { InboundMessage, OriginVerdict } from '../../message/types.ts';
import { UnreadableMail } from '../../message/unreadable-mail.ts';
import type { Answer, Question, WorkerData } from './protocol.ts';

const { authservId, ownAddresses, messageIdKey } = workerData as WorkerData;
let inHand: InboundMessage | null = null;

async function answer(question: Question): Promise<Answer> {
  if (question.kind === 'parse') {
    inHand = await parseMessage(question.source, { authservId });
    return { kind: 'parsed', message: inHand, verdict: judge(inHand, null) };
  }
  if (inHand === null) return { kind: 'failed', why: 'no mail is in hand to be judged' };
  return { kind: 'judged', verdict: judge(inHand, question.ourText) };
}

function judge(message: InboundMessage, ourText: string | null): OriginVerdict {
  return judgeOrigin(message, {
    ownAddresses,
    isOwnMessageId: (id) => messageIdKey !== null && verifyOwnMessageId(id, messageIdKey) !== null,
    ourText,
  });
}

async function answerSafely(question: Question): Promise<Answer> {
  try {
    return await answer(question);
  } catch (error) {
    if (error instanceof UnreadableMail) return { kind: 'unreadable', reason: error.reason };
    return { kind: 'failed', why: String(error) };
  }
}

parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await answerSafely(question));
});
parentPort?.postMessage({ kind: 'ready' } satisfies Answer);
