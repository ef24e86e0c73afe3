/**
 * The office of the benchmarks: a private Dovecot, an SMTP sink, a config, and the program as a
 * process of its own, started like an admin starts it. Measures nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNSELOR, OFFICE } from '../../src/demo/people.ts';
import { type Bot, startBot } from '../kill/bot.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import type { Wire } from '../support/wire.ts';

export interface BenchOffice {
  dovecot: TestDovecot;
  sink: SmtpSink;
  folder: string;
  /** Path of the config of an office of its own: mailbox of `user`, a new database. */
  configFor(user: string): { config: string; database: string };
  /** Starts the program; it is killed with the office. */
  start(config: string): Bot;
  end(): Promise<void>;
}

/** So many sessions at once, so that every seeker of a large backlog finds a slot of his own. */
const LANES = 20;

/** `wire` leads the program to the mailbox past somebody who watches what is said. */
export async function openBenchOffice(
  users: readonly string[],
  { wire: lay }: { wire?: (port: number) => Promise<Wire> } = {},
): Promise<BenchOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-bench-'));
  const password = 'himitsu';
  const dovecot = await startDovecot({
    users: Object.fromEntries(users.map((user) => [user, password])),
  });
  const wire = await lay?.(dovecot.port);
  const sink = await startSmtpSink();
  const bots: Bot[] = [];
  return {
    dovecot,
    sink,
    folder,
    configFor: (user) => {
      const config = join(folder, `${user}.json`);
      const database = join(folder, `${user}.sqlite`);
      const ports = { imap: wire?.port ?? dovecot.port, smtp: sink.port };
      writeFileSync(config, JSON.stringify({ ...benchConfig(ports, user), database }));
      return { config, database };
    },
    start: (config) => {
      const bot = startBot({ number: bots.length + 1, config, password });
      bots.push(bot);
      return bot;
    },
    end: async () => {
      for (const bot of bots) await bot.kill();
      await wire?.stop();
      await sink.stop();
      await dovecot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A whole config; what differs is put over it. */
export function benchConfig(ports: { imap: number; smtp: number }, user: string) {
  const host = '127.0.0.1';
  const secret = { env: 'SECRET' };
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
    registration: 'sender',
    imap: { host, port: ports.imap, tls: 'none', user, password: secret },
    smtp: { host, port: ports.smtp, tls: 'none', from: OFFICE },
    lanes: Array.from({ length: LANES }, (_, i) => ({
      id: `L${i + 1}`,
      counselor: `${i + 1}番窓口`,
      zoom: { meetingId: '1', passcode: '1', url: 'https://zoom.example/j/1' },
    })),
    limits: { staffMailsPerHour: 100_000 },
    termsFile: join(import.meta.dirname, '../../templates/terms/2025-03-11.txt'),
    sendMode: 'live',
  };
}
