/**
 * The five items as a bare numbered list, in the order of Article 6(2): "①山田太郎", "②45010-…",
 * "③…", one a line or several on a line. Taken only where the numbers run on from ① and the
 * second or fourth item holds a number: a list of wishes for a job is no form.
 */
import type { Field } from './field.ts';
import type { FieldKind } from './label-table.ts';
import { isClosing } from './letter-parts.ts';
import { lineIndexAt, type Sheet } from './sheet.ts';

const ORDER: readonly FieldKind[] = ['name', 'seekerNumber', 'wish', 'phone', 'topic'];
/** Ways to number; one list uses one of them. */
const MARKS: readonly RegExp[] = [
  /[①②③④⑤⑥]/g,
  /[(（][1-6][)）]/g,
  /(?<=^|[ \u3000])[1-6][)）.．、:：]/gm,
  /^[ \u3000]*[1-6](?=[ \u3000])/gm,
];
const CIRCLED = '①②③④⑤⑥';
const FEWEST_ITEMS = 4;
const MOST_MARKS = 12;
const LONG_NUMBER = /\d{5}|\d[- ]?\d{4}/;
const NUMBER_PLACES: readonly number[] = [1, 3];

interface Row {
  place: number;
  labelStart: number;
  start: number;
  end: number;
}

/** The fields of such a list; empty where there is none. */
function numberedFields(sheet: Sheet): Field[] {
  for (const marks of MARKS) {
    const rows = rowsOf(sheet, marks);
    if (isForm(sheet, rows)) return rows.flatMap(toField);
  }
  return [];
}

/** The numbered items of which no label of the list speaks, beside the labelled ones. */
export function addNumbered(sheet: Sheet, labelled: readonly Field[]): Field[] {
  const free = numberedFields(sheet).filter((row) => {
    const taken = labelled.some(
      (field) =>
        field.kind === row.kind ||
        (field.labelStart < row.end && row.labelStart < Math.max(field.end, field.start)),
    );
    return !taken;
  });
  return [...labelled, ...free];
}

function isForm(sheet: Sheet, rows: readonly Row[]): boolean {
  const inOrder = rows.every((row, i) => row.place === i);
  if (rows.length < FEWEST_ITEMS || rows.length > ORDER.length || !inOrder) return false;
  return rows.some(
    ({ place, start, end }) =>
      NUMBER_PLACES.includes(place) && LONG_NUMBER.test(sheet.text.slice(start, end)),
  );
}

function toField({ place, labelStart, start, end }: Row): Field[] {
  const kind = ORDER[place];
  return kind === undefined ? [] : [{ kind, labelStart, start, end, inSentence: false }];
}

/** From each mark to the next, at most to the end of its line; the last item to its paragraph's. */
function rowsOf(sheet: Sheet, pattern: RegExp): Row[] {
  const { text } = sheet;
  const marks = text.matchAll(pattern).take(MOST_MARKS).toArray();
  return marks.map((mark, i) => {
    const from = mark.index + mark[0].length;
    const next = marks[i + 1]?.index;
    const limit = next ?? text.length;
    const lineEnd = next === undefined ? paragraphEnd(sheet, from) : lineEndAt(text, from);
    const value = text.slice(from, Math.min(lineEnd, limit));
    const start = from + (value.length - value.trimStart().length);
    const end = Math.max(start, from + value.trimEnd().length);
    return { place: placeOf(mark[0]), labelStart: mark.index, start, end };
  });
}

function lineEndAt(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}

function paragraphEnd(sheet: Sheet, at: number): number {
  let index = lineIndexAt(sheet, at);
  let end = sheet.lines[index]?.end ?? at;
  for (index += 1; index < sheet.lines.length; index += 1) {
    const line = sheet.lines[index];
    const indented = line !== undefined && /^[ \u3000]/.test(line.text) && line.text.trim() !== '';
    if (line === undefined || !indented || isClosing(line.text)) break;
    end = line.end;
  }
  return end;
}

function placeOf(mark: string): number {
  const circled = CIRCLED.indexOf(mark);
  return circled >= 0 ? circled : Number(mark.replace(/\D/g, '')) - 1;
}
