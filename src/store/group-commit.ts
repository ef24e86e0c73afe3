/**
 * Works that wait at the same time are done one after the other inside one transaction, and who
 * waits for the disk at the same time shares the sync, which costs more than all the rest. To each
 * work it is a transaction of its own: all or nothing, and told as done when it is on the disk, or
 * where that is enough when it is committed. It opens no file.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { CompiledQuery, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

type Tx = Transaction<Database>;
type Work<T> = (tx: Tx) => Promise<T>;

/** What a group is written with. */
export interface Disk {
  /** Runs what it is given in one transaction; rejects where nothing of it is committed. */
  commit(work: Work<void>): Promise<void>;
  /** Resolves when all that was committed before this call is on the disk. */
  sync(): Promise<void>;
}

export interface GroupCommit {
  /**
   * Runs a work; what it throws rolls all of it back. Resolves when it is on the disk. With `told:
   * 'committed'` it does not wait for that: for steps from which nothing leaves the program before a
   * later transaction, or `onDisk`, has brought them there too.
   */
  transact<T>(work: Work<T>, options?: { told: 'committed' }): Promise<T>;
  /** Resolves when all that was committed before this call is on the disk. */
  onDisk(): Promise<void>;
}

interface Waiting {
  work: Work<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A group takes no further work after this, so that nobody's mail waits long for its commit. */
const GROUP_MS = 10;

/** Works run in the order in which they were handed in. */
export function groupCommit({ commit, sync }: Disk, groupMs = GROUP_MS): GroupCommit {
  const onDisk = shared(sync);
  const waiting: Waiting[] = [];
  let running = false;

  /** One transaction: the works that wait, until its time is up. */
  const runGroup = async (): Promise<void> => {
    const done: (() => void)[] = [];
    const begun: Waiting[] = [];
    const broken: unknown[] = [];
    try {
      await commit(async (tx) => {
        const until = performance.now() + groupMs;
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          begun.push(next);
          const told = await attempt(tx, next).catch((cause: unknown) => {
            broken.push(cause);
            throw cause;
          });
          done.push(told);
          // Works never leave the microtasks: without a pause sockets and timers would starve,
          // and what they bring may still share this commit.
          await othersTurn();
          if (performance.now() >= until) break;
        }
      });
    } catch (error) {
      // It could not even begin: that is said to the first, the others try for themselves.
      if (begun.length === 0) begun.push(...waiting.splice(0, 1));
      // What broke it says more than that it could not be rolled back.
      for (const { reject } of begun) reject(broken.length > 0 ? broken[0] : error);
      return;
    }
    for (const tell of done) tell();
  };

  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) await runGroup();
    running = false;
  };

  const committed = <T>(work: Work<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
      if (!running) void run();
    });

  return {
    transact: async (work, options) => {
      const result = await committed(work);
      if (options?.told !== 'committed') await onDisk();
      return result;
    },
    onDisk,
  };
}

const SAVEPOINT = CompiledQuery.raw('savepoint work');
const RELEASE = CompiledQuery.raw('release work');
const ROLL_BACK = CompiledQuery.raw('rollback to work');

/**
 * Runs one work so that its failure undoes it alone; returns how its end is told after the commit.
 * Throws where SQLite has given up the whole transaction with it, as on a full disk.
 */
async function attempt(tx: Tx, { work, resolve, reject }: Waiting): Promise<() => void> {
  await tx.executeQuery(SAVEPOINT);
  try {
    const value = await work(tx);
    await tx.executeQuery(RELEASE);
    return () => resolve(value);
  } catch (error) {
    try {
      await tx.executeQuery(ROLL_BACK);
      await tx.executeQuery(RELEASE);
    } catch {
      throw error;
    }
    return () => reject(error);
  }
}

/** `step`, never twice at a time: who calls while one runs shares the next with all others who do. */
function shared(step: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running.then(() => {
      const begun = step();
      running = begun.catch(() => undefined);
      next = null;
      return begun;
    });
    return next;
  };
}
