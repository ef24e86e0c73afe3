/**
 * Starts a thread of this program, with the compile cache of the program where it has one. What
 * the thread does, and what is said to it, is its module's matter.
 */
import { getCompileCacheDir } from 'node:module';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const START = new URL('./start-thread.js', import.meta.url);

/** Like `new Worker(module, options)`. */
export function startThread(module: URL, options: Omit<WorkerOptions, 'argv'>): Worker {
  return new Worker(START, { ...options, argv: [module.href, getCompileCacheDir() ?? ''] });
}
