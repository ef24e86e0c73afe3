/** Mails made to hang, crash or flood a parser; built when asked for, because they are large. */
import { latin1, rawMail } from './raw-mail.ts';

export interface HostileMail {
  name: string;
  source: () => Buffer;
  /** A text that must still be read, or null where only survival counts. */
  says: string | null;
}

const many = (piece: string, count: number) => piece.repeat(count);
const numbered = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const header = (line: string) => rawMail([line], 'hello');
const body = (type: string, text: string) => rawMail([`Content-Type: ${type}`], text);
const parts = (piece: string, count: number) =>
  body('multipart/mixed; boundary=b', `${many(`--b\r\n${piece}\r\n`, count)}--b--\r\n`);

function nested(depth: number): Buffer {
  const open = numbered(
    depth,
    (index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`,
  );
  return latin1(`From: a@b.jp\r\n${open}Content-Type: text/plain\r\n\r\nhello`);
}

const row = (name: string, says: string | null, source: () => Buffer): HostileMail => ({
  name,
  source,
  says,
});

/** Structure: many parts, deep nesting, boundaries everywhere. */
const STRUCTURE: readonly HostileMail[] = [
  row('1,000 parts', 'hi', () => parts('Content-Type: text/plain\r\n\r\nhi', 1000)),
  row('5,000 parts', null, () => parts('Content-Type: text/plain\r\n\r\nhi', 5000)),
  row('1,000 attached mails', null, () => parts('Content-Type: message/rfc822\r\n\r\nA: b', 1000)),
  row('nesting 100 deep', 'hello', () => nested(100)),
  row('nesting 1,500 deep', 'hello', () => nested(1500)),
  row('mails attached 1,000 deep', null, () =>
    latin1(`${many('From: a@b\r\nContent-Type: message/rfc822\r\n\r\n', 1000)}hello`),
  ),
  row('nothing but boundaries', null, () =>
    body('multipart/mixed; boundary=b', many('--b\r\n', 300_000)),
  ),
  row('a zip bomb, never opened', null, () =>
    parts(
      `Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${many(`${many('A', 76)}\r\n`, 50_000)}`,
      1,
    ),
  ),
];

/** Headers: endless, endlessly folded, endlessly quoted. */
const HEADERS: readonly HostileMail[] = [
  row('a header of 1 MB', 'hello', () => header(`X: ${many('a', 1_000_000)}`)),
  row('a header folded 300,000 times', 'hello', () => header(`X: ${many('a\r\n ', 300_000)}`)),
  row('200,000 headers', 'hello', () => header(many('X: a\r\n', 200_000).trimEnd())),
  row('60,000 encoded-words', 'hello', () =>
    header(`Subject: ${many('=?utf-8?B?44GC?= ', 60_000)}`),
  ),
  row('60,000 recipients', 'hello', () => header(`Cc: ${many('a@b.c, ', 60_000)}`)),
  row('quotes that never close', 'hello', () => header(`Cc: ${many('"\\', 100_000)}`)),
  row('comments that never close', 'hello', () => header(`Cc: ${many('(', 200_000)}`)),
  row('brackets that never close', 'hello', () => header(`Cc: ${many('<', 200_000)}`)),
  row('40,000 references', 'hello', () => header(`References: ${many('<a@b> ', 40_000)}`)),
  row('brackets in In-Reply-To', 'hello', () => header(`In-Reply-To: ${many('<', 200_000)}`)),
  row('60,000 parameters', 'hello', () =>
    header(`Content-Type: text/plain${many(';a=b', 60_000)}`),
  ),
  row('20,000 continued parameters', 'hello', () =>
    header(`Content-Type: text/plain; ${numbered(20_000, (index) => `a*${index}="x";`)}`),
  ),
  row('lines that are no headers', null, () => latin1(`A: b\r\n${many('x\r\n', 500_000)}`)),
  row('bare carriage returns', null, () => latin1(`A: b\r\r${many('hello\r', 100_000)}`)),
];

/** Bodies: long lines, hostile HTML, broken charsets. */
const BODIES: readonly HostileMail[] = [
  row('a line of 5 million characters', 'aaa', () => rawMail([], many('a', 5_000_000))),
  row('HTML of 10 MB', 'あ', () => body('text/html; charset=utf-8', many('<p>あ</p>', 1_000_000))),
  row('a million quotations', '> a', () => body('text/html', many('<blockquote>a', 1_000_000))),
  row('900 HTML parts', 'x', () =>
    parts(`Content-Type: text/html\r\n\r\n${many('<p>x', 2500)}`, 900),
  ),
  row('soft line breaks', '> a', () =>
    body('text/plain; format=flowed', many('> a \r\n', 500_000)),
  ),
  row('JIS escapes', null, () => rawMail([], many('\x1b$B', 1_000_000))),
  row('carrier emoji', null, () => rawMail([], many('\x1b$Bu!', 500_000))),
  row('kana shifts', null, () => body('text/plain; charset=iso-2022-jp', many('\x0ea', 1_000_000))),
  row('UTF-7 signs', null, () => body('text/plain; charset=utf-7', many('+', 1_000_000))),
  row('bytes of no charset', null, () => rawMail([], latin1(many('\xff', 2_000_000)))),
  row('NUL bytes', 'hello', () => rawMail([], many('hel\0lo\0', 10_000))),
];

export const HOSTILE_MAILS: readonly HostileMail[] = [...STRUCTURE, ...HEADERS, ...BODIES];
