/**
 * A line on a terminal that tells what is done and for how long, and moves while one long step of
 * the database holds the main thread: a thread of its own draws it. On standard error, on a terminal
 * only, and only where the work takes longer than a second.
 */
import { startThread } from '../thread.ts';

export interface MovingLine {
  /** What is done now, in Japanese. */
  say(what: string): void;
  /** Takes the line away; whatever is printed next begins on an empty one. */
  end(): Promise<void>;
}

const DRAWER = new URL('./moving-line/drawer.ts', import.meta.url);
const CLEARED = '\r\x1b[K';

/** Begins with `what`; the caller ends it whatever happens. */
export function startMovingLine(what: string): MovingLine {
  if (!process.stderr.isTTY) return { say: () => undefined, end: async () => undefined };
  const drawer = startThread(DRAWER, { workerData: what });
  return {
    say: (next) => drawer.postMessage(next),
    end: async () => {
      await drawer.terminate();
      process.stderr.write(CLEARED);
    },
  };
}

/** Runs `work` under a moving line. */
export async function underMovingLine<T>(
  what: string,
  work: (line: MovingLine) => T | Promise<T>,
): Promise<T> {
  const line = startMovingLine(what);
  try {
    return await work(line);
  } finally {
    await line.end();
  }
}
