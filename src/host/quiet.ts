/**
 * Gives memory back to the machine when the program has had nothing to do for a while: V8 keeps what
 * a start or a burst of mail made it take. Node lets a program ask for that only where it was
 * started with `--expose-gc`, as `spare-memory.js` starts it; elsewhere nothing happens.
 */

/** A reply that comes into the collection waits for it, some 60 ms; so not between two of a burst. */
const QUIET_MS = 2_000;

/** To be told of each sign of work. */
export interface Quiet {
  stir(): void;
}

/** Begins to wait for quiet; each further sign of work begins the wait anew. */
export function giveMemoryBackWhenQuiet(gc: typeof globalThis.gc = globalThis.gc): Quiet {
  if (gc === undefined) return { stir() {} };
  const collect = () => void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const timer = setTimeout(collect, QUIET_MS).unref();
  return { stir: () => void timer.refresh() };
}
