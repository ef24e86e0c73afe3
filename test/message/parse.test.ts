import { describe, expect, test } from 'vitest';
import { parseMessage } from '../../src/message/parse.ts';
import { UnreadableMail } from '../../src/message/unreadable-mail.ts';
import { latin1, rawMail } from './support/raw-mail.ts';

const parse = (source: Uint8Array) => parseMessage(source, { authservId: null });
const multipart = (type: string, ...parts: string[]) =>
  rawMail(
    [`Content-Type: multipart/${type}; boundary="=b"`],
    `preamble\r\n${parts.map((part) => `--=b\r\n${part}\r\n`).join('')}--=b--\r\nepilogue`,
  );
const plain = (text: string) => `Content-Type: text/plain\r\n\r\n${text}`;
const html = (text: string) => `Content-Type: text/html\r\n\r\n${text}`;
const textOf = async (source: Uint8Array) => (await parse(source)).text.trimEnd();

describe('the body is what the writer meant to be read', () => {
  test.each([
    ['plain text', rawMail([], 'hello\r\n'), 'hello'],
    ['plain before HTML', multipart('alternative', plain('a'), html('<p>b')), 'a'],
    [
      'HTML where plain only asks for an HTML mailer',
      multipart(
        'alternative',
        plain('This is an HTML mail.'),
        html(`<p>${'はい、参加します。'.repeat(9)}`),
      ),
      'はい、参加します。'.repeat(9),
    ],
    ['HTML where plain is blank', multipart('alternative', plain(' \r\n'), html('<p>b')), 'b'],
    [
      'no signs that steer a terminal',
      rawMail(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        Buffer.from('は\u001b[31mい\u009b31m、\u0090\u0007参加').toString('base64'),
      ),
      'は[31mい31m、参加',
    ],
    ['HTML alone', rawMail(['Content-Type: text/html'], 'a<blockquote>b'), 'a\n\n> b'],
    [
      'all parts of a mixed mail, in order',
      multipart('mixed', html('<p>a'), 'Content-Type: application/pdf\r\n\r\nx', plain('b')),
      'a\nb',
    ],
    [
      'a plain footer does not hide an HTML letter',
      multipart('mixed', html('<p>取り消します'), plain('footer')),
      '取り消します\nfooter',
    ],
    [
      'no attached text',
      multipart(
        'mixed',
        plain('a'),
        'Content-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nb',
      ),
      'a',
    ],
    [
      'no text file shown inline',
      multipart('mixed', plain('a'), 'Content-Type: text/plain; name=x.txt\r\n\r\nb'),
      'a',
    ],
    [
      'a text file shown inline where there is nothing else',
      multipart('mixed', 'Content-Type: text/plain; name=x.txt\r\n\r\nb'),
      'b',
    ],
    [
      'a lone text that is called an attachment',
      rawMail(['Content-Disposition: attachment'], 'a'),
      'a',
    ],
    [
      'quoted-printable',
      rawMail(
        ['Content-Transfer-Encoding: quoted-printable', 'Content-Type: text/plain; charset=utf-8'],
        '=E3=81=\r\n=82',
      ),
      'あ',
    ],
    ['base64', rawMail(['Content-Transfer-Encoding: base64'], '44GC\r\n44GE'), 'あい'],
    [
      'a multipart whose boundary never comes',
      rawMail(['Content-Type: multipart/mixed; boundary=x'], 'a'),
      'a',
    ],
    [
      'a multipart that never ends',
      rawMail(['Content-Type: multipart/mixed; boundary=x'], '--x\r\n\r\na'),
      'a',
    ],
    ['a part without any header', multipart('mixed', '\r\na'), 'a'],
    ['an unknown content type name', rawMail(['Content-Type: text'], 'a'), 'a'],
    ['bare line feeds', latin1('From: a@b.jp\nSubject: x\n\na\nb'), 'a\nb'],
    ['lines that end in CR CR LF', latin1('From: a@b.jp\r\r\nSubject: x\r\r\n\r\r\na\r\r\n'), 'a'],
    ['a line of an mbox file in front', latin1('From a@b Tue Dec 22\nFrom: a@b.jp\n\na'), 'a'],
    ['NUL bytes', rawMail([], 'a\0b'), 'ab'],
    [
      'no header at all',
      Buffer.from('はい、参加します。\r\nよろしく'),
      'はい、参加します。\nよろしく',
    ],
  ])('%s', async (_name, source, text) => {
    expect(await textOf(source)).toBe(text);
  });

  test('soft line breaks of format=flowed are joined, also within quotations', async () => {
    const type = 'Content-Type: text/plain; format=flowed';
    expect(await textOf(rawMail([type], 'a \r\nb\r\n> c \r\n> d\r\n>> e\r\n-- \r\nf'))).toBe(
      'a b\n> c d\n>> e\n-- \nf',
    );
    expect(await textOf(rawMail([`${type}; delsp=yes`], 'ab \r\ncd\r\n from'))).toBe('abcd\nfrom');
  });

  test.each([
    ['plain', rawMail([], '')],
    ['blank lines', rawMail([], '\r\n \r\n')],
    ['an empty part', multipart('mixed', plain(''))],
    ['plain and HTML', multipart('alternative', plain('\r\n'), html('<div dir="ltr"><br></div>'))],
  ])('an empty reply is empty and leaves no doubt: %s', async (_name, source) => {
    const message = await parse(source);
    expect([message.text.trim(), message.doubts]).toEqual(['', []]);
  });

  test.each([
    ['a picture', 'Content-Type: image/jpeg\r\n\r\nx'],
    ['an attached text', 'Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nx'],
    ['HTML that shows a picture', html('<img src="https://example.jp/x.png">')],
  ])('a mail of nothing but %s is no empty reply', async (_name, part) => {
    const message = await parse(multipart('mixed', part));
    expect(message).toMatchObject({ text: '', doubts: ['no readable text, only attachments'] });
  });
});

describe('mailparser hands over the bytes of a text undecoded', () => {
  const sjis = latin1('\x97\xb9\x89\xf0 \x87\x40\xfb\xfc'); // 了解 ①髙
  const jis = latin1('\x1b$BN;2r\x1b(B \x1b$B-!|b\x1b(B');
  const text = '了解 ①髙';
  const part = (encoding: string, body: string) =>
    latin1(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`).toString('latin1');
  const mixed = (inner: string) =>
    rawMail(['Content-Type: multipart/mixed; boundary="=b"'], latin1(`--=b\r\n${inner}\r\n--=b--`));

  test.each([
    ['Shift_JIS in 8bit without a label', rawMail([], sjis)],
    [
      'Shift_JIS labelled ISO-2022-JP',
      rawMail(['Content-Type: text/plain; charset=iso-2022-jp'], sjis),
    ],
    ['Shift_JIS labelled utf-8', rawMail(['Content-Type: text/plain; charset=utf-8'], sjis)],
    ['Shift_JIS in base64', mixed(part('base64', sjis.toString('base64')))],
    [
      'Shift_JIS in quoted-printable',
      mixed(part('quoted-printable', '=97=B9=89=F0 =87=\r\n@=FB=FC')),
    ],
    ['ISO-2022-JP without a label', mixed(part('7bit', jis.toString('latin1')))],
    ['ISO-2022-JP labelled us-ascii', rawMail(['Content-Type: text/plain; charset=us-ascii'], jis)],
  ])('%s', async (_name, source) => {
    expect(await parse(source)).toMatchObject({ text, doubts: [] });
  });
});

describe('parts', () => {
  test('leaves are described; only texts are decoded', async () => {
    const { parts } = await parse(
      multipart(
        'mixed',
        plain('a'),
        "Content-Type: application/zip\r\nContent-Disposition: attachment;\r\n filename*=utf-8''%E3%81%82.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==",
      ),
    );
    expect(parts).toEqual([
      { contentType: 'text/plain', fileName: null, sizeBytes: 1, text: 'a' },
      { contentType: 'application/zip', fileName: 'あ.zip', sizeBytes: 4, text: null },
    ]);
  });

  test('the parts of a delivery report are there as text', async () => {
    const { parts, text, contentType } = await parse(
      multipart(
        'report; report-type=delivery-status',
        plain('failed'),
        'Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n',
        'Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <a@b>\r\n',
      ),
    );
    expect(parts.map((part) => part.text)).toEqual([
      'failed',
      'Action: failed\n',
      'Message-ID: <a@b>\n',
    ]);
    expect(text).toBe('failed');
    expect(contentType).toEqual({
      type: 'multipart/report',
      parameters: { 'report-type': 'delivery-status', boundary: '=b' },
    });
  });

  test('attached mails are parsed, and nothing in them is authenticated', async () => {
    const inner =
      'From: x@y.jp\r\nAuthentication-Results: me; dmarc=pass\r\nSubject: =?UTF-8?B?44GC?=\r\n\r\ninner';
    const message = await parseMessage(
      multipart(
        'mixed',
        plain('outer'),
        `Content-Type: message/rfc822\r\n\r\n${inner}`,
        `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=a.eml\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}`,
      ),
      { authservId: 'me' },
    );
    expect(message.text).toBe('outer');
    expect(message.attached.map(({ subject, text }) => [subject, text])).toEqual([
      ['あ', 'inner'],
      ['あ', 'inner'],
    ]);
    expect(message.attached[0]?.authentication.dmarc).toBeNull();
  });
});

describe('fields', () => {
  test('names, addresses and identifiers', async () => {
    const message = await parse(
      rawMail(
        [
          'Message-ID: <1@x>',
          'In-Reply-To: "Re" <2@x> (c)',
          'References: <3@x>\r\n <4@x>',
          'Reply-To: R <r@x.jp>',
          'Cc: c@x.jp, d@x.jp',
          'Sender: s@x.jp',
          'Return-Path: <>',
          'X-A: =?UTF-8?B?44GC?=',
        ],
        '',
      ),
    );
    expect(message).toMatchObject({
      messageId: '<1@x>',
      inReplyTo: ['<2@x>'],
      references: ['<3@x>', '<4@x>'],
      from: [{ name: '', address: 'taro@example.jp' }],
      replyTo: [{ name: 'R', address: 'r@x.jp' }],
      cc: [{ address: 'c@x.jp' }, { address: 'd@x.jp' }],
      sender: { address: 's@x.jp' },
      returnPath: '',
      subject: 'test',
    });
    expect(message.headers).toContainEqual({ name: 'x-a', value: 'あ' });
  });

  test.each([
    ['none', [], null],
    ['two fields: the first counts', ['Message-ID: <1@x>', 'Message-ID: <2@x>'], '<1@x>'],
    ['no brackets', ['Message-ID: 1@x'], '<1@x>'],
    ['folded in the middle', ['Message-ID: <1@\r\n x>'], '<1@x>'],
    ['prose', ['Message-ID: hello'], null],
  ])('Message-ID: %s', async (_name, lines, expected) => {
    expect((await parse(rawMail(lines, ''))).messageId).toBe(expected);
  });

  test.each([
    ['two in one field', ['From: a@x.jp, b@y.jp']],
    ['two fields', ['From: a@x.jp', 'From: b@y.jp']],
  ])('several authors are a doubt: %s', async (_name, lines) => {
    const message = await parse(rawMail(lines, ''));
    expect(message.from.map((mailbox) => mailbox.address)).toEqual(['a@x.jp', 'b@y.jp']);
    expect(message.doubts).toEqual(['several senders']);
  });

  test('without a Return-Path it is null, other than the null path', async () => {
    expect((await parse(rawMail([], ''))).returnPath).toBeNull();
  });
});

test('the result can be handed from a worker thread to another', async () => {
  const message = await parse(
    multipart('mixed', plain('a'), 'Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ny'),
  );
  expect(structuredClone(message)).toEqual(message);
});

test.each([
  ['nothing', ''],
  ['empty lines', '\r\n\r\n'],
  ['NUL bytes', '\0\0\0'],
])('%s is no mail', async (_name, source) => {
  await expect(parse(latin1(source))).rejects.toThrow(UnreadableMail);
});
