/**
 * Reads the word tables of these rooms: words between blanks and line ends, so that anybody
 * who knows Japanese can read and extend them. It knows no word itself.
 */

/** The words of a table, in its order. */
export function wordsIn(list: string): string[] {
  return list.trim().split(/\s+/);
}
