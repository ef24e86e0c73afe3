/**
 * The write-ahead log beside the database, as a file that is brought to the disk: SQLite would stop
 * the whole program for it at every commit, here it is waited for aside, for many commits at once.
 * It reads and writes nothing in it; that is SQLite's alone.
 */
import { open } from 'node:fs/promises';

export interface WriteAheadLog {
  /** Resolves when all that was committed before this call is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The disk has failed; counts as an error of the database (`isDatabaseError`). */
class SyncFailed extends Error {
  readonly code = 'SQLITE_IOERR_FSYNC';
}

/**
 * Opens the log of an open database, and brings to the disk what a life before has committed last
 * and was ended over.
 */
export async function openWal(databasePath: string): Promise<WriteAheadLog> {
  const file = await open(`${databasePath}-wal`, 'r+');
  const sync = (): Promise<void> =>
    file.datasync().catch((cause: unknown) => {
      throw new SyncFailed(`${databasePath}-wal cannot be brought to the disk: ${cause}`, {
        cause,
      });
    });
  await sync();
  return { sync, close: () => file.close() };
}
