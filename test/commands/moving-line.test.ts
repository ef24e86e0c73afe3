/**
 * The moving line in a real terminal, made by `script` (util-linux): it moves while the main thread
 * is held, is gone at the end, and is nowhere where nobody looks.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const SCRIPT = '/usr/bin/script';
const here = existsSync(SCRIPT);

/** Holds the thread for so long, as one statement of the database would, and then prints. */
const work = (heldMs: number) => `
  import { underMovingLine } from '${import.meta.resolve('../../src/commands/moving-line.ts')}';
  await underMovingLine('数えています', (line) => {
    const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    wait(${heldMs});
    line.say('並べています');
    wait(${heldMs});
  });
  console.log('できました');
`;

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'uketsuke-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(heldMs: number): string {
  const path = join(folder, `${heldMs}.mjs`);
  writeFileSync(path, work(heldMs));
  return path;
}

async function inTerminal(heldMs: number): Promise<string> {
  const command = `"${process.execPath}" "${program(heldMs)}"`;
  return (await run(SCRIPT, ['-qec', command, '/dev/null'])).stdout;
}

describe.skipIf(!here)('a moving line', () => {
  it('moves while the work holds the thread, tells each step, and is gone at the end', async () => {
    const seen = await inTerminal(3000);
    expect(seen.match(/数えています \d秒/g)?.length).toBeGreaterThanOrEqual(2);
    expect(seen.match(/並べています \d秒/g)?.length).toBeGreaterThanOrEqual(2);
    expect(seen).toMatch(/\r\x1b\[Kできました\s*$/);
  }, 20_000);

  it('does not come for what takes no second', async () => {
    const seen = await inTerminal(50);
    expect(seen).toContain('できました');
    expect(seen).not.toContain('数えています');
  }, 20_000);

  it('is not in a pipe', async () => {
    const { stdout, stderr } = await run(process.execPath, [program(1200)]);
    expect(stdout).toBe('できました\n');
    expect(stderr).toBe('');
  }, 20_000);
});
