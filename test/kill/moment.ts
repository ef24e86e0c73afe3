/**
 * When a life of the program ends: at any time, right after the relay has taken a mail (the gap
 * that no protocol closes), right after a commit, or while a new database is made. The distances
 * are drawn; what the program is doing then is left to the machine.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SmtpSink } from '../support/smtp-sink.ts';
import type { Bot } from './bot.ts';
import type { Chance } from './chance.ts';

export type MomentKind = 'any_time' | 'mail_taken' | 'mail_handled' | 'mail_tried' | 'first_start';

export interface Moment {
  kind: MomentKind;
  /** Milliseconds after what is waited for. */
  afterMs: number;
}

/** No life waits longer than this for what it is to be killed after. */
const LONGEST_WAIT_MS = 4_000;

/** Draws a moment; a third of them at any time within the first seconds, the start included. */
export function drawMoment(chance: Chance): Moment {
  const dice = chance.next();
  if (dice < 0.35) return { kind: 'any_time', afterMs: chance.between(0, 3_000) };
  const kind = dice < 0.65 ? 'mail_taken' : dice < 0.85 ? 'mail_handled' : 'mail_tried';
  return { kind, afterMs: chance.pick([0, chance.between(0, 4), chance.between(0, 40)]) };
}

interface Scene {
  bot: Bot;
  sink: SmtpSink;
  /** Needed for `first_start`: the database appears beside it. */
  config?: string;
}

/** Waits for the moment and kills; returns when the process is gone. */
export async function strikeAt({ kind, afterMs }: Moment, scene: Scene): Promise<void> {
  const given = new AbortController();
  await Promise.race([cue(kind, scene, given.signal), sleep(LONGEST_WAIT_MS)]).finally(() =>
    given.abort(),
  );
  if (afterMs > 0) await sleep(afterMs);
  await scene.bot.kill();
}

async function cue(
  kind: MomentKind,
  { bot, sink, config }: Scene,
  over: AbortSignal,
): Promise<void> {
  if (kind === 'any_time') return;
  if (kind === 'mail_handled' || kind === 'mail_tried') return bot.logged(kind);
  if (kind === 'mail_taken') {
    await sink.until(sink.mails.length + 1, LONGEST_WAIT_MS).catch(() => undefined);
    return;
  }
  const file = join(dirname(config ?? '.'), 'office.sqlite');
  while (!existsSync(file) && !over.aborted) await sleep(1);
}
