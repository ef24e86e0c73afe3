/**
 * Finds every number that is no date, and says what kind of number it is: 求職番号, 求人番号,
 * 事業所番号, マイナンバー, postal code, telephone, FAX, or some other labelled number. First the
 * shape, then the words around it. It never decides which of several is the person's own;
 * seeker-number.ts and phone.ts do. Linear: each shape is one bounded pattern over the text.
 */
import { foldSpokenKanji } from './digits.ts';
import { type Field, fieldAt } from './field.ts';
import type { FoundNumber, NumberKind } from './number.ts';
import { contextKind, LINE_BEFORE, wordsAfter, wordsBefore } from './number-context.ts';
import type { Sheet } from './sheet.ts';

interface Shape {
  kind: NumberKind;
  pattern: RegExp;
}

const HYPHEN = '[ ]{0,2}[-_.ーのノ~][ ]{0,2}';
/** In order: a stretch of text belongs to the first shape that fits. */
const SHAPES: readonly Shape[] = [
  { kind: 'other', pattern: /[\w.+-]{1,64}@[\w.-]{1,80}|https?:\/\/[^\s　]{1,300}/g },
  { kind: 'establishment', pattern: /(?<![\d-])\d{4}-\d{6}-\d(?![\d-])/g },
  { kind: 'other', pattern: /(?<![\d-])\d{8}-\d{4,8}(?![\d-])/g },
  {
    kind: 'seeker',
    pattern: new RegExp(`(?<![\\d-])\\d{5}(?:${HYPHEN})\\d{4,8}(?![\\d]|-\\d)`, 'g'),
  },
  { kind: 'seeker', pattern: /(?<![\d-])\d{5} \d{8}(?![\d]|-\d)/g },
  { kind: 'seeker', pattern: /(?<![\d-])(?:0[1-9]|[1-3]\d|4[0-7])\d{11}(?![\d-])/g },
  { kind: 'individual', pattern: /(?<![\d-])\d{4}([- ]?)\d{4}\1\d{4}(?![\d-])/g },
  {
    kind: 'phone',
    pattern: /(?<!\d|\d[:/.])(?:\+ ?|00)?81[- ]{0,2}(?:\(0\)|0)?(?:[-. ()]{0,2}\d){9,10}(?!\d)/g,
  },
  {
    kind: 'phone',
    pattern:
      /(?<!\d|\d[:/.])[(]?(?:0[5789]0(?:[-. ()_のノ・~]{0,3}\d){8}|0(?:[-. ()_のノ・~]{0,3}\d){9})(?!\d)/g,
  },
  { kind: 'postal', pattern: /(?:〒 ?\d{3}[- ]?\d{4}|(?<![\d-])\d{3}-\d{4})(?![\d-])/g },
  { kind: 'other', pattern: /第?(?<![\d:/.-])\d{5,20}(?![\d:/]|-\d)号?/g },
];

/** All numbers that are not dates or times, in the order of the text. */
export function findNumbers(sheet: Sheet, fields: readonly Field[]): FoundNumber[] {
  let open = foldSpokenKanji(sheet.text);
  const folded = open;
  const found: FoundNumber[] = [];
  for (const shape of SHAPES) {
    const hits = [...open.matchAll(shape.pattern)];
    for (const hit of hits) found.push(describe(folded, { shape: shape.kind, hit }, fields));
    open = blankOut(open, hits);
  }
  return found.sort((a, b) => a.start - b.start);
}

function describe(
  text: string,
  { shape, hit }: { shape: NumberKind; hit: RegExpExecArray },
  fields: readonly Field[],
): FoundNumber {
  const start = hit.index + (hit[0].startsWith('(') && !hit[0].includes(')') ? 1 : 0);
  const end = hit.index + hit[0].length;
  const before = wordsBefore(text, start, LINE_BEFORE);
  const after = wordsAfter(text, end);
  const field = fieldAt(fields, start);
  const context = contextKind(shape, { before, after }, field?.kind ?? null);
  const digits = hit[0].replace(/\D/g, '');
  return { ...context, digits, start, end, before, after };
}

function blankOut(text: string, hits: readonly RegExpExecArray[]): string {
  if (hits.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const hit of hits) {
    parts.push(text.slice(from, hit.index), ' '.repeat(hit[0].length));
    from = hit.index + hit[0].length;
  }
  parts.push(text.slice(from));
  return parts.join('').replace(/\u0000/g, ' ');
}
