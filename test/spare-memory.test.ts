/**
 * The starter's way to little memory: a small process of its own begins anew with what Node and
 * the C library take only at their start, once, and with all that it was told.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const STARTER = new URL('../src/spare-memory.js', import.meta.url);
const SPARE = ['--max-semi-space-size=4', '--expose-gc', '--no-flush-bytecode'];

let folder = '';
let script = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-spare-'));
  script = join(folder, 'program.js');
  writeFileSync(
    script,
    `import { startSpare } from '${STARTER.href}';
startSpare();
const { execArgv, argv, env, pid } = process;
console.log(JSON.stringify({ flags: execArgv, words: argv.slice(2), pools: env.MALLOC_ARENA_MAX, pid }));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function started(flags: string[], env: Record<string, string> = {}) {
  const { MALLOC_ARENA_MAX: _, ...own } = process.env;
  const ended = spawnSync(process.execPath, [...flags, script, 'run', '-c', '設定.json'], {
    env: { ...own, ...env },
    encoding: 'utf8',
  });
  expect(ended.stderr).toBe('');
  return { ...(JSON.parse(ended.stdout) as object), first: ended.pid };
}

test('a plain start begins anew as the same process, and keeps its words', () => {
  const program = started([]);
  expect(program).toMatchObject({
    flags: SPARE,
    words: ['run', '-c', '設定.json'],
    pools: '2',
    pid: program.first,
  });
});

test('other flags of Node are kept', () => {
  expect(started(['--no-warnings'])).toMatchObject({
    flags: [...SPARE, '--no-warnings'],
  });
});

test('who sets the nursery has the last word, and so has who sets the pools', () => {
  const larger = started(['--max-semi-space-size=16']);
  expect(larger).toMatchObject({ flags: ['--max-semi-space-size=16'] });
  expect(larger).not.toHaveProperty('pools');
  expect(started([], { MALLOC_ARENA_MAX: '8' })).toMatchObject({ pools: '8' });
});
