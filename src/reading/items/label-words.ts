/**
 * Looks a label word up in label-table.ts: the longest one at a place, spaces between its
 * characters, お/ご/御 before it, katakana and hiragana all the same. It reads at most the
 * length of the longest label and knows nothing of brackets and colons.
 */
import { type FieldKind, LABELS, POLITE_PREFIXES } from './label-table.ts';

interface LabelWord {
  kind: FieldKind;
  weak: boolean;
}

const WORDS: ReadonlyMap<string, LabelWord> = buildWords();
const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length));

function buildWords(): Map<string, LabelWord> {
  const words = new Map<string, LabelWord>();
  for (const row of LABELS) {
    for (const word of (row.weak ?? '').split(/\s+/).filter(Boolean)) {
      words.set(hiragana(word), { kind: row.kind, weak: true });
    }
    for (const word of row.sure.split(/\s+/).filter(Boolean)) {
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
  const { squeezed, ends } = squeeze(text, at, lineEnd);
  const skips = [0, ...POLITE_PREFIXES.filter((p) => squeezed.startsWith(p)).map((p) => p.length)];
  for (const skip of skips) {
    const most = Math.min(LONGEST_WORD, squeezed.length - skip);
    for (let length = most; length > 0; length -= 1) {
      const found = WORDS.get(squeezed.slice(skip, skip + length).replace(/の[おご御]/, 'の'));
      const end = ends[skip + length - 1];
      if (found !== undefined && end !== undefined) return { ...found, end };
    }
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
    squeezed += hiragana(character.toLowerCase());
    ends.push(i + 1);
  }
  return { squeezed, ends };
}

/** Katakana as hiragana: ﾌﾘｶﾞﾅ, フリガナ and ふりがな are one label. */
function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
