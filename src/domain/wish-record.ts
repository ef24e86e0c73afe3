/**
 * A wish as plain JSON and back, for the booking row and for the demo's story.
 * Times are written as ISO 8601 with offset, days as YYYY-MM-DD.
 */
import { OFFICE_TIME_ZONE } from './deadline.ts';
import { DAY_PARTS, type SingleWish, WISH_DOUBTS, type Wish } from './wish.ts';

/** The wish as JSON text. */
export function wishToRecord(wish: Wish): string {
  return JSON.stringify(wish, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\[[^\]]*\]$/, '') : value,
  );
}

/**
 * Reads what `wishToRecord` wrote; throws on anything else, which would be a bug or a hand in the
 * file.
 */
export function wishFromRecord(record: string): Wish {
  const raw = JSON.parse(record) as Record<string, unknown>;
  const wish = reviveWish(raw);
  return raw['past'] === true ? { ...wish, past: true } : wish;
}

function reviveWish(raw: Record<string, unknown>): Wish {
  switch (raw['kind']) {
    case 'none':
      return { kind: 'none' };
    case 'choices':
      return { kind: 'choices', choices: reviveList(raw['choices']) };
    case 'ambiguous': {
      const reason = oneOf(WISH_DOUBTS, raw['reason']);
      const doubt = { kind: 'ambiguous', reason, readings: reviveList(raw['readings']) } as const;
      return raw['time'] ? { ...doubt, time: Temporal.PlainTime.from(String(raw['time'])) } : doubt;
    }
    default:
      return reviveSingle(raw);
  }
}

function reviveList(raw: unknown): SingleWish[] {
  return (raw as Record<string, unknown>[]).map(reviveSingle);
}

function reviveSingle(raw: Record<string, unknown>): SingleWish {
  switch (raw['kind']) {
    case 'exact': {
      const start = instantOf(raw['start']);
      return raw['end']
        ? { kind: 'exact', start, end: instantOf(raw['end']) }
        : { kind: 'exact', start };
    }
    case 'date_only':
      return { kind: 'date_only', date: dayOf(raw['date']) };
    case 'day_part':
      return {
        kind: 'day_part',
        date: dayOf(raw['date']),
        part: oneOf(DAY_PARTS, raw['part']),
      };
    case 'date_range':
      return {
        kind: 'date_range',
        first: orNull(raw['first'], dayOf),
        last: orNull(raw['last'], dayOf),
      };
    case 'range': {
      const range = { start: orNull(raw['start'], instantOf), end: orNull(raw['end'], instantOf) };
      return raw['date']
        ? { kind: 'range', ...range, date: dayOf(raw['date']) }
        : { kind: 'range', ...range };
    }
    default:
      throw new Error(`not a recorded wish: kind ${JSON.stringify(raw['kind'])}`);
  }
}

function instantOf(value: unknown): Temporal.ZonedDateTime {
  return Temporal.Instant.from(String(value)).toZonedDateTimeISO(OFFICE_TIME_ZONE);
}

function dayOf(value: unknown): Temporal.PlainDate {
  return Temporal.PlainDate.from(String(value));
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`not a recorded wish: ${JSON.stringify(value)}`);
  return found;
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}
