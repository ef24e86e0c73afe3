/**
 * Judges what stands below a frame where no line is marked: all of it is quoted, unless it is
 * our own mail, whose lines tell themselves apart from words typed between them.
 */
import { isBanner } from './banners.ts';
import { type BodyLine, foldWidth } from './line.ts';
import type { OurMatch } from './our-match.ts';
import type { Cut, Matches } from './whose.ts';

/** From this share on a quotation without marks is our own mail. */
const OURS_TELLS = 0.4;

/** The share of a tail that stands in our own text, by characters. */
function shareOfOurs(lines: BodyLine[], from: number, raw: (OurMatch | null)[]): number {
  let all = 0;
  let ours = 0;
  for (let i = from; i < lines.length; i++) {
    const characters = lines[i]?.body.length ?? 0;
    all += characters;
    if ((raw[i] ?? null) !== null) ours += characters;
  }
  return all === 0 ? 0 : ours / all;
}

/** Below a frame without marks: all quoted, unless it is our own text, which tells line by line. */
export function markTail(cut: Cut, from: number, matches: Matches): void {
  const { raw, accepted } = matches;
  const lineByLine = shareOfOurs(cut.lines, from, raw) >= OURS_TELLS;
  let ourTextBegan = false;
  for (let i = from; i < cut.lines.length; i++) {
    if (cut.owners[i] === 'blank') continue;
    const match = lineByLine ? (raw[i] ?? null) : null;
    accepted[i] = match;
    cut.owners[i] = match !== null && match.filledIn !== null ? 'new' : 'quoted';
    const strange =
      match === null && !isBanner(foldWidth((cut.lines[i]?.body ?? '').slice(0, 300)));
    if (lineByLine && strange && !ourTextBegan) {
      cut.doubts.push('strangeTop');
    }
    ourTextBegan ||= match !== null;
  }
  cut.unknownTail = !lineByLine;
}
