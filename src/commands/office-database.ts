/**
 * The database of a config, opened for one short piece of an admin's work beside a running bot.
 * It makes no new database: a path that leads nowhere is a mistake in the config.
 */
import { existsSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { SetupProblem } from '../flow/setup-problem.ts';
import { backUpBeforeUpgrade } from '../store/backup/before-upgrade.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Outlet } from './outlet.ts';

/** Runs `work` and closes the database. Throws `ConfigProblems`, `SetupProblem`, `DatabaseTrouble`. */
export async function withDatabase<T>(
  configPath: string,
  { complain }: Outlet,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { database, backup } = readConfig(configPath);
  if (!existsSync(database)) {
    throw new SetupProblem(
      `$.database: ${database} does not exist; give the path of the bot's database, or start the bot once to make it`,
    );
  }
  let told = false;
  const store = await openStore(database, {
    onLocked: () => {
      if (!told) complain('データベースがほかの画面で編集中です。終わるのを待っています。');
      told = true;
    },
    beforeUpgrade: () => {
      backUpBeforeUpgrade(database, backup, systemClock.now());
    },
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
