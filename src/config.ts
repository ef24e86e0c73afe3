/**
 * config.json to a frozen `Config`, or one error that lists every problem with its JSON path, the
 * value found and what was expected. The only reader of config, secrets and environment.
 * A secret's value is never part of a message.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { type Config, configSchema, type Secret } from './config-schema.ts';

export type { Config } from './config-schema.ts';

/** Everything that is wrong with the config, one line a problem. */
export class ConfigProblems extends Error {
  readonly problems: readonly string[];
  constructor(path: string, problems: readonly string[]) {
    super([`${path}: ${problems.length} problem(s)`, ...problems.map((p) => `  ${p}`)].join('\n'));
    this.problems = problems;
  }
}

/** The config, with its paths made absolute and its secrets at hand but not in it. */
export interface LoadedConfig {
  config: Config;
  imapPassword: string;
  smtpPassword: string | null;
}

export interface Surroundings {
  env: Record<string, string | undefined>;
}

/** Reads `path`; relative paths in it are taken from its own folder. Throws `ConfigProblems`. */
export function loadConfig(path: string, { env }: Surroundings): LoadedConfig {
  const raw = readJson(path);
  const parsed = configSchema.safeParse(raw, { reportInput: true });
  if (!parsed.success) throw new ConfigProblems(path, problemLines(parsed.error));
  const folder = dirname(resolve(path));
  const config: Config = {
    ...parsed.data,
    termsFile: resolve(folder, parsed.data.termsFile),
    database: resolve(folder, parsed.data.database),
  };
  const problems: string[] = [];
  const read = (place: string, secret: Secret | null): string | null => {
    const found = secret === null ? null : readSecret(secret, folder, env);
    if (found === null || 'value' in found) return found?.value ?? null;
    problems.push(`${place}: ${found.problem}`);
    return null;
  };
  const imapPassword = read('$.imap.password', config.imap.password);
  const smtpPassword = read('$.smtp.password', config.smtp.password);
  if (problems.length > 0) throw new ConfigProblems(path, problems);
  return { config: deepFreeze(config), imapPassword: imapPassword ?? '', smtpPassword };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = missing
      ? 'the file does not exist; copy config.example.json to it and fill in your office'
      : `it is not readable JSON (${cause instanceof Error ? cause.message : String(cause)})`;
    throw new ConfigProblems(path, [why]);
  }
}

/** One line a problem: JSON path, value, expectation; unknown keys each on their own line. */
function problemLines(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const place = jsonPath(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${place}.${key}: unknown setting; check its spelling`);
    }
    const value = issue.input === undefined ? 'is missing' : `is ${shown(issue)}`;
    return [`${place} ${value}, expected ${issue.message}`];
  });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) => place + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '$',
  );
}

function shown(issue: z.core.$ZodIssue): string {
  if (issue.path.at(-1) === 'password') return 'not of the right form (not shown)';
  const key = issue.path.at(-1);
  const inner = issue.input as Record<PropertyKey, unknown>;
  const value = key !== undefined && typeof inner === 'object' && key in inner ? inner[key] : inner;
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
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
