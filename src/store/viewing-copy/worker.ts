/**
 * The thread in which one copy for looking is made, so that nothing else waits for it. It tells
 * what became of it and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { writeViewingCopy } from '../viewing-copy.ts';
import type { CopyOrder } from './order.ts';
import { replaceCopy } from './replace.ts';

const { database, file, madeAt, readableBy } = workerData as CopyOrder;
const part = `${file}.part`;
writeViewingCopy(database, part, { madeAt, readableBy });
parentPort?.postMessage(replaceCopy(part, file));
