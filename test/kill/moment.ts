/**
 * When a life of the program ends: at any time, right before or after its n-th commit, right after
 * the relay has taken a mail (the gap that no protocol closes), while SQLite writes a commit to its
 * log, after a mail was handled or tried, or while a new database is made. The distances are drawn;
 * the commit points are gone through one by one.
 */
import { existsSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SmtpSink } from '../support/smtp-sink.ts';
import type { Bot } from './bot.ts';
import type { Chance } from './chance.ts';
import type { CommitPoint } from './die-at-commit.ts';

export type MomentKind =
  | 'any_time'
  | 'commit_point'
  | 'mail_taken'
  | 'commit_begun'
  | 'mail_handled'
  | 'mail_tried'
  | 'first_start';

export interface Moment {
  kind: MomentKind;
  /** Milliseconds after what is waited for. */
  afterMs: number;
  /** How many writes to the log of SQLite pass before `commit_begun`. */
  writes?: number;
  /** The commit of `commit_point`. */
  dieAt?: CommitPoint;
}

/** No life waits longer than this, from its being ready, for what it is to be killed after. */
const LONGEST_WAIT_MS = 4_000;
/** Nor longer than this for being ready. */
const LONGEST_START_MS = 15_000;
/** By their number in a life, and by a table that they write: those come late in a life, or seldom. */
const COMMITS = [
  ...Array.from({ length: 16 }, (_, i) => String(i + 1)),
  ...['poll', 'mailbox', 'chore', 'inbox', 'booking', 'event', 'attention', 'terms', 'outbox'],
];

/** For life after life that dies at a commit: 1 before, 1 after, 2 before … poll before …; and again. */
export function* commitPoints(): Generator<CommitPoint, never> {
  for (;;) {
    for (const commit of COMMITS) {
      yield `${commit} before`;
      yield `${commit} after`;
    }
  }
}

/** Draws a moment; a quarter of them at any time within the first seconds, the start included. */
export function drawMoment(chance: Chance, points: Iterator<CommitPoint, never>): Moment {
  const dice = chance.next();
  if (dice < 0.25) return { kind: 'any_time', afterMs: chance.between(0, 3_000) };
  if (dice < 0.5) {
    return { kind: 'commit_point', afterMs: 0, dieAt: points.next().value };
  }
  if (dice < 0.65) {
    const writes = Math.ceil(chance.between(0, 40));
    return { kind: 'commit_begun', afterMs: chance.pick([0, chance.between(0, 2)]), writes };
  }
  const kind = dice < 0.85 ? 'mail_taken' : dice < 0.93 ? 'mail_handled' : 'mail_tried';
  return { kind, afterMs: chance.pick([0, chance.between(0, 4), chance.between(0, 40)]) };
}

interface Scene {
  bot: Bot;
  sink: SmtpSink;
  /** The path of the database. */
  database: string;
}

/** Waits for the moment and kills; returns when the process is gone. */
export async function strikeAt(moment: Moment, scene: Scene): Promise<void> {
  const given = new AbortController();
  const { signal } = given;
  const patience = async () => {
    await Promise.race([scene.bot.logged('ready'), sleep(LONGEST_START_MS, undefined, { signal })]);
    await sleep(LONGEST_WAIT_MS, undefined, { signal });
  };
  const longEnough = patience().catch(() => undefined);
  await Promise.race([cue(moment, scene, signal), longEnough]).finally(() => given.abort());
  if (moment.afterMs > 0) await sleep(moment.afterMs);
  await scene.bot.kill();
}

async function cue(
  { kind, writes = 1 }: Moment,
  { bot, sink, database }: Scene,
  over: AbortSignal,
): Promise<void> {
  switch (kind) {
    case 'any_time':
      return;
    case 'commit_point':
      return bot.gone;
    case 'mail_handled':
    case 'mail_tried':
      return bot.logged(kind);
    case 'commit_begun':
      return logWritten(database, writes, over);
    case 'mail_taken':
      await sink
        .until(sink.mails.length + 1, LONGEST_START_MS + LONGEST_WAIT_MS)
        .catch(() => undefined);
      return;
    case 'first_start':
      while (!existsSync(database) && !over.aborted) await sleep(1);
  }
}

/** Resolves at the given write to the write-ahead log, in the middle of the commit as a rule. */
function logWritten(database: string, writes: number, over: AbortSignal): Promise<void> {
  const log = `${basename(database)}-wal`;
  let left = writes;
  return new Promise((resolve) => {
    watch(dirname(database), { signal: over }, (_event, name) => {
      if (name === log) left -= 1;
      if (left <= 0) resolve();
    }).on('error', () => resolve());
  });
}
