/**
 * The five items as a bare numbered list, in the order of Article 6(2): "①山田太郎", "②45010-…",
 * "③…". Taken only where the numbers run from ① and no line bears a label of its own.
 */
import type { Field } from './field.ts';
import type { FieldKind } from './label-table.ts';
import type { Line, Sheet } from './sheet.ts';

const ORDER: readonly FieldKind[] = ['name', 'seekerNumber', 'wish', 'phone', 'topic'];
const NUMBERED = /^[ \u3000]*(?:([①②③④⑤])|[(（]?([1-5])[)）.．、])[ \u3000]*(?=[^ \u3000])/;
const FEWEST_LINES = 4;

/** The fields of such a list; empty where there is none. */
export function numberedFields(sheet: Sheet): Field[] {
  const rows = sheet.lines.flatMap((line) => numberedRow(line));
  const inOrder = rows.every((row, i) => row.place === i);
  if (rows.length < FEWEST_LINES || rows.length > ORDER.length || !inOrder) return [];
  return rows.flatMap(({ place, labelStart, start, end }) => {
    const kind = ORDER[place];
    return kind === undefined ? [] : [{ kind, labelStart, start, end, inSentence: false }];
  });
}

function numberedRow(line: Line) {
  const hit = NUMBERED.exec(line.text);
  if (hit === null) return [];
  const mark = hit[1];
  const place = mark === undefined ? Number(hit[2]) - 1 : '①②③④⑤'.indexOf(mark);
  const start = line.start + hit[0].length;
  const end = line.start + line.text.trimEnd().length;
  return [{ place, labelStart: line.start, start, end }];
}
