/**
 * A backup that is made in a thread of its own, so that whoever waits for it can tell how far it is.
 * The thread does what `backUp` does; nothing else is different.
 */
import { statSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { startThread } from '../../thread.ts';
import { DatabaseTrouble } from '../sqlite.ts';
import type { Inspection } from './look-through.ts';

export interface BackupOrder {
  database: string;
  file: string;
}

/** What the thread tells at its end. */
export type BackupAnswer = { done: Inspection } | { trouble: string };

const WORKER = new URL('./worker.ts', import.meta.url);
const LOOK_EVERY_MS = 100;

/** `onGrown` hears now and then how many bytes are written. Rejects with `DatabaseTrouble`. */
export function backUpInThread(
  order: BackupOrder,
  onGrown: (bytes: number) => void,
): Promise<Inspection> {
  return new Promise<Inspection>((resolve, reject) => {
    const worker = startThread(WORKER, { workerData: order });
    const looks = setInterval(
      () => onGrown(statSync(`${order.file}.part`, { throwIfNoEntry: false })?.size ?? 0),
      LOOK_EVERY_MS,
    );
    worker.once('message', (answer: BackupAnswer) => {
      if ('done' in answer) resolve(answer.done);
      else reject(new DatabaseTrouble(answer.trouble));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearInterval(looks);
      reject(new Error(`the backup's thread ended with ${code}`));
    });
  });
}
