/**
 * The office of a config, opened for one piece of an admin's work beside a running bot: it writes
 * into the database and the outbox, logs in nowhere and sends nothing itself.
 */
import { existsSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import type { Office } from '../flow/office.ts';
import { openOffice } from '../flow/open-office.ts';
import { SetupProblem } from '../flow/setup-problem.ts';
import { silentLog } from '../log.ts';

/** Runs `work` and closes the office. Throws `ConfigProblems`, `SetupProblem`, `DatabaseTrouble`. */
export async function withOffice<T>(
  { configPath, clock = systemClock }: { configPath: string; clock?: Clock },
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const config = readConfig(configPath);
  if (!existsSync(config.database)) {
    throw new SetupProblem(
      `$.database: ${config.database} does not exist; give the path of the bot's database, or start the bot once to make it`,
    );
  }
  const office = await openOffice({ config, zoomClientSecret: null }, { clock, log: silentLog });
  try {
    return await work(office);
  } finally {
    await office.parser.close();
    await office.store.close();
  }
}
