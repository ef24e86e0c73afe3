/**
 * `uketsuke explain FILE.eml …`: shows an office what the bot reads in a mail and what it would
 * do. Each mail goes the bot's own way up to the store; nothing is stored, looked up or sent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { isStaff } from '../flow/arrival/is-staff.ts';
import { senderOf } from '../flow/arrival/understand.ts';
import { createParser, type Parser } from '../flow/parse-guard.ts';
import { UnreadableMail } from '../message/unreadable-mail.ts';
import { type Explanation, explanationOf } from './explain/explanation.ts';
import { recordOf } from './explain/record.ts';
import { type Reference, readInstant, referenceOf } from './explain/reference.ts';
import { reportOf } from './explain/report.ts';
import type { Outlet } from './outlet.ts';
import { startProgress } from './progress.ts';

export interface ExplainOptions {
  /** Paths; "-" is the standard input. */
  files: readonly string[];
  json: boolean;
  /** ISO 8601, as given by `--now`. */
  now?: string | undefined;
  /** Path of the config; without one nobody is staff and no server authenticates. */
  config?: string | undefined;
}

/** Resolves to the exit code: 1 where a file could not be explained. Throws `ConfigProblems`. */
export async function explain(options: ExplainOptions, outlet: Outlet): Promise<number> {
  const told = options.now === undefined ? null : readInstant(options.now);
  if (options.now !== undefined && told === null) {
    outlet.complain(
      `--now ${options.now}：日時として読めません。2026-11-24T09:00:00+09:00 の形で書いてください。`,
    );
    return 1;
  }
  const config = options.config === undefined ? null : readConfig(options.config);
  const parser = createParser(parserOptions(config));
  const view = {
    parser,
    told,
    isStaff: (sender: string) => config !== null && isStaff({ config }, sender),
    sites: config?.bookingSite ?? [],
  };
  let failed = 0;
  // Where the result is seen as it comes, that is movement enough.
  const progress = process.stdout.isTTY
    ? null
    : startProgress('メールを読んでいます', options.files.length);
  try {
    for (const file of options.files) {
      const result = await explainFile(file, view);
      await progress?.advance(1);
      if (typeof result === 'string') {
        outlet.complain(result);
        failed += 1;
      } else if (options.json) {
        outlet.out(JSON.stringify(recordOf(file, result.explanation)));
      } else {
        for (const line of reportOf(file, result.explanation, result.reference)) outlet.out(line);
        outlet.out('');
      }
    }
  } finally {
    progress?.end();
    await parser.close();
  }
  return failed > 0 ? 1 : 0;
}

interface View {
  parser: Parser;
  told: Temporal.Instant | null;
  isStaff: (sender: string) => boolean;
  sites: Config['bookingSite'];
}

/** One mail explained, or one line that says why it cannot be. */
async function explainFile(
  file: string,
  { parser, told, isStaff, sites }: View,
): Promise<{ explanation: Explanation; reference: Reference } | string> {
  try {
    const source = file === '-' ? await buffer(process.stdin) : await readFile(file);
    const { message, verdict } = await parser.open(source);
    const reference = referenceOf(message, { told, present: systemClock.now() });
    const mail = { message, verdict, sender: senderOf(message), arrivedAt: reference.at };
    return { explanation: explanationOf(mail, isStaff, sites), reference };
  } catch (error) {
    return `${file}：${troubleInWords(error)}`;
  }
}

const FILE_TROUBLES: Record<string, string> = {
  ENOENT: 'ファイルがありません。',
  EISDIR: 'フォルダーです。メールのファイル（.eml）を指定してください。',
  EACCES: '読む権限がありません。',
  ERR_FS_FILE_TOO_LARGE: '大きすぎて読めません。',
};

function troubleInWords(error: unknown): string {
  if (error instanceof UnreadableMail) {
    return `メールとして読み取れません。ボットは職員の一覧に出します（${error.reason}）。`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = FILE_TROUBLES[code];
  return known ?? `読み取れません（${error instanceof Error ? error.message : String(error)}）。`;
}

const LIMIT_MS = 10_000;

function parserOptions(config: Config | null) {
  return {
    authservId: config?.authservId ?? null,
    ownAddresses: config === null ? [] : [config.smtp.from.address],
    messageIdKey: config === null ? null : messageIdKey(config.database),
    limitMs: config === null ? LIMIT_MS : config.limits.handlingSeconds * 1000,
  };
}

/** The key beside the database, where the bot has made one; explaining makes none. */
function messageIdKey(database: string): Uint8Array | null {
  const path = `${database}.key`;
  try {
    return existsSync(path) ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
