import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../src/demo/certificate.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { rfc5322Date } from '../../src/smtp/mail-options.ts';
import { openRelay, type Relay } from '../../src/smtp/relay.ts';
import type { SmtpSettings } from '../../src/smtp/settings.ts';
import { RelayTrouble } from '../../src/smtp/trouble.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

if (!hasOpenssl())
  console.warn('skipped: the openssl command is missing, no certificate can be made');

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function sinkAndRelay(
  changes: Partial<SmtpSettings> = {},
  options: Parameters<typeof startSmtpSink>[0] = {},
): Promise<{ sink: SmtpSink; relay: Relay }> {
  const sink = await startSmtpSink(options);
  closing.push(() => sink.stop());
  return { sink, relay: relayTo(sink.port, changes) };
}

function relayTo(port: number, changes: Partial<SmtpSettings> = {}): Relay {
  const relay = openRelay({
    host: '127.0.0.1',
    port,
    tls: 'none',
    user: null,
    password: null,
    envelopeFrom: 'uketsuke@hellowork.example',
    maxConnections: 3,
    timeouts: { silenceMs: 400, greetingMs: 400, closeMs: 500 },
    ...changes,
  });
  closing.push(() => relay.close());
  return relay;
}

function mail(changes: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    messageId: '<b1.terms@hellowork.example>',
    date: Temporal.Instant.from('2026-11-24T00:00:00Z'),
    from: { name: 'ハローワーク小林', address: 'uketsuke@hellowork.example' },
    replyTo: { name: 'ハローワーク小林', address: 'uketsuke@hellowork.example' },
    to: { name: '山田, 太郎 <x@y.jp>', address: 'taro@example.jp' },
    subject: '【返信をお願いします】オンライン職業相談 12月3日（木）10:00～10:30 [K7M4]',
    text: '利用規約\n.\n..\nhttps://zoom.example/j/1?pwd=a&b\n',
    inReplyTo: '<q@example.jp>',
    references: ['<p@example.jp>', '<q@example.jp>'],
    autoSubmitted: 'auto-replied',
    calendar: null,
    ...changes,
  };
}

const calendar = { fileName: 'yoyaku.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' };

/** Header fields of a mail, unfolded. */
function headers(text: string): Map<string, string> {
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

describe('what goes over the wire', () => {
  it('is one mail to one recipient, from our envelope address', async () => {
    const { sink, relay } = await sinkAndRelay();
    expect(await relay.send(mail())).toMatchObject({ kind: 'accepted', replyCode: 250 });
    expect(sink.mails[0]).toMatchObject({
      mailFrom: 'uketsuke@hellowork.example',
      rcptTo: ['taro@example.jp'],
    });
    const fields = headers(sink.mails[0]?.text ?? '');
    expect(fields.get('message-id')).toBe('<b1.terms@hellowork.example>');
    expect(fields.get('in-reply-to')).toBe('<q@example.jp>');
    expect(fields.get('references')).toBe('<p@example.jp> <q@example.jp>');
    expect(fields.get('auto-submitted')).toBe('auto-replied');
    expect(fields.get('date')).toBe('Tue, 24 Nov 2026 09:00:00 +0900');
    expect(fields.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(fields.get('to')).toMatch(
      /^=\?UTF-8\?B\?[^ <]+(?:\?= =\?UTF-8\?B\?[^ <]+)*\?= <taro@example\.jp>$/,
    );
    for (const absent of ['precedence', 'x-mailer', 'bcc', 'cc'])
      expect(fields.has(absent)).toBe(false);
  });

  it('brings the text unharmed, in lines that every relay takes', async () => {
    const { sink, relay } = await sinkAndRelay();
    const text = `${'あ'.repeat(3_000)}\n.\n..dot\nFrom here\n①髙﨑〜～\n末尾の空白 \n\n`;
    await relay.send(mail({ text, subject: '長'.repeat(300) }));
    const sent = sink.mails[0]?.text ?? '';
    expect(Math.max(...sent.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(sent).toMatch(/^[\x09\x0d\x0a\x20-\x7e]*$/);
    const body = sent.slice(sent.indexOf('\r\n\r\n') + 4);
    expect(Buffer.from(body, 'base64').toString()).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('is byte for byte the same on every try, with a calendar entry as well', async () => {
    const { sink, relay } = await sinkAndRelay();
    for (const message of [mail(), mail({ calendar })]) {
      sink.mails.length = 0;
      await relay.send(message);
      await relay.send(message);
      expect(sink.mails[0]?.source.equals(sink.mails[1]?.source ?? Buffer.alloc(0))).toBe(true);
    }
    expect(sink.mails[0]?.text).toContain(
      'Content-Type: text/calendar; charset=utf-8; method=PUBLISH',
    );
  });

  it('keeps line breaks in names and subjects from becoming header fields', async () => {
    const { sink, relay } = await sinkAndRelay();
    await relay.send(
      mail({
        subject: 'x\r\nBcc: evil@example.jp\r\n\r\nbody',
        to: { name: 'a\r\nBcc: evil@example.jp', address: 'taro@example.jp' },
        inReplyTo: '<a@b>\r\nBcc: evil@example.jp',
      }),
    );
    expect(headers(sink.mails[0]?.text ?? '').has('bcc')).toBe(false);
    expect(sink.mails[0]?.rcptTo).toEqual(['taro@example.jp']);
  });

  it('quotes a carrier address outside the RFC, in the envelope and in the header', async () => {
    const { lines, port } = await scriptedServer();
    const relay = relayTo(port);
    const outcome = await relay.send(mail({ to: { name: '', address: '.a..b.@docomo.ne.jp' } }));
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(lines).toContain('RCPT TO:<".a..b."@docomo.ne.jp>');
    expect(lines).toContain('To: <".a..b."@docomo.ne.jp>');
  });

  it.each(['a@x.jp, b@y.jp', 'a@x.jp\r\nRCPT TO:<b@y.jp>', 'a b@x.jp'])(
    'sends nothing at all to %j',
    async (address) => {
      const { sink, relay } = await sinkAndRelay();
      expect(await relay.send(mail({ to: { name: '', address } }))).toMatchObject({
        kind: 'refused',
        scope: 'recipient',
        replyCode: null,
      });
      expect(sink.server.connections()).toBe(0);
    },
  );

  it("carries its date in Japan's time, whatever the process believes", () => {
    expect(rfc5322Date(Temporal.Instant.from('2026-12-31T15:04:05.9Z'))).toBe(
      'Fri, 01 Jan 2027 00:04:05 +0900',
    );
  });
});

describe('what became of it', () => {
  it.each([
    ['mail', { replyCode: 451, text: '4.3.0 later' }, { kind: 'deferred', replyCode: 451 }],
    ['rcpt', { replyCode: 450, text: '4.2.1 greylisted' }, { kind: 'deferred', replyCode: 450 }],
    ['rcpt', { replyCode: 550, text: '5.1.1 unknown' }, { kind: 'refused', scope: 'recipient' }],
    ['mail', { replyCode: 550, text: '5.7.1 sender' }, { kind: 'refused', scope: 'connection' }],
    ['data_done', { replyCode: 554, text: '5.7.1 content' }, { kind: 'refused', scope: 'message' }],
    ['data_done', { replyCode: 452, text: '4.3.1 disk' }, { kind: 'deferred', replyCode: 452 }],
    ['connect', { replyCode: 421, text: '4.3.2 busy' }, { kind: 'unreachable' }],
    ['connect', 'drop', { kind: 'unreachable' }],
    ['connect', 'hang', { kind: 'unreachable' }],
    ['rcpt', 'drop', { kind: 'unreachable' }],
    ['rcpt', 'hang', { kind: 'unreachable' }],
    ['data_begun', 'drop', { kind: 'unknown' }],
    ['data_done', 'drop', { kind: 'unknown' }],
    ['data_done', 'hang', { kind: 'unknown' }],
  ] as const)('at %s, %j: %j', async (stage, fault, outcome) => {
    const { sink, relay } = await sinkAndRelay();
    sink.failAt(stage, fault);
    expect(await relay.send(mail())).toMatchObject(outcome);
    sink.heal();
    expect(await relay.send(mail({ messageId: '<next@hellowork.example>' }))).toMatchObject({
      kind: 'accepted',
    });
  });

  it('is unknown, and the mail is sent once only, when the relay took it and was cut off', async () => {
    const { sink, relay } = await sinkAndRelay();
    await relay.send(mail({ messageId: '<warm@hellowork.example>' }));
    sink.failAt('data_done', 'drop');
    expect((await relay.send(mail())).kind).toBe('unknown');
    expect(sink.mails.filter(({ text }) => text.includes('b1.terms'))).toHaveLength(1);
  });

  it('is accepted although the relay had closed the idle connection meanwhile', async () => {
    const { sink, relay } = await sinkAndRelay({ maxConnections: 1 });
    for (let round = 1; round <= 10; round += 1) {
      const outcome = await relay.send(mail({ messageId: `<round${round}@hellowork.example>` }));
      expect(outcome.kind).toBe('accepted');
      sink.server.dropSessions();
    }
    expect(sink.mails).toHaveLength(10);
  });

  it('uses one warm connection for mails that follow each other, and several for a burst', async () => {
    const { sink, relay } = await sinkAndRelay();
    for (let n = 1; n <= 5; n += 1)
      await relay.send(mail({ messageId: `<w${n}@hellowork.example>` }));
    expect(sink.server.connections()).toBe(1);
    const burst = Array.from({ length: 30 }, (_, n) =>
      relay.send(mail({ messageId: `<x${n}@hellowork.example>` })),
    );
    expect((await Promise.all(burst)).every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(sink.server.connections()).toBeLessThanOrEqual(3);
    expect(new Set(sink.mails.map(({ text }) => headers(text).get('message-id'))).size).toBe(35);
  });
});

describe('the relay as a whole', () => {
  async function troubleOf(work: Promise<unknown>): Promise<RelayTrouble> {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof RelayTrouble)) throw new Error(`no RelayTrouble: ${String(error)}`);
    expect(error.message).toContain(error.setting);
    expect(error.message).not.toContain('himitsu');
    return error;
  }

  it('logs in, and names the password when it is refused', async () => {
    const users = { uketsuke: 'himitsu' };
    const { sink, relay } = await sinkAndRelay(
      { user: 'uketsuke', password: 'himitsu' },
      { users },
    );
    await relay.verify();
    expect((await relay.send(mail())).kind).toBe('accepted');
    expect(sink.mails[0]?.user).toBe('uketsuke');
    const wrong = relayTo(sink.port, { user: 'uketsuke', password: 'himitsu?' });
    expect(await troubleOf(wrong.verify())).toMatchObject({
      kind: 'login',
      setting: 'smtp.password',
    });
    expect(await wrong.send(mail())).toMatchObject({ kind: 'login' });
  });

  it('asks for a fresh token at every login', async () => {
    let asked = 0;
    const password = async () => {
      asked += 1;
      return { accessToken: `token${asked}` };
    };
    const { relay } = await sinkAndRelay(
      { user: 'uketsuke', password },
      { users: { uketsuke: 'x' } },
    );
    expect((await relay.send(mail())).kind).toBe('login');
    expect((await relay.send(mail())).kind).toBe('login');
    expect(asked).toBeGreaterThanOrEqual(2);
  });

  it.each<[string, Partial<SmtpSettings>, string]>([
    ['a dead port', { port: 1 }, 'smtp.port'],
    ['an unknown host', { host: 'smtp.invalid', tls: 'implicit' }, 'smtp.host'],
    ['no STARTTLS', { tls: 'starttls' }, 'smtp.tls'],
  ])('names the setting for %s', async (_name, changes, setting) => {
    const { sink } = await sinkAndRelay();
    const relay = relayTo(sink.port, changes);
    expect(await troubleOf(relay.verify())).toMatchObject({ kind: 'unreachable', setting });
    expect(await relay.send(mail())).toMatchObject({ kind: 'unreachable', setting });
  });

  it.skipIf(!hasOpenssl())(
    'refuses a certificate that nobody vouches for, unless the host is loopback',
    async () => {
      const { key, cert } = makeCertificate();
      for (const implicit of [true, false]) {
        const tls = implicit ? 'implicit' : 'starttls';
        const { sink, relay } = await sinkAndRelay({ tls }, { tls: { key, cert, implicit } });
        expect((await relay.send(mail())).kind).toBe('accepted');
        const strict = relayTo(sink.port, { tls, host: '0.0.0.0' });
        expect(await troubleOf(strict.verify())).toMatchObject({
          kind: 'certificate',
          setting: 'smtp.certificateAuthority',
        });
        expect(await strict.send(mail())).toMatchObject({
          kind: 'unreachable',
          setting: 'smtp.certificateAuthority',
        });
        const trusting = relayTo(sink.port, { tls, host: '0.0.0.0', certificateAuthority: cert });
        expect((await trusting.send(mail())).kind).toBe('accepted');
        expect(sink.mails).toHaveLength(2);
      }
    },
  );

  it('never sends in clear to another machine', () => {
    expect(() => relayTo(25, { host: 'relay.example.jp' })).toThrow(/smtp\.tls/);
  });

  it('sends nothing more once it is closed, and closes in time while a relay hangs', async () => {
    const { sink, relay } = await sinkAndRelay({ timeouts: { silenceMs: 60_000, closeMs: 100 } });
    sink.failAt('data_done', 'hang');
    const hanging = relay.send(mail());
    await sink.until(1);
    await relay.close();
    expect((await hanging).kind).toBe('unknown');
    expect((await relay.send(mail())).kind).toBe('unreachable');
    expect(sink.mails).toHaveLength(1);
  });
});

/** A relay that says yes to everything and writes down every line it is told. */
async function scriptedServer(): Promise<{ lines: string[]; port: number }> {
  const lines: string[] = [];
  const server: Server = createServer((socket) => {
    let inData = false;
    let rest = '';
    socket.write('220 scripted\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString('latin1')).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (inData && line !== '.') continue;
        const begins = line === 'DATA';
        inData = begins;
        socket.write(begins ? '354 go\r\n' : '250 2.0.0 ok\r\n');
      }
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  closing.push(() => {
    server.close();
  });
  const bound = server.address();
  return { lines, port: typeof bound === 'object' && bound !== null ? bound.port : 0 };
}
