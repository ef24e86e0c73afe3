/**
 * Fields of tables that a mail client flattened in columns: a row of labels above a row of
 * values, or all labels as a block of lines above all values as a block of lines.
 * Tables with label and value side by side are ordinary lines and are left to fields.ts.
 */
import type { Field } from './field.ts';
import { type LabelHit, matchLabel } from './label-match.ts';
import type { Line, Sheet } from './sheet.ts';

interface Cell {
  start: number;
  end: number;
}

interface LabelledCell {
  label: LabelHit;
  cell: Cell;
}

const CELL_BORDER = /[\t|│┃]|[ \u3000]{2,}/g;
/** Fewer labels side by side may be chance. */
const FEWEST_COLUMNS = 2;
const FEWEST_BLOCK_LINES = 3;
const MOST_BLOCK_LINES = 20;

/** The fields of all column-wise tables of a text. */
export function tableFields(sheet: Sheet): Field[] {
  const fields: Field[] = [];
  for (let i = 0; i < sheet.lines.length; i += 1) {
    const row = headerRow(sheet, i);
    const block = row === null ? labelBlock(sheet, i) : null;
    const found = row ?? block;
    if (found === null) continue;
    fields.push(...found.fields);
    i = found.lastLine;
  }
  return fields;
}

interface TableFields {
  fields: Field[];
  lastLine: number;
}

function headerRow(sheet: Sheet, index: number): TableFields | null {
  const line = sheet.lines[index];
  const below = nextFilledLine(sheet, index + 1);
  if (line === undefined || below === null) return null;
  const labels = labelCells(sheet.text, cellsOf(line)) ?? spacedLabels(sheet.text, line);
  if (labels === null || labels.length < FEWEST_COLUMNS) return null;
  const values = cellsOf(below.line, labels.length);
  if (values.length !== labels.length) return { fields: [headerOnly(line)], lastLine: index };
  if (labelCells(sheet.text, values) !== null) return null;
  return { fields: zip(labels, values), lastLine: below.index };
}

/** A row of labels whose values cannot be told apart by columns: only the labels are known. */
function headerOnly(line: Line): Field {
  return {
    kind: 'other',
    labelStart: line.start,
    start: line.end,
    end: line.end,
    inSentence: false,
  };
}

/** "氏名 求職番号 希望日時": the columns came out with one space between them. */
function spacedLabels(text: string, line: Line): LabelledCell[] | null {
  const cells = cellsBetween(line, / /g);
  return cells.length >= FEWEST_BLOCK_LINES ? labelCells(text, cells) : null;
}

function labelBlock(sheet: Sheet, index: number): TableFields | null {
  const labels: LabelledCell[] = [];
  let next = index;
  for (; next < sheet.lines.length && labels.length < MOST_BLOCK_LINES; next += 1) {
    const line = sheet.lines[next];
    const bare = line === undefined ? null : bareLabel(sheet.text, wholeLine(line));
    if (bare === null) break;
    labels.push(bare);
  }
  if (labels.length < FEWEST_BLOCK_LINES) return null;
  const values: Cell[] = [];
  let lastLine = next;
  for (; values.length < labels.length; lastLine += 1) {
    const filled = nextFilledLine(sheet, lastLine);
    if (filled === null) return null;
    values.push(wholeLine(filled.line));
    lastLine = filled.index;
  }
  return { fields: zip(labels, values), lastLine: lastLine - 1 };
}

function zip(labels: readonly LabelledCell[], values: readonly Cell[]): Field[] {
  return labels.flatMap(({ label, cell }, i) => {
    const value = values[i];
    if (value === undefined) return [];
    return [{ kind: label.kind, labelStart: cell.start, ...value, inSentence: false }];
  });
}

function nextFilledLine(sheet: Sheet, from: number): { line: Line; index: number } | null {
  for (let index = from; index <= from + 1; index += 1) {
    const line = sheet.lines[index];
    if (line !== undefined && /[^\s\u3000|│┃+=:-]/.test(line.text)) return { line, index };
  }
  return null;
}

function labelCells(text: string, cells: readonly Cell[]): LabelledCell[] | null {
  const labelled = cells.map((cell) => bareLabel(text, cell));
  return labelled.every((cell) => cell !== null) ? labelled : null;
}

/** A cell that holds a label and nothing else. */
function bareLabel(text: string, cell: Cell): LabelledCell | null {
  const label = matchLabel(text, cell.start, cell.end);
  return label !== null && label.separator === 'end_of_line' ? { label, cell } : null;
}

function wholeLine(line: Line): Cell {
  const lead = line.text.length - line.text.trimStart().length;
  return { start: line.start + lead, end: line.start + line.text.trimEnd().length };
}

/** Cells by tab, bar or wide gap; by single spaces where just that gives the wanted number. */
function cellsOf(line: Line, wanted = 0): Cell[] {
  const cells = cellsBetween(line, CELL_BORDER);
  if (wanted === 0 || cells.length === wanted) return cells;
  const spaced = cellsBetween(line, / /g);
  return spaced.length === wanted ? spaced : cells;
}

function cellsBetween(line: Line, borders: RegExp): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  for (const border of line.text.matchAll(borders)) {
    cells.push(...cellIn(line, start, line.start + border.index));
    start = line.start + border.index + border[0].length;
  }
  cells.push(...cellIn(line, start, line.end));
  return cells;
}

/** The cell between two borders of a line; none where nothing stands there. */
function cellIn(line: Line, start: number, end: number): Cell[] {
  const isEmpty = line.text.slice(start - line.start, end - line.start).trim() === '';
  return isEmpty ? [] : [{ start, end }];
}
