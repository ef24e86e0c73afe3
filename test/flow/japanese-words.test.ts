/**
 * The Japanese that the program itself puts into mails, beside the templates: every character of it
 * is one that old phones show, and no sentence asks for a long breath.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignCharacters } from '../message/support/jis-x-0208.ts';

const SRC = join(import.meta.dirname, '../../src');
const FILES = ['flow', 'domain', 'domain/words'].flatMap((folder) =>
  readdirSync(join(SRC, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

/** The string literals of a source that hold Japanese, without what is put into them later. */
function japaneseStrings(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '');
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)];
  return literals
    .map((match) => (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, '').replace(/\\n/g, '\n'))
    .filter((text) => /[぀-ヿ一-鿿]/.test(text));
}

const words = FILES.flatMap((file) =>
  japaneseStrings(readFileSync(join(SRC, file), 'utf8')).map((text) => ({ file, text })),
);

describe('the words in the source', () => {
  it('are found', () => {
    expect(words.length).toBeGreaterThan(150);
  });

  it('have only characters that every phone shows', () => {
    const odd = words.filter(
      ({ text }) => foreignCharacters(text).length > 0 || /[～〜−‐—]/.test(text),
    );
    expect(odd).toEqual([]);
  });

  it('have short sentences', () => {
    const long = words.filter(({ text }) =>
      text.split(/[。\n]/).some((part) => [...part].length > 60),
    );
    expect(long).toEqual([]);
  });
});
