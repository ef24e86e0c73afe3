/**
 * The office as a desk command needs it: rules, templates, terms and database, without any secret
 * and without the thread that parses mail. It logs in nowhere and makes no new database.
 */
import type { Clock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import type { Office } from '../../flow/office.ts';
import { openOffice } from '../../flow/open-office.ts';
import type { Parser } from '../../flow/parse-guard.ts';
import { type Log, silentLog } from '../../log.ts';
import { assertDatabase, lockTeller, UPGRADING } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';

const NO_SECRETS = {
  imapPassword: null,
  smtpPassword: null,
  imapAuthority: null,
  smtpAuthority: null,
  imapOauth: null,
  smtpOauth: null,
  zoomClientSecret: null,
};

/** A command reads no mail. */
const NO_PARSER: Parser = {
  open: () => Promise.reject(new Error('a desk command parses no mail')),
  close: () => Promise.resolve(),
};

/**
 * Runs `work` and closes the database. Throws `ConfigProblems`, `SetupProblem`, `TemplateProblem`,
 * `DatabaseTrouble`.
 */
export async function withDeskOffice<T>(
  { configPath, clock }: { configPath: string; clock: Clock },
  outlet: Outlet,
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const config = readConfig(configPath);
  assertDatabase(config);
  const office = await openOffice(
    { config, ...NO_SECRETS },
    { clock, log: logOfWaits(outlet), parser: NO_PARSER },
  );
  try {
    return await work(office);
  } finally {
    await office.store.close();
  }
}

/** Of all that an office logs, a person at the desk needs to hear why a command waits. */
function logOfWaits({ complain }: Outlet): Log {
  const tell = lockTeller(complain);
  return {
    ...silentLog,
    info: (event) => (event === 'backup_before_upgrade' ? complain(UPGRADING) : undefined),
    warn: (event) => (event === 'database_locked' ? tell() : undefined),
  };
}
