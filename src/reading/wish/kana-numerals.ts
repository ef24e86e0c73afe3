/**
 * Numbers in hiragana before がつ, にち and じ, as voice input and learners write them
 * ("じゅうにがつ", "くじはん"). It reads only where such a unit follows; it knows no day names
 * (みっか), those are words of the vocabulary.
 */
import type { Numeral } from './numerals.ts';

const DIGITS: Record<string, number> = {
  いち: 1,
  に: 2,
  さん: 3,
  し: 4,
  よん: 4,
  よ: 4,
  ご: 5,
  ろく: 6,
  しち: 7,
  なな: 7,
  はち: 8,
  く: 9,
  きゅう: 9,
};

/** じ is the hour only where no other word goes on (じかん, じぶん). */
const BEHIND_HOUR =
  'はん|から|まで|より|いこう|に|で|の|ご|と|か|が|すぎ|ちょうど|じゅう|さんじゅう|を|は';
const KANA_NUMBER = new RegExp(
  `((に|さん|よん|ご)?じゅう)?(いち|に|さん|よん|よ|し|ご|ろく|しち|なな|はち|きゅう|く)?(?=がつ|にち|ぷん|じ(?:${BEHIND_HOUR}|[^ぁ-ん]|$))`,
  'y',
);

const FIRST_CODES = new Set([...'いにさよしごろなはきくじ'].map((char) => char.charCodeAt(0)));

/** Whether a UTF-16 unit can begin a number in hiragana; for speed only. */
export function opensKanaDigits(code: number): boolean {
  return FIRST_CODES.has(code);
}

/**
 * The hiragana number that begins at an offset, or null. Within a run of hiragana (`free` false)
 * only a month is sure enough ("ですじゅうにがつ").
 */
export function readKanaNumeral(text: string, at: number, free: boolean): Numeral | null {
  KANA_NUMBER.lastIndex = at;
  const match = KANA_NUMBER.exec(text);
  if (match === null || match[0] === '') return null;
  if (!free && !text.startsWith('がつ', at + match[0].length)) return null;
  const [written, tens, tensDigit = '', ones = ''] = match;
  const ten = tens === undefined ? 0 : 10 * (DIGITS[tensDigit] ?? 1);
  return { value: ten + (DIGITS[ones] ?? 0), length: written.length, script: 'kanji' };
}
