/**
 * config.json as an office saves and breaks it: what is let pass, and what each slip is told as.
 */
import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../src/config/json-text.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const problemOf = (bytes: Uint8Array) => {
  const read = readJsonText(bytes);
  return 'problem' in read ? read.problem : null;
};

describe('the text of a config', () => {
  it('may begin with the mark that Windows writes, and hold tabs between its settings', () => {
    expect(readJsonText(utf8('\ufeff{\t"a": 1 }'))).toEqual({ raw: { a: 1 } });
  });

  it.each([
    [
      'Shift_JIS',
      Buffer.from('7b2261223a20228365835822207d', 'hex'),
      /Shift_JIS.*save it as UTF-8/,
    ],
    ['UTF-16', Buffer.from('\ufeff{ "a": 1 }', 'utf16le'), /UTF-16.*save it as UTF-8/],
    ['nothing', utf8(' \n'), /the file is empty/],
    ['Japanese quotes', utf8('{\n  “a”: 1\n}'), /in line 2: “a”: 1 \(write plain quotes/],
    ['a full-width colon', utf8('{\n  "a"：1\n}'), /in line 2: .*full-width/],
    ['a comment', utf8('{\n  "a": 1,\n  // b\n  "c": 2\n}'), /in line 3: .*no comments/],
    ['a comma too many', utf8('{\n  "a": 1,\n}'), /in line 3: .*remove the comma before it/],
    ['a comma too few', utf8('{\n  "a": 1\n  "b": 2\n}'), /in line 3: "b": 2 \(a comma is missing/],
    ['a tab inside quotes', utf8('{ "a": "x\ty" }'), /a tab may stand between settings/],
    ['single quotes', utf8("{ 'a': 1 }"), /double quotes/],
    ['an end that is missing', utf8('{ "a": 1'), /not readable JSON in line 1/],
  ])('with %s is told so', (_what, bytes, said) => {
    expect(problemOf(bytes)).toMatch(said);
  });

  it('never shows a secret that stands in the line', () => {
    for (const text of [
      '{ "password": himitsu }',
      '{ “password”: "himitsu" }',
      '{ "password": "himitsu" "a" }',
    ]) {
      expect(problemOf(utf8(text))).toMatch(/line 1: \(not shown/);
      expect(problemOf(utf8(text))).not.toContain('himitsu');
    }
  });

  it('says which setting stands twice in one block, and lets two blocks have the same', () => {
    const twice = '{ "x": { "a": 1 }, "y": { "a": "\\"a\\": {" },\n "mode": 1, "mode": 2 }';
    expect(problemOf(utf8(twice))).toMatch(/"mode" stands twice in one block \(again in line 2\)/);
    expect(problemOf(utf8(twice.replace(', "mode": 2', '')))).toBe(null);
    expect(problemOf(utf8('[{ "a": 1 }, { "a": 1 }]'))).toBe(null);
  });
});
