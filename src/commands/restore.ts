/**
 * `uketsuke restore FILE`: puts a backup in the place of the database. Refuses while a bot runs on
 * it, and over a database that is there unless told; that one is set aside, never removed.
 */
import { resolve } from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { stamp } from '../store/backup/name.ts';
import { type RestoreStep, restore as restoreBackup } from '../store/backup.ts';
import { claimDatabase } from '../store/sqlite.ts';
import { underMovingLine } from './moving-line.ts';
import type { Outlet } from './outlet.ts';

export interface RestoreOptions {
  configPath: string;
  file: string;
  replace: boolean;
  clock?: Clock;
}

const STEPS: Record<RestoreStep, string> = {
  inspect: 'バックアップを確かめています',
  copy: 'バックアップを写しています',
  inspect_copy: '写したものを確かめています',
};

/** Resolves to exit code 0. Throws `ConfigProblems`, `DatabaseTrouble`. */
export async function restore(options: RestoreOptions, outlet: Outlet): Promise<number> {
  const { database } = readConfig(options.configPath);
  const now = (options.clock ?? systemClock).now();
  const release = claimDatabase(database);
  try {
    const done = await underMovingLine(STEPS.inspect, (line) =>
      restoreBackup(resolve(options.file), database, {
        setAsideAs: options.replace ? `${database}.before-restore-${stamp(now)}` : null,
        onStep: (step) => line.say(STEPS[step]),
      }),
    );
    outlet.out(`バックアップから戻しました（予約${done.bookings}件）。`);
    if (done.setAside !== null) outlet.out(`前のデータベースは残してあります: ${done.setAside}`);
    outlet.out(
      'バックアップのあとに届いたメールは、受信箱にあれば、次に動かしたときに読み直します。',
    );
  } finally {
    release();
  }
  return 0;
}
