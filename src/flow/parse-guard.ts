/**
 * Opens a mail without being at its mercy: parsing and judging run in a worker thread with a
 * limit of time and memory, so that a mail that hangs or exhausts the parser costs itself and
 * not the next one. It keeps no mail, and knows neither ledger nor booking.
 */
import { UnreadableMail } from '../message/parse.ts';
import type { OpenedSource, WorkerData } from './parse-guard/protocol.ts';
import { startWarmWorker, type Try, type WarmWorker } from './parse-guard/warm-worker.ts';

export type { OpenedSource } from './parse-guard/protocol.ts';

/** The parser could not work, whatever the mail: temporary, the mail stays as it is. */
export class ParserTrouble extends Error {
  override readonly name = 'ParserTrouble';
}

export interface ParserOptions extends WorkerData {
  /** How long one mail may take, in milliseconds; config `limits.handlingSeconds`. */
  limitMs: number;
  /** The thread's module; only tests name another. */
  workerModule?: URL;
  /** Heap of the thread in MiB. */
  heapMb?: number;
}

export interface Parser {
  /**
   * Parses and judges one mail; calls are served one after the other. Rejects with
   * `UnreadableMail` where the mail is at fault (no mail, too slow, too hungry): set it aside;
   * with `ParserTrouble` where it is not: try again later; with another error for a bug.
   */
  open(source: Uint8Array): Promise<OpenedSource>;
  /** Lets the mail in hand end within `CLOSING_GRACE_MS`, then ends the thread. */
  close(): Promise<void>;
}

const WORKER = new URL('./parse-guard/worker.ts', import.meta.url);
/** Several times what the largest mail that is fetched needs. */
const HEAP_MB = 512;
/** Less than the five seconds in which the program ends. */
const CLOSING_GRACE_MS = 2000;

/** Starts the thread at once, so that it is warm when the first mail comes. */
export function createParser(options: ParserOptions): Parser {
  const start = () => startWarmWorker(workerOptions(options));
  let worker: WarmWorker | null = start();
  let inHand: Promise<unknown> = Promise.resolve();
  let closed = false;

  const tryOnce = async (source: Uint8Array): Promise<Try> => {
    if (closed) throw new ParserTrouble('the parser is closed');
    worker ??= start();
    const asked = worker;
    const result = await asked.ask(source, options.limitMs);
    if (result.kind === 'answered') return result;
    worker = null;
    await asked.end();
    if (closed) throw new ParserTrouble('the parser was closed with this mail in hand');
    worker = start();
    return result;
  };

  const open = async (source: Uint8Array): Promise<OpenedSource> => {
    const first = await tryOnce(source);
    // A thread may have died of what came before, so the mail is not blamed at once.
    const wasWell = first.kind === 'answered' || first.kind === 'timed_out';
    return settle(wasWell ? first : await tryOnce(source), options.limitMs);
  };

  return {
    open: (source) => {
      const opened = inHand.then(() => open(source));
      inHand = opened.catch(() => undefined);
      return opened;
    },
    close: async () => {
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, CLOSING_GRACE_MS);
      await Promise.race([inHand, grace.promise]);
      clearTimeout(timer);
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

function settle(result: Try, limitMs: number): OpenedSource {
  switch (result.kind) {
    case 'timed_out':
      throw new UnreadableMail(`not parsed within ${limitMs / 1000} s`);
    case 'crashed':
      throw new UnreadableMail(`the parser ended on it twice: ${result.why}`);
    case 'not_running':
      throw new ParserTrouble(`the parser's thread does not run: ${result.why}`);
    case 'answered':
      return openedOf(result.answer);
  }
}

function openedOf(answer: Extract<Try, { kind: 'answered' }>['answer']): OpenedSource {
  switch (answer.kind) {
    case 'opened':
      return { message: answer.message, verdict: answer.verdict };
    case 'unreadable':
      throw new UnreadableMail(answer.reason);
    case 'failed':
      throw new Error(answer.why);
  }
}
