/**
 * Every setting, its default and what it must look like: the one source from which the config is
 * checked. It reads no file and no environment.
 */
import { z } from 'zod';
import { board } from './board.ts';
import { bookingSite } from './booking-site.ts';
import { text } from './fields.ts';
import { backup, health, viewing } from './keeping.ts';
import { lanes, office, staff } from './office.ts';
import { reminders } from './reminders.ts';
import { retention } from './retention.ts';
import { deadlines, limits } from './rules.ts';
import { imap, smtp } from './servers.ts';
import { terms, termsFile, termsSettings } from './terms.ts';
import { lacksOfLanes, zoom } from './zoom.ts';

// A config is read once: code that zod would make for speed only costs time.
z.config({ jitless: true });

const settings = {
  $schema: z.string().optional(),
  office,
  staff,
  registration: z
    .enum(['register', 'sender'], { error: '"register" or "sender"' })
    .default('register'),
  imap,
  smtp,
  authservId: text('the authserv-id of your mail server, "microsoft365", or null')
    .nullable()
    .default(null),
  lanes,
  zoom: zoom.default({ kind: 'rooms' }),
  bookingSite,
  deadlines: deadlines.prefault({}),
  limits: limits.prefault({}),
  reminders: reminders.prefault({}),
  board: board.prefault({}),
  retention: retention.prefault({}),
  termsFile,
  terms,
  database: text('the path of the SQLite file').default('data/uketsuke.sqlite'),
  viewing: viewing.prefault({}),
  backup: backup.prefault({}),
  health: health.prefault({}),
  sendMode: z.enum(['hold', 'live'], { error: '"hold" or "live"' }).default('hold'),
};

export const configSchema = z
  .strictObject(settings)
  .superRefine((config, ctx) => {
    for (const lack of lacksOfLanes(config.zoom.kind, config.lanes)) {
      ctx.addIssue({ code: 'custom', input: undefined, ...lack });
    }
  })
  .refine((config) => config.termsFile === undefined || config.terms === undefined, {
    path: ['termsFile'],
    error: 'either "termsFile" or "terms", not both',
  });

export type Config = ReturnType<typeof withTerms>;

/** Both forms of the terms become one list. */
function withTerms({ termsFile, terms, ...others }: z.output<typeof configSchema>) {
  return { ...others, terms: termsSettings({ termsFile, terms }) };
}

/** The config with its defaults filled in, or every problem as "path value, expectation". */
export function checkConfig(raw: unknown): { config: Config } | { problems: string[] } {
  const parsed = configSchema.safeParse(raw, { reportInput: true });
  return parsed.success
    ? { config: withTerms(parsed.data) }
    : { problems: problemLines(parsed.error) };
}

/** The parts of a config that are right by themselves, whatever is wrong with the others. */
export function rightParts(raw: unknown): Partial<Config> {
  const given = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const parts = Object.entries(settings).flatMap(([key, part]) => {
    const parsed = part.safeParse(given[key]);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  const { termsFile, terms, ...others } = Object.fromEntries(parts);
  const right = parts.filter(([key]) => key === 'terms' || key === 'termsFile').length === 2;
  return { ...others, ...(right ? { terms: termsSettings({ termsFile, terms }) } : {}) };
}

/** One line a problem: JSON path, value, expectation; unknown keys each on their own line. */
function problemLines(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const place = jsonPath(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${place}.${key}: unknown setting; check its spelling`);
    }
    const value = issue.input === undefined ? 'is missing' : `is ${shown(issue)}`;
    return [`${place} ${value}, expected ${expectation(issue)}`];
  });
}

/** What zod calls the kinds of value for which no setting has words of its own. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'a block of settings, { … }',
  array: 'a list, [ … ]',
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
};

function expectation(issue: z.core.$ZodIssue): string {
  const isOurs = issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input');
  return isOurs ? issue.message : (KINDS[issue.expected] ?? issue.expected);
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) => place + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '$',
  );
}

/** Somebody may have written a secret where only its place belongs. */
const SECRETS = new Set<unknown>(['password', 'clientSecret', 'refreshToken']);

function shown(issue: z.core.$ZodIssue): string {
  if (SECRETS.has(issue.path.at(-1))) return 'not of the right form (not shown)';
  const key = issue.path.at(-1);
  const inner = issue.input as Record<PropertyKey, unknown> | null;
  const isBlock = typeof inner === 'object' && inner !== null;
  const value = key !== undefined && isBlock && key in inner ? inner[key] : inner;
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
