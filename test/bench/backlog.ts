/**
 * Bench: a mailbox full of mixed mail, from the program's log-in until the last answer is accepted
 * by the sink, beside the floor of `floor.ts` on the same mails, in turn.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { policyOf } from '../../src/flow/policy.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { isQuiet } from '../kill/evidence.ts';
import type { SunkMail } from '../support/smtp-sink.ts';
import type { FloorAnswer, FloorTask } from './floor.ts';
import { freshMail, replyMail, shapeOf, wishes } from './mails.ts';
import { type BenchOffice, openBenchOffice } from './office.ts';
import { type Bench, median } from './types.ts';

export const backlog: Bench = {
  name: 'backlog',
  what: 'mails a second from log-in to the last answer accepted, beside the bare floor',
  run: async ({ mails = 5_000, rounds = 5 }, say) => {
    const users = Array.from({ length: rounds }, (_, i) => `round${i + 1}`);
    const office = await openBenchOffice(users);
    const played: Round[] = [];
    try {
      for (const user of users) {
        const round = await playRound(office, user, mails);
        played.push(round);
        say(`${user}: ${mails} mails, ${round.sent} answers: ${inWords(round)}`);
      }
    } finally {
      await office.end();
    }
    const of = (figure: (round: Round) => number) => median(played.map(figure));
    say(`median: ${of(({ bot }) => bot.rate).toFixed(0)} mails/s`);
    say(`${of(({ bot, floor }) => bot.rate / floor.rate).toFixed(2)} of the floor's speed`);
    say(
      `${of(({ bot, floor }) => bot.cpu / floor.cpu).toFixed(2)} times the floor's processor time`,
    );
  },
};

/** One side of a round. */
interface Side {
  /** Mails a second. */
  rate: number;
  /** Milliseconds of processor time a mail. */
  cpu: number;
}

function inWords({ bot, floor }: Round): string {
  const shown = ({ rate, cpu }: Side) =>
    `${rate.toFixed(0)}/s at ${cpu.toFixed(1)} ms of processor`;
  return `bot ${shown(bot)}, floor ${shown(floor)}, ratio ${(bot.rate / floor.rate).toFixed(2)}`;
}

interface Round {
  bot: Side;
  floor: Side;
  sent: number;
}

async function playRound(office: BenchOffice, user: string, mails: number): Promise<Round> {
  const { config, database } = office.configFor(user);
  const { dovecot, sink } = office;
  const replies = Array.from({ length: mails }, (_, i) => shapeOf(i)).filter((s) => s === 'reply');
  const { policy, today } = rulesOf(config);
  const wish = wishesForAll(policy, today);
  const letters = { office, user, wish };

  const first = office.start(config);
  await first.logged('ready');
  const before = sink.mails.length;
  await append(letters, { count: replies.length, from: 0, shape: () => 'form', hands: [] });
  const terms = (await sink.until(before + replies.length, 300_000)).slice(before);
  while (!isQuiet(database, replies.length)) await sleep(100);
  await first.end();
  const afterUid = (await dovecot.look('INBOX', user)).at(-1)?.uid ?? 0;
  await append(letters, { count: mails, from: replies.length, shape: shapeOf, hands: terms });

  const bot = office.start(config);
  await bot.logged('mailbox_open');
  const openedAtMs = performance.now();
  const sunk = sink.mails.length;
  const cpuBefore = processorSeconds(bot.pid);
  await bot.counted('mail_handled', mails);
  while (!isQuiet(database, replies.length + mails)) await sleep(50);
  const answers = sink.mails.slice(sunk);
  const botSeconds = ((answers.at(-1)?.acceptedAtMs ?? 0) - openedAtMs) / 1000;
  const side = (seconds: number, cpu: number): Side => ({
    rate: mails / seconds,
    cpu: (1000 * cpu) / mails,
  });
  const botSide = side(botSeconds, processorSeconds(bot.pid) - cpuBefore);
  await bot.end();
  const floor = await playFloor(office, { user, afterUid, answers });
  return { bot: botSide, floor: side(floor.seconds, floor.cpu), sent: answers.length };
}

/** All that a process has used so far, in user and system mode (Linux, ticks of 10 ms). */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Seconds from the floor's log-in until it has sent all, by the clock and by the processor. */
async function playFloor(
  { dovecot, sink, folder }: BenchOffice,
  { user, afterUid, answers }: { user: string; afterUid: number; answers: SunkMail[] },
): Promise<{ seconds: number; cpu: number }> {
  const file = join(folder, `${user}-answers.json`);
  writeFileSync(file, JSON.stringify(await Promise.all(answers.map(asFloorAnswer))));
  const task: FloorTask = {
    imap: dovecot.port,
    smtp: sink.port,
    user,
    password: dovecot.users[user] ?? '',
    afterUid,
    answers: file,
    database: join(folder, `${user}-floor.sqlite`),
    connections: 2,
  };
  const sunk = sink.mails.length;
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'floor.ts'), JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const said: string[] = [];
  child.stdout.on('data', (bytes) => said.push(String(bytes)));
  await once(child.stdout, 'data');
  const openedAtMs = performance.now();
  await ended;
  if (sink.mails.length - sunk !== answers.length) throw new Error('the floor has not sent all');
  return {
    seconds: ((sink.mails.at(-1)?.acceptedAtMs ?? 0) - openedAtMs) / 1000,
    cpu: Number(/cpu ([\d.]+)/.exec(said.join(''))?.[1]),
  };
}

async function asFloorAnswer({ source, rcptTo }: SunkMail): Promise<FloorAnswer> {
  const { subject, text } = await parseMessage(source, { authservId: null });
  return { from: 'online@office.example.jp', to: rcptTo[0] ?? '', subject, text };
}

interface Letters {
  office: BenchOffice;
  user: string;
  wish: Generator<string>;
}

interface Batch {
  count: number;
  /** Number of the first mail; makes addresses and Message-IDs. */
  from: number;
  shape(number: number): ReturnType<typeof shapeOf>;
  /** Terms mails for the replies, one each. */
  hands: readonly SunkMail[];
}

async function append({ office, user, wish }: Letters, batch: Batch): Promise<void> {
  const hands = batch.hands.values();
  for (let i = 0; i < batch.count; i += 1) {
    const order = { number: batch.from + i, at: Temporal.Now.instant() };
    const shape = batch.shape(i);
    const source =
      shape === 'reply'
        ? await replyTo(hands.next().value, order)
        : freshMail(shape, { ...order, wish: wish.next().value });
    await office.dovecot.append(source, { user });
  }
}

async function replyTo(
  terms: SunkMail | undefined,
  order: { number: number; at: Temporal.Instant },
): Promise<string> {
  if (terms === undefined) throw new Error('there are fewer terms mails than replies');
  const { messageId, subject, text } = await parseMessage(terms.source, { authservId: null });
  const hand = { messageId: messageId ?? '', subject, text, to: terms.rcptTo[0] ?? '' };
  return replyMail(hand, order);
}

function rulesOf(path: string) {
  const { config } = loadConfig(path, { env: { SECRET: 'x' } });
  return { policy: policyOf(config), today: Temporal.Now.plainDateISO('Asia/Tokyo') };
}

/** Each slot as often as there are lanes. */
function* wishesForAll(
  policy: ReturnType<typeof policyOf>,
  today: Temporal.PlainDate,
): Generator<string, never> {
  for (const wish of wishes(policy, today)) {
    for (const _ of policy.lanes) yield wish;
  }
  throw new Error('the calendar has an end');
}
