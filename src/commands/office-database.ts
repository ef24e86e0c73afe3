/**
 * The database of a config, opened for one short piece of an admin's work beside a running bot.
 * It makes a new one only for work that may come before the first start; otherwise a path that
 * leads nowhere is a mistake in the config.
 */
import { existsSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { SetupProblem } from '../flow/setup-problem.ts';
import { backUpBefore } from '../store/backup/by-itself.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Outlet } from './outlet.ts';
import { upgradeLine } from './upgrade-line.ts';

/** What the first command of a new version says, whose work takes its time. */
export const UPGRADING =
  'データベースを新しい版の形にします。先にバックアップを取ります。大きいときは、数分かかります。';

/** Runs `work` and closes the database. Throws `ConfigProblems`, `SetupProblem`, `DatabaseTrouble`. */
export async function withDatabase<T>(
  configPath: string,
  outlet: Outlet,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(configPath);
  assertDatabase(config);
  return opened(config, outlet, work);
}

/** The same, but makes the database where there is none yet, as the first start would. */
export function withNewDatabase<T>(
  configPath: string,
  outlet: Outlet,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  return opened(readConfig(configPath), outlet, work);
}

/** Throws `SetupProblem` where the config's database does not exist. */
export function assertDatabase(config: Pick<Config, 'database'>): void {
  const { database } = config;
  if (hasDatabase(config)) return;
  throw new SetupProblem(
    `$.database: ${database} does not exist; give the path of the bot's database, or start the bot once to make it`,
  );
}

export function hasDatabase({ database }: Pick<Config, 'database'>): boolean {
  return existsSync(database);
}

async function opened<T>(
  config: Config,
  { complain }: Outlet,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const { database, backup } = config;
  const upgrade = upgradeLine();
  const opening = openStore(database, {
    onLocked: lockTeller(complain),
    beforeUpgrade: () => {
      complain(UPGRADING);
      upgrade.step('backup');
      backUpBefore('upgrade', { database, backup, now: systemClock.now() });
    },
    onMigration: upgrade.step,
  });
  const store = await opening.finally(upgrade.end);
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}

/** Says once, however long it takes, that somebody else holds the database. */
export function lockTeller(complain: Outlet['complain']): () => void {
  let told = false;
  return () => {
    if (!told) complain('データベースがほかの画面で編集中です。終わるのを待っています。');
    told = true;
  };
}
