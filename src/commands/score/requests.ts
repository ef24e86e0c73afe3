/**
 * Scores the reading of requests on labelled mails: share right by item, bookings of a time
 * nobody asked for, values that must never be taken, and the failing rows. It reads no mail
 * itself; the predictions are those of request-row.ts.
 */
import type { ScoreReport } from './report.ts';
import {
  predictRequest,
  type RequestExpectation,
  type RequestPrediction,
  type RequestRow,
} from './request-row.ts';

type Measure =
  | 'name'
  | 'seekerNumber'
  | 'start'
  | 'phone'
  | 'topic'
  | 'missing'
  | 'intent'
  | 'flags';

/** The marks that the labelled data must reach, as shares; null is only shown. */
const MARKS: Record<Measure, number | null> = {
  name: 0.97,
  seekerNumber: 1,
  start: 0.97,
  phone: 1,
  topic: 0.95,
  missing: 0.95,
  intent: null,
  flags: null,
};
const MEASURES = Object.keys(MARKS) as Measure[];
/** Missing items are judged for these intents only. */
const JUDGED_MISSING = new Set(['request', 'question', 'auto_reply', 'trouble']);

interface RowResult {
  row: RequestRow;
  prediction: RequestPrediction;
  wrong: Measure[];
  wrongBookings: string[];
  forbidden: string[];
}

/** The score of all rows; fails below the marks or with one wrong booking. */
export function scoreRequests(rows: RequestRow[]): ScoreReport {
  const results = rows.map(scoreRow);
  const lines = MEASURES.map((measure) => line(measure, results));
  const wrongBookings = results.filter((result) => result.wrongBookings.length > 0);
  const forbidden = results.filter((result) => result.forbidden.length > 0);
  lines.push(`wrong bookings ${wrongBookings.length}, forbidden values ${forbidden.length}`);
  for (const result of results) lines.push(...explain(result));
  const below = MEASURES.some((measure) => share(measure, results) < (MARKS[measure] ?? 0));
  return { lines, failed: below || wrongBookings.length > 0 || forbidden.length > 0 };
}

function share(measure: Measure, results: readonly RowResult[]): number {
  const judged = results.filter((result) => isJudged(measure, result.row.expect));
  const right = judged.filter((result) => !result.wrong.includes(measure));
  return judged.length === 0 ? 1 : right.length / judged.length;
}

function line(measure: Measure, results: readonly RowResult[]): string {
  const judged = results.filter((result) => isJudged(measure, result.row.expect));
  const right = judged.filter((result) => !result.wrong.includes(measure)).length;
  const percent = (share(measure, results) * 100).toFixed(1);
  const mark = MARKS[measure];
  const goal = mark === null ? '' : ` (mark ${mark * 100} %)`;
  return `${measure.padEnd(13)}${right}/${judged.length}  ${percent} %${goal}`;
}

function isJudged(measure: Measure, expect: RequestExpectation): boolean {
  return measure !== 'missing' || JUDGED_MISSING.has(expect.intent ?? 'request');
}

function scoreRow(row: RequestRow): RowResult {
  const prediction = predictRequest(row);
  const wrong = MEASURES.filter(
    (measure) => isJudged(measure, row.expect) && !JUDGES[measure](prediction, row.expect),
  );
  const allowed = new Set(acceptedStarts(row.expect).flat());
  const wrongBookings = prediction.start.filter(
    (start) => !allowed.has(start) && !withinReading(start, row.expect.datetime),
  );
  return { row, prediction, wrong, wrongBookings, forbidden: forbiddenValues(prediction, row) };
}

type Judge = (prediction: RequestPrediction, expect: RequestExpectation) => boolean;

const JUDGES: Record<Measure, Judge> = {
  name: (p, e) => accepted(p.name, [e.name, ...(e.accept?.['name'] ?? [])], withoutSpaces),
  seekerNumber: (p, e) =>
    accepted(p.seekerNumber, [e.seekerNumber, ...(e.accept?.['seekerNumber'] ?? [])], digits),
  phone: (p, e) => accepted(p.phone, [e.phone, ...(e.accept?.['phone'] ?? [])], digits),
  start: (p, e) => acceptedStarts(e).some((starts) => sameList(starts, p.start)),
  topic: (p, e) =>
    acceptedTopics(e).some((parts) =>
      parts.every((part) => fold(p.topic ?? '').includes(fold(part))),
    ) &&
    !(
      acceptedTopics(e).every((parts) => parts.length === 0) &&
      e.missing.includes('topic') &&
      p.topic !== null
    ),
  missing: (p, e) => {
    const optional = new Set((e.missing_ok ?? []).map(itemName));
    const trimmed = (items: string[]) => items.map(itemName).filter((item) => !optional.has(item));
    return sameSet(trimmed(p.missing), trimmed(e.missing));
  },
  intent: (p, e) =>
    p.intent === (e.intent ?? 'request') || (e.accept?.['intent'] ?? []).includes(p.intent),
  flags: (p, e) =>
    sameSet(p.flags, e.flags ?? []) ||
    (e.accept?.['flags'] ?? []).some((other) => Array.isArray(other) && sameSet(p.flags, other)),
};

function accepted(
  value: string | null,
  answers: readonly unknown[],
  form: (text: string) => string,
): boolean {
  return answers.some((right) =>
    right === null || value === null
      ? right === value
      : typeof right === 'string' && form(right) === form(value),
  );
}

function acceptedStarts(expect: RequestExpectation): string[][] {
  const others = (expect.accept?.['start'] ?? []).map((other) =>
    (Array.isArray(other) ? other : [other]).filter((start) => typeof start === 'string'),
  );
  return [expect.start, ...others];
}

function acceptedTopics(expect: RequestExpectation): string[][] {
  const others = (expect.accept?.['topic_contains'] ?? []).map((other) =>
    (Array.isArray(other) ? other : [other]).filter((part) => typeof part === 'string'),
  );
  return [expect.topic_contains, ...others];
}

/** Whether a start lies within the ranges of the full reading. */
function withinReading(start: string, reading: unknown): boolean {
  const texts = JSON.stringify(reading ?? null).match(/"[^"]*"/g) ?? [];
  return texts.some((quoted) => {
    const [from, to] = quoted.slice(1, -1).split('/');
    if (from === start) return true;
    if (to === undefined || from === undefined) return false;
    return (from === '' || from <= start) && (to === '' || start < to);
  });
}

function forbiddenValues(prediction: RequestPrediction, row: RequestRow): string[] {
  const never = row.expect.not ?? {};
  const start = (never['start'] ?? []).filter((bad) =>
    prediction.start.some((taken) => taken.startsWith(bad)),
  );
  const plain = (['name', 'seekerNumber', 'phone'] as const).flatMap((field) =>
    (never[field] ?? []).filter((bad) => bad === prediction[field]),
  );
  return [...start, ...plain];
}

function explain(result: RowResult): string[] {
  const { row, prediction, wrong } = result;
  if (wrong.length === 0 && result.wrongBookings.length === 0) return [];
  const parts = wrong.map((measure) => {
    const key = measure === 'topic' ? 'topic_contains' : measure;
    const expected = JSON.stringify(row.expect[key] ?? null);
    return `${measure}: ${JSON.stringify(prediction[measure])} instead of ${expected}`;
  });
  const booked = result.wrongBookings.length > 0 ? [`WRONG BOOKING ${result.wrongBookings}`] : [];
  return [`${row.id}  ${[...booked, ...parts].join(' | ')}`];
}

function itemName(item: string): string {
  return item === 'datetime' ? 'start' : item;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return sameList([...new Set(a)].sort(), [...new Set(b)].sort());
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u3000]/g, '');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
