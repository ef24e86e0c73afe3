/**
 * `uketsuke score FILE.jsonl`: scores the bot's reading on labelled data, or prints its
 * predictions. Tells by the fields of each row whether it is an expression or a request.
 * It opens no database and no mailbox, and reads with the bot's own readers only.
 */
import { readFile } from 'node:fs/promises';
import { type ExpressionRow, isExpressionRow } from './score/expression-format.ts';
import { predictExpression, reportExpressions } from './score/expressions.ts';
import { predictRequest, type RequestRow, scoreRequests } from './score/requests.ts';

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
 * Prints by `out`, one line a call. Exit codes: 0 all marks reached (or predictions printed),
 * 1 below a mark, 2 the file cannot be read or a row has neither format.
 */
export async function score(options: ScoreOptions, out: (line: string) => void): Promise<number> {
  let text: string;
  try {
    text = await readFile(options.file, 'utf8');
  } catch (error) {
    out(`${options.file}: 読めません (${error instanceof Error ? error.message : String(error)})`);
    return UNREADABLE;
  }
  const { rows, problems } = parseRows(text);
  if (problems.length > 0) {
    for (const problem of problems) out(`${options.file}:${problem}`);
    return UNREADABLE;
  }
  if (rows.length === 0) {
    out(`${options.file}: 行がありません`);
    return UNREADABLE;
  }
  if (options.predictions) {
    for (const row of rows) out(JSON.stringify(prediction(row)));
    return GOOD;
  }
  return printScore(rows, out);
}

type Row = { expression: ExpressionRow } | { request: RequestRow };

function parseRows(text: string): { rows: Row[]; problems: string[] } {
  const rows: Row[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const row = parseRow(line);
    if (row === null) problems.push(`${index + 1}: 日時表現の行でも申込みメールの行でもありません`);
    else rows.push(row);
  });
  return { rows, problems };
}

function parseRow(line: string): Row | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (isRequestRow(value)) return { request: value };
  return isExpressionRow(value) ? { expression: value } : null;
}

/** Requests have the fields of a mail, expressions none of them. */
function isRequestRow(value: unknown): value is RequestRow {
  return typeof value === 'object' && value !== null && 'received' in value && 'subject' in value;
}

function prediction(row: Row): { id: string; prediction: unknown } {
  return 'expression' in row
    ? { id: row.expression.id, prediction: predictExpression(row.expression) }
    : { id: row.request.id, prediction: predictRequest(row.request) };
}

function printScore(rows: readonly Row[], out: (line: string) => void): number {
  const expressions = rows.flatMap((row) => ('expression' in row ? [row.expression] : []));
  const requests = rows.flatMap((row) => ('request' in row ? [row.request] : []));
  const reports = [
    ...(expressions.length > 0 ? [reportExpressions(expressions)] : []),
    ...(requests.length > 0 ? [scoreRequests(requests)] : []),
  ];
  for (const line of reports.flatMap((report) => report.lines)) out(line);
  return reports.some((report) => report.failed) ? BELOW_MARKS : GOOD;
}
