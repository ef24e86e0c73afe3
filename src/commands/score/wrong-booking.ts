/**
 * The judge of wrong bookings: an `exact`, `range` or `choices` answer with an instant that no
 * accepted reading contains. Strict: readings that a row only lists for asking back accept
 * nothing, a whole day or an open range is contained only in one at least as wide.
 */
import type { Answer } from './expression-format.ts';

/** A stretch of time, from its first to its last minute; a missing end is open. */
interface Stretch {
  from: number;
  to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const OFFICE_OFFSET_MS = 9 * 60 * MINUTE_MS;

/** Hours that a part of the day can mean, generously: [first, last). */
const PART_HOURS: Record<string, readonly [number, number]> = {
  morning: [0, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [15, 24],
  night: [17, 24],
  day: [8, 18],
};

/** Whether the answer holds a time that nobody asked for. */
export function isWrongBooking(answer: Answer, accepted: readonly Answer[]): boolean {
  if (answer.kind !== 'exact' && answer.kind !== 'range' && answer.kind !== 'choices') return false;
  const allowed = accepted.flatMap((one) => (one.kind === 'ambiguous' ? [] : stretchesOf(one)));
  return stretchesOf(answer).some(
    (booked) => !allowed.some((one) => one.from <= booked.from && booked.to <= one.to),
  );
}

function stretchesOf(answer: Answer): Stretch[] {
  switch (answer.kind) {
    case 'exact':
      return [exactStretch(answer)];
    case 'date_only':
      return [wholeDay(answer.start ?? '')];
    case 'range':
      return [rangeStretch(answer)];
    case 'choices':
      return (answer.choices ?? []).map(choiceStretch);
    default:
      return [];
  }
}

function exactStretch({ start, end }: Answer): Stretch {
  const from = instantMs(start ?? '');
  return { from, to: end ? instantMs(end) : from };
}

function rangeStretch({ start, end, date, part }: Answer): Stretch {
  if (part !== undefined && date !== undefined) return dayPart(date, part);
  return between(start ?? null, end ?? null, date ?? null);
}

function choiceStretch(choice: string): Stretch {
  const [date = '', part] = choice.split('#');
  if (part !== undefined) return dayPart(date, part);
  const [start = '', end] = choice.split('/');
  if (end !== undefined) return between(start || null, end || null, null);
  if (start.includes('T')) return { from: instantMs(start), to: instantMs(start) };
  return wholeDay(start);
}

/** An open clock range ends with its day; an open range of days does not end. */
function between(start: string | null, end: string | null, date: string | null): Stretch {
  const day = date ?? [start, end].find((bound) => bound?.includes('T'))?.slice(0, 10) ?? null;
  const isOpenDay = day !== null && (start ?? end ?? '').includes('T');
  const from = start === null ? (isOpenDay ? wholeDay(day).from : -Infinity) : boundMs(start).from;
  const to = end === null ? (isOpenDay ? wholeDay(day).to : Infinity) : boundMs(end).to;
  return { from, to };
}

function boundMs(bound: string): Stretch {
  if (!bound.includes('T')) return wholeDay(bound);
  return { from: instantMs(bound), to: instantMs(bound) };
}

function dayPart(date: string, part: string): Stretch {
  const { from } = wholeDay(date);
  const [first, last] = PART_HOURS[part] ?? [0, 24];
  return { from: from + first * 60 * MINUTE_MS, to: from + last * 60 * MINUTE_MS - 1 };
}

function wholeDay(date: string): Stretch {
  const from = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  return { from: from - OFFICE_OFFSET_MS, to: from - OFFICE_OFFSET_MS + DAY_MS - 1 };
}

function instantMs(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
