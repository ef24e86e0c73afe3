/**
 * Small questions and changes for the items of a group: which day is another name of one, what a
 * bound does to a day, which time takes another's place. Knows no joints and no calendar.
 */
import type { DayItem, Group, TimeItem } from './group.ts';
import type { DayMention } from './mention.ts';

/** "午前中、できれば10時": the clock time within the part; anything else contradicts. */
export function replaceTime(group: Group, item: TimeItem): void {
  const last = group.times.at(-1);
  if (last?.mention.spec.form === 'part') group.times[group.times.length - 1] = item;
  else if (item.mention.spec.form !== 'part') group.contradictory = true;
}

/** 明日 + 25日, 来週 + 12/3, 12月3日 + 木曜: one day named twice, not two days. */
export function isOtherNaming(first: DayMention, second: DayMention): boolean {
  const dated = (day: DayMention): boolean =>
    day.spec.form === 'date' || day.spec.form === 'day_of_month';
  if (second.spec.form === 'following' || second.spec.form === 'same') return false;
  return dated(first) !== dated(second) || first.spec.form === 'period';
}

/** "14時以降ならいつでも": any day beside something said is nothing more said. */
export function isAnyDay({ spec }: DayMention): boolean {
  return spec.form === 'period' && (spec.period === 'any' || spec.period === 'soon');
}

/** 3日以降, 3日まで, 3日頃 */
export function bindDay(day: DayItem, link: string): void {
  if (day.bound === 'range') return;
  if (link === 'onward') day.bound = 'onward';
  else if (link === 'until' || link === 'before') day.bound = 'deadline';
  else if (link === 'about' || link === 'past_by') day.bound = 'about';
}

/**
 * "木曜10時…。日付は12月17日です": a date said after a bare weekday that has its time is the date of
 * that weekday, not another wish.
 */
export function namesDateOf(group: Group, { mention }: DayItem): boolean {
  const [only] = group.days;
  if (only === undefined || group.days.length > 1 || group.times.length === 0) return false;
  const { spec } = only.mention;
  const isBare = spec.form === 'weekday' && spec.week === null && spec.pick === 'coming';
  return isBare && only.also.length === 0 && isDated(mention);
}

/** A day with its number, with or without a month. */
export function isDated({ spec }: DayMention): boolean {
  return spec.form === 'date' || spec.form === 'day_of_month';
}
