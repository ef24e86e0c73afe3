/**
 * The matching form of a reply: one spelling for the many ways the same words are
 * typed (width, katakana or hiragana, long vowels, capitals), with the way back to
 * the raw text. Tables and mails go through the same fold, so a table needs each word
 * once. It never drops a word and never looks at meaning.
 */
import { normalise } from '../normalise.ts';
import { wordsIn } from '../word-list.ts';

export interface Folded {
  text: string;
  /** Raw UTF-16 offset of each folded character, and of the end. */
  at: number[];
}

const LONG_VOWEL = /ー|〜|~|～|[\u2010-\u2015]|\uFE0F|\u200D|\u200B|[\u{1F3FB}-\u{1F3FF}]/u;
const SMALL_VOWEL = /[ぁぃぅぇぉァィゥェォ]/;

function foldChar(char: string): string {
  if (LONG_VOWEL.test(char) || SMALL_VOWEL.test(char)) return '';
  const code = char.charCodeAt(0);
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCharCode(code - 0x60);
  if (char === '\t' || char === '\r' || char === '\u3000' || char === '\u00a0') return ' ';
  return char.toLowerCase();
}

/** The matching form of a text, with the raw offset of every character. */
export function fold(raw: string): Folded {
  const normal = normalise(raw);
  const out: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const char of normal.text) {
    const folded = foldChar(char);
    for (let i = 0; i < folded.length; i += 1) {
      out.push(folded[i] ?? '');
      at.push(normal.toRaw(offset));
    }
    offset += char.length;
  }
  at.push(raw.length);
  return { text: out.join(''), at };
}

/** The matching form of a table entry. */
function foldWord(word: string): string {
  return fold(word).text.replaceAll(' ', '');
}

/** The matching forms of the words of a table, which stand in it separated by white space. */
export function wordsOf(list: string): string[] {
  return wordsIn(list).map(foldWord);
}

/** The part of a folded text between two folded offsets. */
export function sliceFolded(folded: Folded, start: number, end: number): Folded {
  return { text: folded.text.slice(start, end), at: folded.at.slice(start, end + 1) };
}

/** Without the spaces that stand between Japanese characters, so that "参加 できません" is one phrase. */
export function compact(folded: Folded): Folded {
  const out: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < folded.text.length; i += 1) {
    const char = folded.text[i] ?? '';
    if (/\s/.test(char) && !isBetweenLatin(folded.text, i)) continue;
    out.push(/\s/.test(char) ? ' ' : char);
    at.push(folded.at[i] ?? 0);
  }
  at.push(folded.at[folded.text.length] ?? 0);
  return { text: out.join(''), at };
}

const LATIN = /[a-z0-9.,'!?\u00e0-\u024f\u1e00-\u1eff]/;

function isBetweenLatin(text: string, i: number): boolean {
  return LATIN.test(text[i - 1] ?? '') && LATIN.test(text[i + 1] ?? '');
}
