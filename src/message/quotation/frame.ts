/**
 * Finds the frame that a client puts above a quotation: a separator, a block of header fields,
 * an attribution, or one above the other. It does not look at what follows.
 */
import { type Attribution, attributionAt } from './attribution.ts';
import { headerBlockAt, isFullBlock } from './header-block.ts';
import { type BodyLine, foldWidth, isBlank } from './line.ts';
import { EVIDENCE } from './reasons.ts';
import { FORWARD_SEPARATOR, ORIGINAL_SEPARATOR, OUTLOOK_STROKE } from './separators.ts';

/** Lines that open a quotation and how many there are. */
export interface Frame {
  length: number;
  /** For `explain`. */
  name: string;
  /** False: counts only where marked lines or lines of ours follow. */
  sure: boolean;
}

function separatorFrame(lines: BodyLine[], at: number): Frame | null {
  const folded = foldWidth((lines[at]?.body ?? '').slice(0, 200));
  const original = ORIGINAL_SEPARATOR.test(folded);
  if (!original && !FORWARD_SEPARATOR.test(folded)) return null;
  const next = nextFilled(lines, at + 1);
  const block = next === null ? null : headerBlockAt(lines, next);
  const length = block === null || next === null ? 1 : next - at + block.length;
  return {
    length,
    name: original ? EVIDENCE.original : EVIDENCE.forwarded,
    sure: true,
  };
}

function headerFrame(lines: BodyLine[], at: number): Frame | null {
  const stroke = OUTLOOK_STROKE.test((lines[at]?.body ?? '').slice(0, 201));
  const start = stroke ? nextFilled(lines, at + 1) : at;
  if (start === null) return null;
  const block = headerBlockAt(lines, start);
  if (block === null || !isFullBlock(block)) return null;
  return { length: start - at + block.length, name: EVIDENCE.headerBlock, sure: true };
}

function attributionFrame(found: Attribution | null): Frame | null {
  if (found === null) return null;
  const sure = found.form.strength === 'sure';
  return { length: found.length, name: `${EVIDENCE.attribution} (${found.form.client})`, sure };
}

function frameAt(lines: BodyLine[], at: number): Frame | null {
  return (
    separatorFrame(lines, at) ??
    headerFrame(lines, at) ??
    attributionFrame(attributionAt(lines, at))
  );
}

/** A frame with a second one directly below it: "----- Original Message -----", then "… wrote:". */
export function wholeFrameAt(lines: BodyLine[], at: number): Frame | null {
  const first = frameAt(lines, at);
  if (first === null || !first.sure) return first;
  const next = nextFilled(lines, at + first.length);
  const second = next === null || (lines[next]?.depth ?? 0) > 0 ? null : frameAt(lines, next);
  if (second === null || next === null || !second.sure) return first;
  return { ...first, length: next - at + second.length };
}

/** The first line from a place on that is not blank; null where there is none. */
export function nextFilled(lines: BodyLine[], from: number): number | null {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && !isBlank(line)) return i;
  }
  return null;
}
