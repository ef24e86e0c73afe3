/**
 * Finds where a forwarded mail begins in a text and cuts it out: what stands above, the header
 * fields that the client printed, the forwarded body without its marks, what stands below.
 * One layer only; it never judges who the forwarder is.
 */
import { attributionAt } from './attribution.ts';
import { type HeaderBlock, headerBlockAt, isFullBlock, printedMailbox } from './header-block.ts';
import { type BodyLine, bodyLines, foldWidth, isBlank } from './line.ts';
import {
  FORWARD_END,
  FORWARD_SEPARATOR,
  ORIGINAL_SEPARATOR,
  OUTLOOK_STROKE,
} from './separators.ts';

/** One forwarded mail, cut out of the text around it. */
export interface ForwardLayer {
  /**
   * `forward`: a line says so; `block`: header fields that replies carry too; `attribution`: only
   * "… wrote:".
   */
  opening: 'forward' | 'block' | 'attribution';
  above: string[];
  block: HeaderBlock | null;
  body: string[];
  below: string[];
}

interface Opening {
  kind: ForwardLayer['opening'];
  at: number;
  block: HeaderBlock | null;
  bodyAt: number;
}

const MARK = /^[ \t\u00A0\u3000]{0,4}[>＞≫》»|｜│┃][ \t\u00A0\u3000]?/;

function skipBlank(lines: BodyLine[], from: number): number {
  let at = from;
  while (at < lines.length) {
    const line = lines[at];
    if (line !== undefined && !isBlank(line)) break;
    at++;
  }
  return at;
}

function openingAt(lines: BodyLine[], at: number): Opening | null {
  const folded = foldWidth((lines[at]?.body ?? '').slice(0, 200));
  if (folded === '') return null;
  const forward = FORWARD_SEPARATOR.test(folded);
  const separated = forward || ORIGINAL_SEPARATOR.test(folded);
  const stroke = OUTLOOK_STROKE.test(folded);
  const start = separated || stroke ? skipBlank(lines, at + 1) : at;
  const block = headerBlockAt(lines, start);
  if (separated) {
    const bodyAt = block === null ? at + 1 : start + block.length;
    return { kind: forward ? 'forward' : 'block', at, block, bodyAt };
  }
  if (block === null || !isFullBlock(block)) return null;
  return { kind: 'block', at, block, bodyAt: start + block.length };
}

function attributionOpening(lines: BodyLine[]): Opening | null {
  for (let at = 0; at < lines.length; at++) {
    const found = attributionAt(lines, at);
    const below = found === null ? undefined : lines[skipBlank(lines, at + found.length)];
    if (found === null || below === undefined) continue;
    if (found.form.strength !== 'sure' && below.depth === 0) continue;
    const words = lines.slice(at, at + found.length).map(({ body }) => body);
    const from = printedMailbox(words.join(' '))?.address ?? '';
    const block = from === '' ? null : { length: found.length, fields: { from } };
    return { kind: 'attribution', at, block, bodyAt: at + found.length };
  }
  return null;
}

function firstOpening(lines: BodyLine[]): Opening | null {
  for (let at = 0; at < lines.length; at++) {
    const opening = openingAt(lines, at);
    if (opening !== null) return opening;
  }
  return attributionOpening(lines);
}

/** Takes at most `depth` quote marks off a raw line. */
function withoutMarks(line: BodyLine, depth: number): string {
  let raw = line.raw;
  for (let n = 0; n < Math.min(depth, line.depth); n++) raw = raw.replace(MARK, '');
  return raw;
}

/** Where the forwarded body ends: at an end line, or after its last marked line. */
function bodyEnd(lines: BodyLine[], from: number, depth: number): number {
  const marker = lines.findIndex(
    (line, i) => i >= from && FORWARD_END.test(foldWidth(line.body.slice(0, 120))),
  );
  if (marker >= 0) return marker;
  if (depth === 0) return lines.length;
  return lines.findLastIndex((line, i) => i >= from && line.depth >= depth) + 1;
}

/** The first forwarded mail in a text, or null. */
export function forwardLayer(text: string): ForwardLayer | null {
  const lines = bodyLines(text);
  const opening = firstOpening(lines);
  if (opening === null) return null;
  const first = lines[skipBlank(lines, opening.bodyAt)];
  const depth = Math.max(lines[opening.bodyAt - 1]?.depth ?? 0, first?.depth ?? 0);
  const end = Math.max(opening.bodyAt, bodyEnd(lines, opening.bodyAt, depth));
  return {
    opening: opening.kind,
    above: lines.slice(0, opening.at).map((line) => withoutMarks(line, line.depth)),
    block: opening.block,
    body: lines.slice(opening.bodyAt, end).map((line) => withoutMarks(line, depth)),
    below: lines
      .slice(end)
      .filter((line) => !FORWARD_END.test(foldWidth(line.body.slice(0, 120))))
      .map((line) => line.raw),
  };
}
