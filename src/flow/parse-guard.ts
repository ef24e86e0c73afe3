/**
 * Opens a mail without being at its mercy: parsing and judging run in a worker thread with a
 * limit of time and memory, so that a mail that hangs or exhausts the parser costs itself and
 * not the next one. It keeps no mail, and knows neither ledger nor booking.
 */

import type { InboundMessage, OriginVerdict } from '../message/types.ts';
import { UnreadableMail } from '../message/unreadable-mail.ts';
import type { WorkerData } from './parse-guard/protocol.ts';
import {
  startWarmWorker,
  type Try,
  type WarmWorker,
  type WorkerAnswer,
} from './parse-guard/warm-worker.ts';

/** A mail that was parsed and judged. */
export interface OpenedSource {
  message: InboundMessage;
  verdict: OriginVerdict;
}

/** The text of our mail that a message answers, as sent; null where it answers none. */
export type FindOurText = (message: InboundMessage) => Promise<string | null>;

/** The parser could not work, whatever the mail: temporary, the mail stays as it is. */
export class ParserTrouble extends Error {
  override readonly name = 'ParserTrouble';
}

export interface ParserOptions extends WorkerData {
  /** How long one step of one mail may take, in milliseconds; config `limits.handlingSeconds`. */
  limitMs: number;
  /** The thread's module; only tests name another. */
  workerModule?: URL;
  /** Heap of the thread in MiB. */
  heapMb?: number;
}

export interface Parser {
  /**
   * Parses and judges one mail; calls are served one after the other. `findOurText` is asked
   * about the parsed message, outside the limit; what it throws comes through. Rejects with
   * `UnreadableMail` where the mail is at fault (no mail, too slow, too hungry): set it aside;
   * with `ParserTrouble` where it is not: try again later; with another error for a bug.
   */
  open(source: Uint8Array, findOurText?: FindOurText): Promise<OpenedSource>;
  /** Lets the mail in hand end within two seconds, then ends the thread. */
  close(): Promise<void>;
}

const WORKER = new URL('./parse-guard/worker.ts', import.meta.url);
/** Several times what the largest mail that is fetched needs. */
const HEAP_MB = 512;
/** Well under the five seconds in which the program ends. */
const CLOSING_GRACE_MS = 2000;

/** A thread that ended; whether that is the mail's fault shows on the next thread. */
class ThreadEnded extends Error {}

/** Starts the thread at once, so that it is warm when the first mail comes. */
export function createParser(options: ParserOptions): Parser {
  const start = () => startWarmWorker(workerOptions(options));
  let worker: WarmWorker | null = start();
  let inHand: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ask = async (question: Parameters<WarmWorker['ask']>[0]): Promise<WorkerAnswer> => {
    if (closed) throw new ParserTrouble('the parser is closed');
    if (worker === null || worker.hasEnded()) worker = start();
    const asked = worker;
    const result = await asked.ask(question, options.limitMs);
    if (result.kind === 'answered') return result.answer;
    worker = null;
    await asked.end();
    if (closed) throw new ParserTrouble('the parser was closed with this mail in hand');
    worker = start();
    throw troubleOf(result, options.limitMs);
  };

  const openOnce = async (source: Uint8Array, findOurText: FindOurText): Promise<OpenedSource> => {
    const { message, verdict } = expected('parsed', await ask({ kind: 'parse', source }));
    const ourText = await findOurText(message);
    if (ourText === null) return { message, verdict };
    const judged = expected('judged', await ask({ kind: 'judge', ourText }));
    return { message, verdict: judged.verdict };
  };

  const open = async (source: Uint8Array, findOurText: FindOurText): Promise<OpenedSource> => {
    try {
      return await openOnce(source, findOurText);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
    }
    try {
      return await openOnce(source, findOurText);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      throw new UnreadableMail(`the parser ended on it twice: ${error.message}`);
    }
  };

  return {
    open: (source, findOurText = async () => null) => {
      const opened = inHand.then(() => open(source, findOurText));
      inHand = opened.catch(() => undefined);
      return opened;
    },
    close: async () => {
      await settledWithin(CLOSING_GRACE_MS, inHand);
      closed = true;
      await worker?.end();
      worker = null;
    },
  };
}

function workerOptions({ authservId, ownAddresses, messageIdKey, ...own }: ParserOptions) {
  const data: WorkerData = { authservId, ownAddresses: [...ownAddresses], messageIdKey };
  return { module: own.workerModule ?? WORKER, data, heapMb: own.heapMb ?? HEAP_MB };
}

function troubleOf(result: Exclude<Try, { kind: 'answered' }>, limitMs: number): Error {
  switch (result.kind) {
    case 'timed_out':
      return new UnreadableMail(`not parsed within ${limitMs / 1000} s`);
    case 'crashed':
      return new ThreadEnded(result.why);
    case 'not_running':
      return new ParserTrouble(`the parser's thread does not run: ${result.why}`);
  }
}

function expected<Kind extends 'parsed' | 'judged'>(
  kind: Kind,
  answer: WorkerAnswer,
): Extract<WorkerAnswer, { kind: Kind }> {
  if (answer.kind === kind) return answer as Extract<WorkerAnswer, { kind: Kind }>;
  if (answer.kind === 'unreadable') throw new UnreadableMail(answer.reason);
  throw new Error(answer.kind === 'failed' ? answer.why : `unexpected answer: ${answer.kind}`);
}

async function settledWithin(limitMs: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, limitMs);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}
