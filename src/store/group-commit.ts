/**
 * Works that wait at the same time are done one after the other inside one transaction, so that
 * they share its one sync to the disk, which costs more than all the rest. To each work it is a
 * transaction of its own: all or nothing, and told as done only when it is on the disk.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

type Tx = Transaction<Database>;
type Work<T> = (tx: Tx) => Promise<T>;

interface Waiting {
  work: Work<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A group takes no further work after this, so that nobody's mail waits long for its commit. */
const GROUP_MS = 10;

/**
 * Makes a `transact`. `inTransaction` runs what it is given in one transaction, and rejects where
 * nothing of it is on the disk. Works run in the order in which they were handed in.
 */
export function groupCommit(
  inTransaction: (work: Work<void>) => Promise<void>,
  groupMs = GROUP_MS,
) {
  const waiting: Waiting[] = [];
  let running = false;

  /** One transaction: the works that wait, until its time is up. */
  const runGroup = async (): Promise<void> => {
    const done: (() => void)[] = [];
    const begun: Waiting[] = [];
    const broken: unknown[] = [];
    try {
      await inTransaction(async (tx) => {
        const until = performance.now() + groupMs;
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          begun.push(next);
          const told = await attempt(tx, next).catch((cause: unknown) => {
            broken.push(cause);
            throw cause;
          });
          done.push(told);
          if (performance.now() >= until) break;
        }
      });
      for (const tell of done) tell();
    } catch (error) {
      // It could not even begin: that is said to the first, the others try for themselves.
      if (begun.length === 0) begun.push(...waiting.splice(0, 1));
      // What broke it says more than that it could not be rolled back.
      for (const { reject } of begun) reject(broken.length > 0 ? broken[0] : error);
    }
  };

  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      await runGroup();
      // Works never leave the microtasks: without a pause sockets and timers would starve.
      await othersTurn();
    }
    running = false;
  };

  return <T>(work: Work<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
      if (!running) void run();
    });
}

/**
 * Runs one work so that its failure undoes it alone; returns how its end is told after the commit.
 * Throws where SQLite has given up the whole transaction with it, as on a full disk.
 */
async function attempt(tx: Tx, { work, resolve, reject }: Waiting): Promise<() => void> {
  await sql`savepoint work`.execute(tx);
  try {
    const value = await work(tx);
    await sql`release work`.execute(tx);
    return () => resolve(value);
  } catch (error) {
    try {
      await sql`rollback to work`.execute(tx);
      await sql`release work`.execute(tx);
    } catch {
      throw error;
    }
    return () => reject(error);
  }
}
