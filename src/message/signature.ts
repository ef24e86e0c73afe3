/**
 * Takes the signature off the end of what a person wrote: the "-- " block (RFC 3676, section
 * 4.3), blocks under a drawn rule, name-and-telephone blocks, lines that phones add, legal
 * footers. It never takes a block that speaks or that holds an item of a request.
 */
import { foldWidth } from './quotation/line.ts';
import {
  CLIENT_LINES,
  DECIDES,
  FOOTER_OPENINGS,
  IDENTITY_KINDS,
  ONLY_DECIDES,
  REQUEST_LABELS,
  SPEAKS,
} from './quotation/signature-lines.ts';

/** A text and its signature. */
export interface SignedText {
  /** The lines without the signature. */
  body: string[];
  /** The lines of the signature, in their order. */
  signature: string[];
}

const MAX_SIGNATURE_LINES = 15;
const MAX_BLOCK_LINES = 8;
const MAX_SIGNATURE_COLUMNS = 80;
const MAX_FOOTER_LINES = 30;
/** A rule: one kind of stroke over and over, perhaps between corner signs. */
const RULE =
  /^(?:[-_=*~#+.:/\\|─━═―ー－＝＊～〜…‥・･◆◇■□●○★☆♪♦▼▲▽△┏┓┗┛┌┐└┘├┤+＋｡ﾟ。゜°´｀`^✿❀❁†‡⌒∞§×_ ]){3,120}$/u;
const RFC_DELIMITER = /^--\s?$/;

/** Whether a line is drawn: one kind of stroke, no words. */
export function isRule(line: string): boolean {
  const text = line.trim();
  return text.length <= 120 && RULE.test(text) && /\S.*\S.*\S/.test(text.slice(0, 20));
}

function filled(lines: string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}

/** Takes out the lines that a client added by itself. */
function withoutClientLines(lines: string[]): SignedText {
  const signature: string[] = [];
  const body = lines.filter((line) => {
    const folded = foldWidth(line.slice(0, 160));
    const added = folded.length <= 120 && CLIENT_LINES.some((form) => form.test(folded));
    if (added) signature.push(line);
    return !added;
  });
  return { body, signature };
}

/** Cuts a legal footer: from its opening to the end, if that is no longer than a footer. */
function footerStart(lines: string[]): number {
  const from = Math.max(0, lines.length - MAX_FOOTER_LINES * 2);
  const at = lines.findIndex(
    (line, i) =>
      i >= from && FOOTER_OPENINGS.some((form) => form.test(foldWidth(line.slice(0, 300)))),
  );
  if (at < 0 || filled(lines.slice(at)).length > MAX_FOOTER_LINES) return lines.length;
  return at > 0 && isRule(lines[at - 1] ?? '') ? at - 1 : at;
}

/** The different ways to reach the writer that a block names. */
function identityKinds(block: string[]): number {
  const text = foldWidth(block.join('\n').slice(0, 4000).replace(/\n/g, ' \u0001 '));
  const parts = text.split('\u0001');
  return Object.values(IDENTITY_KINDS).filter((kind) =>
    parts.some((part) => kind.test(part.trim())),
  ).length;
}

function speaksOrAsks(block: string[]): boolean {
  return filled(block).some((line) => {
    const folded = foldWidth(line.slice(0, 400));
    if (folded.length > MAX_SIGNATURE_COLUMNS) return true;
    return [REQUEST_LABELS, SPEAKS, ONLY_DECIDES].some((form) => form.test(folded));
  });
}

/** The block after "-- ", or after a rule near the end, if it looks like a signature. */
function ruledStart(lines: string[]): number {
  const from = Math.max(0, lines.length - MAX_SIGNATURE_LINES * 2);
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const delimiter = RFC_DELIMITER.test(line);
    if (!delimiter && !isRule(line)) continue;
    const block = lines.slice(i + 1).filter((each) => !isRule(each));
    const words = filled(block);
    if (words.length > MAX_SIGNATURE_LINES || speaksOrAsks(block)) continue;
    const nameOnly = words.length <= 2 && words.every((word) => word.trim().length <= 20);
    const closesFrame = words.length === 0 && lines.slice(0, i).some(isRule);
    if (closesFrame) return lines.length;
    if (identityKinds(block) > 0) return i;
    const alone = filled(lines.slice(0, i)).length === 0;
    const framed = words.length > 1 && isRule(filled(lines).at(-1) ?? '');
    const decides = !framed && words.some((word) => DECIDES.test(foldWidth(word)));
    if (!alone && !decides && (delimiter || nameOnly)) return i;
  }
  return lines.length;
}

/** A last paragraph without a rule that names two ways to reach the writer and says nothing else. */
function blockStart(lines: string[]): number {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  let start = end;
  while (start > 0 && (lines[start - 1] ?? '').trim() !== '' && end - start <= MAX_BLOCK_LINES)
    start--;
  const block = lines.slice(start, end);
  if (block.length === 0 || block.length > MAX_BLOCK_LINES || speaksOrAsks(block))
    return lines.length;
  const needed = filled(lines.slice(0, start)).length > 0 ? 2 : 3;
  return identityKinds(block) >= needed ? start : lines.length;
}

/** Splits off the signature at the end of a text; with nothing to take, `signature` is empty. */
export function splitSignature(lines: string[]): SignedText {
  const client = withoutClientLines(lines);
  const parts: string[][] = [client.signature];
  let body = client.body;
  for (const start of [footerStart, ruledStart, blockStart]) {
    const at = start(body);
    parts.unshift(body.slice(at));
    body = body.slice(0, at);
  }
  return { body, signature: parts.flat() };
}
