/**
 * Plays a kill test: mail arrives in a private Dovecot at random times while the program is
 * killed and started again; the SMTP sink and the mailbox live in this process and survive. At
 * the end the program runs undisturbed until it is quiet, and everything is handed to the judge.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { COUNSELOR, letterSource, OFFICE } from '../../src/demo/people.ts';
import { slotsOfDay } from '../../src/domain/office-calendar.ts';
import { policyOf } from '../../src/flow/policy.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { type Bot, startBot } from './bot.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Evidence, isQuiet } from './evidence.ts';
import { drawMoment, type Moment, strikeAt } from './moment.ts';
import { startTraffic, type Traffic } from './traffic.ts';

export interface KillPlan {
  kills: number;
  mails: number;
  seed: number;
  /** Told about what happens, for a person who waits. */
  say?: (line: string) => void;
}

/** Mails that lie in the mailbox before the first start: noted, never answered (trap 10). */
const OLD_MAILS = 3;
/** How long a life lasts on the average, for spreading the mails over the kills. */
const USUAL_LIFE_MS = 2_000;
const QUIET_WITHIN_MS = 120_000;

interface Stage {
  dovecot: TestDovecot;
  sink: SmtpSink;
  config: string;
  database: string;
  chance: Chance;
  traffic: Traffic;
  /** Every life so far, in order. */
  bots: Bot[];
  begin(): Bot;
}

/** Plays a plan to its end and hands the evidence to `judge` before anything is cleared away. */
export async function play<T>(
  plan: KillPlan,
  judge: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-kill-'));
  const dovecot = await startDovecot();
  const sink = await startSmtpSink();
  const stage = setStage(plan, { dovecot, sink, folder });
  const curtain = new AbortController();
  try {
    await layOldMails(stage);
    await killFirstStarts(stage, Math.ceil(plan.kills / 10));
    const posted = post(stage, plan, curtain.signal);
    posted.catch(() => undefined);
    await killOnAndOn(stage, plan);
    const last = stage.begin();
    await posted;
    return await judge(await settle(stage, last));
  } finally {
    curtain.abort();
    for (const bot of stage.bots) await bot.kill();
    await sink.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killOnAndOn(stage: Stage, { kills, say }: KillPlan): Promise<void> {
  while (stage.bots.length < kills) {
    const moment = drawMoment(stage.chance);
    await liveAndDie(stage, moment);
    say?.(`life ${stage.bots.length}: ${moment.kind}, ${stage.sink.mails.length} mails out`);
  }
}

/** Lets the last life work until nothing is left, and ends it like an admin does. */
async function settle({ sink, dovecot, traffic, ...stage }: Stage, last: Bot): Promise<Evidence> {
  const delivered = traffic.letters.reduce((sum, each) => sum + each.timesDelivered, 0);
  const giveUpAt = performance.now() + QUIET_WITHIN_MS;
  while (!isQuiet(stage.database, delivered + OLD_MAILS) && performance.now() < giveUpAt) {
    await sleep(300);
  }
  // What would be sent twice has time to be.
  await sleep(1_000);
  const endedWith = await last.end();
  return {
    database: stage.database,
    letters: traffic.letters,
    oldMails: OLD_MAILS,
    lives: stage.bots.map(({ life }) => life),
    endedWith,
    sink: [...sink.mails],
    mailbox: await dovecot.look(),
  };
}

function setStage(
  { seed, mails }: KillPlan,
  { dovecot, sink, folder }: Pick<Stage, 'dovecot' | 'sink'> & { folder: string },
): Stage {
  const { user, password } = dovecot.settings();
  const config = join(folder, 'config.json');
  const given = configOf({ imapPort: dovecot.port, smtpPort: sink.port, user });
  const database = join(folder, 'office.sqlite');
  writeFileSync(config, JSON.stringify({ ...given, database }));
  // Kills, pauses and letters draw apart, so that the order of events changes none of them.
  const chance = chanceFrom(seed);
  const bots: Bot[] = [];
  const begin = () => {
    const bot = startBot(bots.length + 1, config, String(password));
    bots.push(bot);
    return bot;
  };
  const traffic = startTraffic(chanceFrom(seed + 2), wishesFor(config, Math.ceil(mails / 5)));
  return { dovecot, sink, config, database, chance, traffic, bots, begin };
}

async function layOldMails({ dovecot }: Stage): Promise<void> {
  for (let number = 1; number <= OLD_MAILS; number += 1) {
    const from = { name: '見本 太郎', address: `before${number}@example.ne.jp` };
    const letter = {
      from,
      subject: '予約',
      text: '以前のメールです。\n',
      at: Temporal.Now.instant(),
    };
    await dovecot.append(letterSource({ ...letter, number: 900_000 + number }));
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

/** Few times for many people: each is asked for by about three, and two lanes can have them. */
function wishesFor(config: string, count: number): string[] {
  const { calendar } = policyOf(loadConfig(config, { env: { SECRET: 'x' } }).config);
  const wishes: string[] = [];
  let day = Temporal.Now.zonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 21 });
  while (wishes.length < count) {
    for (const { hour, minute } of slotsOfDay(day, calendar)) {
      const time = `${hour}:${String(minute).padStart(2, '0')}`;
      wishes.push(`${day.year}年${day.month}月${day.day}日 ${time}`);
    }
    day = day.add({ days: 1 });
  }
  return wishes.slice(0, count);
}

function configOf(ports: { imapPort: number; smtpPort: number; user: string }): object {
  const { imapPort, smtpPort, user } = ports;
  const host = '127.0.0.1';
  const lane = (id: string) => ({
    id,
    counselor: `${id}番窓口`,
    zoom: { meetingId: '1', passcode: '1', url: 'https://zoom.example/j/1' },
  });
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
    registration: 'sender',
    imap: { host, port: imapPort, tls: 'none', user, password: { env: 'SECRET' }, pollSeconds: 5 },
    smtp: { host, port: smtpPort, tls: 'none', from: OFFICE },
    lanes: [lane('A'), lane('B')],
    limits: { staffMailsPerHour: 100_000 },
    termsFile: join(import.meta.dirname, '../../templates/terms/2025-03-11.txt'),
    sendMode: 'live',
  };
}
