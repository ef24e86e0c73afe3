/**
 * One copy for looking as it is asked for: of which database, where to, and what time it is. A
 * thread of its own makes it and ends; what fails there is the answer's to say.
 */
import { startThread } from '../../thread.ts';
import type { ReadableBy } from '../viewing-copy.ts';
import type { Replaced } from './replace.ts';

export interface CopyOrder {
  database: string;
  file: string;
  /** As stored times are. */
  madeAt: string;
  readableBy: ReadableBy;
}

const WORKER = new URL('./worker.ts', import.meta.url);

/** Resolves when the copy is in its place or given up for now; rejects with what went wrong. */
export function makeCopyInThread(order: CopyOrder): Promise<Replaced> {
  return new Promise((resolve, reject) => {
    const worker = startThread(WORKER, { workerData: order });
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the copying thread ended with ${code}`)));
  });
}
