/**
 * Whether the work really goes on: each part that must not stand still gives a sign of life and
 * says within what time the next one comes. A server out of reach or a locked database is no
 * standstill: the parts go on trying. The watchdog of the machine is fed by `alive` only.
 */

/** The loop that reads the mailbox and works on its mails; the minute hand with its chores. */
export type Part = 'mailbox' | 'minute';

/** What one poll, one reconnection or one round of chores may take on a slow day. */
const GRACE_MS = 300_000;

export interface Pulse {
  /** A sign of life; the next comes within `withinMs`, and a grace for slow days. */
  beat(part: Part, withinMs: number): void;
  /** All parts wait for somebody else and go on trying: no part is late for now. */
  wait(): void;
  /** Whether no part that has given a sign is late. */
  alive(): boolean;
}

/** `elapsedMs` counts milliseconds that never go back. */
export function createPulse(elapsedMs: () => number = () => performance.now()): Pulse {
  const dueBy = new Map<Part, number>();
  return {
    beat: (part, withinMs) => {
      dueBy.set(part, elapsedMs() + withinMs + GRACE_MS);
    },
    wait: () => {
      const later = elapsedMs() + GRACE_MS;
      for (const [part, due] of dueBy) dueBy.set(part, Math.max(due, later));
    },
    alive: () => [...dueBy.values()].every((due) => elapsedMs() <= due),
  };
}
