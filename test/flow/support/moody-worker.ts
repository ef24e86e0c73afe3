/**
 * Stands in for the parser's worker in tests: does what the first word of the mail's bytes says.
 * The subject of a message is the number of mails that this one thread has opened.
 */
import { parentPort } from 'node:worker_threads';
import type { Question } from '../../../src/flow/parse-guard/protocol.ts';

const hoard: number[][] = [];
let count = 0;
let judging = '';

function act(word: string | undefined): void {
  if (word === 'hang') for (;;);
  if (word === 'throw') throw new Error('poison');
  if (word === 'exit') process.exit(3);
  if (word === 'hoard') for (;;) hoard.push(new Array<number>(100_000).fill(count));
}

const verdict = (evidence: string) => ({ origin: 'person', rule: null, evidence });

parentPort?.on('message', (question: Question) => {
  if (question.kind === 'judge') {
    act(judging);
    if (judging === 'then-exit') setTimeout(() => process.exit(4), 1);
    return parentPort?.postMessage({ kind: 'judged', verdict: verdict(question.ourText) });
  }
  const [word, inJudging = ''] = Buffer.from(question.source).toString().split(' ');
  judging = inJudging;
  act(word);
  if (word === 'unreadable') return parentPort?.postMessage({ kind: 'unreadable', reason: 'why' });
  if (word === 'failed') return parentPort?.postMessage({ kind: 'failed', why: 'a bug' });
  count += 1;
  const message = { subject: `${count}` };
  parentPort?.postMessage({ kind: 'parsed', message, verdict: verdict('answers none') });
});
parentPort?.postMessage({ kind: 'ready' });
