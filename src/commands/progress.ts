/**
 * A bar for work that takes longer than a second, on a terminal only: the only file that imports
 * cli-progress. It goes to standard error, so that a result can be piped on.
 */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** So many pieces more are done. Lets the screen be drawn now and then. */
  advance(pieces: number): Promise<void>;
  end(): void;
}

const SHOWN_AFTER_MS = 1000;
const DRAWN_EVERY_MS = 100;

/** Begins to count towards `total`; `label` is what is done, in Japanese. */
export function startProgress(label: string, total: number): Progress {
  const began = performance.now();
  let done = 0;
  let bar: SingleBar | null = null;
  let drawnAt = began;
  const draw = (): void => {
    if (bar === null && process.stderr.isTTY) {
      bar = new SingleBar(
        { format: `${label} {bar} {percentage}% ({value}/{total})`, stream: process.stderr },
        Presets.shades_classic,
      );
      bar.start(total, done);
    }
    bar?.update(done);
  };
  return {
    advance: async (pieces) => {
      done += pieces;
      const now = performance.now();
      if (now - drawnAt < DRAWN_EVERY_MS) return;
      drawnAt = now;
      if (now - began >= SHOWN_AFTER_MS) draw();
      await new Promise((resolve) => setImmediate(resolve));
    },
    end: () => {
      if (bar === null) return;
      bar.update(total);
      bar.stop();
    },
  };
}
