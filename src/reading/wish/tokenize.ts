/**
 * Folded text to tokens, in one pass from left to right: numbers, words of the vocabulary
 * (longest first), marks, line ends; everything else is collected into gaps.
 * It knows no grammar: what a number counts is not decided here.
 */

import { readDigits } from './digit-run.ts';
import { opensKanaDigits, readKanaNumeral } from './kana-numerals.ts';
import { longestWord, opensWord } from './lexicon.ts';
import { isDigit, isKanjiNumeralCode, readKanjiNumeral } from './numerals.ts';
import type { Token, Word } from './token.ts';

/** More tokens than this is no wish any more: the reader asks instead of reading on. */
const MOST_TOKENS = 10_000;

const SENTENCE_ENDS = '。．!?！？｡;；';
const MARKS = ':/.-~,、・()[]【】「」『』<>《》〈〉"\'*=|';
const SPACE = 0x20;

interface Before {
  spaced: boolean;
  previous: Token | undefined;
}

/** Tokens of a folded text, and whether all of it was read. */
export function tokenize(text: string): { tokens: Token[]; complete: boolean } {
  const tokens: Token[] = [];
  const before: Before = { spaced: false, previous: undefined };
  let gapFrom = -1;
  let at = 0;
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      before.spaced = true;
      at++;
      continue;
    }
    const token = mayOpenToken(code) ? tokenAt(text, at, before) : null;
    before.spaced = false;
    if (token === null) {
      if (gapFrom < 0) gapFrom = at;
      before.previous = undefined;
      at++;
      continue;
    }
    if (gapFrom >= 0) tokens.push({ type: 'gap', start: gapFrom, end: at, spaced: false });
    gapFrom = -1;
    tokens.push(token);
    before.previous = token;
    at = token.end;
  }
  if (gapFrom >= 0) tokens.push({ type: 'gap', start: gapFrom, end: at, spaced: false });
  return { tokens, complete: at >= text.length };
}

const MARK_CODES = new Set([...MARKS].map((char) => char.charCodeAt(0)));
const END_CODES = new Set([...SENTENCE_ENDS].map((char) => char.charCodeAt(0)));
const LINE = 0x0a;

/** Most characters of a mail open no token; they are passed over at the cost of a look-up. */
function mayOpenToken(code: number): boolean {
  return (
    opensWord(code) ||
    isDigit(code) ||
    isKatakana(code) ||
    opensKanaDigits(code) ||
    MARK_CODES.has(code) ||
    END_CODES.has(code) ||
    code === LINE ||
    isKanjiNumeralCode(code) ||
    code === SMALL_H
  );
}

function tokenAt(text: string, at: number, before: Before): Token | null {
  const code = text.charCodeAt(at);
  const base = { start: at, spaced: before.spaced };
  if (code === LINE) return { ...base, type: 'line', end: at + 1 };
  const link = code === SMALL_H ? endOfLink(text, at) : at;
  if (link > at) return { ...base, type: 'code', broken: false, end: link };
  const mayBeKana = opensKanaDigits(code);
  const kana = mayBeKana ? readKanaNumeral(text, at, opensKanaNumber(text, at, before)) : null;
  if (kana !== null) {
    const { value, length, script } = kana;
    return { ...base, type: 'number', value, digits: length, script, end: at + length };
  }
  const known = longestWord(text, at) ?? katakanaWord(text, at);
  if (known !== null && hidesUnit(known.word, text.charAt(at), before)) {
    const unit = longestWord(text.charAt(at), 0);
    if (unit?.word.type === 'unit') return { ...unit.word, ...base, end: at + 1 };
  }
  if (isHourLetter(text, at, before)) return { ...base, type: 'unit', unit: 'hour', end: at + 1 };
  if (known !== null && !isShadowed(text, at, { length: known.length, before })) {
    return { ...known.word, ...base, end: at + known.length };
  }
  if (isDigit(code)) return readDigits(text, at, before);
  const numeral = isKanjiNumeralCode(code) ? readKanjiNumeral(text, at) : null;
  if (numeral !== null) {
    const { value, length, script } = numeral;
    return { ...base, type: 'number', value, digits: length, script, end: at + length };
  }
  if (MARK_CODES.has(code)) {
    return { ...base, type: 'mark', mark: text.charAt(at), end: at + 1 };
  }
  return END_CODES.has(code) ? { ...base, type: 'sentence_end', end: at + 1 } : null;
}

/** "3日頃", "10時代", "12月末", "10時半日程": behind a number the first character is its unit. */
function hidesUnit(word: Word, first: string, { spaced, previous }: Before): boolean {
  const { type } = word;
  const mayHide = type === 'gap' || type === 'part' || type === 'period' || type === 'wish_label';
  if (spaced || !mayHide) return false;
  if (previous?.type === 'number') return true;
  return first === '半' && previous?.type === 'unit' && previous.unit === 'hour';
}

/** "10h30" */
function isHourLetter(text: string, at: number, { spaced, previous }: Before): boolean {
  if (spaced || previous?.type !== 'number' || !/^h$/i.test(text.charAt(at))) return false;
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2));
}

const SMALL_H = 0x68;

/** A link is one piece, whatever digits it holds. */
function endOfLink(text: string, at: number): number {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return at;
  let end = at;
  while (text.charCodeAt(end) > SPACE && text.charCodeAt(end) < 0x7f) end++;
  return end;
}

/** A number in hiragana begins behind a known word, a space, or something not hiragana. */
function opensKanaNumber(text: string, at: number, before: Before): boolean {
  if (before.previous?.type === 'particle' && text.charAt(at - 1) === 'に') return false;
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
function isShadowed(
  text: string,
  at: number,
  { length, before }: { length: number; before: Before },
): boolean {
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
