import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMailbox } from '../../src/imap/mailbox.ts';
import type { ImapSettings } from '../../src/imap/settings.ts';
import { MailboxTrouble } from '../../src/imap/trouble.ts';
import type { FetchedMail, MailboxSession } from '../../src/imap/types.ts';
import {
  CAPABILITIES,
  dovecotInstalled,
  startDovecot,
  type TestDovecot,
  WITHOUT_DOVECOT,
} from '../support/dovecot.ts';

if (!dovecotInstalled()) console.warn(`skipped: ${WITHOUT_DOVECOT}`);
const onDovecot = describe.skipIf(!dovecotInstalled());

const never = new AbortController().signal;
const sessions: MailboxSession[] = [];

async function open(settings: ImapSettings): Promise<MailboxSession> {
  const session = await openMailbox(settings);
  sessions.push(session);
  return session;
}

async function troubleOf(work: Promise<unknown>): Promise<MailboxTrouble> {
  const error = await work.then(
    () => new Error('no trouble at all'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MailboxTrouble);
  if (!(error instanceof MailboxTrouble)) throw error;
  expect(error.message.split('\n')).toHaveLength(1);
  expect(error.message).toContain(error.setting);
  return error;
}

async function allOf(mails: AsyncIterable<FetchedMail>): Promise<FetchedMail[]> {
  return Array.fromAsync(mails);
}

function mail(number: number, fields = '', body = 'はい'): string {
  return `Message-ID: <m${number}@example.jp>\nFrom: <a@example.jp>\nSubject: mail ${number}\n${fields}\n${body}\n`;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

onDovecot('a mailbox on Dovecot', () => {
  let server: TestDovecot;
  beforeAll(async () => {
    server = await startDovecot();
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    const client = await server.plain();
    await client.command('SELECT INBOX');
    await client.command('STORE 1:* +FLAGS (\\Deleted)').catch(() => undefined);
    await client.command('CLOSE');
  });

  it('announces size, arrival and thread of every mail above a UID, and no other', async () => {
    const arrival = Temporal.Instant.from('2026-11-21T14:59:59Z');
    await server.append(mail(1));
    const session = await open(server.settings());
    const before = (session.uidNext ?? 0) - 1;
    const raw = mail(
      2,
      'In-Reply-To: <us@office>\nReferences: <us0@office>\n <us@office>\n',
    ).replace('mail 2', '=?ISO-2022-JP?B?GyRCJEokXiQoGyhC?=\n =?UTF-8?Q?_[K7M4]?=');
    await server.append(raw, { internalDate: arrival });
    const announced = await session.list(before);
    expect(announced).toEqual([
      {
        uid: before + 1,
        sizeBytes: Buffer.byteLength(raw.replaceAll('\n', '\r\n')),
        internalDate: arrival,
        messageId: '<m2@example.jp>',
        inReplyTo: '<us@office>',
        references: '<us0@office> <us@office>',
        from: '<a@example.jp>',
        subject: 'なまえ [K7M4]',
      },
    ]);
    expect(await session.list(before + 1)).toEqual([]);
    expect(await session.list(before + 100)).toEqual([]);
  });

  it('lists nothing in an empty folder', async () => {
    const session = await open(server.settings());
    expect(await session.list(0)).toEqual([]);
  });

  it('fetches the bytes as they are and leaves every flag alone', async () => {
    const raw = Buffer.from(`${mail(1).replaceAll('\n', '\r\n')}\x00\xff\r\n`, 'latin1');
    await server.append(raw.subarray(0, -4));
    const session = await open(server.settings());
    const [announced] = await session.list(0);
    const [fetched] = await allOf(session.fetch([announced?.uid ?? 0]));
    expect(fetched?.source.equals(raw.subarray(0, -4))).toBe(true);
    expect(fetched?.internalDate).toEqual(announced?.internalDate);
    expect((await server.look()).map(({ flags }) => flags)).toEqual([[]]);
  });

  it('lets other commands run inside a fetch loop, over several pieces, and keeps the order asked for', async () => {
    for (let number = 1; number <= 120; number += 1) await server.append(mail(number));
    const session = await open(server.settings());
    const uids = (await session.list(0)).map(({ uid }) => uid).reverse();
    const seen: number[] = [];
    for await (const { uid } of session.fetch([...uids, 4_000_000])) {
      seen.push(uid);
      if (seen.length % 30 === 0) await session.file([uid], 'handled');
    }
    expect(seen).toEqual(uids);
    expect(
      (await server.look()).filter(({ flags }) => flags.includes('$UketsukeDone')),
    ).toHaveLength(4);
  });

  it('files by keyword, exactly the mails named', async () => {
    for (let number = 1; number <= 5; number += 1) await server.append(mail(number));
    const session = await open(server.settings());
    const [a, b, c, d, e] = (await session.list(0)).map(({ uid }) => uid) as [
      number,
      number,
      number,
      number,
      number,
    ];
    await session.file([a, b, e], 'handled');
    await session.file([d], 'for_staff');
    await session.file([d], 'for_staff');
    await session.file([], 'for_staff');
    expect(await server.look()).toEqual([
      { uid: a, flags: ['$UketsukeDone'] },
      { uid: b, flags: ['$UketsukeDone'] },
      { uid: c, flags: [] },
      { uid: d, flags: ['$UketsukeStaff'] },
      { uid: e, flags: ['$UketsukeDone'] },
    ]);
  });

  it('files by folder with a Japanese name, which it makes if it is missing', async () => {
    const filing = { by: 'folder', handled: '受付済み', forStaff: '要確認' } as const;
    for (let number = 1; number <= 4; number += 1) await server.append(mail(number));
    const session = await open(server.settings({ filing }));
    const [a, b, c, d] = (await session.list(0)).map(({ uid }) => uid) as [
      number,
      number,
      number,
      number,
    ];
    await session.file([a, d], 'handled');
    await session.file([b], 'for_staff');
    expect((await server.look()).map(({ uid }) => uid)).toEqual([c]);
    await open(server.settings({ filing }));
    const made = (await server.folders()).filter((name) => name !== 'INBOX');
    expect(made).toHaveLength(2);
    const counts = await Promise.all(made.map(async (name) => (await server.look(name)).length));
    expect(counts.sort()).toEqual([1, 2]);
  });

  it('wakes for mail that came between the list and the wait', async () => {
    const session = await open(server.settings());
    await session.list(0);
    await server.append(mail(1));
    expect(await session.waitForNews({ timeoutMs: 10_000, signal: never })).toBe('news');
    expect(await session.list(0)).toHaveLength(1);
  });

  it('wakes again and again, and stays silent when nothing comes', async () => {
    const session = await open(server.settings());
    let after = 0;
    for (let number = 1; number <= 3; number += 1) {
      after = (await session.list(after)).at(-1)?.uid ?? after;
      const news = session.waitForNews({ timeoutMs: 10_000, signal: never });
      await server.append(mail(number));
      expect(await news).toBe('news');
    }
    await session.list(after);
    expect(await session.waitForNews({ timeoutMs: 50, signal: never })).toBe('timeout');
    expect(await session.waitForNews({ timeoutMs: 10_000, signal: AbortSignal.timeout(50) })).toBe(
      'timeout',
    );
    expect(await session.list(after)).toHaveLength(1);
  });

  it('ends a wait and every later call when the server drops the connection', async () => {
    const heard: MailboxTrouble[] = [];
    const session = await openMailbox(server.settings(), (trouble) => heard.push(trouble));
    await session.list(0);
    const wait = troubleOf(session.waitForNews({ timeoutMs: 10_000, signal: never }));
    setTimeout(() => server.dropSessions(), 100);
    expect((await wait).kind).toBe('lost');
    expect((await troubleOf(session.list(0))).kind).toBe('lost');
    expect((await troubleOf(allOf(session.fetch([1])))).kind).toBe('lost');
    expect((await troubleOf(session.file([1], 'handled'))).kind).toBe('lost');
    expect(heard.map(({ kind }) => kind)).toEqual(['lost']);
    await session.close();
  });

  it('speaks over TLS and STARTTLS with a certificate that it was given', async () => {
    const trusted = { host: '0.0.0.0', certificateAuthority: server.certificate };
    const implicit = await open(
      server.settings({ ...trusted, port: server.tlsPort, tls: 'implicit' }),
    );
    expect(await implicit.list(0)).toEqual([]);
    const starttls = await open(server.settings({ ...trusted, tls: 'starttls' }));
    expect(await starttls.list(0)).toEqual([]);
  });

  it.each<
    [string, (settings: ImapSettings) => Partial<ImapSettings>, MailboxTrouble['kind'], string]
  >([
    ['a wrong password', () => ({ password: 'chigau' }), 'refused_login', 'imap.password'],
    ['an unknown folder', () => ({ folder: '無い' }), 'folder', 'imap.folder'],
    ['a dead port', () => ({ port: 1 }), 'unreachable', 'imap.port'],
    [
      'an unknown host',
      () => ({ host: 'imap.invalid', tls: 'implicit' }),
      'unreachable',
      'imap.host',
    ],
    ['plain text to another machine', () => ({ host: '0.0.0.0' }), 'protocol', 'imap.tls'],
    ['TLS to a port without it', () => ({ tls: 'implicit' }), 'protocol', 'imap.tls'],
    [
      'plain text to a TLS port',
      ({ port }) => ({ port, timeouts: { greetingMs: 300 } }),
      'unreachable',
      'imap.tls',
    ],
  ])('names the setting for %s', async (name, change, kind, setting) => {
    const base = server.settings(name.includes('TLS port') ? { port: server.tlsPort } : {});
    const trouble = await troubleOf(openMailbox({ ...base, ...change(base) }));
    expect([trouble.kind, trouble.setting]).toEqual([kind, setting]);
    expect(trouble.message).not.toContain(String(base.password));
  });

  it('refuses a certificate that nobody vouches for, unless the host is loopback', async () => {
    const tls = { port: server.tlsPort, tls: 'implicit' } as const;
    const trouble = await troubleOf(openMailbox(server.settings({ ...tls, host: '0.0.0.0' })));
    expect([trouble.kind, trouble.setting]).toEqual(['certificate', 'imap.certificateAuthority']);
    expect(await (await open(server.settings(tls))).list(0)).toEqual([]);
  });

  it('survives long silence, idling or at work, on a server that is well', async () => {
    // Three times the silence that is borne, which a busy machine may take for one answer.
    const session = await open(server.settings({ timeouts: { silenceMs: 500 } }));
    await session.list(0);
    expect(await session.waitForNews({ timeoutMs: 1_500, signal: never })).toBe('timeout');
    await sleep(1_500);
    const news = session.waitForNews({ timeoutMs: 10_000, signal: never });
    await server.append(mail(1));
    expect(await news).toBe('news');
    expect(await session.list(0)).toHaveLength(1);
  });

  it('notices a server that stops answering', async () => {
    const session = await open(server.settings({ timeouts: { silenceMs: 300 } }));
    await session.list(0);
    server.freeze();
    try {
      const trouble = await troubleOf(session.waitForNews({ timeoutMs: 15_000, signal: never }));
      expect(trouble.kind).toBe('lost');
    } finally {
      server.thaw();
    }
  });
});

onDovecot('a server that lacks something', () => {
  let server: TestDovecot | undefined;
  afterEach(() => server?.stop());

  it('is asked NOOP where it has no IDLE', async () => {
    server = await startDovecot({ capability: CAPABILITIES.withoutIdle });
    const session = await open(server.settings({ timeouts: { pollMs: 100 } }));
    await session.list(0);
    const news = session.waitForNews({ timeoutMs: 10_000, signal: never });
    await server.append(mail(1));
    expect(await news).toBe('news');
    expect(await session.list(0)).toHaveLength(1);
  });

  it.each(['withoutMove', 'withoutMoveAndUidplus'] as const)(
    "%s: moves by copying and touches nobody else's deleted mail",
    async (lack) => {
      server = await startDovecot({ capability: CAPABILITIES[lack] });
      for (let number = 1; number <= 3; number += 1) await server.append(mail(number));
      const client = await server.plain();
      await client.command('SELECT INBOX');
      await client.command('STORE 3 +FLAGS (\\Deleted)');
      await client.command('UNSELECT');
      const session = await open(
        server.settings({ filing: { by: 'folder', handled: 'done', forStaff: 'staff' } }),
      );
      const [first] = await session.list(0);
      await session.file([first?.uid ?? 0], 'handled');
      expect(await server.look('done')).toHaveLength(1);
      const left = await server.look();
      expect(left.at(-1)).toEqual({ uid: 3, flags: ['\\Deleted'] });
      expect(left.some(({ uid, flags }) => uid === 1 && !flags.includes('\\Deleted'))).toBe(false);
    },
  );
});
