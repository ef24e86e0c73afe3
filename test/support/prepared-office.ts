/**
 * What every played office of one test process begins with, made once: a database of the newest
 * schema with nothing in it, the key of its Message-IDs, and a thread that parses mail. An office
 * that differs in what the thread knows has one of its own, as the program has; so have the demo,
 * the command line, the soak and the kill tests.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE } from '../../src/demo/people.ts';
import { createParser, type Parser } from '../../src/flow/parse-guard.ts';
import { openStore } from '../../src/store/store.ts';

export const AUTHSERV_ID = 'mx.office.example.jp';

const MESSAGE_ID_KEY = Buffer.from('the key of every played office..');

let emptyDatabase: Promise<string> | null = null;
let shared: Parser | null = null;

/** Puts database and key where the office will look for them. */
export async function prepareDatabase(database: string): Promise<void> {
  emptyDatabase ??= makeEmptyDatabase();
  copyFileSync(await emptyDatabase, database);
  writeFileSync(`${database}.key`, MESSAGE_ID_KEY, { mode: 0o600 });
}

async function makeEmptyDatabase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-empty-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'uketsuke.sqlite');
  const store = await openStore(path);
  await store.close();
  return path;
}

/** The thread that the offices share; it outlives each of them. */
export function sharedParser(): Parser {
  shared ??= createParser({
    authservId: AUTHSERV_ID,
    ownAddresses: [OFFICE.address],
    messageIdKey: MESSAGE_ID_KEY,
    limitMs: 60_000,
  });
  const { open } = shared;
  return { open, close: async () => undefined };
}
