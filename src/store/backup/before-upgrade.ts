/**
 * The backup that an upgrade takes by itself: before the first migration touches a database that
 * is in use, so that the version before can be put back with its data.
 */
import { join } from 'node:path';
import { backUp, pruneBackups } from '../backup.ts';
import { BACKUP_NAMES, backupName } from './name.ts';

/** Returns the path of the backup; the oldest of its kind beyond `keep` go. Throws `DatabaseTrouble`. */
export function backUpBeforeUpgrade(
  database: string,
  { folder, keep }: { folder: string; keep: number },
  now: Temporal.Instant,
): string {
  const file = join(folder, backupName('upgrade', now));
  backUp(database, file);
  pruneBackups(folder, BACKUP_NAMES.upgrade, keep);
  return file;
}
