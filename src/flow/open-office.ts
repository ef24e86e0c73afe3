/**
 * Puts an office together from its config: store, terms, templates, key. The only place where
 * the parts meet before they run; all that can be wrong is found here, at start.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import type { LoadedConfig } from '../config.ts';
import { MAIL_KINDS, type MailKind } from '../domain/mail-kind.ts';
import type { Log } from '../log.ts';
import { compileTemplates, type MailTemplates, TemplateProblem } from '../message/templates.ts';
import type { TermsText } from '../store/terms.ts';
import type { Office } from './office.ts';
import { openOfficeStore } from './office-store.ts';
import { createParser, type Parser } from './parse-guard.ts';
import { policyOf } from './policy.ts';
import { createPulse } from './pulse.ts';
import { zoomOf } from './server-settings.ts';

const TEMPLATES = new URL('../../templates/', import.meta.url);

/** What an office is put into. */
export interface Surroundings {
  clock: Clock;
  log: Log;
  /** A parser that is shared; without it the office has a thread of its own. */
  parser?: Parser;
}

/** Opens everything an office needs. Throws `DatabaseTrouble`, `TemplateProblem` or `SetupProblem`. */
export async function openOffice(
  loaded: LoadedConfig,
  { clock, log, parser }: Surroundings,
): Promise<Office> {
  const { config } = loaded;
  const templates = readTemplates();
  const terms = readTerms(config.termsFile);
  const pulse = createPulse();
  const store = await openOfficeStore(config, { clock, log, pulse });
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

/** Something outside the config's syntax that keeps the program from starting. */
export class SetupProblem extends Error {}

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

/** The terms byte for byte; the label is the last date at the foot (requirements, "Foot"). */
export function readTerms(path: string): TermsText {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SetupProblem(
      `$.termsFile: ${path} cannot be read; give the path of the terms text (UTF-8)`,
      { cause },
    );
  }
  if (text.trim() === '') throw new SetupProblem(`$.termsFile: ${path} is empty`);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { sha256, label: lastDateIn(text) ?? sha256.slice(0, 8), text };
}

function lastDateIn(text: string): string | null {
  const last = [...text.matchAll(/令和\s*(\d+)\s*年\s*(\d+)\s*月\s*(\d+)\s*日/g)].at(-1);
  if (!last) return null;
  const [year, month, day] = last.slice(1).map(Number);
  return [2018 + (year ?? 0), month, day].map((n) => String(n).padStart(2, '0')).join('-');
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
