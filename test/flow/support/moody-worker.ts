/**
 * Stands in for the parser's worker in tests: does what the first word of the mail's bytes says.
 * `count` is the number of mails that this one thread has answered.
 */
import { parentPort } from 'node:worker_threads';

const hoard: number[][] = [];
let count = 0;

parentPort?.on('message', ({ source }: { source: Uint8Array }) => {
  const word = Buffer.from(source).toString().split(' ')[0];
  if (word === 'hang') for (;;);
  if (word === 'throw') throw new Error('poison');
  if (word === 'exit') process.exit(3);
  if (word === 'hoard') for (;;) hoard.push(new Array<number>(100_000).fill(count));
  if (word === 'unreadable') return parentPort?.postMessage({ kind: 'unreadable', reason: 'why' });
  if (word === 'failed') return parentPort?.postMessage({ kind: 'failed', why: 'a bug' });
  count += 1;
  parentPort?.postMessage({
    kind: 'opened',
    message: { subject: `${count}` },
    verdict: { origin: 'person', rule: null, evidence: '' },
  });
});
parentPort?.postMessage({ kind: 'ready' });
