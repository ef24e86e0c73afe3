/**
 * Looks a label word up in label-table.ts: the longest one at a place, spaces between its
 * characters, お/ご/御 before it, katakana and hiragana all the same. It reads at most the
 * length of the longest label and knows nothing of brackets and colons.
 */

import { wordsIn } from '../word-list.ts';
import { type FieldKind, LABELS, POLITE_PREFIXES } from './label-table.ts';

interface LabelWord {
  kind: FieldKind;
  weak: boolean;
}

const WORDS: ReadonlyMap<string, LabelWord> = buildWords();
const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length));
/** By the first character; one more for the お of 希望のお日にち. */
const LONGEST_FROM = new Map<string, number>();
for (const word of WORDS.keys()) {
  const first = word.charAt(0);
  LONGEST_FROM.set(first, Math.max(LONGEST_FROM.get(first) ?? 0, word.length + 1));
}
const BEGINS: ReadonlySet<string> = new Set([
  ...LONGEST_FROM.keys(),
  ...POLITE_PREFIXES.map((prefix) => prefix.charAt(0)),
  ' ',
  '\u3000',
]);

function buildWords(): Map<string, LabelWord> {
  const words = new Map<string, LabelWord>();
  for (const row of LABELS) {
    for (const word of row.weak === undefined ? [] : wordsIn(row.weak)) {
      words.set(hiragana(word), { kind: row.kind, weak: true });
    }
    for (const word of wordsIn(row.sure)) {
      words.set(hiragana(word), { kind: row.kind, weak: false });
    }
  }
  return words;
}

/** A label word found in a text, with where it ends. */
export interface MatchedWord extends LabelWord {
  end: number;
}

/** The longest label word that starts at an offset, or null. */
export function longestWord(text: string, at: number, lineEnd: number): MatchedWord | null {
  if (!BEGINS.has(plainCharacter(text.charAt(at)))) return null;
  const { squeezed, ends } = squeeze(text, at, lineEnd);
  const skips = [0, ...POLITE_PREFIXES.filter((p) => squeezed.startsWith(p)).map((p) => p.length)];
  for (const skip of skips) {
    const found = longestOf(squeezed, skip);
    const end = found === null ? undefined : ends[skip + found.length - 1];
    if (found !== null && end !== undefined) return { ...found.word, end };
  }
  return null;
}

function longestOf(squeezed: string, skip: number): { word: LabelWord; length: number } | null {
  const longest = LONGEST_FROM.get(squeezed.charAt(skip)) ?? 0;
  for (let length = Math.min(longest, squeezed.length - skip); length > 0; length -= 1) {
    const plain = squeezed.slice(skip, skip + length);
    const word = WORDS.get(plain.includes('の') ? plain.replace(/の[おご御]/, 'の') : plain);
    if (word !== undefined) return { word, length };
  }
  return null;
}

/** Whether a whole text is a label and nothing else. */
export function isLabel(text: string): boolean {
  return longestWord(text, 0, text.length)?.end === text.length;
}

/** Up to the longest label's worth of characters without the spaces between them. */
function squeeze(text: string, at: number, lineEnd: number) {
  let squeezed = '';
  const ends: number[] = [];
  let spaces = 0;
  for (let i = at; i < lineEnd && squeezed.length < LONGEST_WORD + 3; i += 1) {
    const character = text.charAt(i);
    if (character === ' ' || character === '\u3000') {
      spaces += 1;
      if (spaces > 6) break;
      continue;
    }
    if (character === '\t') break;
    spaces = 0;
    squeezed += plainCharacter(character);
    ends.push(i + 1);
  }
  return { squeezed, ends };
}

/** One character in lower case and as hiragana. */
function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCharCode(code - 0x60);
  return code < 0x3000 ? character.toLowerCase() : character;
}

/** Katakana as hiragana: ﾌﾘｶﾞﾅ, フリガナ and ふりがな are one label. */
function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
