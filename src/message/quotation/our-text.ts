/**
 * Finds the lines of the mail we sent again in an answer, after a client wrapped, widened,
 * indented or marked them. It compares text only: it knows no client and no form of quotation,
 * and it never says that an unmatched line is ours.
 */
import { type BodyLine, foldFlat, isBlank } from './line.ts';
import type { OurMatch, OurText } from './our-match.ts';
import { isLabel, writtenOnto } from './written-onto.ts';

/** A piece of a line of ours is looked for from this length on, and by so many characters. */
const OPENING_LENGTH = 8;
/** From this length on a piece from the middle of a line of ours is no coincidence. */
const SURE_FRAGMENT = 24;
const MAX_CANDIDATES = 48;
const MAX_OUR_CHARACTERS = 200_000;
/** What a client leaves in place of a sign that it cannot write (①, ■, ～), and list bullets. */
const LOST_SIGN = /[?〓□�]/;
const BULLET = /^[-・*#●■◆.]{1,3}[?〓□�]{0,2}/;

function push(map: Map<string, number[]>, key: string, offset: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [offset]);
  else if (list.length < MAX_CANDIDATES) list.push(offset);
}

/** Prepares the text we sent for the search. */
export function indexOurText(ourText: string): OurText {
  const wholeLines = new Map<string, number[]>();
  const labels = new Map<string, number>();
  const starts: number[] = [];
  let flat = '';
  for (const raw of ourText.slice(0, MAX_OUR_CHARACTERS).split(/\r\n|[\n\r]/)) {
    const line = foldFlat(raw);
    if (line === '') continue;
    push(wholeLines, line, flat.length);
    starts.push(flat.length);
    if (isLabel(line)) labels.set(line, flat.length);
    flat += line;
  }
  const lineStarts = new Map<string, number[]>();
  for (const start of starts) push(lineStarts, flat.slice(start, start + OPENING_LENGTH), start);
  const lineLengths = [...new Set([...wholeLines.keys()].map((line) => line.length))].sort(
    (a, b) => b - a,
  );
  return { flat, wholeLines, lineLengths, lineStarts, labels };
}

/** The candidate that lies next after the cursor, else the first. */
function nearest(candidates: number[], cursor: number): number | null {
  return candidates.find((offset) => offset >= cursor) ?? candidates[0] ?? null;
}

function locate(flat: string, ours: OurText, cursor: number): number | null {
  if (cursor >= 0 && ours.flat.startsWith(flat, cursor)) return cursor;
  const whole = ours.wholeLines.get(flat);
  if (whole !== undefined) return nearest(whole, cursor);
  if (flat.length < OPENING_LENGTH) return null;
  if (flat.length >= SURE_FRAGMENT) return placeOf(flat, ours.flat, cursor);
  const starts = ours.lineStarts.get(flat.slice(0, OPENING_LENGTH)) ?? [];
  const found = starts.filter((offset) => ours.flat.startsWith(flat, offset));
  return nearest(found, cursor);
}

/** The place of a piece after the cursor, else its first one. */
function placeOf(piece: string, text: string, cursor: number): number | null {
  const next = text.indexOf(piece, Math.max(0, cursor));
  const place = next < 0 ? text.indexOf(piece) : next;
  return place < 0 ? null : place;
}

/** For each line its place in our text, or null. Blank lines are null. */
export function matchOurText(lines: BodyLine[], ours: OurText): (OurMatch | null)[] {
  let cursor = -1;
  return lines.map((line) => {
    if (isBlank(line)) return null;
    const flat = foldFlat(line.body);
    if (flat === '') return null;
    const start = locate(flat, ours, cursor);
    const match =
      start === null
        ? writtenOnto(line, flat, ours)
        : { start, end: start + flat.length, filledIn: null, doubtful: false };
    if (match !== null) cursor = match.end;
    return match;
  });
}

/** Whether a line is a client's altered copy (lost ①, changed link) of what stands in `gap`. */
export function resembles(line: BodyLine, gap: string): boolean {
  const flat = foldFlat(line.body).slice(0, 400);
  if (gap === '') return false;
  const bare = flat.replace(LOST_SIGN, '').replace(BULLET, '');
  if (LOST_SIGN.test(flat) && bare.length >= 2 && gap.includes(bare)) return true;
  if (flat.length < 4) return false;
  const near = gap.slice(0, flat.length * 3 + 200);
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= near.length; i++) pairs.add(near.slice(i, i + 2));
  let hits = 0;
  for (let i = 0; i + 2 <= flat.length; i++) if (pairs.has(flat.slice(i, i + 2))) hits++;
  return hits / (flat.length - 1) >= 0.6;
}
