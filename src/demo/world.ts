/**
 * A whole office on loopback: mail servers, people with mailboxes, the real bot connected to them
 * over the wire, a temporary database and a played clock. The demo and the journeys play in it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config.ts';
import type { Office } from '../flow/office.ts';
import { openOffice } from '../flow/open-office.ts';
import type { Parser } from '../flow/parse-guard.ts';
import { imapSettings, smtpSettings } from '../flow/server-settings.ts';
import { type Service, startService } from '../flow/service.ts';
import { type Log, silentLog } from '../log.ts';
import { parseMessage } from '../message/parse.ts';
import { openRelay } from '../smtp/relay.ts';
import { putSeeker } from '../store/seekers.ts';
import type { DemoServers, DemoUser } from './mail-server.ts';
import { COUNSELOR, type InHand, type Letter, letterSource, OFFICE, SEEKERS } from './people.ts';
import type { PlayedClock } from './played-clock.ts';
import { post } from './post.ts';

const PASSWORD = 'demo';

/** Everybody who has a mailbox in the played world. */
export const DEMO_USERS: readonly DemoUser[] = [OFFICE, COUNSELOR, ...SEEKERS].map(
  ({ address }) => ({ address, password: PASSWORD }),
);

export interface World {
  office: Office;
  service: Service;
  servers: DemoServers;
  clock: PlayedClock;
  /** Where the database lies. */
  database: string;
  /** Sends a letter and lets the bot work until nothing is left to do. */
  send(letter: Omit<Letter, 'at' | 'number'>): Promise<void>;
  /** Sends bytes as they are, from the envelope sender given. */
  sendRaw(mailFrom: string, source: string): Promise<void>;
  /** The newest mail of the office to this address, as its mail program would hold it. */
  newestTo(address: string): Promise<InHand | null>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  folder: string;
  clock: PlayedClock;
  servers: DemoServers;
  log?: Log;
  /** A thread that parses for several worlds; without it this one has its own. */
  parser?: Parser;
  /** Settings that differ from the demo's, merged on top. */
  config?: Record<string, unknown>;
}

/** Opens the office in `folder` and waits for its first poll. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { clock, folder, servers } = options;
  mkdirSync(folder, { recursive: true });
  const configPath = join(folder, 'config.json');
  writeFileSync(configPath, JSON.stringify({ ...demoConfig(servers), ...options.config }, null, 2));
  const loaded = loadConfig(configPath, { env: { DEMO_PASSWORD: PASSWORD } });
  const { log = silentLog, parser } = options;
  const office = await openOffice(loaded, { clock, log, ...(parser ? { parser } : {}) });
  await register(office);
  const service = startService(office, imapSettings(loaded), openRelay(smtpSettings(loaded)));
  await service.ready;
  let letters = 0;
  const sendRaw = async (mailFrom: string, source: string): Promise<void> => {
    await post(servers.smtp.port, { mailFrom, rcptTo: OFFICE.address, source });
    await service.settle();
  };
  return {
    office,
    service,
    servers,
    clock,
    database: loaded.config.database,
    sendRaw,
    send: (letter) => {
      letters += 1;
      return sendRaw(
        letter.from.address,
        letterSource({ ...letter, at: clock.now(), number: letters }),
      );
    },
    newestTo: (address) => newestTo(servers, address),
    stop: async () => {
      await service.stop();
      await office.store.close();
    },
  };
}

async function newestTo({ delivered }: DemoServers, address: string): Promise<InHand | null> {
  const mail = delivered.findLast(
    ({ recipient, mailFrom }) => recipient === address && mailFrom === OFFICE.address,
  );
  if (!mail) return null;
  const { messageId, subject, text } = await parseMessage(mail.source, { authservId: null });
  return { messageId: messageId ?? '', subject, text };
}

async function register({ store, clock }: Office): Promise<void> {
  await store.transact(async (tx) => {
    for (const { seekerNumber, name, address, phone } of SEEKERS) {
      const seeker = { seekerNumber, name, address, phone, refusedReason: null };
      await putSeeker(tx, seeker, clock.now());
    }
  });
}

function demoConfig(servers: DemoServers): Record<string, unknown> {
  const password = { env: 'DEMO_PASSWORD' };
  const { host, port, tls, user } = servers.imap(OFFICE.address);
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
    imap: { host, port, tls, user, password },
    smtp: { ...servers.smtp, from: OFFICE },
    authservId: 'mx.office.example.jp',
    lanes: [
      {
        id: 'A',
        counselor: '職業相談部門 1番窓口',
        zoom: {
          meetingId: '000 1111 2222',
          passcode: '123456',
          url: 'https://zoom.example/j/00011112222?pwd=abc.1&omn=2',
        },
      },
    ],
    termsFile: new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname,
    database: 'uketsuke.sqlite',
    viewing: { file: null },
    sendMode: 'live',
  };
}
