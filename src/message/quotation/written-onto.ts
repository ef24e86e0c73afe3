/**
 * Finds what a person wrote onto a line of ours: behind a label (「希望日時：12月3日」), behind an
 * offer (「2. 12月4日 11:00 ←これで」), or a sign in front of it (「○ 1. …」). It finds the place
 * only; whether the line is quotation at all is judged elsewhere.
 */
import type { BodyLine } from './line.ts';
import type { OurMatch, OurText } from './our-match.ts';

const MAX_LABEL = 24;
/** 「氏名：」 and 【氏名】, or an item of a list of ours, 「・氏名」, that is no sentence. */
const LABEL = /[:】\])]$|^[・●■◆◇□*-](?!.*[。.]$)/;
/** Signs by which people choose one of several lines. */
const CHOSEN = /^[○◯〇◎●✓✔☑レ→⇒★☆◉]{1,3}/;
const SHORTEST_LINE = 6;
const LONGEST_LINE = 160;
/** Longer words behind a line of ours are a line of their own that a client joined. */
const LONGEST_NOTE = 120;

/** Whether a folded line of ours asks for something to be written behind it. */
export function isLabel(flat: string): boolean {
  return flat.length <= MAX_LABEL && LABEL.test(flat);
}

function behindLabel(flat: string, ours: OurText): { start: number; end: number } | null {
  for (const length of ours.lineLengths) {
    if (length > MAX_LABEL || length >= flat.length) continue;
    const start = ours.labels.get(flat.slice(0, length));
    if (start !== undefined) return { start, end: start + length };
  }
  return null;
}

function behindLine(flat: string, ours: OurText): { start: number; end: number } | null {
  for (const length of ours.lineLengths) {
    if (length >= flat.length || length > LONGEST_LINE || flat.length - length > LONGEST_NOTE)
      continue;
    if (length < SHORTEST_LINE) return null;
    const start = ours.wholeLines.get(flat.slice(0, length))?.[0];
    if (start === undefined) continue;
    const note = flat.slice(length);
    const follows = ours.flat.slice(start + length, start + length + LONGEST_NOTE);
    return follows.includes(note.slice(0, 4)) ? null : { start, end: start + length };
  }
  return null;
}

function chosen(flat: string, ours: OurText): { start: number; end: number } | null {
  const line = flat.replace(CHOSEN, '');
  const start = line === flat ? undefined : ours.wholeLines.get(line)?.[0];
  return start === undefined ? null : { start, end: start + line.length };
}

/**
 * The match of a line of ours that carries words or a sign of the person's; null where there is
 * none.
 */
export function writtenOnto(line: BodyLine, flat: string, ours: OurText): OurMatch | null {
  const label = behindLabel(flat, ours);
  if (label !== null) return { ...label, filledIn: line.body, doubtful: false };
  const place = behindLine(flat, ours) ?? chosen(flat, ours);
  return place === null ? null : { ...place, filledIn: line.body, doubtful: true };
}
