/**
 * How near two spellings are, for a word that was mistyped. It knows no word.
 */

/** Whether one wrong, missing or added character makes the one out of the other. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 3) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail))
    tail += 1;
  return Math.max(a.length, b.length) - head - tail <= 1;
}
