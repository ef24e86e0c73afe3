import { afterEach, describe, expect, test } from 'vitest';
import { createParser, type Parser, ParserTrouble } from '../../src/flow/parse-guard.ts';
import { ownMessageId } from '../../src/message/thread-keys.ts';
import { UnreadableMail } from '../../src/message/unreadable-mail.ts';

const KEY = new Uint8Array(32).fill(7);
const OFFICE = 'online@office.example.jp';
const OURS = { authservId: 'mx.example.jp', ownAddresses: [OFFICE], messageIdKey: KEY };
const MOODY = new URL('./support/moody-worker.ts', import.meta.url);
const STILLBORN = new URL('./support/stillborn-worker.ts', import.meta.url);

const parsers: Parser[] = [];
function parser(options: Partial<Parameters<typeof createParser>[0]> = {}): Parser {
  const made = createParser({ ...OURS, limitMs: 20_000, ...options });
  parsers.push(made);
  return made;
}
/** A worker that hangs where it is told to: a short limit is the test's subject. */
const moody = (limitMs = 20_000) => parser({ workerModule: MOODY, limitMs, heapMb: 32 });
afterEach(() => Promise.all(parsers.splice(0).map((made) => made.close())));

/** A mail of ours is answered. */
const answers = async () => 'our text';
const bytes = (text: string) => Buffer.from(text);
const mail = (fields: string[], body = 'はい、参加します。') =>
  bytes([...fields, 'Content-Type: text/plain; charset=utf-8', '', body].join('\r\n'));

describe('a mail opened in the worker', () => {
  test('comes back parsed and judged, with the office known there', async () => {
    const open = parser();
    const { message, verdict } = await open.open(
      mail([
        'Authentication-Results: mx.example.jp; dmarc=pass',
        'From: =?utf-8?B?5bGx55Sw?= <hanako@example.ne.jp>',
        `To: ${OFFICE}`,
        'Subject: Re: yoyaku',
      ]),
    );
    expect(message.from).toEqual([{ name: '山田', address: 'hanako@example.ne.jp' }]);
    expect(message.text.trim()).toBe('はい、参加します。');
    expect(message.authentication.dmarc).toBe('pass');
    expect(verdict.origin).toBe('person');
  });

  test('is known as our own by its Message-ID and by its author', async () => {
    const open = parser();
    const id = ownMessageId({ bookingId: 1, mailId: 2, key: KEY, domain: 'office.example.jp' });
    const byId = await open.open(mail(['From: a@example.com', `Message-ID: ${id}`]));
    const byAuthor = await open.open(mail([`From: ${OFFICE}`]));
    expect([byId, byAuthor].map(({ verdict }) => verdict.origin)).toEqual(['own', 'own']);
  });

  test('is judged with the text of ours that it answers, asked for once it is parsed', async () => {
    const open = moody();
    const opened = await open.open(bytes('a'), async ({ subject }) => `answers ${subject}`);
    expect(opened.verdict.evidence).toBe('answers 1');
    expect((await open.open(bytes('b'))).verdict.evidence).toBe('answers none');
  });

  test('whose thread cannot be looked up is nobody’s fault, and the next one is opened', async () => {
    const open = moody();
    const lookUp = () => Promise.reject(new Error('database is locked'));
    await expect(open.open(bytes('a'), lookUp)).rejects.toThrow('database is locked');
    expect((await open.open(bytes('b'))).message.subject).toBe('2');
  });

  test('that is no mail is refused as unreadable', async () => {
    await expect(parser().open(bytes('  \r\n'))).rejects.toThrow(UnreadableMail);
  });

  test('leaves the bytes of the ledger as they were', async () => {
    const source = mail(['From: a@example.com']);
    const before = source.toString('hex');
    await parser().open(source);
    expect(source.toString('hex')).toBe(before);
  });

  test('several at once are served one after the other by one thread', async () => {
    const open = moody();
    const opened = await Promise.all(['a', 'b', 'c'].map((word) => open.open(bytes(word))));
    expect(opened.map(({ message }) => message.subject)).toEqual(['1', '2', '3']);
  });
});

describe('a mail that the parser cannot cope with', () => {
  test('and hangs it is unreadable, and the next one is opened', async () => {
    const open = moody(1000);
    await open.open(bytes('warm'));
    const poison = open.open(bytes('hang'));
    const next = open.open(bytes('next'));
    await expect(poison).rejects.toThrow('unreadable mail: not parsed within 1 s');
    await expect(poison).rejects.toThrow(UnreadableMail);
    expect((await next).message.subject).toBe('1');
  });

  test('and hangs the judge is unreadable too', async () => {
    const open = moody(1000);
    await expect(open.open(bytes('fine hang'), answers)).rejects.toThrow(UnreadableMail);
    expect((await open.open(bytes('next'))).message.subject).toBe('1');
  });

  test.each(['throw', 'exit', 'hoard', 'fine throw', 'fine exit'])(
    'and ends it (%s) is unreadable, and the next one is opened',
    async (word) => {
      const open = moody();
      await expect(open.open(bytes(word), answers)).rejects.toThrow(UnreadableMail);
      expect((await open.open(bytes('next'))).message.subject).toBe('1');
    },
  );

  test('after which the idle thread ends does no harm to the next one', async () => {
    const open = moody();
    await open.open(bytes('fine then-exit'), answers);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await open.open(bytes('next'))).message.subject).toBe('1');
  });

  test('for a bug of ours is told as such, and the thread goes on', async () => {
    const open = moody();
    await open.open(bytes('first'));
    await expect(open.open(bytes('failed'))).rejects.toThrow('a bug');
    expect((await open.open(bytes('next'))).message.subject).toBe('2');
  });
});

describe('a parser that cannot work', () => {
  test('blames no mail where its thread does not start', async () => {
    const open = parser({ workerModule: STILLBORN });
    await expect(open.open(bytes('any'))).rejects.toThrow(ParserTrouble);
    await expect(open.open(bytes('any'))).rejects.toThrow(ParserTrouble);
  });

  test('blames no mail that was in hand when it was closed', async () => {
    const open = moody();
    const inHand = open.open(bytes('hang'));
    const closing = open.close();
    await expect(inHand).rejects.toThrow(ParserTrouble);
    await closing;
    await expect(open.open(bytes('any'))).rejects.toThrow(ParserTrouble);
  });

  test('lets the mail in hand end when it is closed', async () => {
    const open = moody();
    const inHand = open.open(bytes('last'));
    await Promise.all([open.close(), expect(inHand).resolves.toBeDefined()]);
  });
});
