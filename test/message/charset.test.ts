import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/message/charset.ts';
import { latin1 } from './support/raw-mail.ts';

const sjis = (text: string) =>
  Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to: 'SJIS', type: 'array' }));
const euc = (text: string) =>
  Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to: 'EUCJP', type: 'array' }));
const jis = (text: string) =>
  Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to: 'JIS', type: 'array' }));
const utf8 = (text: string) => Buffer.from(text);

const REPLY = '了解しました。12月3日①でお願いします。髙橋 﨑山';

describe('Japanese text is read whatever the label says', () => {
  test.each([
    ['ISO-2022-JP with its label', jis(REPLY), 'ISO-2022-JP', REPLY],
    ['ISO-2022-JP without a label', jis(REPLY), null, REPLY],
    ['ISO-2022-JP labelled us-ascii', jis(REPLY), 'us-ascii', REPLY],
    ['ISO-2022-JP labelled UTF-8', jis(REPLY), 'utf-8', REPLY],
    ['ISO-2022-JP labelled iso-8859-1', jis(REPLY), 'iso-8859-1', REPLY],
    ['cp50220', jis(REPLY), 'cp50220', REPLY],
    ['cp50221', jis(REPLY), 'CP50221', REPLY],
    ['iso-2022-jp-ms', jis(REPLY), 'iso-2022-jp-ms', REPLY],
    ['Shift_JIS with its label', sjis(REPLY), 'Shift_JIS', REPLY],
    ['Shift_JIS without a label', sjis(REPLY), null, REPLY],
    ['Shift_JIS labelled ISO-2022-JP', sjis(REPLY), 'iso-2022-jp', REPLY],
    ['windows-31j', sjis(REPLY), 'windows-31j', REPLY],
    ['x-sjis', sjis(REPLY), 'x-sjis', REPLY],
    ['sjis-win', sjis(REPLY), 'SJIS-win', REPLY],
    ['cp932', sjis(REPLY), '"cp932"', REPLY],
    ['MS932', sjis(REPLY), 'MS932', REPLY],
    ['EUC-JP with its label', euc(REPLY), 'EUC-JP', REPLY],
    ['EUC-JP without a label', euc(REPLY), null, REPLY],
    ['eucJP-ms', euc(REPLY), 'eucJP-ms', REPLY],
    ['UTF-8 with rare characters', utf8('髙 﨑 𠮷 ① 葛󠄀 👍🏻'), 'utf8', '髙 﨑 𠮷 ① 葛󠄀 👍🏻'],
    ['UTF-8 without a label', utf8(REPLY), null, REPLY],
    ['UTF-8 labelled Shift_JIS', utf8(REPLY), 'shift_jis', REPLY],
    ['UTF-8 labelled ISO-2022-JP', utf8(REPLY), 'iso-2022-jp', REPLY],
    ['UTF-8 labelled iso-8859-1', utf8(REPLY), 'iso-8859-1', REPLY],
    ['UTF-8 labelled us-ascii', utf8(REPLY), 'us-ascii', REPLY],
    ['UTF-8 under an unknown label', utf8(REPLY), 'x-unknown', REPLY],
    ['UTF-8 behind a byte order mark', utf8(`\uFEFF${REPLY}`), 'utf-8', REPLY],
    ['UTF-16 behind a byte order mark', Buffer.from(`\uFEFF${REPLY}`, 'utf16le'), null, REPLY],
    ['UTF-16LE with its label', Buffer.from(REPLY, 'utf16le'), 'utf-16le', REPLY],
    ['UTF-7', latin1('+ToaJ4zBXMH4wVzBf-. 1+-1'), 'utf-7', '了解しました. 1+1'],
  ])('%s', (_name, bytes, label, text) => {
    expect(decodeBytes(bytes, label)).toEqual({ text, doubt: null });
  });
});

describe('ISO-2022-JP in all its forms', () => {
  test.each([
    ['NEC row 13 and NEC-selected IBM rows', '\x1b$B-!|b|e\x1b(B', '①髙魲'],
    ['half-width kana by ESC ( I', '\x1b(I6@\x1b(B', 'ｶﾀ'],
    ['half-width kana by SO and SI', 'a\x0e6@\x0fb', 'aｶﾀb'],
    ['half-width kana in eight bits', '\x1b$B$"\x1b(B \xb6\xc0', 'あ ｶﾀ'],
    ['JIS X 0212', '\x1b$(D0!\x1b(B', '丂'],
    ['JIS C 6226-1978', '\x1b$@$"\x1b(J', 'あ'],
    ['two escapes in a row', '\x1b$B$"\x1b(B\x1b$B$$\x1b(B', 'あい'],
    ['a line that ends without its escape', '\x1b$B$"\n\x1b$B$$\x1b(B', 'あ\nい'],
    ['an escape that is cut at the end', '\x1b$B$"\x1b(', 'あ\uFFFD\uFFFD'],
  ])('%s', (_name, bytes, text) => {
    const label = bytes.includes('\x0e') ? 'iso-2022-jp' : null;
    expect(decodeBytes(latin1(bytes), label).text).toBe(text);
  });

  test('carrier emoji become private use characters and are no reason for doubt', () => {
    const decoded = decodeBytes(latin1('\x1b$B$"u!v}\x1b(B'), 'iso-2022-jp');
    expect(decoded.text).toMatch(/^あ[\uE000-\uF8FF]{2}$/);
    expect(decoded.doubt).toBeNull();
  });
});

describe('what cannot be known is told', () => {
  test('bytes that no charset explains leave a doubt and do not throw', () => {
    const decoded = decodeBytes(latin1('\xff\xfd\x81 \xa0'), null);
    expect(decoded.doubt).not.toBeNull();
  });

  test.each([
    ['half-width kana alone, which are kanji in EUC-JP', sjis('ﾜｶﾘﾏｼﾀ'), null],
    ['two bytes that two charsets read', sjis('ﾊｲ'), null],
    ['Japanese under a Western label', sjis('参加します'), 'iso-8859-1'],
  ])('%s', (_name, bytes, label) => {
    expect(decodeBytes(bytes, label).doubt).toMatch(/^charset guessed/);
  });

  test.each([
    ['accents in UTF-8', utf8('Café à Kobayashi'), null, 'Café à Kobayashi'],
    ['accents in Latin-1', latin1('Caf\xe9 \xe0 Kobayashi'), 'iso-8859-1', 'Café à Kobayashi'],
    ['half-width kana with their label', sjis('ﾜｶﾘﾏｼﾀ'), 'Shift_JIS', 'ﾜｶﾘﾏｼﾀ'],
    ['EUC-JP labelled Shift_JIS', euc('はい、参加します'), 'shift_jis', 'はい、参加します'],
    ['Shift_JIS labelled UTF-8', sjis('了解しました'), 'utf-8', '了解しました'],
  ])('but %s leave no doubt', (_name, bytes, label, text) => {
    expect(decodeBytes(bytes, label)).toEqual({ text, doubt: null });
  });

  test('a long text that was cut within a character keeps its charset', () => {
    const bytes = utf8('あ'.repeat(5000)).subarray(0, -1);
    expect(decodeBytes(bytes, null)).toEqual({ text: 'あ'.repeat(4999), doubt: null });
  });
});
