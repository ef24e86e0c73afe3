/**
 * `uketsuke backup [FILE]`: one whole, checked copy of the database while the bot runs on it, with
 * the key and the tokens beside it. Without FILE it goes into the folder of the config, where the
 * oldest are removed; a FILE that was named is never touched again.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { SetupProblem } from '../flow/setup-problem.ts';
import { backUpInThread } from '../store/backup/in-thread.ts';
import { BACKUP_NAMES, backupName } from '../store/backup/name.ts';
import { pruneBackups } from '../store/backup.ts';
import type { Outlet } from './outlet.ts';
import { startProgress } from './progress.ts';

export interface BackupOptions {
  configPath: string;
  file?: string | undefined;
  clock?: Clock;
}

/** Resolves to exit code 0. Throws `ConfigProblems`, `SetupProblem`, `DatabaseTrouble`. */
export async function backup(options: BackupOptions, outlet: Outlet): Promise<number> {
  const { database, backup: settings } = readConfig(options.configPath);
  if (!existsSync(database)) {
    throw new SetupProblem(`$.database: ${database} does not exist; there is nothing to back up`);
  }
  const now = (options.clock ?? systemClock).now();
  const file =
    options.file === undefined
      ? join(settings.folder, backupName('backup', now))
      : resolve(options.file);
  const { bookings } = await withProgress(database, file);
  outlet.out(`バックアップを作り、開いて確かめました（予約${bookings}件）。`);
  outlet.out(file);
  if (options.file !== undefined) return 0;
  const removed = pruneBackups(settings.folder, BACKUP_NAMES.backup, settings.keep);
  if (removed.length > 0) {
    outlet.out(
      `古いバックアップを${removed.length}件消しました（残すのは${settings.keep}件です）。`,
    );
  }
  return 0;
}

/** In megabytes, of about as many as the database has. */
async function withProgress(database: string, file: string): Promise<{ bookings: number }> {
  const megabytes = (bytes: number) => Math.floor(bytes / 1e6);
  const size = sizeOf(database) + sizeOf(`${database}-wal`);
  const progress = startProgress('書いています（MB）', megabytes(size));
  let written = 0;
  const inspection = await backUpInThread({ database, file }, (bytes) => {
    void progress.advance(Math.max(0, megabytes(bytes) - written));
    written = Math.max(written, megabytes(bytes));
  });
  progress.end();
  return inspection;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
