/**
 * How much of a text is read at all. People write some hundred characters, a forwarded thread
 * some ten thousand; what is longer than this is no request, and a wish in it is asked back.
 */

/** UTF-16 units. */
const MOST_READ = 100_000;

/** The part of a text that is read, and whether something was left out. */
export function readablePart(text: string): { text: string; isCut: boolean } {
  return { text: text.slice(0, MOST_READ), isCut: text.length > MOST_READ };
}
