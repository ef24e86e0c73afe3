/**
 * The text on the desk: the raw mail text beside its width-folded copy, cut into lines.
 * All searching is done on the copy, all values are cut from the raw text, so that a name
 * stays exactly as its bearer wrote it (髙, 﨑, 𠮷, variation selectors).
 * This file knows no item and takes no decision.
 */
import { type NormalisedText, normalise } from '../normalise.ts';
import type { Span } from '../types.ts';

export interface Line {
  /** Offset of the first character in `Sheet.text`. */
  start: number;
  /** Offset after the last character, line break excluded. */
  end: number;
  text: string;
}

export interface Sheet {
  raw: string;
  /** Width-folded copy; every offset in this room points into it unless it says "raw". */
  text: string;
  lines: readonly Line[];
  toRaw(offset: number): number;
}

/** Lays a raw text out for reading. */
export function layOut(raw: string): Sheet {
  const folded = normalise(raw);
  const text = raw.includes('\t') ? keepTabs(raw, folded) : folded.text;
  return { raw, text, lines: splitLines(text), toRaw: (offset) => folded.toRaw(offset) };
}

/** Tabs are the cell borders of a flattened table; folding makes plain spaces of them. */
function keepTabs(raw: string, folded: NormalisedText): string {
  return folded.text.replace(/ /g, (space, offset: number) =>
    raw.charAt(folded.toRaw(offset)) === '\t' ? '\t' : space,
  );
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** The raw offsets of a stretch of the copy. */
export function rawSpan(sheet: Sheet, start: number, end: number): Span {
  return { start: sheet.toRaw(start), end: sheet.toRaw(end) };
}

/** The raw text of a stretch of the copy, as written. */
export function asWritten(sheet: Sheet, start: number, end: number): string {
  return sheet.raw.slice(sheet.toRaw(start), sheet.toRaw(end));
}

/** Index of the line that holds an offset of the copy (binary search). */
export function lineIndexAt(sheet: Sheet, offset: number): number {
  let low = 0;
  let high = sheet.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sheet.lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
