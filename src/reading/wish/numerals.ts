/**
 * Numbers as written: ASCII digits (width is folded before) and kanji numerals, positional
 * (二〇二六) or with units (二十一, 二千二十六). Reads values only; what they count is the grammar's.
 */

export interface Numeral {
  value: number;
  /** Length in UTF-16 units. */
  length: number;
  script: 'ascii' | 'kanji';
}

const KANJI_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ['零', 0],
      ['○', 0],
    ]),
);
const KANJI_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
/** 廿 and 卅 are twenty and thirty, seen in letters of elders. */
const OLD_TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
]);

const LONGEST_KANJI = 9;
const LONGEST_ASCII = 15;

/** Whether a character can be part of a kanji numeral. */
export function isKanjiNumeralChar(char: string): boolean {
  return char !== '' && isKanjiNumeral(char);
}

/** The number that begins at an offset, or null. */
export function readNumeral(text: string, at: number): Numeral | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return readAscii(text, at);
  return code >= 0x3007 && isKanjiNumeral(text.charAt(at)) ? readKanji(text, at) : null;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Longer runs than any number of ours are read in one piece, so that none is split. */
function readAscii(text: string, at: number): Numeral {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const length = end - at;
  const value = length > LONGEST_ASCII ? Number.NaN : Number(text.slice(at, end));
  return { value, length, script: 'ascii' };
}

/** ○ stands for zero only inside a number, never first. */
function isKanjiNumeral(char: string): boolean {
  return char !== '○' && (KANJI_DIGITS.has(char) || KANJI_UNITS.has(char) || OLD_TENS.has(char));
}

function readKanji(text: string, at: number): Numeral {
  let end = at;
  while (end - at < LONGEST_KANJI && isKanjiNumeralInside(text.charAt(end))) end++;
  const written = text.slice(at, end);
  const hasUnits = [...written].some((char) => KANJI_UNITS.has(char) || OLD_TENS.has(char));
  return {
    value: hasUnits ? valueWithUnits(written) : valueByPosition(written),
    length: end - at,
    script: 'kanji',
  };
}

function isKanjiNumeralInside(char: string): boolean {
  return isKanjiNumeral(char) || char === '○';
}

function valueByPosition(written: string): number {
  return [...written].reduce((value, char) => value * 10 + (KANJI_DIGITS.get(char) ?? 0), 0);
}

function valueWithUnits(written: string): number {
  let total = 0;
  let digit: number | null = null;
  for (const char of written) {
    const unit = KANJI_UNITS.get(char);
    const old = OLD_TENS.get(char);
    if (old !== undefined) {
      total += old;
    } else if (unit === undefined) {
      digit = (digit ?? 0) * 10 + (KANJI_DIGITS.get(char) ?? 0);
    } else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}
