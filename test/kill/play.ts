/**
 * Plays a kill test: mail arrives in a private Dovecot at random times while the program is
 * killed and started again; the SMTP sink and the mailbox live in this process and survive. At
 * the end the program runs undisturbed until it is quiet, and everything is handed to the judge.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from './chance.ts';
import type { Evidence } from './evidence.ts';
import { drawMoment, type Moment, strikeAt } from './moment.ts';
import { onStage, type Stage, settle } from './stage.ts';

export interface KillPlan {
  kills: number;
  mails: number;
  seed: number;
  /** Told about what happens, for a person who waits. */
  say?: (line: string) => void;
}

/** How long a life lasts on the average, for spreading the mails over the kills. */
const USUAL_LIFE_MS = 2_000;
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
  while (stage.bots.length < kills) {
    const moment = drawMoment(stage.chance);
    await liveAndDie(stage, moment);
    say?.(`life ${stage.bots.length}: ${moment.kind}, ${stage.sink.mails.length} mails out`);
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
  const bot = begin();
  await strikeAt(moment, { bot, sink, database });
  const { number, gaveUp, complaints } = bot.life;
  if (gaveUp) throw new Error(`life ${number} ended by itself: ${complaints.join('\n')}`);
}

/** Brings the mails at random times, sometimes several at once. */
async function post(stage: Stage, plan: KillPlan, signal: AbortSignal): Promise<void> {
  const usualPauseMs = (plan.kills * USUAL_LIFE_MS) / plan.mails;
  const chance = chanceFrom(plan.seed + 1);
  for (let count = 0; count < plan.mails && !signal.aborted; count += 1) {
    await sleep(-usualPauseMs * Math.log(1 - chance.next()));
    const letter = await stage.traffic.next(stage.sink.mails, Temporal.Now.instant());
    await stage.dovecot.append(letter.source);
  }
}
