/**
 * `uketsuke doctor`: looks at everything the bot needs and says for each what to do. Each look
 * stands alone, so that a config that is half wrong is still of use. It sends no mail, marks
 * nothing, makes no file and opens the database for reading only; a refresh token that a provider
 * replaces while it is asked is kept, because otherwise the bot would lose it.
 */
import { type Clock, systemClock } from '../clock.ts';
import { tokenEndpoint } from '../config/oauth.ts';
import { type InspectedConfig, inspectConfig } from '../config.ts';
import { dayInJapan } from '../domain/deadline.ts';
import { imapSettings, smtpSettings, zoomOf } from '../flow/server-settings.ts';
import type { Language } from './definition.ts';
import { checkConfigFile } from './doctor/config-checks.ts';
import { checkDatabase, checkDisk, checkPrivacy } from './doctor/database-check.ts';
import { type Check, type Finding, findingLine, whyOf } from './doctor/finding.ts';
import { checkMailbox } from './doctor/mailbox-check.ts';
import { checkCertificate, checkRelay } from './doctor/relay-check.ts';
import { checkHolidays, checkTemplates, checkTerms } from './doctor/text-checks.ts';
import { checkClock, checkZoom } from './doctor/web-check.ts';
import type { Outlet } from './outlet.ts';

export interface DoctorOptions {
  configPath: string;
  json: boolean;
  /** Looks at nothing beyond this machine. */
  offline: boolean;
  language: Language;
  env?: Record<string, string | undefined>;
  clock?: Clock;
}

/** Resolves to exit code 1 where there is a problem, otherwise 0. */
export async function doctor(options: DoctorOptions, outlet: Outlet): Promise<number> {
  const { configPath, json, language, env = process.env, clock = systemClock } = options;
  const inspected = inspectConfig(configPath, { env });
  const checks = [
    () => checkConfigFile(inspected),
    ...localChecks(inspected, clock),
    ...(options.offline ? [] : serverChecks(inspected, clock)),
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    const found = await safely(check);
    findings.push(...found);
    if (!json) for (const finding of found) outlet.out(findingLine(finding, language));
  }
  const count = (level: Finding['level']) => findings.filter((f) => f.level === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  if (json) outlet.out(JSON.stringify(asJson(findings, language)));
  else outlet.out(summary({ problems, warnings })[language]);
  return problems > 0 ? 1 : 0;
}

function localChecks({ parts }: InspectedConfig, clock: Clock): Check[] {
  const { database, terms = [], reminders } = parts;
  const today = dayInJapan(clock.now());
  const checks: Check[] = [checkTemplates];
  checks.push(
    ...terms.map(
      ({ file }) =>
        () =>
          checkTerms(file),
    ),
  );
  checks.push(() => checkHolidays(today, reminders?.holidayWarningDays ?? 90));
  if (database !== undefined) {
    checks.push(
      () => checkDisk(database),
      () => checkDatabase(database),
      () => checkPrivacy(database),
    );
  }
  return checks;
}

/** The looks at servers, each only where its part of the config and its secrets are there. */
function serverChecks(inspected: InspectedConfig, clock: Clock): Check[] {
  const { parts, imapPassword, imapOauth, smtpPassword, zoomClientSecret } = inspected;
  const { imap, smtp, zoom, lanes, database = '' } = parts;
  const now = () => clock.now();
  const checks: Check[] = [];
  if (imap !== undefined) {
    const settings = imapSettings({ ...inspected, config: { imap, database } });
    const hasSecret = imap.auth === null ? imapPassword !== null : imapOauth !== null;
    checks.push(hasSecret ? () => checkMailbox(settings, now()) : () => [skipped('imap')]);
    checks.push(() => checkCertificate({ protocol: 'imap', ...imap }, now()));
  }
  if (smtp !== undefined) {
    const settings = smtpSettings({ ...inspected, config: { smtp, database } });
    const hasSecret = smtp.password === null || smtpPassword !== null;
    checks.push(hasSecret ? () => checkRelay(settings) : () => [skipped('smtp')]);
    checks.push(() => checkCertificate({ protocol: 'smtp', ...smtp }, now()));
  }
  if (zoom?.kind === 'meetings' && lanes !== undefined) {
    const client = zoomOf({ ...inspected, config: { zoom, database } });
    const able = client !== null && zoomClientSecret !== null;
    checks.push(able ? () => checkZoom(client, lanes) : () => [skipped('zoom')]);
  }
  checks.push(() => checkClock(webAddresses(parts), now));
  return checks;
}

/** The web servers that the bot speaks to anyway, as the config has them. */
function webAddresses({ zoom, imap, smtp }: InspectedConfig['parts']): string[] {
  return [
    ...(zoom?.kind === 'meetings' ? [zoom.tokenUrl] : []),
    ...(imap?.auth ? [tokenEndpoint(imap.auth.oauth2, 'imap').tokenUrl] : []),
    ...(smtp?.auth ? [tokenEndpoint(smtp.auth.oauth2, 'smtp').tokenUrl] : []),
  ];
}

function skipped(check: string): Finding {
  return {
    check,
    level: 'skipped',
    what: {
      ja: `${check} は、秘密の値がないので調べていません。`,
      en: `${check} was not looked at, because its secret is missing.`,
    },
    todo: null,
  };
}

/** A look that fails by a mistake of ours keeps no other from being taken. */
async function safely(check: Check): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const why = whyOf(error);
    const what = { ja: `調べる途中で失敗しました: ${why}`, en: `a look failed: ${why}` };
    return [{ check: 'doctor', level: 'problem', what, todo: null }];
  }
}

function asJson(findings: readonly Finding[], language: Language) {
  return {
    well: findings.every(({ level }) => level !== 'problem'),
    findings: findings.map(({ check, level, what, todo }) => ({
      check,
      level,
      what: what[language],
      todo: todo?.[language] ?? null,
    })),
  };
}

function summary({ problems, warnings }: { problems: number; warnings: number }) {
  if (problems + warnings === 0) {
    return { ja: 'すべて正常です。', en: 'all is well.' };
  }
  return {
    ja: `問題が${problems}件、注意が${warnings}件あります。`,
    en: `${problems} problem(s), ${warnings} warning(s).`,
  };
}
