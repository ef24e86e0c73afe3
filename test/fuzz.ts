/**
 * Mutates mails and sends each through every stage that reads mail; prints failures and the
 * slowest mails. `node test/fuzz.ts [N] [seed] [folder …]`, N 100,000 where not given (or
 * FUZZ_RUNS). The same seed gives the same mails. Exit code 1 where anything failed.
 * A worker does the work, so that a mail that hangs is found and named too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readBounce } from '../src/message/bounce.ts';
import { forwardedPart } from '../src/message/forwarded.ts';
import { judgeOrigin } from '../src/message/origin.ts';
import { parseMessage } from '../src/message/parse.ts';
import { replyText } from '../src/message/reply-text.ts';
import { threadKeys } from '../src/message/thread-keys.ts';
import type { InboundMessage } from '../src/message/types.ts';
import { UnreadableMail } from '../src/message/unreadable-mail.ts';
import { mutate, randomOf } from './fuzz-mutations.ts';

const OUR_TEXT =
  '予約番号 K7QM-2WXA\nこのメールに返信すると予約が確定します。\nキャンセルはお電話でお願いします。';

/** Everything that looks at a parsed mail; a new stage is a new row. */
const STAGES: readonly (readonly [string, (message: InboundMessage) => unknown])[] = [
  [
    'clone',
    (message) => isDeepStrictEqual(structuredClone(message), message) || fail('not clonable'),
  ],
  ['threadKeys', threadKeys],
  [
    'judgeOrigin',
    (message) =>
      judgeOrigin(message, {
        ownAddresses: ['office@example.jp'],
        isOwnMessageId: () => false,
        ourText: OUR_TEXT,
      }),
  ],
  ['readBounce', readBounce],
  ['replyText', (message) => replyText(message, OUR_TEXT)],
  ['forwardedPart', forwardedPart],
];

/** A mail that takes longer is a failure; a hang is noticed after `HANG_MS`. */
const TOO_SLOW_MS = 2000;
const HANG_MS = 15_000;
const FOLDERS = ['../shared/fixtures/mail', 'test/fixtures/mail'];

interface Job {
  runs: number;
  seed: number;
  folders: string[];
  progress: SharedArrayBuffer;
}

interface Report {
  mails: number;
  unreadable: number;
  slowest: { run: number; ms: number; stage: string }[];
  failures: { run: number; stage: string; message: string }[];
}

function fail(message: string): never {
  throw new Error(message);
}

function readMails(folders: readonly string[]): Buffer[] {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .map((name) => readFileSync(`${folder}/${name}`)),
  );
}

async function work({ runs, seed, folders, progress }: Job): Promise<Report> {
  const mails = readMails(folders);
  if (mails.length === 0) fail(`no *.eml below ${folders.join(', ')}`);
  const report: Report = { mails: mails.length, unreadable: 0, slowest: [], failures: [] };
  const counter = new Int32Array(progress);
  for (let run = 0; run < runs; run++) {
    Atomics.store(counter, 0, run);
    await runOnce(mutate(mails, randomOf(seed + run)), run, report);
  }
  return report;
}

async function runOnce(source: Buffer, run: number, report: Report): Promise<void> {
  let stage = 'parseMessage';
  try {
    let started = performance.now();
    const message = await parseMessage(source, { authservId: 'mx.example.jp' });
    note(report, { run, stage, ms: performance.now() - started });
    for (const [name, look] of STAGES) {
      stage = name;
      started = performance.now();
      look(message);
      note(report, { run, stage, ms: performance.now() - started });
    }
  } catch (error) {
    if (error instanceof UnreadableMail) report.unreadable++;
    else report.failures.push({ run, stage, message: String(error).slice(0, 300) });
  }
}

function note(report: Report, time: Report['slowest'][number]): void {
  if (time.ms > TOO_SLOW_MS) report.failures.push({ ...time, message: `${time.ms} ms` });
  if (time.ms < (report.slowest.at(-1)?.ms ?? 0) && report.slowest.length >= 5) return;
  report.slowest = [...report.slowest, time].sort((a, b) => b.ms - a.ms).slice(0, 5);
}

function supervise(job: Job): void {
  const counter = new Int32Array(job.progress);
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  let seen = -1;
  let since = performance.now();
  const watch = setInterval(() => {
    const run = Atomics.load(counter, 0);
    if (process.stderr.isTTY) process.stderr.write(`\r${run} of ${job.runs}`);
    if (run !== seen) {
      since = performance.now();
      seen = run;
    } else if (performance.now() - since > HANG_MS) {
      console.error(`run ${run} hangs; reproduce: node test/fuzz.ts 1 ${job.seed + run}`);
      process.exit(1);
    }
  }, 1000);
  worker.on('message', (report: Report) => {
    clearInterval(watch);
    print(job, report);
    process.exitCode = report.failures.length === 0 ? 0 : 1;
  });
  worker.on('error', (error) => {
    console.error(`run ${Atomics.load(counter, 0)} ended the worker: ${error}`);
    process.exit(1);
  });
}

function print(job: Job, report: Report): void {
  console.log(
    `${job.runs} mutations of ${report.mails} mails, seed ${job.seed}: ` +
      `${report.failures.length} failures, ${report.unreadable} refused as no mail`,
  );
  for (const { run, stage, ms } of report.slowest) {
    console.log(`  slowest: ${ms.toFixed(1)} ms in ${stage} (seed ${job.seed + run})`);
  }
  for (const { run, stage, message } of report.failures.slice(0, 20)) {
    console.log(`  FAILED in ${stage} (seed ${job.seed + run}): ${message}`);
  }
}

if (isMainThread) {
  const [runs, seed, ...folders] = process.argv.slice(2);
  supervise({
    runs: Number(runs ?? process.env['FUZZ_RUNS'] ?? 100_000),
    seed: Number(seed ?? 1),
    folders: folders.length > 0 ? folders : FOLDERS,
    progress: new SharedArrayBuffer(4),
  });
} else {
  process.on('unhandledRejection', (error) => {
    throw error;
  });
  parentPort?.postMessage(await work(workerData as Job));
}
