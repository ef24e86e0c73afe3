/**
 * The thread in which mails are parsed and judged: bytes in, a typed message and a verdict out.
 * It keeps nothing from one mail to the next, and touches no store and no network. That it ends
 * in time is the guard's matter.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { judgeOrigin } from '../../message/origin.ts';
import { parseMessage, UnreadableMail } from '../../message/parse.ts';
import { verifyOwnMessageId } from '../../message/thread-keys.ts';
import type { Answer, Question, WorkerData } from './protocol.ts';

const { authservId, ownAddresses, messageIdKey } = workerData as WorkerData;

async function open({ source }: Question): Promise<Answer> {
  try {
    const message = await parseMessage(source, { authservId });
    const verdict = judgeOrigin(message, {
      ownAddresses,
      isOwnMessageId: (id) =>
        messageIdKey !== null && verifyOwnMessageId(id, messageIdKey) !== null,
    });
    return { kind: 'opened', message, verdict };
  } catch (error) {
    if (error instanceof UnreadableMail) return { kind: 'unreadable', reason: error.reason };
    return { kind: 'failed', why: String(error) };
  }
}

parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await open(question));
});
parentPort?.postMessage({ kind: 'ready' } satisfies Answer);
