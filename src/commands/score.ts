/**
 * `uketsuke score FILE.jsonl`: scores the bot's reading on labelled data, or prints its
 * predictions. Tells by the fields of each row whether it is an expression or a request.
 * It opens no database and no mailbox, and reads with the bot's own readers only.
 */
import { readFile } from 'node:fs/promises';
import { underMovingLine } from './moving-line.ts';
import type { Outlet } from './outlet.ts';
import { predictExpression, reportExpressions } from './score/expressions.ts';
import type { ScoreReport } from './score/report.ts';
import { predictRequest } from './score/request-row.ts';
import { scoreRequests } from './score/requests.ts';
import { parseRows, type Row } from './score/rows.ts';

export interface ScoreOptions {
  /** A file of JSON Lines, one labelled row a line. */
  file: string;
  /** Print `{ "id", "prediction" }` for each row instead of the score. */
  predictions: boolean;
}

const GOOD = 0;
const BELOW_MARKS = 1;
const UNREADABLE = 2;

/**
 * Prints the result by `outlet.out`, one line a call, and troubles by `outlet.complain`. A line
 * that is no row is named and passed over. Exit codes: 0 all marks reached (or a prediction for
 * every line), 1 below a mark, 2 something could not be read.
 */
export async function score(options: ScoreOptions, outlet: Outlet): Promise<number> {
  const { file } = options;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    outlet.complain(`${file}: 読めません (${reason})`);
    return UNREADABLE;
  }
  const { rows, unread } = parseRows(text);
  for (const line of unread)
    outlet.complain(`${file}:${line}: 日時表現の行でも申込みメールの行でもありません`);
  if (rows.length === 0) {
    outlet.complain(`${file}: 行がありません`);
    return UNREADABLE;
  }
  if (options.predictions) {
    for (const row of rows)
      outlet.out(JSON.stringify({ id: row.id, prediction: predictionOf(row) }));
    return unread.length > 0 ? UNREADABLE : GOOD;
  }
  for (const { line } of unlabelledOf(rows))
    outlet.complain(`${file}:${line}: 正解（expect）がないか、形が違うので、採点しません`);
  const reports = await underMovingLine('採点しています', () => reportsOf(rows));
  for (const line of reports.flatMap((report) => report.lines)) outlet.out(line);
  if (unread.length + unlabelledOf(rows).length > 0) return UNREADABLE;
  return reports.some((report) => report.failed) ? BELOW_MARKS : GOOD;
}

function predictionOf(row: Row): unknown {
  return 'expression' in row ? predictExpression(row.expression) : predictRequest(row.request);
}

function unlabelledOf(rows: readonly Row[]): Row[] {
  return rows.filter(({ labelled }) => labelled === null);
}

function reportsOf(rows: readonly Row[]): ScoreReport[] {
  const expressions = rows.flatMap((row) =>
    'expression' in row && row.labelled ? [row.labelled] : [],
  );
  const requests = rows.flatMap((row) => ('request' in row && row.labelled ? [row.labelled] : []));
  return [
    ...(expressions.length > 0 ? [reportExpressions(expressions)] : []),
    ...(requests.length > 0 ? [scoreRequests(requests)] : []),
  ];
}
