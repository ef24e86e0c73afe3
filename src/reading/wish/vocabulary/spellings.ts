/**
 * Writes vocabulary entries from lists of spellings that are divided by spaces.
 * Keeps the tables short; it never decides anything about them.
 */
import type { VocabularyEntry, Word } from '../token.ts';

/** Entries for all spellings of one word. */
export function spellings(list: string, word: Word): VocabularyEntry[] {
  return list.split(' ').map((spelling) => [spelling, word]);
}

/** One entry for every stem joined to every ending: だめ + なら, 無理 + なら … */
export function combined(stems: string, endings: string, word: Word): VocabularyEntry {
  return { stems: stems.split(' '), endings: endings.split(' '), word };
}

/** Every stem joined to every ending, as one list divided by spaces. */
export function joined(stems: string, endings: string): string {
  return stems
    .split(' ')
    .flatMap((stem) => endings.split(' ').map((ending) => `${stem}${ending}`))
    .join(' ');
}
