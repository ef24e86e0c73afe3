import type { SingleWish, Wish } from '../../../src/domain/wish.ts';
import { readWish } from '../../../src/reading/wish.ts';

/** Tuesday, 24 November 2026, 9:00 in Japan, as the labelled data. */
export const REFERENCE = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

/** A wish in one short line, for tables of cases. */
export function say(wish: Wish): string {
  const past = wish.past === true ? ' past' : '';
  switch (wish.kind) {
    case 'none':
      return 'none';
    case 'choices':
      return `${wish.choices.map(single).join(' | ')}${past}`;
    case 'ambiguous':
      return [`? ${wish.reason}`, ...wish.readings.map(single)].join(' ');
    default:
      return `${single(wish)}${past}`;
  }
}

/** What the reader says of a text. */
export function read(text: string, reference = REFERENCE): string {
  return say(readWish(text, reference).wish);
}

function single(wish: SingleWish): string {
  switch (wish.kind) {
    case 'exact':
      return minute(wish.start);
    case 'date_only':
      return wish.date.toString();
    case 'range': {
      const [start, end] = [wish.start, wish.end].map((bound) =>
        bound === null ? '' : minute(bound),
      );
      return `${start}/${end}`;
    }
    case 'date_range':
      return `${wish.first?.toString() ?? ''}..${wish.last?.toString() ?? ''}`;
    case 'day_part':
      return `${wish.date.toString()}#${wish.part}`;
  }
}

function minute(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
