/**
 * Writes one vocabulary entry for each spelling of a word, spellings divided by spaces.
 * Keeps the tables short; it never decides anything about them.
 */
import type { VocabularyEntry, Word } from '../token.ts';

/** Entries for all spellings of one word. */
export function spellings(list: string, word: Word): VocabularyEntry[] {
  return list.split(' ').map((spelling) => [spelling, word]);
}

/** Every stem joined to every ending: だめ + なら, 無理 + なら … */
export function combined(stems: string, endings: string, word: Word): VocabularyEntry[] {
  return stems
    .split(' ')
    .flatMap((stem) =>
      endings.split(' ').map((ending): VocabularyEntry => [`${stem}${ending}`, word]),
    );
}

/** Every stem joined to every ending, as one list divided by spaces. */
export function joined(stems: string, endings: string): string {
  return stems
    .split(' ')
    .flatMap((stem) => endings.split(' ').map((ending) => `${stem}${ending}`))
    .join(' ');
}
