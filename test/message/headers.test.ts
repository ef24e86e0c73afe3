import { describe, expect, test } from 'vitest';
import { decodeEncodedWords } from '../../src/message/encoded-words.ts';
import { headerText, readHeaders } from '../../src/message/headers.ts';
import { parseParameters } from '../../src/message/mime-parameters.ts';
import { latin1 } from './support/raw-mail.ts';

const word = (charset: string, bytes: Uint8Array) =>
  `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`;
const utf8 = Buffer.from('オンライン職業相談');

describe('encoded-words', () => {
  test.each([
    ['one word', '=?UTF-8?B?44GC?=', 'あ'],
    ['words with text around', 'Re: =?UTF-8?B?44GC?= (1)', 'Re: あ (1)'],
    ['blanks between two words vanish', '=?UTF-8?B?44GC?=  =?UTF-8?B?44GE?=', 'あい'],
    ['a word next to text keeps its blank', '=?UTF-8?B?44GC?= a', 'あ a'],
    ['words glued to each other', '=?UTF-8?B?44GC?==?UTF-8?B?44GE?=', 'あい'],
    [
      'a character cut in two',
      `${word('UTF-8', utf8.subarray(0, 4))} ${word('UTF-8', utf8.subarray(4))}`,
      'オンライン職業相談',
    ],
    [
      'a cut within ISO-2022-JP',
      `${word('ISO-2022-JP', latin1('\x1b$B$"'))} ${word('ISO-2022-JP', latin1('$$\x1b(B'))}`,
      'あい',
    ],
    [
      'complete words of ISO-2022-JP',
      `${word('ISO-2022-JP', latin1('\x1b$B$"\x1b(B'))} ${word('ISO-2022-JP', latin1('\x1b$B$$\x1b(B'))}`,
      'あい',
    ],
    ['two charsets', `${word('Shift_JIS', latin1('\x82\xa0'))} =?UTF-8?B?44GE?=`, 'あい'],
    ['a wrong label', word('us-ascii', latin1('\x1b$B$"\x1b(B')), 'あ'],
    ['quoted-printable with underscores', '=?utf-8?Q?=E3=81=82_b=?=', 'あ b='],
    ['blanks inside a word', '=?utf-8?Q?a b?=', 'a b'],
    ['raw UTF-8 inside a word', '=?utf-8?Q?あ=E3=81=84?=', 'あい'],
    ['missing padding', '=?UTF-8?B?44GC44GE4w?=', 'あい\uFFFD'],
    ['padding in the middle', '=?UTF-8?B?44GCYQ==44GE?=', 'あaい'],
    ['a language', '=?UTF-8*ja?B?44GC?=', 'あ'],
    ['no encoded-word', '=?UTF-8?X?44GC?= =? ?=', '=?UTF-8?X?44GC?= =? ?='],
  ])('%s', (_name, body, text) => {
    expect(decodeEncodedWords(body).text).toBe(text);
  });
});

describe('the header block', () => {
  const fieldsOf = (source: string) =>
    readHeaders(latin1(source)).fields.map(({ name, body }) => [name, body]);

  test('folded fields are one line, and the body begins behind the empty line', () => {
    const block = readHeaders(latin1('A: 1\r\n 2\r\n\t3\r\nB:4\r\n\r\nbody'));
    expect(block.fields).toEqual([
      { name: 'a', body: '1 2 3' },
      { name: 'b', body: '4' },
    ]);
    expect(block.bodyStart).toBe(21);
  });

  test.each([
    ['JIS', 'Subject: \x1b$B$"$$\x1b(B', 'あい'],
    ['Shift_JIS', 'Subject: \x82\xa0\x82\xa2\x82\xa4\x82\xa6', 'あいうえ'],
    ['UTF-8', 'Subject: \xe3\x81\x82', 'あ'],
  ])('raw %s in a header is read', (_name, line, text) => {
    expect(fieldsOf(`${line}\r\n\r\n`)).toEqual([['subject', text]]);
  });

  test('no line break and no NUL comes out of a header, encoded or not', () => {
    const [field] = readHeaders(
      latin1('Subject: a\0b\x0bc =?utf-8?Q?x=0D=0ABcc:_y=00z?=\r\n\r\n'),
    ).fields;
    expect(headerText(field?.body ?? '')).toBe('a b c x  Bcc: y z');
  });

  test('a text without any header is all body', () => {
    const block = readHeaders(latin1('こんにちは\r\nX: y\r\n'));
    expect(block).toEqual({ fields: [], bodyStart: 0, doubts: ['no header'] });
  });

  test('a line that is no field is passed over, with a doubt', () => {
    const block = readHeaders(latin1('A: 1\r\nthis is no field\r\nB: 2\r\n\r\n'));
    expect(block.fields.map((field) => field.name)).toEqual(['a', 'b']);
    expect(block.doubts).toEqual(['header lines that are no fields']);
  });

  test('an endless header is cut, with a doubt', () => {
    const block = readHeaders(latin1(`X: ${'a'.repeat(2_000_000)}\r\n\r\n`));
    expect(block.fields[0]?.body.length).toBeLessThan(300_000);
    expect(block.doubts).toEqual(['header cut: x']);
  });
});

describe('parameters of MIME headers', () => {
  test.each([
    [
      'quoted and bare',
      'Text/Plain; charset="utf-8"; format=flowed',
      { charset: 'utf-8', format: 'flowed' },
    ],
    ['comments', 'text/plain (c;d=e); charset=utf-8 (x)', { charset: 'utf-8' }],
    ['a semicolon inside quotes', 'text/plain; name="a;b=c"', { name: 'a;b=c' }],
    ['RFC 2231', "text/plain; name*=utf-8'ja'%E3%81%82.txt", { name: 'あ.txt' }],
    [
      'RFC 2231 continued',
      'text/plain; name*0*=utf-8\'\'%E3%81; name*1*=%82; name*2=".txt"',
      { name: 'あ.txt' },
    ],
    [
      'an encoded-word, as Outlook writes it',
      'text/plain; name="=?utf-8?B?44GC?="',
      { name: 'あ' },
    ],
    ['the first of two', 'text/plain; charset=a; charset=b', { charset: 'a' }],
    ['a name with a line break', "text/plain; name*=utf-8''a%0D%0Ab", { name: 'a  b' }],
    [
      'hostile names',
      'text/plain; __proto__=x; constructor=y',
      { ['__proto__']: 'x', constructor: 'y' },
    ],
  ])('%s', (_name, body, parameters) => {
    const parsed = parseParameters(body);
    expect(parsed.value).toBe('text/plain');
    expect(Object.entries(parsed.parameters)).toEqual(Object.entries(parameters));
  });
});
