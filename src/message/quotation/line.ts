/**
 * Cuts a mail body into lines and gives each its quote depth, its words without the quote
 * mark, and a folded shape that survives what mail clients do to a quoted line (width, space,
 * re-wrapping, expanded links). It never decides whose words a line holds.
 */

/** One line of a body. */
export interface BodyLine {
  /** As received, without the line break. */
  raw: string;
  /** Number of quote marks in front (RFC 3676, section 4.5, and the marks of Japanese clients). */
  depth: number;
  /** The words without quote marks, trimmed. */
  body: string;
  /**
   * Marked by a sign that people also draw as decoration (｜, 》): a quotation only where more says
   * so.
   */
  weak: boolean;
}

/** Above these a body is no letter any more; what lies beyond is left to a person. */
const MAX_LINES = 4_000;
const MAX_CHARACTERS = 200_000;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** ">" with its wide and decorative relatives, up to twelve levels deep. */
const ANGLE_MARKS = /^[ \t\u00A0\u3000]{0,4}(?:[>＞≫》»][ \t\u00A0\u3000]?){1,12}/;
/** Bars: older mobile and groupware clients draw them in front of a quoted line. */
const BAR_MARKS = /^[ \t]{0,4}(?:[|｜│┃][ \t]?){1,6}/;
/** Faces that begin with the mark: ">_<", "＞＜", ">.<;". */
const FACE = /^[ \t\u3000]{0,4}[>＞≧][^\s<＜>＞]{0,3}[<＜≦]/;
/**
 * An arrow drawn by hand ("＞＞＞10時") is left to the rules about certainty, "->" never starts with
 * the mark.
 */
const BAR = /[|｜│┃]/g;

function markOf(raw: string): string {
  if (FACE.test(raw)) return '';
  return ANGLE_MARKS.exec(raw)?.[0] ?? '';
}

function barOf(raw: string): string {
  const mark = BAR_MARKS.exec(raw)?.[0] ?? '';
  if (mark === '') return '';
  const inside = raw.slice(mark.length).match(BAR);
  return inside === null ? mark : ''; // a bar further on: the row of a table
}

function toLine(raw: string, mark: string): BodyLine {
  return {
    raw,
    depth: mark.replace(/\s/g, '').length,
    body: raw.slice(mark.length).trim(),
    weak: mark !== '' && !/[>＞]/.test(mark),
  };
}

/** Whether `bodyLines` leaves a part of the text out. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_CHARACTERS || text.split(LINE_BREAK, MAX_LINES + 1).length > MAX_LINES;
}

/**
 * Splits a text into lines, as many as a letter can have; a lone bar line is no quotation, two
 * in a row are.
 */
export function bodyLines(text: string): BodyLine[] {
  const raws = text
    .slice(0, MAX_CHARACTERS)
    .replace(/^\uFEFF/, '')
    .split(LINE_BREAK, MAX_LINES);
  const bars = raws.map(barOf);
  return raws.map((raw, i) => {
    const angle = markOf(raw);
    if (angle !== '') return toLine(raw, angle);
    const bar = bars[i] ?? '';
    const neighbour = (bars[i - 1] ?? '') !== '' || (bars[i + 1] ?? '') !== '';
    return toLine(raw, bar !== '' && neighbour ? bar : '');
  });
}

/** Folds width and spaces but keeps the words apart: the shape that tables of forms are matched on. */
export function foldWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[〜∼]/g, '~')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folds a line for comparison with our own text: no spaces, lower case, no links added by a client. */
export function foldFlat(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<(?:mailto:|https?:\/\/)[^<>]{1,300}>/gi, '')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[〜∼]/g, '~')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, '')
    .toLowerCase();
}

/** Whether nothing can be read on the line. */
export function isBlank(line: BodyLine): boolean {
  return line.body === '' || /^[\s\u200B\uFEFF]*$/.test(line.body);
}
