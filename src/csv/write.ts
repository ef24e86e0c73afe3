/**
 * Rows to CSV that Excel reads (trap 23): the only file that imports csv-stringify. BOM, CRLF, and
 * an apostrophe before what Excel would run as a formula or would take its leading zero from;
 * `unguarded` takes it off again.
 */
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** The rows as one text, the header first. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const guarded = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell)),
  );
  return stringify([[...header], ...guarded], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}

/**
 * = + - @ in either width, tab and CR begin a formula (OWASP, CSV injection); 0 and digits are a
 * number.
 */
const GUARDED = /^(?:[=+\-@＝＋－＠\t\r\n]|0\d+$)/;

function guard(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `writeCsv` guarded it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell.slice(1)) ? cell.slice(1) : cell;
}
