/**
 * Bench: how long a seeker waits, from the moment the IMAP server announces a reply (its untagged
 * EXISTS on the wire) to the confirmation accepted by the sink: one reply at a time, and many at
 * once. Dovecot itself takes 500 ms to announce, which is not counted. And how long one waits that
 * comes while a backlog is worked on, from its delivery to the mailbox.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { policyOf } from '../../src/flow/policy.ts';
import { parseMessage } from '../../src/message/parse.ts';
import type { Bot } from '../kill/bot.ts';
import type { SunkMail } from '../support/smtp-sink.ts';
import { startWire } from '../support/wire.ts';
import { freshMail, replyMail, shapeOf, wishes } from './mails.ts';
import { type BenchOffice, openBenchOffice } from './office.ts';
import { type Bench, spread } from './types.ts';

const AT_ONCE = 100;
/** Replies that come while a backlog is worked on, one after the other, all the way through it. */
const BEHIND = 20;

export const replyLatency: Bench = {
  name: 'reply',
  what: 'reply announced to confirmation accepted',
  run: async ({ rounds = 40, mails = 5_000 }, say) => {
    let announcedAtMs = 0;
    const office = await openBenchOffice(['reply'], {
      wire: (port) =>
        startWire(port, {
          onServerLine: (line) => {
            if (/^\* \d+ EXISTS/.test(line)) announcedAtMs ||= performance.now();
          },
        }),
    });
    try {
      const { config } = office.configFor('reply');
      const bot = office.start(config);
      await bot.logged('ready');
      const seekers = seekersOf(config);
      const alone: number[] = [];
      for (let i = 0; i < rounds; i += 1) {
        const [terms] = await askForTerms(office, seekers, 1);
        await sleep(300);
        announcedAtMs = 0;
        const [answer] = await replyToAll(office, terms ? [terms] : []);
        alone.push((answer?.acceptedAtMs ?? Number.NaN) - announcedAtMs);
      }
      say(`${rounds} replies, one at a time: ${spread(alone)}`);

      const many = await askForTerms(office, seekers, AT_ONCE);
      await sleep(1_000);
      announcedAtMs = 0;
      const answers = await replyToAll(office, many);
      say(
        `${AT_ONCE} at once: ${spread(answers.map((mail) => mail.acceptedAtMs - announcedAtMs))}`,
      );

      say(
        `${BEHIND} behind a backlog of ${mails}: ${spread(await behindBacklog(office, { seekers, config, bot, mails }))}`,
      );
    } finally {
      await office.end();
    }
  },
};

/** From the reply in the mailbox to its confirmation in the sink, while the program has more to do. */
async function behindBacklog(
  office: BenchOffice,
  given: { seekers: Seekers; config: string; bot: Bot; mails: number },
): Promise<number[]> {
  const { seekers, config, bot, mails } = given;
  const waiting = await askForTerms(office, seekers, BEHIND);
  await sleep(1_000);
  await bot.end();
  for (let i = 0; i < mails; i += 1) {
    const shape = shapeOf(i);
    const order = { number: 100_000 + i, at: Temporal.Now.instant(), wish: seekers.wish() };
    await office.dovecot.append(freshMail(shape === 'reply' ? 'form' : shape, order));
  }
  const replies = await Promise.all(waiting.map((terms, i) => replyTo(terms, 90_000_000 + i)));
  const again = office.start(config);
  const waits: number[] = [];
  for (const [i, reply] of replies.entries()) {
    await again.counted('mail_handled', 20 + Math.floor((0.8 * i * mails) / BEHIND));
    const to = waiting[i]?.rcptTo[0];
    const sunk = office.sink.mails.length;
    const began = performance.now();
    await office.dovecot.append(reply);
    const answer = () => office.sink.mails.slice(sunk).find(({ rcptTo }) => rcptTo[0] === to);
    while (answer() === undefined) await sleep(1);
    waits.push((answer()?.acceptedAtMs ?? Number.NaN) - began);
  }
  return waits;
}

interface Seekers {
  next(): { number: number; wish: string };
  wish(): string;
}

function seekersOf(path: string): Seekers {
  const policy = policyOf(loadConfig(path, { env: { SECRET: 'x' } }).config);
  const free = wishes(policy, Temporal.Now.plainDateISO('Asia/Tokyo'));
  let number = 0;
  let wish = '';
  const nextWish = () => {
    // Each slot once for every lane.
    if (number % policy.lanes.length === 0) wish = String(free.next().value);
    number += 1;
    return wish;
  };
  return { wish: nextWish, next: () => ({ wish: nextWish(), number }) };
}

async function askForTerms(
  { dovecot, sink }: BenchOffice,
  seekers: Seekers,
  count: number,
): Promise<SunkMail[]> {
  const before = sink.mails.length;
  for (let i = 0; i < count; i += 1) {
    const order = { ...seekers.next(), at: Temporal.Now.instant() };
    await dovecot.append(freshMail('form', order));
  }
  return (await sink.until(before + count, 60_000)).slice(before);
}

/** The answers in the order of their acceptance. */
async function replyToAll(
  { dovecot, sink }: BenchOffice,
  terms: readonly SunkMail[],
): Promise<SunkMail[]> {
  const before = sink.mails.length;
  const replies = await Promise.all(terms.map((mail, i) => replyTo(mail, 10_000_000 + before + i)));
  for (const reply of replies) await dovecot.append(reply);
  return (await sink.until(before + terms.length, 60_000)).slice(before);
}

async function replyTo(terms: SunkMail | undefined, number: number): Promise<string> {
  if (terms === undefined) throw new Error('there is no terms mail to be answered');
  const { messageId, subject, text } = await parseMessage(terms.source, { authservId: null });
  const hand = { messageId: messageId ?? '', subject, text, to: terms.rcptTo[0] ?? '' };
  return replyMail(hand, { number, at: Temporal.Now.instant() });
}
