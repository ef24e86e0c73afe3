/**
 * Scores the reader of wishes on labelled expressions: exact share by kind, wrong bookings,
 * recall of `ambiguous`, the failing rows. It measures `readWish`, the reader that the bot
 * uses, and nothing else.
 */
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { readWish } from '../../reading/wish.ts';
import { type Answer, type ExpressionRow, toAnswer } from './expression-format.ts';
import type { ScoreReport } from './report.ts';
import { isWrongBooking } from './wrong-booking.ts';

/** The shares that labelled expressions must reach; a file below them fails. */
const MARKS = { right: 0.97, ambiguousRecall: 0.97, wrongBookings: 0 } as const;

export interface ScoredExpression {
  row: ExpressionRow;
  answer: Answer;
  right: boolean;
  wrongBooking: boolean;
}

export interface ExpressionScore {
  rows: ScoredExpression[];
  /** Shares from 0 to 1. */
  right: number;
  ambiguousRecall: number;
  wrongBookings: number;
}

/** The reading of one row in the form of `expect`. */
export function predictExpression(row: Pick<ExpressionRow, 'text' | 'reference'>): Answer {
  const reference = Temporal.Instant.from(row.reference).toZonedDateTimeISO(OFFICE_TIME_ZONE);
  return toAnswer(readWish(row.text, reference).wish);
}

/** Reads and judges all rows. */
export function scoreExpressionRows(rows: readonly ExpressionRow[]): ExpressionScore {
  const scored = rows.map((row): ScoredExpression => {
    const answer = predictExpression(row);
    const accepted = acceptedAnswers(row);
    return {
      row,
      answer,
      right: accepted.some((one) => isSame(answer, one)),
      wrongBooking: isWrongBooking(answer, accepted),
    };
  });
  const toAsk = scored.filter(({ row }) => row.expect.kind === 'ambiguous');
  return {
    rows: scored,
    right: share(scored.filter((one) => one.right).length, scored.length),
    ambiguousRecall: share(toAsk.filter((one) => one.right).length, toAsk.length),
    wrongBookings: scored.filter((one) => one.wrongBooking).length,
  };
}

/** The score as printed. */
export function reportExpressions(rows: readonly ExpressionRow[]): ScoreReport {
  const score = scoreExpressionRows(rows);
  const failing = score.rows.filter((one) => !one.right || one.wrongBooking);
  const failed =
    score.right < MARKS.right ||
    score.ambiguousRecall < MARKS.ambiguousRecall ||
    score.wrongBookings > MARKS.wrongBookings;
  return {
    failed,
    lines: [
      ...kindLines(score.rows),
      `right             ${percent(score.right)} of ${score.rows.length}`,
      `ambiguous recall  ${percent(score.ambiguousRecall)}`,
      `wrong bookings    ${score.wrongBookings}`,
      ...failing.map(failingLine),
    ],
  };
}

function acceptedAnswers(row: ExpressionRow): Answer[] {
  const { accept, ...expected } = row.expect;
  return [expected, ...(accept ?? []), ...(row.accept ?? [])];
}

/** Same kind and same content; `past` and the readings of a question are not judged. */
export function isSame(answer: Answer, accepted: Answer): boolean {
  if (answer.kind !== accepted.kind) return false;
  switch (answer.kind) {
    case 'none':
      return true;
    case 'ambiguous':
      return accepted.reason === undefined || answer.reason === accepted.reason;
    case 'exact':
      return (
        sameTime(answer.start, accepted.start) &&
        (answer.end == null || sameTime(answer.end, accepted.end))
      );
    case 'date_only':
      return answer.start === accepted.start;
    case 'range':
      return sameRange(answer, accepted);
    case 'choices':
      return sameChoices(answer.choices ?? [], accepted.choices ?? []);
  }
}

function sameRange(answer: Answer, accepted: Answer): boolean {
  if (accepted.soft === true || answer.soft === true) {
    return answer.date === accepted.date && answer.part === accepted.part;
  }
  return sameTime(answer.start, accepted.start) && sameTime(answer.end, accepted.end);
}

function sameChoices(answer: readonly string[], accepted: readonly string[]): boolean {
  if (answer.length !== accepted.length) return false;
  return answer.every((choice, i) => {
    const parts = choice.split('/');
    const others = (accepted[i] ?? '').split('/');
    return parts.length === others.length && parts.every((part, k) => sameTime(part, others[k]));
  });
}

/** The same instant however it is written, or the same date. */
function sameTime(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one == null || other == null || one === other) return (one ?? null) === (other ?? null);
  if (!one.includes('T') || !other.includes('T')) return false;
  return Temporal.Instant.from(one).equals(Temporal.Instant.from(other));
}

function kindLines(rows: readonly ScoredExpression[]): string[] {
  const kinds = [...new Set(rows.map(({ row }) => row.expect.kind))].toSorted();
  return kinds.map((kind) => {
    const ofKind = rows.filter(({ row }) => row.expect.kind === kind);
    const right = ofKind.filter((one) => one.right).length;
    return `${kind.padEnd(17)} ${percent(share(right, ofKind.length))} (${right}/${ofKind.length})`;
  });
}

function failingLine({ row, answer, wrongBooking }: ScoredExpression): string {
  const mark = wrongBooking ? 'WRONG BOOKING' : 'not right';
  const expected = JSON.stringify(row.expect);
  return `${mark}  ${row.id}  ${JSON.stringify(row.text)}  read ${JSON.stringify(answer)}  expected ${expected}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`.padStart(7);
}
