/**
 * The main job over real servers, rich and poor: Dovecot whole and with less, Courier, and Postfix
 * as the relay. Only Debian's packages, on loopback.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import {
  answerText,
  COUNSELOR,
  HANAKO,
  letterSource,
  OFFICE,
  TARO,
} from '../../src/demo/people.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { imapSettings, smtpSettings } from '../../src/flow/server-settings.ts';
import { startService } from '../../src/flow/service.ts';
import type { ImapSettings } from '../../src/imap/settings.ts';
import { silentLog } from '../../src/log.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { openRelay } from '../../src/smtp/relay.ts';
import { courierUnpacked, startCourier } from '../support/courier.ts';
import {
  CAPABILITIES,
  dovecotInstalled,
  startDovecot,
  WITHOUT_DOVECOT,
} from '../support/dovecot.ts';
import { WITHOUT_SERVERS } from '../support/foreign-package.ts';
import { postfixUnpacked, startPostfix } from '../support/postfix.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import type { TestMailbox } from '../support/test-mailbox.ts';
import { requestForm } from '../support/world.ts';

type Server = TestMailbox & { settings(): ImapSettings; stop(): Promise<void> };

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const KEYWORDS = { by: 'keyword', handled: 'Uketsuke-Handled', forStaff: 'Uketsuke-ForStaff' };
const FOLDERS = { by: 'folder', handled: 'INBOX.Done', forStaff: 'INBOX.Staff' };

/** A request, its terms mail, the reply, its confirmation; and a question that staff get. */
async function playMainJob(server: Server, relayPort: number | null, filing: object) {
  const sink = await startSmtpSink();
  ending.push(() => sink.stop());
  const postfix = relayPort === 0 ? await startPostfix(sink.port) : null;
  if (postfix !== null) ending.push(() => postfix.stop());
  const old = { from: TARO, subject: '予約', text: 'いぜんのメールです。', number: 1 };
  await server.append(letterSource({ ...old, at: systemClock.now() }));
  const office = await work(server, postfix?.port ?? sink.port, filing);

  const from = HANAKO;
  const text = requestForm({ name: from.name, number: '45010-10000001', wish: wish() });
  await server.append(
    letterSource({ from, subject: '予約', text, at: systemClock.now(), number: 2 }),
  );
  const [terms] = await sink.until(1, 60_000);
  const {
    messageId,
    subject,
    text: said,
  } = await parseMessage(terms?.source ?? Buffer.alloc(0), {
    authservId: null,
  });
  const answers = { messageId: messageId ?? '', subject, text: said };
  const reply = { from, subject: `Re: ${subject}`, number: 3, answers, at: systemClock.now() };
  await server.append(letterSource({ ...reply, text: answerText('はい', answers, reply.at) }));
  const question = { from: TARO, subject: '質問', text: '求人について教えてください。', number: 4 };
  await server.append(letterSource({ ...question, at: systemClock.now() }));
  // The confirmation, and the question for the counselor.
  const mails = await sink.until(3, 60_000);
  while (!(await allFiled(office))) await sleep(50);
  const states = await office.store.read.selectFrom('booking').select('state').execute();
  return { sink: mails, states: states.map(({ state }) => state), postfix };
}

async function work(server: Server, smtpPort: number, filing: object) {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-real-'));
  const { host, port, tls, user, password } = server.settings();
  const path = join(folder, 'config.json');
  writeFileSync(
    path,
    JSON.stringify({
      office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
      staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
      registration: 'sender',
      imap: { host, port, tls, user, filing, pollSeconds: 5, password: { env: 'SECRET' } },
      smtp: { host: '127.0.0.1', port: smtpPort, tls: 'none', from: OFFICE },
      lanes: [
        {
          id: 'A',
          counselor: '1番窓口',
          zoom: { meetingId: '1', passcode: '1', url: 'https://zoom.example/j/1' },
        },
      ],
      termsFile: join(import.meta.dirname, '../../templates/terms/2025-03-11.txt'),
      database: join(folder, 'office.sqlite'),
      sendMode: 'live',
    }),
  );
  const loaded = loadConfig(path, { env: { SECRET: String(password) } });
  const office = await openOffice(loaded, { clock: systemClock, log: silentLog });
  const service = startService(office, imapSettings(loaded), openRelay(smtpSettings(loaded)));
  ending.push(async () => {
    await service.stop();
    await office.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await service.ready;
  return office;
}

async function allFiled(office: Awaited<ReturnType<typeof work>>): Promise<boolean> {
  const rows = await office.store.read.selectFrom('inbox').select(['state', 'filed_at']).execute();
  return rows.length === 4 && rows.every(({ filed_at }) => filed_at !== null);
}

/** A slot three weeks from now, on a day that the office works. */
function wish(): string {
  let day = systemClock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 21 });
  while (
    day.dayOfWeek !== 3 ||
    (day.month === 12 && day.day > 27) ||
    (day.month === 1 && day.day < 5)
  ) {
    day = day.add({ days: 1 });
  }
  return `${day.year}年${day.month}月${day.day}日 10:00`;
}

const withDovecot = dovecotInstalled();

describe.skipIf(!withDovecot)(`on Dovecot${withDovecot ? '' : `: ${WITHOUT_DOVECOT}`}`, () => {
  test.each([
    ['with all it has', undefined, KEYWORDS],
    ['without CONDSTORE and what follows from it', CAPABILITIES.withoutCondstore, KEYWORDS],
    ['without IDLE', CAPABILITIES.withoutIdle, KEYWORDS],
    ['without MOVE', CAPABILITIES.withoutMove, { ...FOLDERS, handled: 'Done', forStaff: 'Staff' }],
    [
      'without MOVE and UIDPLUS',
      CAPABILITIES.withoutMoveAndUidplus,
      { ...FOLDERS, handled: 'Done', forStaff: 'Staff' },
    ],
  ])(
    '%s the main job is done',
    async (_what, capability, filing) => {
      const server = await startDovecot(capability === undefined ? {} : { capability });
      ending.push(() => server.stop());
      const { states, sink } = await playMainJob(server, null, filing);
      expect(states).toEqual(['confirmed']);
      const to = sink.flatMap(({ rcptTo }) => rcptTo).sort();
      expect(to).toEqual([HANAKO.address, HANAKO.address, COUNSELOR.address]);
    },
    120_000,
  );
});

const withCourier = courierUnpacked();

describe.skipIf(!withCourier)(`on Courier${withCourier ? '' : `: ${WITHOUT_SERVERS}`}`, () => {
  test('which has no MOVE and tells no UIDNEXT, the main job is done and filed by keyword', async () => {
    const server = await startCourier();
    ending.push(() => server.stop());
    const { states } = await playMainJob(server, null, KEYWORDS);
    expect(states).toEqual(['confirmed']);
    const flags = (await server.look()).map((mail) => mail.flags);
    expect(flags).toEqual([[], ['Uketsuke-Handled'], ['Uketsuke-Handled'], ['Uketsuke-ForStaff']]);
  }, 120_000);

  test('mail is moved into folders by a copy, and nothing else is expunged', async () => {
    const server = await startCourier();
    ending.push(() => server.stop());
    const { states } = await playMainJob(server, null, FOLDERS);
    expect(states).toEqual(['confirmed']);
    const counts = await Promise.all(
      ['INBOX', 'INBOX.Done', 'INBOX.Staff'].map(async (name) => (await server.look(name)).length),
    );
    expect(counts).toEqual([1, 2, 1]);
  }, 120_000);
});

const withPostfix = postfixUnpacked() && withDovecot;

describe.skipIf(!withPostfix)(
  `with Postfix as the relay${withPostfix ? '' : `: ${WITHOUT_SERVERS}`}`,
  () => {
    test('each mail is queued by it once and handed on as it was written', async () => {
      const server = await startDovecot();
      ending.push(() => server.stop());
      const { states, sink, postfix } = await playMainJob(server, 0, KEYWORDS);
      expect(states).toEqual(['confirmed']);
      // Its log may come a moment after the mail.
      await expect.poll(() => postfix?.log().match(/status=sent/g)?.length).toBe(3);
      const ids = sink.map(({ text }) => /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1]);
      expect(new Set(ids).size).toBe(3);
      expect(sink.every(({ text }) => /^Received: from /m.test(text))).toBe(true);
    }, 120_000);
  },
);
