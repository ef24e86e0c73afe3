/**
 * config.json to a frozen `Config`, or one error that lists every problem with its JSON path, the
 * value found and what was expected. The only reader of config, secrets and environment.
 * A secret's value is never part of a message.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Secret } from './config/fields.ts';
import { readJsonText } from './config/json-text.ts';
import type { Oauth2 } from './config/oauth.ts';
import { type Config, checkConfig, rightParts } from './config/schema.ts';

export type { Config } from './config/schema.ts';

/** Everything that is wrong with the config, one line a problem. */
export class ConfigProblems extends Error {
  readonly problems: readonly string[];
  constructor(path: string, problems: readonly string[]) {
    super([`${path}: ${problems.length} problem(s)`, ...problems.map((p) => `  ${p}`)].join('\n'));
    this.problems = problems;
  }
}

/** The config, with its paths made absolute; secrets and certificates are at hand but not in it. */
export interface LoadedConfig {
  config: Config;
  imapPassword: string | null;
  smtpPassword: string | null;
  /** PEM text of the only authority that is trusted for the server; null: whom Node.js trusts. */
  imapAuthority: string | null;
  smtpAuthority: string | null;
  imapOauth: OauthSecrets | null;
  smtpOauth: OauthSecrets | null;
  zoomClientSecret: string | null;
}

export interface OauthSecrets {
  clientSecret: string | null;
  refreshToken: string | null;
}

export interface Surroundings {
  env: Record<string, string | undefined>;
}

/**
 * Reads `path`, with its secrets; relative paths in it are taken from its own folder. Throws
 * `ConfigProblems`.
 */
export function loadConfig(path: string, { env }: Surroundings): LoadedConfig {
  const config = readConfig(path);
  const { problems, ...beside } = readBeside(config, { folder: dirname(resolve(path)), env });
  if (problems.length > 0) throw new ConfigProblems(path, problems);
  return { config, ...beside };
}

/** A config as far as it is right, for a look at what is wrong with the rest. */
export interface InspectedConfig extends Omit<LoadedConfig, 'config'> {
  parts: Partial<Config>;
  problems: readonly string[];
}

/** Reads what can be read of `path` and says every problem; never throws for what the file holds. */
export function inspectConfig(path: string, { env }: Surroundings): InspectedConfig {
  const folder = dirname(resolve(path));
  let raw: unknown = null;
  const problems: string[] = [];
  try {
    raw = readJson(path);
    const checked = checkConfig(raw);
    if ('problems' in checked) problems.push(...checked.problems);
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    problems.push(...error.problems.map((problem) => `${path}: ${problem}`));
  }
  const parts = raw === null ? {} : rightParts(raw);
  if (parts.database !== undefined) parts.database = resolve(folder, parts.database);
  if (parts.terms !== undefined) parts.terms = absolute(parts.terms, folder);
  const beside = readBeside(parts, { folder, env });
  return { ...beside, parts, problems: [...problems, ...beside.problems] };
}

/** What stands outside of the config's file. */
type Beside = Omit<LoadedConfig, 'config'>;

function readBeside(
  { imap, smtp, zoom }: Partial<Config>,
  { folder, env }: { folder: string; env: Surroundings['env'] },
): Beside & { problems: string[] } {
  const problems: string[] = [];
  const read = (place: string, secret: Secret | null | undefined): string | null => {
    if (!secret) return null;
    const found = readSecret(secret, folder, env);
    if ('value' in found) return found.value;
    problems.push(`${place}: ${found.problem}`);
    return null;
  };
  const authority = (place: string, file: string | null | undefined): string | null => {
    if (!file) return null;
    const found = readCertificate(resolve(folder, file));
    if ('value' in found) return found.value;
    problems.push(`${place}: ${found.problem}`);
    return null;
  };
  const oauth = (server: 'imap' | 'smtp', settings: Oauth2 | undefined): OauthSecrets | null => {
    if (settings === undefined) return null;
    const place = `$.${server}.auth.oauth2`;
    return {
      clientSecret: read(`${place}.clientSecret`, settings.clientSecret),
      refreshToken: read(`${place}.refreshToken`, settings.refreshToken),
    };
  };
  return {
    imapPassword: read('$.imap.password', imap?.password),
    smtpPassword: read('$.smtp.password', smtp?.password),
    imapAuthority: authority('$.imap.certificateAuthority', imap?.certificateAuthority),
    smtpAuthority: authority('$.smtp.certificateAuthority', smtp?.certificateAuthority),
    imapOauth: oauth('imap', imap?.auth?.oauth2),
    smtpOauth: oauth('smtp', smtp?.auth?.oauth2),
    zoomClientSecret:
      zoom?.kind === 'meetings' ? read('$.zoom.clientSecret', zoom.clientSecret) : null,
    problems,
  };
}

/** The config without its secrets, for commands that log in nowhere. Throws `ConfigProblems`. */
export function readConfig(path: string): Config {
  const raw = readJson(path);
  const checked = checkConfig(raw);
  if ('problems' in checked) throw new ConfigProblems(path, checked.problems);
  const folder = dirname(resolve(path));
  const { viewing, backup } = checked.config;
  return deepFreeze({
    ...checked.config,
    terms: absolute(checked.config.terms, folder),
    database: resolve(folder, checked.config.database),
    viewing: { ...viewing, file: viewing.file === null ? null : resolve(folder, viewing.file) },
    backup: { ...backup, folder: resolve(folder, backup.folder) },
  });
}

function absolute(terms: Config['terms'], folder: string): Config['terms'] {
  return terms.map((version) => ({ ...version, file: resolve(folder, version.file) }));
}

function readJson(path: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = missing
      ? 'the file does not exist; copy config.example.json to it and fill in your office'
      : `it cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
    throw new ConfigProblems(path, [why]);
  }
  const read = readJsonText(bytes);
  if ('problem' in read) throw new ConfigProblems(path, [read.problem]);
  return read.raw;
}

function readSecret(
  secret: Secret,
  folder: string,
  env: Surroundings['env'],
): { value: string } | { problem: string } {
  if ('env' in secret) {
    const value = env[secret.env];
    return value
      ? { value }
      : { problem: `the environment variable ${secret.env} is not set; it must hold the secret` };
  }
  const path = resolve(folder, secret.file);
  try {
    return { value: readFileSync(path, 'utf8').trimEnd() };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { problem: `the secret's file cannot be read (${why})` };
  }
}

function readCertificate(path: string): { value: string } | { problem: string } {
  try {
    const pem = readFileSync(path, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return { value: pem };
    return { problem: `${path} holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----")` };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { problem: `the certificate's file cannot be read (${why})` };
  }
}

function deepFreeze<T>(value: T): T {
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
