/**
 * The stage of a kill test or a soak: a private Dovecot, an SMTP sink, the config of the program
 * between them, and traffic. It starts and stops servers and judges nothing.
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
import { type Gate, startGate } from '../support/gate.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { type Bot, startBot } from './bot.ts';
import { type Chance, chanceFrom } from './chance.ts';
import type { CommitPoint } from './die-at-commit.ts';
import { type Evidence, isQuiet } from './evidence.ts';
import { startTraffic, type Traffic } from './traffic.ts';

/** Mails that lie in the mailbox before the first start: noted, never answered (trap 10). */
const OLD_MAILS = 3;

export interface StagePlan {
  mails: number;
  seed: number;
}

export interface Stage {
  dovecot: TestDovecot;
  sink: SmtpSink;
  /** Between the program and Dovecot. */
  gate: Gate;
  config: string;
  database: string;
  chance: Chance;
  traffic: Traffic;
  /** Every life so far, in order. */
  bots: Bot[];
  begin(dieAt?: CommitPoint): Bot;
}

/** Runs `work` between servers that are stopped, and files that are removed, whatever happens. */
export async function onStage<T>(plan: StagePlan, work: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-kill-'));
  const dovecot = await startDovecot();
  const sink = await startSmtpSink();
  const gate = await startGate(dovecot.port);
  const stage = setStage(plan, { dovecot, sink, gate, folder });
  try {
    await layOldMails(stage);
    return await work(stage);
  } finally {
    for (const bot of stage.bots) await bot.kill();
    await gate.stop();
    await sink.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets the last life work until nothing is left, and ends it like an admin does. */
export async function settle(
  { sink, dovecot, traffic, ...stage }: Stage,
  last: Bot,
  quietWithinMs: number,
): Promise<Evidence> {
  const delivered = traffic.letters.reduce((sum, each) => sum + each.timesDelivered, 0);
  const giveUpAt = performance.now() + quietWithinMs;
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
  { seed, mails }: StagePlan,
  { dovecot, sink, gate, folder }: Pick<Stage, 'dovecot' | 'sink' | 'gate'> & { folder: string },
): Stage {
  const { user, password } = dovecot.settings();
  const config = join(folder, 'config.json');
  const given = configOf({ imapPort: gate.port, smtpPort: sink.port, user });
  const database = join(folder, 'office.sqlite');
  writeFileSync(config, JSON.stringify({ ...given, database }));
  // Kills, pauses and letters draw apart, so that the order of events changes none of them.
  const chance = chanceFrom(seed);
  const bots: Bot[] = [];
  const begin = (dieAt?: CommitPoint) => {
    const birth = { number: bots.length + 1, config, password: String(password) };
    const bot = startBot({ ...birth, ...(dieAt ? { dieAt } : {}) });
    bots.push(bot);
    return bot;
  };
  const traffic = startTraffic(chanceFrom(seed + 2), wishesFor(config, Math.ceil(mails / 5)));
  return { dovecot, sink, gate, config, database, chance, traffic, bots, begin };
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
