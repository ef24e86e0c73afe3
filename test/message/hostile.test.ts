import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '../../src/message/parse.ts';
import type { InboundMessage } from '../../src/message/types.ts';
import { UnreadableMail } from '../../src/message/unreadable-mail.ts';
import { HOSTILE_MAILS } from './support/hostile-mails.ts';
import { latin1, rawMail } from './support/raw-mail.ts';

const parse = (source: Uint8Array) => parseMessage(source, { authservId: 'mx.example.jp' });

/** The message, or null where the bytes are no mail; any other outcome fails the test. */
async function parseOrRefuse(source: Uint8Array): Promise<InboundMessage | null> {
  try {
    return await parse(source);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableMail);
    return null;
  }
}

function expectBounded(message: InboundMessage): void {
  expect(message.text.length).toBeLessThanOrEqual(500_000);
  expect(message.subject.length).toBeLessThanOrEqual(2000);
  expect(message.parts.length).toBeLessThanOrEqual(2000);
  expect(message.attached.length).toBeLessThanOrEqual(50);
  expect(message.text).not.toContain('\0');
  const fields = [
    message.subject,
    message.messageId ?? '',
    ...message.headers.map((header) => header.value),
    ...[...message.from, ...message.to, ...message.cc, ...message.replyTo].flatMap((mailbox) => [
      mailbox.name,
      mailbox.address,
    ]),
    ...message.parts.map((part) => part.fileName ?? ''),
  ];
  for (const field of fields) expect(field).not.toMatch(/[\r\n\0]/);
}

describe('a hostile mail is read or set aside, within bounds', () => {
  test.each(HOSTILE_MAILS.map((mail) => [mail.name, mail] as const))('%s', async (_name, mail) => {
    const message = await parse(mail.source());
    expectBounded(message);
    if (mail.says === null) return;
    expect(message.text).toContain(mail.says);
  });
});

describe('nothing that was lost goes without saying', () => {
  test.each([
    ['too many parts', `${'--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n'.repeat(3000)}--b--`],
    ['a part that never begins', 'no boundary here'],
    [
      'a part within a part that never begins',
      '--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\nhi\r\n--b--',
    ],
    ['text where a header should be', '--b\r\nはい、参加します\r\n--b--'],
    [
      'text behind a header without an empty line',
      '--b\r\nContent-Type: text/plain\r\nはい\r\n--b--',
    ],
  ])('%s', async (_name, body) => {
    const message = await parse(rawMail(['Content-Type: multipart/mixed; boundary=b'], body));
    expect(message.doubts).not.toEqual([]);
  });

  test('a text that was cut', async () => {
    const message = await parse(rawMail([], 'a'.repeat(600_000)));
    expect(message.doubts).toEqual(['text cut']);
  });
});

describe('recipients and headers cannot be smuggled in', () => {
  test.each([
    ['a name with a line break', 'From: =?utf-8?Q?A=0D=0ABcc:_x@y.jp?= <a@b.jp>', 'a@b.jp'],
    ['an address with a line break', 'From: "a=0D=0AB"@b.jp, <a\r\n @b.jp>', 'a@b.jp'],
  ])('%s', async (_name, line, address) => {
    const message = await parse(rawMail([line], ''));
    expect(message.from.map((mailbox) => mailbox.address)).toContain(address);
    expectBounded(message);
  });

  test.each(['<a@x.jp, b@y.jp>', 'a@x.jp b@y.jp', '"a@x.jp, b@y.jp"', '<a@x.jp>b@y.jp>'])(
    'From: %s never becomes one address that holds two',
    async (from) => {
      const message = await parse(rawMail([`From: ${from}`], ''));
      for (const { address } of message.from) expect(address).toMatch(/^[^\s,@]*(?:@[^\s,@]+)?$/);
    },
  );
});

describe('properties', () => {
  const PIECES = [
    '\r\n',
    '\n',
    '\r\n\r\n',
    ' ',
    ';',
    '"',
    '<',
    '>',
    '(',
    '\0',
    '\x1b$B',
    '\x1b(B',
    '\x0e',
    '=',
    'From: ',
    'a@b.jp',
    'Subject: ',
    '=?utf-8?B?',
    '44GC',
    '?=',
    '=?iso-2022-jp?Q?',
    'Content-Type: ',
    'multipart/mixed; boundary=b',
    'multipart/alternative; boundary=b',
    'text/html',
    'text/plain; charset=',
    'shift_jis',
    'utf-8',
    'message/rfc822',
    '--b',
    '--b--',
    'Content-Transfer-Encoding: ',
    'base64',
    'quoted-printable',
    '<blockquote>',
    '<p>',
    '&#',
    'あ',
    '\x82\xa0',
    '\xa4\xa2',
    '\xe3\x81',
  ];

  test('any bytes give a message or are refused as no mail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        const message = await parseOrRefuse(bytes);
        if (message) expectBounded(message);
      }),
      { numRuns: 300 },
    );
  });

  test('any arrangement of the pieces of a mail does so too', async () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(pieces, async (arrangement) => {
        const message = await parseOrRefuse(latin1(arrangement.join('')));
        if (message) expectBounded(message);
      }),
      { numRuns: 500 },
    );
  });

  test('what a person writes comes out as written, in every transfer encoding', async () => {
    const encodings = {
      base64: (text: string) => Buffer.from(text).toString('base64'),
      '8bit': (text: string) => text,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('あ', '髙', '﨑', '𠮷', '①', 'ｱ', 'a', '\n', ' ', '>', '👍'),
        }),
        fc.constantFrom('base64' as const, '8bit' as const),
        async (text, encoding) => {
          const headers = [
            'Content-Type: text/plain; charset=utf-8',
            `Content-Transfer-Encoding: ${encoding}`,
          ];
          const message = await parse(rawMail(headers, encodings[encoding](text)));
          expect(message.text).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test.each([150, 900, 1900])(
  'parts nested %i deep break nothing and leave a doubt',
  async (depth) => {
    const open = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    const source = `From: a@example.jp\r\n${open.join('')}Content-Type: text/plain\r\n\r\nhai\r\n`;
    const message = await parseMessage(Buffer.from(source), { authservId: null });
    expect(message.doubts.join('; ')).toMatch(/MIME structure|no readable text/);
  },
);
