/**
 * How open points of a request are put to people: what is missing, and why something has to be
 * asked again. Mostly data.
 */
import type { OpenPoint } from '../../domain/decide-request.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import type { Wish } from '../../domain/wish.ts';

const ITEM_WORDS = {
  name: '氏名',
  seekerNumber: '求職番号（数字5けた、ハイフン、数字）',
  datetime: '希望日時（何月何日の何時から）',
  phone: '連絡先の電話番号',
  topic: '相談したい内容',
} as const;

/** One line of a question to the seeker or to the counselor. */
export function pointInWords({ item, reason }: OpenPoint): string {
  if (reason === null) return ITEM_WORDS[item];
  return `${ITEM_WORDS[item]}。${reason}`;
}

/** The exact readings of an ambiguous wish, to choose from. */
export function readingsInWords(wish: Wish): string[] {
  if (wish.kind !== 'ambiguous') return [];
  return wish.readings.flatMap((reading) =>
    reading.kind === 'exact' ? [longDateTime(reading.start)] : [],
  );
}
