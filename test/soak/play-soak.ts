/**
 * Plays a soak: one life of the program, mail at a steady rate, and every few seconds a fault that
 * heals by itself. Memory is sampled from outside. What is lost or doubled is the kill test's judge
 * to find.
 */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../kill/chance.ts';
import { judge, type Verdict } from '../kill/judge.ts';
import { onStage, type Stage, settle } from '../kill/stage.ts';

export interface SoakPlan {
  minutes: number;
  mailsPerSecond: number;
  seed: number;
  /** Told about what happens, for a person who waits. */
  say?: (line: string) => void;
}

/** Mails that were put off wait for minutes before they are tried again. */
const QUIET_WITHIN_MS = 15 * 60_000;
const FAULT_EVERY_MS = 10_000;
const SAMPLE_EVERY_MS = 2_000;
/** How much more the program may hold in the last third than in the second. */
const GROWTH_ALLOWED = 1.2;

/** Plays to the end and judges. */
export async function soak(plan: SoakPlan): Promise<Verdict> {
  const mails = Math.round(plan.minutes * 60 * plan.mailsPerSecond);
  return onStage({ mails, seed: plan.seed }, async (stage) => {
    const bot = stage.begin();
    await bot.logged('ready');
    const over = new AbortController();
    const faults = trouble(stage, plan, over.signal);
    const memory = watchMemory(bot.pid, over.signal);
    await post(stage, mails, plan.mailsPerSecond);
    over.abort();
    const kinds = await faults;
    const samples = await memory;
    const evidence = await settle(stage, bot, QUIET_WITHIN_MS);
    const told = evidence.lives.map((life) => ({
      ...life,
      complaints: life.complaints.filter(isNotOfAFault),
    }));
    const verdict = await judge({ ...evidence, lives: told });
    return {
      problems: [...verdict.problems, ...judgeMemory(samples)],
      figures: { ...verdict.figures, ...kinds, ...memoryFigures(samples) },
    };
  });
}

/** Troubles that the injected faults must cause; anything else is a complaint. */
const OF_A_FAULT = ['mailbox_trouble', 'receiving_failed'];

function isNotOfAFault(line: string): boolean {
  return !OF_A_FAULT.some((event) => line.includes(`"event":"${event}"`));
}

/** Mails at a steady rate; one that is late is made up for at once. */
async function post(stage: Stage, mails: number, perSecond: number): Promise<void> {
  const began = performance.now();
  for (let count = 0; count < mails; count += 1) {
    const dueInMs = began + (count * 1000) / perSecond - performance.now();
    if (dueInMs > 0) await sleep(dueInMs);
    const letter = await stage.traffic.next(stage.sink.mails, Temporal.Now.instant());
    await stage.dovecot.append(letter.source);
  }
}

type Fault = (stage: Stage, chance: Chance) => Promise<void>;

/** Faults that no mail may be lost or doubled by: the relay has taken nothing when it fails. */
const FAULTS: Record<string, Fault> = {
  'mailbox out of reach': async ({ gate }, chance) => {
    gate.shut();
    await sleep(chance.between(200, 4_000));
    gate.open();
  },
  'relay puts off at RCPT': async ({ sink }) => {
    sink.failAt('rcpt', { replyCode: 450, text: '4.2.1 try again later' }, 3);
  },
  'relay puts off after the mail': async ({ sink }) => {
    sink.failAt('data_done', { replyCode: 451, text: '4.3.0 try again later' }, 3);
  },
  'relay takes no connection': async ({ sink }, chance) => {
    sink.failAt('mail', { replyCode: 421, text: '4.3.2 shutting down' });
    await sleep(chance.between(200, 2_000));
    sink.heal();
  },
  'a viewer holds the database': async ({ database }, chance) => {
    const viewer = new DatabaseSync(database, { timeout: 5_000 });
    viewer.exec('begin immediate');
    await sleep(chance.between(200, 3_000));
    viewer.exec('rollback');
    viewer.close();
  },
};

/** Until the end: a fault, a pause; resolves to how often each struck. */
async function trouble(
  stage: Stage,
  { seed, say }: SoakPlan,
  over: AbortSignal,
): Promise<Record<string, number>> {
  const chance = chanceFrom(seed + 3);
  const struck: Record<string, number> = {};
  while (!over.aborted) {
    await sleep(FAULT_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) break;
    const name = chance.pick(Object.keys(FAULTS));
    say?.(`${name}; ${stage.traffic.letters.length} written, ${stage.sink.mails.length} out`);
    await FAULTS[name]?.(stage, chance);
    struck[name] = (struck[name] ?? 0) + 1;
  }
  stage.sink.heal();
  return struck;
}

/** Resident memory of a process in MiB, every few seconds until the end (Linux). */
async function watchMemory(pid: number, over: AbortSignal): Promise<number[]> {
  const samples: number[] = [];
  while (!over.aborted) {
    samples.push(residentMib(pid));
    await sleep(SAMPLE_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
  return samples;
}

function residentMib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The median of the last third against that of the second: the first is warming up. */
function judgeMemory(samples: readonly number[]): string[] {
  const [, second, last] = thirds(samples);
  const growth = (last ?? 0) / (second ?? 1);
  return growth <= GROWTH_ALLOWED
    ? []
    : [`memory grew from ${second?.toFixed(0)} to ${last?.toFixed(0)} MiB`];
}

function memoryFigures(samples: readonly number[]): Record<string, number> {
  const [first, second, last] = thirds(samples).map(Math.round);
  return {
    'MiB in the first third': first ?? 0,
    'MiB in the second third': second ?? 0,
    'MiB in the last third': last ?? 0,
  };
}

function thirds(samples: readonly number[]): number[] {
  const size = Math.ceil(samples.length / 3);
  return [0, 1, 2].map((third) => median(samples.slice(third * size, (third + 1) * size)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
