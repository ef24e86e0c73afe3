/**
 * Folded text to tokens, in one pass from left to right: numbers, words of the vocabulary
 * (longest first), marks, line ends; everything else is collected into gaps.
 * Runs of digits that can be no date or time (telephone, seeker number, address, decimal
 * codes) become `code`, so that no later rule cuts a date out of their middle.
 */

import { readKanaNumeral } from './kana-numerals.ts';
import { isLetter, longestWord } from './lexicon.ts';
import { isDigit, readNumeral } from './numerals.ts';
import type { Token } from './token.ts';

/** More tokens than this is no wish any more: the reader asks instead of reading on. */
export const MOST_TOKENS = 20_000;

const SENTENCE_ENDS = '。．!?！？｡;；';
const MARKS = ':/.-~,、・()[]【】「」『』<>《》〈〉"\'*=|';
const SPACE = 0x20;

/** Tokens of a folded text, and whether all of it was read. */
export function tokenize(text: string): { tokens: Token[]; complete: boolean } {
  const tokens: Token[] = [];
  let gapFrom = -1;
  let spaced = false;
  const push = (token: Token): void => {
    if (gapFrom >= 0) tokens.push({ type: 'gap', start: gapFrom, end: token.start, spaced: false });
    gapFrom = -1;
    tokens.push(token);
    spaced = false;
  };
  let at = 0;
  while (at < text.length && tokens.length < MOST_TOKENS) {
    if (text.charCodeAt(at) === SPACE) {
      spaced = true;
      at++;
      continue;
    }
    const token = tokenAt(text, at, { spaced, previous: gapFrom < 0 ? tokens.at(-1) : undefined });
    if (token === null) {
      if (gapFrom < 0) gapFrom = at;
      spaced = false;
      at++;
    } else {
      push(token);
      at = token.end;
    }
  }
  if (gapFrom >= 0) tokens.push({ type: 'gap', start: gapFrom, end: at, spaced: false });
  return { tokens, complete: at >= text.length };
}

interface Before {
  spaced: boolean;
  previous: Token | undefined;
}

function tokenAt(text: string, at: number, before: Before): Token | null {
  const char = text.charAt(at);
  const base = { start: at, spaced: before.spaced };
  if (char === '\n') return { ...base, type: 'line', end: at + 1 };
  const kana = opensKanaNumber(text, at, before) ? readKanaNumeral(text, at) : null;
  if (kana !== null) {
    const { value, length, script } = kana;
    return { ...base, type: 'number', value, digits: length, script, end: at + length };
  }
  const known = longestWord(text, at) ?? katakanaWord(text, at);
  if (known !== null && !isShadowed(text, at, known.length, before)) {
    return { ...known.word, ...base, end: at + known.length };
  }
  const numeral = readNumeral(text, at);
  if (numeral?.script === 'ascii') return asciiNumber(text, at, before);
  if (numeral !== null) {
    const { value, length, script } = numeral;
    return { ...base, type: 'number', value, digits: length, script, end: at + length };
  }
  if (MARKS.includes(char)) return { ...base, type: 'mark', mark: char, end: at + 1 };
  if (SENTENCE_ENDS.includes(char)) return { ...base, type: 'sentence_end', end: at + 1 };
  return null;
}

/** A number in hiragana begins behind a known word, a space, or something not hiragana. */
function opensKanaNumber(text: string, at: number, before: Before): boolean {
  if (!isHiragana(text.charCodeAt(at))) return false;
  if (before.previous !== undefined && before.previous.type !== 'gap') return true;
  return before.spaced || !isHiragana(text.charCodeAt(at - 1));
}

/** "ｺﾞｺﾞ", "アサ": a run of katakana that is a hiragana word as a whole. */
function katakanaWord(text: string, at: number): ReturnType<typeof longestWord> {
  if (!isKatakana(text.charCodeAt(at)) || isKatakana(text.charCodeAt(at - 1))) return null;
  let end = at;
  while (end - at <= LONGEST_KATAKANA && isKatakana(text.charCodeAt(end))) end++;
  const hiragana = [...text.slice(at, end)]
    .map((char) => String.fromCharCode(char.charCodeAt(0) - 0x60))
    .join('');
  const known = hiragana.length >= 2 || hiragana === 'じ' ? longestWord(hiragana, 0) : null;
  return known?.length === end - at ? known : null;
}

const LONGEST_KATAKANA = 8;

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x3096;
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30f6;
}

/** Words that stand only behind a number (kana units), or before one (the letters of the eras). */
function isShadowed(text: string, at: number, length: number, before: Before): boolean {
  const word = text.slice(at, at + length);
  if (/^(あさ|ひる|よる|ばん|あす)$/.test(word)) {
    return !/[\dの一二三四五六七八九十はにじくろさしごい ]/.test(text.charAt(at + length) || ' ');
  }
  if (/^(がつ|にち|じ|ふん|ぷん|はん|ガツ|ニチ|ジ|フン|プン|ハン)$/.test(word)) {
    const previous = before.previous;
    const behind = previous?.type === 'number' || previous?.type === 'unit';
    return !behind || before.spaced;
  }
  if (/^[rhst]$/i.test(word)) {
    const glued = isDigit(text.charCodeAt(at - 1));
    return glued || !/^(?:[. ]?\d{1,2}[./年・-]|元)/.test(text.slice(at + 1, at + 6));
  }
  return false;
}

/** Groups of a run like 2026-12-03 or 090-1234-5678, and what the run is. */
function asciiNumber(text: string, at: number, before: Before): Token {
  const base = { start: at, spaced: before.spaced };
  const run = digitRun(text, at);
  const first = run.groups[0] ?? 0;
  if (isCode(text, at, run, before)) return { ...base, type: 'code', end: at + run.length };
  return {
    ...base,
    type: 'number',
    value: Number(text.slice(at, at + first)),
    digits: first,
    script: 'ascii',
    end: at + first,
  };
}

interface DigitRun {
  groups: number[];
  length: number;
}

function digitRun(text: string, at: number): DigitRun {
  const groups: number[] = [];
  let end = at;
  for (;;) {
    const from = end;
    while (isDigit(text.charCodeAt(end))) end++;
    groups.push(end - from);
    if (text.charAt(end) !== '-' || !isDigit(text.charCodeAt(end + 1))) break;
    end++;
  }
  return { groups, length: end - at };
}

function isCode(text: string, at: number, run: DigitRun, before: Before): boolean {
  if (isGlued(text, at, before)) return true;
  if (isGluedBehind(text, at + run.length)) return true;
  const [first = 0, second = 0, third = 0] = run.groups;
  if (run.groups.length === 1) return first > 4 && !isCompactDate(text, at, first);
  const fits = first === 4 ? second <= 2 || second === 4 : first <= 2 && second <= 2;
  if (run.groups.length === 2) return !fits;
  const afterEra = before.previous?.type === 'era' && !before.spaced;
  const isDate =
    second <= 2 && third <= 2 && ((first === 4 && startsCentury(text, at)) || afterEra);
  return !isDate || run.groups.length > 4;
}

function isCompactDate(text: string, at: number, length: number): boolean {
  return length === 8 && startsCentury(text, at);
}

function startsCentury(text: string, at: number): boolean {
  return text.startsWith('19', at) || text.startsWith('20', at);
}

/** A letter, a plus or a decimal point right before the digits that no known word ends with. */
function isGlued(text: string, at: number, before: Before): boolean {
  const code = text.charCodeAt(at - 1);
  const char = text.charAt(at - 1);
  if (char === '+' || char === '#' || char === '_' || char === '@') return true;
  if (!isLetter(code) || before.spaced) return false;
  const previous = before.previous;
  const known = previous !== undefined && previous.type !== 'gap' && previous.end === at;
  return !known && !(char === 'T' && isDigit(text.charCodeAt(at - 2)));
}

/** A letter right behind: 5MP, 12a; but 10am, 3rd and 03T10:00 are dates and times. */
function isGluedBehind(text: string, end: number): boolean {
  if (!isLetter(text.charCodeAt(end))) return false;
  return !/^(?:[ap]\.?m(?![a-z])|st|nd|rd|th|T\d|or)/i.test(text.slice(end, end + 4));
}
