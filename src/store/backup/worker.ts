/**
 * The thread in which one backup is made. It tells what became of it and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { backUp } from '../backup.ts';
import { DatabaseTrouble } from '../sqlite.ts';
import type { BackupAnswer, BackupOrder } from './in-thread.ts';

const { database, file } = workerData as BackupOrder;

function made(): BackupAnswer {
  try {
    return { done: backUp(database, file) };
  } catch (error) {
    if (error instanceof DatabaseTrouble) return { trouble: error.message };
    throw error;
  }
}

parentPort?.postMessage(made());
