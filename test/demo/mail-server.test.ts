import { afterEach, describe, expect, it } from 'vitest';
import { dovecotInstalled } from '../../src/demo/dovecot.ts';
import {
  type DemoServers,
  startDemoDovecot,
  startDemoServers,
} from '../../src/demo/mail-server.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { openMailbox } from '../../src/imap/mailbox.ts';
import type { ImapSettings } from '../../src/imap/settings.ts';
import type { MailboxSession } from '../../src/imap/types.ts';
import { openRelay, type Relay } from '../../src/smtp/relay.ts';
import { WITHOUT_DOVECOT } from '../support/dovecot.ts';

const OFFICE = 'uketsuke@hellowork-kobayashi.example';
const SEEKER = 'hanako@mail.example';
const PLAYED = Temporal.Instant.from('2026-11-24T00:00:00Z');
const signal = new AbortController().signal;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function mailTo(address: string, number: number): OutboundMessage {
  return {
    messageId: `<demo.${number}@mail.example>`,
    date: PLAYED,
    from: { name: '花子', address: SEEKER },
    replyTo: { name: '花子', address: SEEKER },
    to: { name: '', address },
    subject: 'オンライン職業相談の申込み',
    text: `氏名：小林花子 ${number}\n`,
    inReplyTo: null,
    references: [],
    autoSubmitted: 'auto-generated',
    calendar: null,
  };
}

if (!dovecotInstalled()) console.warn(`skipped: ${WITHOUT_DOVECOT}`);

describe.each([
  ['inside the process', startDemoServers, true],
  ['on Dovecot', startDemoDovecot, dovecotInstalled()],
] as const)('the mail world of the demo %s', (_where, start, possible) => {
  async function world(by: ImapSettings['filing']['by'] = 'keyword'): Promise<{
    servers: DemoServers;
    relay: Relay;
    office: MailboxSession;
    again(): Promise<MailboxSession>;
  }> {
    const users = [OFFICE, SEEKER].map((address) => ({ address, password: 'himitsu' }));
    const servers = await start({ now: () => PLAYED, users, authservId: 'mx.example' });
    closing.push(() => servers.stop());
    const relay = openRelay({
      ...servers.smtp,
      user: null,
      password: null,
      envelopeFrom: SEEKER,
      maxConnections: 1,
    });
    closing.push(() => relay.close());
    const again = async () => {
      const filing = { by, handled: '$UketsukeDone', forStaff: '$UketsukeStaff' };
      const session = await openMailbox({ ...servers.imap(OFFICE), folder: 'INBOX', filing });
      closing.push(() => session.close());
      return session;
    };
    return { servers, relay, office: await again(), again };
  }

  it.skipIf(!possible)(
    'carries a mail from the relay to the mailbox, stamped with the played clock',
    async () => {
      const { servers, relay, office } = await world();
      await office.list(0);
      const news = office.waitForNews({ timeoutMs: 10_000, signal });
      expect(await relay.send(mailTo(OFFICE, 1))).toMatchObject({ kind: 'accepted' });
      expect(await news).toBe('news');
      const announced = await office.list(0);
      expect(announced).toMatchObject([
        {
          messageId: '<demo.1@mail.example>',
          internalDate: PLAYED,
          subject: 'オンライン職業相談の申込み',
        },
      ]);
      const [mail] = await Array.fromAsync(office.fetch(announced.map(({ uid }) => uid)));
      const text = mail?.source.toString() ?? '';
      expect(text).toContain(`Return-Path: <${SEEKER}>\r\n`);
      expect(text).toContain('Authentication-Results: mx.example;');
      expect(mail?.source.length).toBe(announced[0]?.sizeBytes);
      expect(mail?.source.equals(servers.delivered[0]?.source ?? Buffer.alloc(0))).toBe(true);
    },
  );

  it.skipIf(!possible)('refuses a recipient that has no mailbox', async () => {
    const { relay, servers } = await world();
    expect(await relay.send(mailTo('dareka@mail.example', 1))).toMatchObject({
      kind: 'refused',
      scope: 'recipient',
      enhancedStatusCode: '5.1.1',
    });
    expect(servers.delivered).toEqual([]);
  });

  it.skipIf(!possible)(
    'keeps UIDs, UIDVALIDITY and keywords over sessions, and loses no mail in a busy hour',
    async () => {
      const { relay, office, again } = await world();
      const got: number[] = [];
      const sending = (async () => {
        for (let number = 1; number <= 30; number += 1) await relay.send(mailTo(OFFICE, number));
      })();
      while (got.length < 30) {
        expect(await office.waitForNews({ timeoutMs: 10_000, signal })).toBe('news');
        const announced = await office.list(got.at(-1) ?? 0);
        for await (const { uid } of office.fetch(announced.map(({ uid }) => uid))) {
          got.push(uid);
          await office.file([uid], uid % 2 === 0 ? 'handled' : 'for_staff');
        }
      }
      await sending;
      expect(got).toEqual(got.toSorted((a, b) => a - b));
      const later = await again();
      expect(later.uidValidity).toBe(office.uidValidity);
      expect((await later.list(0)).map(({ uid }) => uid)).toEqual(got);
    },
  );

  it.skipIf(!possible)('files into folders', async () => {
    const { relay, office } = await world('folder');
    await relay.send(mailTo(OFFICE, 1));
    const [mail] = await office.list(0);
    await office.file([mail?.uid ?? 0], 'handled');
    expect(await office.list(0)).toEqual([]);
  });

  it.skipIf(!possible)('lets one wait for a mail', async () => {
    const { relay, servers } = await world();
    const awaited = servers.until(({ recipient }) => recipient === SEEKER, 10_000);
    await relay.send(mailTo(SEEKER, 7));
    expect((await awaited).mailFrom).toBe(SEEKER);
    expect(await servers.until(({ recipient }) => recipient === SEEKER, 1)).toBe(await awaited);
    await expect(servers.until(() => false, 20)).rejects.toThrow('did not come');
  });
});
