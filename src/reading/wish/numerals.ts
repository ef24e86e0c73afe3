/**
 * Kanji numerals, positional (二〇二六) or with units (二十一, 二千二十六), and what a digit is.
 * Reads values only; what they count is the grammar's.
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
      // written so that nobody can alter them, seen in letters of elders
      ['壱', 1],
      ['弐', 2],
      ['参', 3],
    ]),
);
const KANJI_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['拾', 10],
]);
/** 廿 and 卅 are twenty and thirty, seen in letters of elders. */
const OLD_TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
]);

const NUMERAL_CODES: ReadonlySet<number> = new Set(
  [...KANJI_DIGITS.keys(), ...KANJI_UNITS.keys(), ...OLD_TENS.keys()]
    .filter((char) => char !== '○')
    .map((char) => char.charCodeAt(0)),
);
const WHITE_CIRCLE = 0x25cb;
const LONGEST_KANJI = 9;

/** Whether a UTF-16 unit can begin a kanji numeral; ○ stands for zero only inside one. */
export function isKanjiNumeralCode(code: number): boolean {
  return NUMERAL_CODES.has(code);
}

/** ASCII digit; width is folded before. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The kanji numeral that begins at an offset. */
export function readKanjiNumeral(text: string, at: number): Numeral {
  let end = at;
  while (end - at < LONGEST_KANJI && isInside(text.charCodeAt(end))) end++;
  const written = text.slice(at, end);
  const hasUnits = [...written].some((char) => KANJI_UNITS.has(char) || OLD_TENS.has(char));
  return {
    value: hasUnits ? valueWithUnits(written) : valueByPosition(written),
    length: end - at,
    script: 'kanji',
  };
}

function isInside(code: number): boolean {
  return NUMERAL_CODES.has(code) || code === WHITE_CIRCLE;
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
