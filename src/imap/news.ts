/**
 * Waits for the server's word that mail has come, without ever losing one that came while the
 * program was busy: IDLE (RFC 2177) where the server has it, NOOP in steps where it has not.
 * Knows no package and no folder; the mailbox hands it the commands and reports events to it.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** The commands that waiting needs. */
export interface IdleCommands {
  /** Whether the server offers IDLE. */
  canIdle(): boolean;
  /** Ends when another command breaks it; false when the server refused it. */
  idle(): Promise<boolean | undefined>;
  noop(): Promise<unknown>;
  /** Between two NOOPs, in milliseconds. */
  pollMs: number;
}

/** An IDLE that ends by itself within this time is not begun again at once (milliseconds). */
const SHORT_IDLE_MS = 1_000;

/** Bell of one connection: rung by the server, silenced when the folder is listed. */
export class NewsBell {
  readonly #commands: IdleCommands;
  #rung = true;
  #lost: Error | null = null;
  #listening: (() => void) | null = null;
  #idle: Promise<void> | null = null;
  #idleRefused = false;

  constructor(commands: IdleCommands) {
    this.#commands = commands;
  }

  /** The server announced mail. */
  ring(): void {
    this.#rung = true;
    this.#listening?.();
  }

  /** The connection is gone; everybody who waits or will wait is told `reason`. */
  lose(reason: Error): void {
    this.#lost ??= reason;
    this.#listening?.();
  }

  /** To be called just before the folder is listed: what is announced from now on is news again. */
  silence(): void {
    this.#rung = false;
  }

  /**
   * Resolves to 'news' at once if the bell rang since `silence()`, otherwise when it rings;
   * to 'timeout' after `timeoutMs` or when `signal` aborts. Rejects when the connection is lost.
   */
  async wait(options: { timeoutMs: number; signal: AbortSignal }): Promise<'news' | 'timeout'> {
    const over = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, options.timeoutMs);
    const onAbort = () => resolve();
    this.#listening = resolve;
    options.signal.addEventListener('abort', onAbort, { once: true });
    try {
      if (!this.#rung && this.#lost === null && !options.signal.aborted) {
        void this.#listen(over.signal);
        await promise;
      }
      if (this.#lost !== null) throw this.#lost;
      return this.#rung ? 'news' : 'timeout';
    } finally {
      over.abort();
      clearTimeout(timer);
      options.signal.removeEventListener('abort', onAbort);
      this.#listening = null;
    }
  }

  /** Keeps IDLE, or NOOPs, going until the wait is over; one IDLE at a time. */
  async #listen(over: AbortSignal): Promise<void> {
    while (!over.aborted && this.#lost === null) {
      if (this.#commands.canIdle() && !this.#idleRefused) {
        const begun = performance.now();
        this.#idle ??= this.#runIdle();
        await this.#idle;
        if (performance.now() - begun < SHORT_IDLE_MS) await pause(SHORT_IDLE_MS, over);
      } else {
        await pause(this.#commands.pollMs, over);
        if (!over.aborted) await this.#commands.noop().catch(() => undefined);
      }
    }
  }

  async #runIdle(): Promise<void> {
    try {
      this.#idleRefused = (await this.#commands.idle()) === false;
    } catch {
      // A lost connection is reported by the mailbox through lose().
    } finally {
      this.#idle = null;
    }
  }
}

/** Sleeps, or ends early without an error when the wait is over. */
async function pause(ms: number, over: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: over }).catch(() => undefined);
}
