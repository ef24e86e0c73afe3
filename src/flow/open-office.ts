/**
 * Puts an office together from its config: store, terms, templates, key. The only place where
 * the parts meet before they run; all that can be wrong is found here, at start.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import type { LoadedConfig } from '../config.ts';
import { MAIL_KINDS, type MailKind } from '../domain/mail-kind.ts';
import type { Log } from '../log.ts';
import { compileTemplates, type MailTemplates, TemplateProblem } from '../message/templates.ts';
import type { Office } from './office.ts';
import { openOfficeStore, type StoreSurroundings } from './office-store.ts';
import { createParser, type Parser } from './parse-guard.ts';
import { policyOf } from './policy.ts';
import { createPulse } from './pulse.ts';
import { readTerms } from './read-terms.ts';
import { zoomOf } from './server-settings.ts';
import { SetupProblem } from './setup-problem.ts';

const TEMPLATES = new URL('../../templates/', import.meta.url);

/** What an office is put into. */
export interface Surroundings {
  clock: Clock;
  log: Log;
  /** A parser that is shared; without it the office has a thread of its own. */
  parser?: Parser;
  onUpgrading?: StoreSurroundings['onUpgrading'];
}

/** Opens everything an office needs. Throws `DatabaseTrouble`, `TemplateProblem` or `SetupProblem`. */
export async function openOffice(
  loaded: Pick<LoadedConfig, 'config' | 'zoomClientSecret'>,
  { clock, log, parser, onUpgrading }: Surroundings,
): Promise<Office> {
  const { config } = loaded;
  const templates = readTemplates();
  const terms = readTerms(config);
  const pulse = createPulse();
  const store = await openOfficeStore(config, { clock, log, pulse, onUpgrading });
  const key = messageIdKey(`${config.database}.key`);
  return {
    config,
    policy: policyOf(config),
    store,
    clock,
    log,
    templates,
    terms,
    zoom: zoomOf(loaded),
    messageIdKey: key,
    pulse,
    parser:
      parser ??
      createParser({
        authservId: config.authservId,
        ownAddresses: [config.smtp.from.address],
        messageIdKey: key,
        limitMs: config.limits.handlingSeconds * 1000,
      }),
    randomBytes,
  };
}

export function readTemplates(): MailTemplates {
  const sources = Object.fromEntries(
    MAIL_KINDS.map((kind) => [kind, readTemplate(kind)]),
  ) as Record<MailKind, string>;
  return compileTemplates(sources);
}

function readTemplate(kind: MailKind): string {
  try {
    return readFileSync(new URL(`${kind}.hbs`, TEMPLATES), 'utf8');
  } catch (cause) {
    throw new TemplateProblem(`templates/${kind}.hbs cannot be read`, { cause });
  }
}

/** 32 random bytes, made once and kept beside the database, readable by its owner only. */
function messageIdKey(path: string): Uint8Array {
  try {
    if (!existsSync(path)) {
      // Whole or not at all, whenever the program is killed.
      writeFileSync(`${path}.new`, randomBytes(32), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    }
    const key = readFileSync(path);
    if (key.length >= 16) return key;
  } catch (cause) {
    throw new SetupProblem(`${path}: the key of our Message-IDs cannot be read or made`, { cause });
  }
  throw new SetupProblem(
    `${path}: the key of our Message-IDs is damaged; restore it from a backup`,
  );
}
