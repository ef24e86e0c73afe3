/**
 * Makes one pattern of a list of phrases, so that the tables of this room can be read and
 * extended by anybody who knows Japanese. Entries stand between blanks and line ends:
 * `(a|b)` is one of several, `?` may be absent, `…` is up to fourteen characters of the same
 * sentence, `␣` a space. It knows no phrase itself.
 */
import { wordsIn } from '../word-list.ts';

const WITHIN_SENTENCE = '[^。\\n]{0,14}';

/** Matches any phrase of the list; flags as for RegExp. */
export function anyPhrase(list: string, flags = ''): RegExp {
  return new RegExp(phrases(list), flags);
}

/** The same as a part of a larger pattern. */
export function phrases(list: string): string {
  const entries = wordsIn(list).map(pattern);
  return `(?:${entries.join('|')})`;
}

function pattern(entry: string): string {
  return entry
    .replace(/\((?!\?)/g, (bracket, at: number) => (entry[at - 1] === '\\' ? bracket : '(?:'))
    .replaceAll('…', WITHIN_SENTENCE)
    .replaceAll('␣', ' ');
}
