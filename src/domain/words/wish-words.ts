/**
 * A wish (希望日時) as a sentence part in Japanese, for people who check what was read. It says
 * what the wish holds and chooses nothing.
 */
import { clockTime, longDate, longDateTime } from '../japanese-date.ts';
import type { DayPart, SingleWish, Wish } from '../wish.ts';

const DAY_PART_WORDS: Record<DayPart, string> = {
  morning: '午前中',
  noon: 'お昼',
  afternoon: '午後',
  evening: '夕方',
  night: '夜',
  day: '日中',
};

/** "2026年12月3日（木）10時00分"; several wishes are numbered. */
export function wishInWords(wish: Wish): string {
  const past = wish.past === true ? '（過ぎた日時）' : '';
  switch (wish.kind) {
    case 'none':
      return 'なし';
    case 'choices':
      return `${wish.choices.map((choice, i) => `第${i + 1}希望 ${single(choice)}`).join('、')}${past}`;
    case 'ambiguous': {
      const readings = wish.readings.map(single).join('、または ');
      return readings === '' ? '決められません' : `決められません（${readings}）`;
    }
    default:
      return `${single(wish)}${past}`;
  }
}

function single(wish: SingleWish): string {
  switch (wish.kind) {
    case 'exact':
      return wish.end
        ? `${longDateTime(wish.start)}から${until(wish.end)}`
        : longDateTime(wish.start);
    case 'date_only':
      return `${longDate(wish.date)}、時刻なし`;
    case 'day_part':
      return `${longDate(wish.date)}の${DAY_PART_WORDS[wish.part]}`;
    case 'date_range':
      return `${wish.first ? `${longDate(wish.first)}から` : ''}${wish.last ? `${longDate(wish.last)}まで` : ''}`;
    case 'range': {
      const day = wish.start === null && wish.date ? longDate(wish.date) : '';
      const from = wish.start ? `${longDateTime(wish.start)}から` : day;
      return wish.end ? `${from}${until(wish.end)}まで` : from;
    }
  }
}

function until(end: Temporal.ZonedDateTime): string {
  return clockTime(end.toPlainTime());
}
