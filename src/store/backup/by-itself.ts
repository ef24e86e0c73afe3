/**
 * The backups that the program takes by itself, before what cannot be taken back: an upgrade of a
 * database that is in use, and a purge by a clock that has leapt.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, pruneBackups } from '../backup.ts';
import { BACKUP_NAMES, type BackupCause, backupName } from './name.ts';

export interface Kept {
  database: string;
  backup: { folder: string; keep: number };
  now: Temporal.Instant;
}

/**
 * Returns the path of the backup, which may be there from a try that ended in the same second; the
 * oldest of its kind beyond `keep` go. Throws `DatabaseTrouble`.
 */
export function backUpBefore(
  cause: Exclude<BackupCause, 'backup'>,
  { database, backup: { folder, keep }, now }: Kept,
): string {
  const file = join(folder, backupName(cause, now));
  if (!existsSync(file)) backUp(database, file);
  pruneBackups(folder, BACKUP_NAMES[cause], keep);
  return file;
}
