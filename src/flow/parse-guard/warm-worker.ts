/**
 * One worker thread, started ahead of its first mail and asked one question at a time. It tells
 * how each try ended, in time or not; a worker that timed out or ended is never asked again.
 * What follows from an end is the guard's to say.
 */
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread.ts';
import type { Answer, Question, WorkerData } from './protocol.ts';

export type WorkerAnswer = Exclude<Answer, { kind: 'ready' }>;

/** How one try ended. Only after `answered` can the worker be asked again. */
export type Try =
  | { kind: 'answered'; answer: WorkerAnswer }
  | { kind: 'timed_out' }
  /** The thread ended with the question in hand. */
  | { kind: 'crashed'; why: string }
  /** The thread never came up, or had ended before it was asked. */
  | { kind: 'not_running'; why: string };

export interface WarmWorker {
  /** Never rejects. The limit counts from when the worker is ready; bytes are copied. */
  ask(question: Question, limitMs: number): Promise<Try>;
  /** Whether the thread has ended by itself. */
  hasEnded(): boolean;
  /** Ends the thread, whatever it does; a try under way comes back as `crashed`. */
  end(): Promise<void>;
}

export interface WarmWorkerOptions {
  module: URL;
  data: WorkerData;
  /** Heap of the thread in MiB; one that needs more ends alone, not with the program. */
  heapMb: number;
}

/** What one mail leaves behind is mostly short-lived; more would only be held on to. */
const YOUNG_MB = 8;

/** A thread that has not come up by then never will. */
const START_LIMIT_MS = 30_000;

type Heard = Answer | { kind: 'ended'; why: string } | { kind: 'silence' };

/** Starts a thread; it does not keep the process alive while it is idle. */
export function startWarmWorker({ module, data, heapMb }: WarmWorkerOptions): WarmWorker {
  const worker = startThread(module, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.unref();
  const ear = listenTo(worker);

  const ask = async (question: Question, limitMs: number): Promise<Try> => {
    if (!ear.isReady()) {
      const heard = ear.ended() ?? (await ear.next(START_LIMIT_MS));
      if (heard.kind !== 'ready') return { kind: 'not_running', why: reasonOf(heard) };
    }
    const ended = ear.ended();
    if (ended !== null) return { kind: 'not_running', why: ended.why };
    give(worker, question);
    const heard = await ear.next(limitMs);
    if (heard.kind === 'silence') return { kind: 'timed_out' };
    if (heard.kind === 'ended') return { kind: 'crashed', why: heard.why };
    if (heard.kind === 'ready') return { kind: 'crashed', why: 'it spoke out of turn' };
    return { kind: 'answered', answer: heard };
  };

  return {
    ask: async (question, limitMs) => {
      worker.ref();
      try {
        return await ask(question, limitMs);
      } finally {
        worker.unref();
      }
    },
    hasEnded: () => ear.ended() !== null,
    end: async () => {
      await worker.terminate();
    },
  };
}

/** Bytes go as a copy of their own: the ledger's stay, and no pool behind them is cloned. */
function give(worker: Worker, question: Question): void {
  if (question.kind === 'judge') {
    worker.postMessage(question);
    return;
  }
  const source = Uint8Array.from(question.source);
  worker.postMessage({ kind: 'parse', source } satisfies Question, [source.buffer]);
}

/** The thread's events, one listener at a time, so that nothing of a past mail is held on to. */
function listenTo(worker: Worker) {
  let ready = false;
  let end: Extract<Heard, { kind: 'ended' }> | null = null;
  let listener: ((heard: Heard) => void) | null = null;
  const hear = (heard: Heard): void => {
    if (heard.kind === 'ready') ready = true;
    if (heard.kind === 'ended') end ??= heard;
    listener?.(heard);
  };
  worker.on('message', (answer: Answer) => hear(answer));
  worker.on('messageerror', ({ message }) => hear({ kind: 'ended', why: message }));
  worker.on('error', (error) => hear({ kind: 'ended', why: String(error) }));
  worker.on('exit', (code) => hear({ kind: 'ended', why: `exit code ${code}` }));
  return {
    isReady: () => ready,
    ended: () => end,
    next: (limitMs: number): Promise<Heard> =>
      new Promise((resolve) => {
        const settle = (heard: Heard): void => {
          clearTimeout(timer);
          listener = null;
          resolve(heard);
        };
        const timer = setTimeout(() => settle({ kind: 'silence' }), limitMs);
        listener = settle;
      }),
  };
}

function reasonOf(heard: Heard): string {
  return heard.kind === 'ended' ? heard.why : 'it did not start in time';
}
