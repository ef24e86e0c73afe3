/**
 * CSV text to rows (RFC 4180): the only file that imports csv-parse. Quoted fields with commas and
 * line ends, any line end, tabs or semicolons where the first line is cut by them. It knows no
 * column and judges no value.
 */
import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** The line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

/** The rows that hold anything, or where the text stops being CSV. */
export type CsvText = { kind: 'rows'; rows: CsvRow[] } | { kind: 'unclosed_quote'; line: number };

/** Reads a whole text; ragged rows are rows all the same. */
export function readCsv(text: string): CsvText {
  const unified = text.replace(/\r\n?/g, '\n');
  let line = 0;
  const rows: CsvRow[] = [];
  try {
    parse(unified, {
      delimiter: delimiterOf(unified),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[]) => {
        line += 1;
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        line += lineEndsIn(cells);
        return null;
      },
    });
    return { kind: 'rows', rows };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      return { kind: 'unclosed_quote', line: line + 1 };
    }
    throw error;
  }
}

const DELIMITERS = [',', '\t', ';'];

function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\n|$/));
  const cuts = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce((best, other) => (cuts(other) > cuts(best) ? other : best));
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}
