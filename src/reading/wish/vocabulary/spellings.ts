/**
 * Writes vocabulary entries from lists of spellings that are divided by white space.
 * Keeps the tables short; it never decides anything about them.
 */

import { wordsIn } from '../../word-list.ts';
import type { VocabularyEntry, Word } from '../token.ts';

/** Entries for all spellings of one word. */
export function spellings(list: string, word: Word): VocabularyEntry[] {
  return wordsIn(list).map((spelling) => [spelling, word]);
}

/** One entry for every stem joined to every ending: だめ + なら, 無理 + なら … */
export function combined(stems: string, endings: string, word: Word): VocabularyEntry {
  return { stems: wordsIn(stems), endings: wordsIn(endings), word };
}

/** Every stem joined to every ending, as one list divided by spaces. */
export function joined(stems: string, endings: string): string {
  return pairs(stems, endings).join(' ');
}

function pairs(stems: string, endings: string): string[] {
  return wordsIn(stems).flatMap((stem) => wordsIn(endings).map((ending) => `${stem}${ending}`));
}
