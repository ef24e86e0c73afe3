/**
 * The played office for journeys: the demo's world in a temporary folder, on the embedded servers
 * or on Dovecot, with short ways to write and to look.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DemoServers,
  startDemoDovecot,
  startDemoServers,
} from '../../src/demo/mail-server.ts';
import {
  answerText,
  COUNSELOR,
  type InHand,
  letterSource,
  OFFICE,
  type Person,
} from '../../src/demo/people.ts';
import { PlayedClock } from '../../src/demo/played-clock.ts';
import { startPoster } from '../../src/demo/post.ts';
import { DEMO_USERS, openWorld, type World } from '../../src/demo/world.ts';
import type { BookingState } from '../../src/domain/booking.ts';
import type { MailKind } from '../../src/domain/mail-kind.ts';
import type { Log } from '../../src/log.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { AUTHSERV_ID, prepareDatabase, sharedParser } from './prepared-office.ts';

export type Servers = 'embedded' | 'dovecot';

export interface Played extends World {
  /** Sets the clock (wall-clock time in Japan) and lets the bot work. */
  at(local: string): Promise<void>;
  /** A fresh mail of a person. */
  write(from: Person, text: string, options?: WriteOptions): Promise<void>;
  /** Puts a mail of a person into the mailbox without letting the bot work; it may be stopped. */
  drop(from: Person, text: string, options?: WriteOptions): Promise<void>;
  /**
   * A phone's answer to the newest mail of the office to this person, quoting it whole; the morning
   * list is not one to answer.
   */
  answer(from: Person, words: string, options?: WriteOptions): Promise<void>;
  /** Every booking's state, in the order of their beginning. */
  states(): Promise<BookingState[]>;
  /** Kinds of the mails written to an address, in order. */
  kindsTo(address: string): Promise<MailKind[]>;
  /** Reasons on the staff's list that nobody has settled. */
  openReasons(): Promise<string[]>;
  /** Ends the bot and starts it again on the same database and servers. */
  restart(): Promise<void>;
  /** Ends the bot; mail goes on arriving. The database cannot be looked at until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  end(): Promise<void>;
}

export interface WriteOptions {
  subject?: string;
  headers?: readonly string[];
  /** Whose thread it is in; with `answer` the person's own. */
  answers?: InHand;
}

export interface PlayedOptions {
  servers?: Servers;
  /** Settings that differ; given the servers where they name a gate or a relay of the test. */
  config?: Record<string, unknown> | ((servers: DemoServers) => Promise<Record<string, unknown>>);
  start?: string;
  log?: Log;
  /** What happens before the bot is started for the first time. */
  before?: (servers: DemoServers, clock: PlayedClock) => Promise<void>;
}

/**
 * Opens a played office at 2025-11-25 09:00, a Tuesday (in the past, because Dovecot takes no
 * INTERNALDATE that lies ahead), unless told otherwise.
 */
export async function playOffice(options: PlayedOptions = {}): Promise<Played> {
  const clock = new PlayedClock(options.start ?? '2025-11-25T09:00');
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-test-'));
  const start = options.servers === 'dovecot' ? startDemoDovecot : startDemoServers;
  const servers: DemoServers = await start({
    now: () => clock.now(),
    users: DEMO_USERS,
    authservId: AUTHSERV_ID,
  });
  await options.before?.(servers, clock);
  const { config: given = {}, log } = options;
  const config = typeof given === 'function' ? await given(servers) : given;
  await prepareDatabase(join(folder, 'uketsuke.sqlite'));
  const parser = KNOWN_TO_THE_PARSER.some((key) => key in config) ? {} : { parser: sharedParser() };
  const open = () =>
    openWorld({ folder, clock, servers, config, ...parser, ...(log ? { log } : {}) });
  let world = await open();
  let dropped = 5000;
  const poster = startPoster(servers.smtp.port);
  const drop: Played['drop'] = async (from, text, { subject, headers, answers } = {}) => {
    dropped += 1;
    const source = letterSource({
      from,
      text,
      subject: subject ?? (answers ? `Re: ${answers.subject}` : 'オンライン職業相談の予約'),
      at: clock.now(),
      number: dropped,
      ...(answers ? { answers } : {}),
      ...(headers ? { headers } : {}),
    });
    const mailFrom = from.address;
    await (await poster).post({ mailFrom, rcptTo: OFFICE.address, source });
  };
  const write: Played['write'] = async (...letter) => {
    await drop(...letter);
    await world.service.settle();
  };
  return {
    ...world,
    get office() {
      return world.office;
    },
    get service() {
      return world.service;
    },
    send: (letter) => world.send(letter),
    sendRaw: async (mailFrom, source) => {
      await (await poster).post({ mailFrom, rcptTo: OFFICE.address, source });
      await world.service.settle();
    },
    write,
    drop,
    answer: async (from, words, options = {}) => {
      const answers = await newestToAnswer(servers, from.address);
      if (answers === null) throw new Error(`the office has not written to ${from.address}`);
      await write(from, answerText(words, answers, clock.now()), { answers, ...options });
    },
    at: async (local) => {
      clock.set(local);
      await world.service.settle();
    },
    states: async () => {
      const query = world.office.store.read.selectFrom('booking').select('state').orderBy('id');
      return (await query.execute()).map(({ state }) => state);
    },
    kindsTo: async (address) => {
      const query = world.office.store.read
        .selectFrom('outbox')
        .select('kind')
        .where('to_address', '=', address)
        .orderBy('id');
      return (await query.execute()).map(({ kind }) => kind);
    },
    openReasons: async () => {
      const query = world.office.store.read
        .selectFrom('attention')
        .select('reason')
        .where('settled_at', 'is', null)
        .orderBy('id');
      return (await query.execute()).map(({ reason }) => reason);
    },
    restart: async () => {
      await world.stop();
      world = await open();
    },
    pause: () => world.stop(),
    resume: async () => {
      world = await open();
    },
    end: async () => {
      (await poster).close();
      await world.stop();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Settings by which the thread that parses is made. */
const KNOWN_TO_THE_PARSER = ['authservId', 'limits'];

/** The newest mail to an address that is not a list of the whole office. */
async function newestToAnswer({ delivered }: DemoServers, address: string): Promise<InHand | null> {
  const ours = delivered.filter(
    ({ recipient, mailFrom }) => recipient === address && mailFrom === OFFICE.address,
  );
  for (const { source } of ours.toReversed()) {
    const { messageId, subject, text } = await parseMessage(source, { authservId: null });
    if (!/^【(朝の一覧|祝日データの期限|受信箱を読め.*)】/.test(subject)) {
      return { messageId: messageId ?? '', subject, text };
    }
  }
  return null;
}

/** The labelled form of Article 6(2). */
export function requestForm(items: {
  name: string;
  number: string;
  wish: string;
  phone?: string;
  topic?: string;
}): string {
  const { name, number, wish, phone = '090-0000-0001', topic = '応募書類の書き方について' } = items;
  return [
    `①氏名　${name}`,
    `②求職番号　${number}`,
    `③希望日時　${wish}`,
    ...(phone === '' ? [] : [`④連絡先電話番号　${phone}`]),
    ...(topic === '' ? [] : [`⑤相談内容　${topic}`]),
    '',
  ].join('\n');
}

export { COUNSELOR, OFFICE };
