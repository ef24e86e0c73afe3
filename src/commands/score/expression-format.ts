/**
 * The format of labelled expressions (`expect` of ja-datetime.jsonl) and the one mapping from
 * the domain's `Wish` to it: `date_range` and `day_part` are both written as `range` there.
 * It reads no text and judges nothing.
 */
import type { SingleWish, Wish } from '../../domain/wish.ts';

export type AnswerKind = 'exact' | 'date_only' | 'range' | 'choices' | 'ambiguous' | 'none';

/** One labelled answer: the shape of `expect` and of each entry of `accept`. */
export interface Answer {
  kind: AnswerKind;
  /** ISO 8601 instant with +09:00, or "YYYY-MM-DD". */
  start?: string | null;
  end?: string | null;
  date?: string;
  part?: string;
  soft?: boolean;
  choices?: string[];
  reason?: string;
  /** "HH:MM", where only the day is in doubt. */
  time?: string;
  past?: boolean;
}

/** One line of a file of labelled expressions. */
export interface ExpressionRow {
  id: string;
  text: string;
  /** ISO 8601 with offset. */
  reference: string;
  expect: Answer & { accept?: Answer[] };
  accept?: Answer[];
}

const KINDS: readonly string[] = ['exact', 'date_only', 'range', 'choices', 'ambiguous', 'none'];

/** Whether a parsed line is a labelled expression (and not a labelled request). */
export function isExpressionRow(row: unknown): row is ExpressionRow {
  if (!isObject(row) || typeof row['id'] !== 'string' || typeof row['text'] !== 'string')
    return false;
  if (typeof row['reference'] !== 'string' || !isAnswer(row['expect'])) return false;
  const accepted = [row['accept'] ?? [], row['expect']['accept'] ?? []].flat();
  return accepted.every((one) => isAnswer(one));
}

function isAnswer(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !KINDS.includes(value['kind']))
    return false;
  return TIMES_OF.every((field) => value[field] == null || isTime(value[field]));
}

/** The fields of an answer that hold a date or an instant. */
const TIMES_OF = ['start', 'end', 'date'] as const;

function isTime(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    if (value.includes('T')) Temporal.Instant.from(value);
    else Temporal.PlainDate.from(value);
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The wish in the form of `expect`. */
export function toAnswer(wish: Wish): Answer {
  const answer = withoutPast(wish);
  return wish.past === true ? { ...answer, past: true } : answer;
}

function withoutPast(wish: Wish): Answer {
  switch (wish.kind) {
    case 'none':
      return { kind: 'none' };
    case 'ambiguous': {
      const choices = wish.readings.map(toChoice);
      return {
        kind: 'ambiguous',
        reason: wish.reason,
        ...(choices.length > 0 ? { choices } : {}),
        ...(wish.time === undefined
          ? {}
          : { time: wish.time.toString({ smallestUnit: 'minute' }) }),
      };
    }
    case 'choices':
      return { kind: 'choices', choices: wish.choices.map(toChoice) };
    default:
      return toSingle(wish);
  }
}

function toSingle(wish: SingleWish): Answer {
  switch (wish.kind) {
    case 'exact':
      return {
        kind: 'exact',
        start: instant(wish.start),
        ...(wish.end ? { end: instant(wish.end) } : {}),
      };
    case 'date_only':
      return { kind: 'date_only', start: wish.date.toString() };
    case 'range':
      return {
        kind: 'range',
        start: wish.start === null ? null : instant(wish.start),
        end: wish.end === null ? null : instant(wish.end),
        ...(wish.date === undefined ? {} : { date: wish.date.toString() }),
      };
    case 'date_range':
      return {
        kind: 'range',
        start: wish.first?.toString() ?? null,
        end: wish.last?.toString() ?? null,
      };
    case 'day_part':
      return { kind: 'range', date: wish.date.toString(), part: wish.part, soft: true };
  }
}

/** ISO instant | "YYYY-MM-DD" | "start/end" (either side may be empty) | "YYYY-MM-DD#part". */
function toChoice(wish: SingleWish): string {
  const answer = toSingle(wish);
  if (wish.kind === 'day_part') return `${wish.date.toString()}#${wish.part}`;
  if (answer.kind === 'range') return `${answer.start ?? ''}/${answer.end ?? ''}`;
  return answer.start ?? '';
}

function instant(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
