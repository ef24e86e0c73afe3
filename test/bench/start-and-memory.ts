/**
 * Bench: how long the program needs from its start to the mailbox and to the end of its first
 * poll, and what memory it holds idle and after thousands of mails, which must stay flat.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isQuiet } from '../kill/evidence.ts';
import { freshMail } from './mails.ts';
import { openBenchOffice } from './office.ts';
import { type Bench, median } from './types.ts';

export const startAndMemory: Bench = {
  name: 'start-and-memory',
  what: 'start to log-in and to ready; resident memory idle, after a quarter and after all mails',
  run: async ({ mails = 20_000, rounds = 5 }, say) => {
    const office = await openBenchOffice(['memory']);
    try {
      const { config, database } = office.configFor('memory');
      const opened: number[] = [];
      const ready: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        const bot = office.start(config);
        await bot.logged('mailbox_open');
        opened.push(performance.now() - began);
        await bot.logged('ready');
        ready.push(performance.now() - began);
        await bot.end();
      }
      say(
        `start to log-in: median ${median(opened).toFixed(0)} ms, to ready: ${median(ready).toFixed(0)} ms`,
      );
      const bot = office.start(config);
      await bot.logged('ready');
      await sleep(5_000);
      say(`idle: ${residentMb(bot.pid)} MB`);
      let done = 0;
      for (const goal of [Math.round(mails / 4), mails]) {
        for (; done < goal; done += 1) {
          const order = { number: done, at: Temporal.Now.instant(), wish: '' };
          await office.dovecot.append(freshMail(done % 2 === 0 ? 'question' : 'machine', order));
        }
        while (!isQuiet(database, goal)) await sleep(200);
        await sleep(3_000);
        say(`after ${goal} mails: ${residentMb(bot.pid)} MB`);
      }
    } finally {
      await office.end();
    }
  },
};

/** VmRSS of a process of this machine (Linux), in megabytes. */
function residentMb(pid: number): string {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}
