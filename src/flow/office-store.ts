/**
 * The office's database as the running program opens it: a backup before an upgrade, and every
 * wait for somebody else's lock told in the log and kept for the officials to see (trap 21).
 */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Log, whyOf } from '../log.ts';
import { backUpBefore } from '../store/backup/by-itself.ts';
import { recordLockWait } from '../store/lock-waits.ts';
import type { MigrationStep } from '../store/migrate.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Pulse } from './pulse.ts';

/** Shorter waits are two writers meeting, as `release` and the bot do, and nobody's business. */
const WORTH_KEEPING_MS = 1000;

export interface StoreSurroundings {
  clock: Clock;
  log: Log;
  pulse: Pulse;
  /** Hears what an upgrade does now, which may hold the thread for minutes. */
  onUpgrading?: ((step: MigrationStep | 'backup') => void) | undefined;
}

/** Opens it and brings it up to date. Throws `DatabaseTrouble`. */
export async function openOfficeStore(
  {
    database,
    backup,
  }: Pick<Config, 'database'> & {
    backup: Pick<Config['backup'], 'folder' | 'keep'>;
  },
  { clock, log, pulse, onUpgrading }: StoreSurroundings,
): Promise<Store> {
  let opened: Store | null = null;
  const keepWait = async (waitedMs: number): Promise<void> => {
    log.info('database_free', { waitedMs });
    if (waitedMs < WORTH_KEEPING_MS) return;
    await opened?.transact((tx) => recordLockWait(tx, { endedAt: clock.now(), waitedMs }));
  };
  opened = await openStore(database, {
    onLocked: (waitedMs) => {
      pulse.wait();
      log.warn('database_locked', { waitedMs });
    },
    onUnlocked: (waitedMs) => {
      keepWait(waitedMs).catch((error: unknown) => {
        log.error('wait_not_kept', { why: whyOf(error) });
      });
    },
    beforeUpgrade: () => {
      onUpgrading?.('backup');
      backUpBefore('upgrade', { database, backup, now: clock.now() });
      log.info('backup_before_upgrade');
    },
    onMigration: (step) => {
      onUpgrading?.(step);
      log.info('migration', { name: step.name });
    },
  });
  return opened;
}
