/**
 * The lines of a file of labelled data as rows. Tells an expression from a mail by its fields,
 * and is patient with what others leave out: a row without labels can be predicted, one without
 * a reference is read at the reference of the labelled data. It reads no Japanese.
 */
import { type ExpressionRow, isExpressionRow } from './expression-format.ts';
import { isRequestExpectation, type RequestMail, type RequestRow } from './request-row.ts';

/** The reference instant of all labelled data, where a row names none. */
const REFERENCE = '2026-11-24T09:00:00+09:00';

interface Named {
  /** As written; the number of the line where a row has none. */
  id: unknown;
  line: number;
}

export type Row = Named &
  (
    | { expression: Pick<ExpressionRow, 'text' | 'reference'>; labelled: ExpressionRow | null }
    | { request: RequestMail; labelled: RequestRow | null }
  );

export interface Rows {
  rows: Row[];
  /** Numbers of the lines that are no row of either format. */
  unread: number[];
}

/** All rows of a text in JSON Lines; blank lines, CRLF and a byte order mark are passed over. */
export function parseRows(text: string): Rows {
  const rows: Row[] = [];
  const unread: number[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const row = parseRow(line, i + 1);
      if (row === null) unread.push(i + 1);
      else rows.push(row);
    });
  return { rows, unread };
}

function parseRow(text: string, line: number): Row | null {
  const value = parseObject(text);
  if (value === null) return null;
  const named: Named = { id: value['id'] ?? String(line), line };
  const isMail = ['received', 'subject', 'from'].some((field) => field in value);
  if (!isMail && !('reference' in value) && typeof value['text'] !== 'string') return null;
  const reference = instantOf(value[isMail ? 'received' : 'reference'] ?? value['reference']);
  if (!isMail) {
    const expression = { text: textOf(value['text']), reference };
    const labelled = { ...value, ...expression, id: String(named.id) };
    return { ...named, expression, labelled: isExpressionRow(labelled) ? labelled : null };
  }
  const request: RequestMail = {
    received: reference,
    subject: textOf(value['subject']),
    from: textOf(value['from']),
    text: textOf(value['text']),
  };
  const { expect } = value;
  const labelled = isRequestExpectation(expect)
    ? { ...request, id: String(named.id), expect }
    : null;
  return { ...named, request, labelled };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return value as Record<string, unknown>;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function instantOf(value: unknown): string {
  try {
    return Temporal.Instant.from(textOf(value)).toString();
  } catch {
    return REFERENCE;
  }
}
