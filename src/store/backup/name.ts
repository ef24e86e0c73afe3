/**
 * The names of backups: they sort by time, and say by their beginning why they were made, so that
 * one kind never pushes another out of the folder.
 */
import { toStored } from '../stored-time.ts';

/** Asked for by an admin, or made before an upgrade or a purge by a clock that has leapt. */
export type BackupCause = 'backup' | 'upgrade' | 'purge';

export const BACKUP_NAMES: Record<BackupCause, RegExp> = {
  backup: /^uketsuke-backup-\d{8}-\d{6}\.sqlite$/,
  upgrade: /^uketsuke-upgrade-\d{8}-\d{6}\.sqlite$/,
  purge: /^uketsuke-purge-\d{8}-\d{6}\.sqlite$/,
};

/** "uketsuke-backup-20261203-100000.sqlite", in Japanese time. */
export function backupName(cause: BackupCause, now: Temporal.Instant): string {
  return `uketsuke-${cause}-${stamp(now)}.sqlite`;
}

/** "20261203-100000", in Japanese time. */
export function stamp(now: Temporal.Instant): string {
  return toStored(now).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
