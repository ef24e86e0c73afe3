/**
 * The CSV door both ways: encodings as Excel and old systems write them, rows with their lines,
 * and cells that Excel must not run.
 */
import { describe, expect, test } from 'vitest';
import { decodeFile } from '../../src/csv/decode.ts';
import { readCsv } from '../../src/csv/read.ts';
import { unguarded, writeCsv } from '../../src/csv/write.ts';

describe('the bytes of a file', () => {
  test.each([
    ['UTF-8', [0xe9, 0xab, 0x99], '髙', 'utf-8'],
    ['UTF-8 with BOM', [0xef, 0xbb, 0xbf, 0xe9, 0xab, 0x99], '髙', 'utf-8'],
    ['CP932: ① 髙 﨑 of NEC and IBM', [0x87, 0x40, 0xfb, 0xfc, 0xfa, 0xb1], '①髙﨑', 'shift_jis'],
    ['CP932: ～ － and a backslash', [0x81, 0x60, 0x81, 0x7c, 0x81, 0x5c], '～－―', 'shift_jis'],
    ['CP932: half-width kana', [0xb1, 0xb2, 0xb3], 'ｱｲｳ', 'shift_jis'],
    ['UTF-16 as Excel’s "Unicode text"', [0xff, 0xfe, 0xd9, 0x9a], '髙', 'utf-16le'],
    ['plain ASCII', [0x61, 0x2c, 0x62], 'a,b', 'utf-8'],
  ] as const)('%s', (_name, bytes, text, encoding) => {
    expect(decodeFile(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });

  test('what fits neither is marked, in the encoding that loses less', () => {
    const cp932 = [0x8f, 0xac, 0x97, 0xd1, 0x2c, 0xff, 0x0a, 0x89, 0xd4, 0x8e, 0x71];
    expect(decodeFile(Uint8Array.from(cp932))).toEqual({
      text: '小林,\uFFFD\n花子',
      encoding: 'shift_jis',
    });
    const utf8 = Buffer.concat([Buffer.from('小林花子、宮崎県小林市'), Buffer.from([0xff])]);
    expect(decodeFile(utf8)).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('rows', () => {
  const rowsOf = (text: string) => {
    const read = readCsv(text);
    return read.kind === 'rows' ? read.rows : read;
  };

  test('bear the line on which they begin, past empty lines and fields of several lines', () => {
    const text = 'a,b\r\n\r\n1,"x\r\ny"\r\n,\r\n2,"say ""hi"""\r\n3';
    expect(rowsOf(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1', 'x\ny'] },
      { line: 6, cells: ['2', 'say "hi"'] },
      { line: 7, cells: ['3'] },
    ]);
  });

  test.each(['a\tb\n1\t2', 'a;b\r1;2'])('may be cut by other signs than commas: %j', (text) => {
    expect(rowsOf(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ]);
  });

  test('a quote in the middle of a plain cell is a sign like any other', () => {
    expect(rowsOf('a,5"の画面\nb,c')).toHaveLength(2);
  });

  test('a quote that is never closed is told with the line on which it opens', () => {
    expect(readCsv('a,b\n1,2\n3,"x\n4,5\n')).toEqual({ kind: 'unclosed_quote', line: 3 });
  });
});

describe('a file for Excel', () => {
  const FORMULAS = ['=1+1', '+81', '-a@docomo.ne.jp', '@x', '\tx', '\rx', '＝x', '09000000001'];

  test('begins with a BOM, ends its lines with CRLF and quotes what has to be', () => {
    expect(writeCsv(['a', 'b'], [['x,"y"', null]])).toBe('\uFEFFa,b\r\n"x,""y""",\r\n');
  });

  test.each(FORMULAS)('guards %j, and the guard can be taken off', (cell) => {
    const [, row] = (readCsv(writeCsv(['h'], [[cell]])) as { rows: { cells: string[] }[] }).rows;
    const written = row?.cells[0] ?? '';
    expect(written.startsWith("'")).toBe(true);
    expect(unguarded(written)).toBe(cell.replace('\r', '\n'));
  });

  test('leaves everything else as it is', () => {
    expect(writeCsv(['h'], [['090-0000-0001'], ["O'Brien"], [3]])).toBe(
      "\uFEFFh\r\n090-0000-0001\r\nO'Brien\r\n3\r\n",
    );
    expect(unguarded("'x")).toBe("'x");
  });
});
