/**
 * Plays a kill test: mail arrives in a private Dovecot at random times while the program is
 * killed and started again; the SMTP sink and the mailbox live in this process and survive. At
 * the end the program runs undisturbed until it is quiet, and everything is handed to the judge.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from './chance.ts';
import type { Evidence } from './evidence.ts';
import { commitPoints, drawMoment, type Moment, strikeAt } from './moment.ts';
import { onStage, type Stage, settle } from './stage.ts';

export interface KillPlan {
  kills: number;
  mails: number;
  seed: number;
  /** Told about what happens, for a person who waits. */
  say?: (line: string) => void;
}

/** A mail arrives at some time within the first seconds of the life that it is meant for. */
const ARRIVES_WITHIN_MS = 3_000;
const QUIET_WITHIN_MS = 120_000;

/** Plays a plan to its end and hands the evidence to `judge` before anything is cleared away. */
export async function play<T>(
  plan: KillPlan,
  judge: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const curtain = new AbortController();
  return onStage(plan, async (stage) => {
    await killFirstStarts(stage, Math.ceil(plan.kills / 10));
    const posted = post(stage, plan, curtain.signal);
    posted.catch(() => undefined);
    await killOnAndOn(stage, plan);
    const last = stage.begin();
    await posted;
    return judge(await settle(stage, last, QUIET_WITHIN_MS));
  }).finally(() => curtain.abort());
}

async function killOnAndOn(stage: Stage, { kills, say }: KillPlan): Promise<void> {
  const points = commitPoints();
  while (stage.bots.length < kills) {
    const moment = drawMoment(stage.chance, points);
    await liveAndDie(stage, moment);
    const { killedOver } = stage.bots.at(-1)?.life ?? { killedOver: null };
    const how = killedOver === null ? moment.kind : `${moment.dieAt} commit of ${killedOver}`;
    say?.(`life ${stage.bots.length}: ${how}, ${stage.sink.mails.length} mails out`);
  }
}

/** The first start of all is killed too, while the file is made and the old mails are noted. */
async function killFirstStarts(stage: Stage, kills: number): Promise<void> {
  for (let left = kills; left > 0; left -= 1) {
    const afterMs = stage.chance.pick([
      0,
      stage.chance.between(0, 40),
      stage.chance.between(0, 800),
    ]);
    const moment = { kind: 'first_start', afterMs } as const;
    await liveAndDie(stage, moment);
  }
  const bot = stage.begin();
  await bot.logged('ready');
  await bot.kill();
}

/** One life up to its kill; one that ends before it ends the test too. */
async function liveAndDie({ begin, sink, database }: Stage, moment: Moment): Promise<void> {
  const bot = begin(moment.dieAt);
  await strikeAt(moment, { bot, sink, database });
  const { number, gaveUp, complaints } = bot.life;
  if (gaveUp) throw new Error(`life ${number} ended by itself: ${complaints.join('\n')}`);
}

/** Brings the mails in lives and at moments that are drawn, so that a slow machine has them as well. */
async function post(stage: Stage, plan: KillPlan, signal: AbortSignal): Promise<void> {
  const chance = chanceFrom(plan.seed + 1);
  const first = stage.bots.length;
  const lives = Array.from({ length: plan.mails }, () => chance.between(first, plan.kills));
  for (const life of lives.sort((a, b) => a - b)) {
    while (stage.bots.length < life && !signal.aborted) await sleep(10);
    await sleep(chance.pick([0, chance.between(0, ARRIVES_WITHIN_MS)]));
    if (signal.aborted) return;
    const letter = await stage.traffic.next(stage.sink.mails, Temporal.Now.instant());
    await stage.dovecot.append(letter.source);
  }
}
