/**
 * The thread that draws a moving line. It writes straight to standard error, because the streams of
 * a thread go by way of the main one, which is held. It ends when it is ended.
 */
import { writeSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';

const STANDARD_ERROR = 2;
const SHOWN_AFTER_MS = 1000;
const DRAWN_EVERY_MS = 200;
const TURNS = ['｜', '／', '－', '＼'];

let what = workerData as string;
let turn = 0;
const began = performance.now();
parentPort?.on('message', (next: string) => {
  what = next;
});
setInterval(() => {
  const elapsedMs = performance.now() - began;
  if (elapsedMs < SHOWN_AFTER_MS) return;
  turn = (turn + 1) % TURNS.length;
  writeSync(STANDARD_ERROR, `\r\x1b[K${TURNS[turn]} ${what} ${Math.floor(elapsedMs / 1000)}秒`);
}, DRAWN_EVERY_MS);
