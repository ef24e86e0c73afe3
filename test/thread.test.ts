/**
 * A thread of the program: its own module runs, with what it was given, and what goes wrong in it
 * is heard; with a folder for the cache it keeps there what Node made of its module.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startThread } from '../src/thread.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-thread-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function moduleOf(source: string): URL {
  const path = join(folder, 'thread.ts');
  writeFileSync(path, source);
  return pathToFileURL(path);
}

const ECHO = `import { parentPort, workerData } from 'node:worker_threads';
const word: string = workerData;
parentPort?.on('message', (more: string) => {
  parentPort?.postMessage(word + more);
  parentPort?.close();
});`;

test('a thread hears what was said before its module had come up', async () => {
  const thread = startThread(moduleOf(ECHO), { workerData: 'はい' });
  thread.postMessage('、どうぞ');
  const heard = await new Promise((resolve) => thread.once('message', resolve));
  expect(heard).toBe('はい、どうぞ');
});

test('what a module throws while it comes up is heard', async () => {
  const thread = startThread(moduleOf("throw new Error('no');"), {});
  const error = await new Promise((resolve) => thread.once('error', resolve));
  expect(String(error)).toContain('no');
});

test('with a folder for it, what Node made of the module is kept', async () => {
  const cache = join(folder, 'cache');
  const start = new URL('../src/start-thread.js', import.meta.url);
  // The tests themselves keep compiled code elsewhere; a folder that is set already has the last word.
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const argv = [moduleOf(ECHO).href, cache];
  const thread = new Worker(start, { argv, env, workerData: '' });
  thread.postMessage('x');
  await new Promise((resolve) => thread.once('exit', resolve));
  const kept = readdirSync(cache, { recursive: true });
  expect(kept.length).toBeGreaterThan(1);
});
