/**
 * The header block of a message: raw fields out of the bytes (RFC 5322 section 2.2), unfolded,
 * with raw 8-bit or JIS bytes decoded. Field bodies keep their encoded-words; who reads a
 * field decodes those after the structure is known.
 * It never lets a line break or NUL through, and never looks into the body.
 */
import { decodeBytes } from './charset.ts';
import { decodeEncodedWords } from './encoded-words.ts';

/** One header field: name in lower case, body on one line, encoded-words still encoded. */
export interface HeaderField {
  name: string;
  body: string;
}

export interface HeaderBlock {
  fields: HeaderField[];
  /** Offset of the first byte of the body. */
  bodyStart: number;
  doubts: string[];
}

/** Fields whose text decides something; a doubt about any other is nobody's concern. */
const READ_FIELDS = new Set(['from', 'sender', 'reply-to', 'subject']);
const LINE_FEED = 0x0a;
const COLON = 0x3a;
/** Bounds for hostile mail: what lies beyond is not read as header. */
const MAX_FIELDS = 2000;
const MAX_BLOCK_BYTES = 1024 * 1024;
const MAX_BODY_BYTES = 256 * 1024;
const MAX_TEXT_LENGTH = 64 * 1024;

/** Reads the header block at the start of a message; lines that are no fields are skipped. */
export function readHeaders(source: Uint8Array): HeaderBlock {
  const fields: HeaderField[] = [];
  const doubts = new Set<string>();
  let at = 0;
  let spent = 0;
  while (at < source.length) {
    const end = fieldEnd(source, at);
    const line = source.subarray(at, end);
    if (isBlank(line)) return { fields, bodyStart: end, doubts: [...doubts] };
    at = end;
    spent += Math.min(line.length, MAX_BODY_BYTES);
    if (fields.length >= MAX_FIELDS || spent > MAX_BLOCK_BYTES) {
      const cut = [...doubts, 'header block too long'];
      return { fields, bodyStart: blankLineEnd(source, at), doubts: cut };
    }
    const field = readField(line, doubts);
    if (field) fields.push(field);
    // text right at the start: a body without any header
    else if (fields.length === 0) return { fields, bodyStart: 0, doubts: ['no header'] };
    else if (!isMboxQuote(line)) doubts.add('header lines that are no fields');
  }
  return { fields, bodyStart: source.length, doubts: [...doubts] };
}

/** Text of an unstructured field body (RFC 2047), on one line and without control characters. */
export function headerText(body: string): string {
  return oneLine(decodeEncodedWords(body).text).trim().slice(0, MAX_TEXT_LENGTH);
}

/** Line breaks, NUL and other control characters become one blank each. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, ' ');
}

/** The end of the field that begins at `start`: the next line that is not folded. */
function fieldEnd(source: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const feed = source.indexOf(LINE_FEED, at);
    if (feed < 0) return source.length;
    at = feed + 1;
    if (isBlank(source.subarray(start, at))) return at;
    const next = source[at];
    if (next !== 0x20 && next !== 0x09) return at;
  }
}

/** Offset behind the first empty line from `start` on. */
function blankLineEnd(source: Uint8Array, start: number): number {
  for (let feed = source.indexOf(LINE_FEED, start - 1); feed >= 0; ) {
    const next = source.indexOf(LINE_FEED, feed + 1);
    if (next >= 0 && isBlank(source.subarray(feed + 1, next + 1))) return next + 1;
    feed = next;
  }
  return source.length;
}

function isBlank(line: Uint8Array): boolean {
  // seen in practice: lines that end in CR CR LF
  return line.length <= 3 && line.every((byte) => byte === LINE_FEED || byte === 0x0d);
}

function readField(line: Uint8Array, doubts: Set<string>): HeaderField | null {
  const colon = line.indexOf(COLON);
  if (colon <= 0) return null;
  const name = latin1(line.subarray(0, colon)).trim().toLowerCase();
  if (!/^[!-9;-~]{1,200}$/.test(name)) return null;
  if (line.length - colon > MAX_BODY_BYTES) doubts.add(`header cut: ${name}`);
  const raw = line.subarray(colon + 1, colon + 1 + MAX_BODY_BYTES);
  const { text, doubt } = decodeBytes(raw, null);
  if (doubt && READ_FIELDS.has(name)) doubts.add(`header ${name}: ${doubt}`);
  return { name, body: oneLine(text.replace(/\r?\n[ \t]+/g, ' ')).trim() };
}

/** ">From " inside a header: an mbox file that was read by the wrong program. */
function isMboxQuote(line: Uint8Array): boolean {
  return latin1(line.subarray(0, 7)).startsWith('>From ');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
