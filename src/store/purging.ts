/**
 * The frame of a purge: the mark under which the story of a booking may be forgotten, and the
 * emptying of the write-ahead log, so that no old page stays in the files beside the database.
 */
import { sql } from 'kysely';
import type { Reader, Writer } from './store.ts';

/** Runs `work` with the guards of the story open; they are shut again before the commit. */
export async function whilePurging(tx: Writer, work: () => Promise<void>): Promise<void> {
  await tx.insertInto('purging').values({ id: 1 }).execute();
  await work();
  await tx.deleteFrom('purging').execute();
}

/**
 * Writes the log back into the database and cuts it to nothing; freed pages are zeros by
 * `secure_delete`. False where a reader is in the way: try again later.
 */
export async function emptyLog(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
