/**
 * `uketsuke board --out`: one file, for its owner only, from a database that a bot may be using.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { board } from '../../src/commands/board.ts';
import { SetupProblem } from '../../src/flow/setup-problem.ts';
import { openStore } from '../../src/store/store.ts';
import { fillSampleOffice, sampleSettings } from '../board/board-samples.ts';

let folder: string;
let configPath: string;
const said: string[] = [];
const outlet = {
  out: (line: string) => said.push(line),
  complain: (line: string) => said.push(line),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-board-'));
  configPath = join(folder, 'config.json');
  writeFileSync(configPath, JSON.stringify({ ...sampleSettings(), database: 'office.sqlite' }));
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

test('writes the whole page into one file that only its owner may read', async () => {
  const store = await openStore(join(folder, 'office.sqlite'));
  await fillSampleOffice(store);
  const out = join(folder, 'board.html');
  expect(await board({ configPath, out }, outlet)).toBe(0);
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('真幸 五郎');
  expect(html).toContain('<svg');
  expect(html).not.toContain('自動で更新する');
  expect(statSync(out).mode & 0o077).toBe(0);
  expect(said.join()).toContain('氏名と電話番号');
  await store.close();
});

test('a page that everybody could read is its owner’s alone once it is renewed', async () => {
  await (await openStore(join(folder, 'office.sqlite'))).close();
  const out = join(folder, 'board.html');
  writeFileSync(out, 'old', { mode: 0o644 });
  expect(await board({ configPath, out }, outlet)).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('判断を待つものはありません。');
  expect(statSync(out).mode & 0o077).toBe(0);
});

test('an office without any booking has a page too', async () => {
  await (await openStore(join(folder, 'office.sqlite'))).close();
  const out = join(folder, 'board.html');
  expect(await board({ configPath, out }, outlet)).toBe(0);
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('判断を待つものはありません。');
  expect(html).toContain('まだありません');
});

test('makes no database where none is', async () => {
  await expect(board({ configPath, out: join(folder, 'x.html') }, outlet)).rejects.toThrow(
    SetupProblem,
  );
});
