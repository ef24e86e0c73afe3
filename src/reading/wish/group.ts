/**
 * A group: the days and times of a text that belong together ("12/3、4、7の10時" is one group of
 * three days and one time; "第1希望 … 第2希望 …" are two). Types only.
 */

import type { DayMention, TimeMention } from './mention.ts';
import type { Judged } from './verdict.ts';

export interface DayItem {
  mention: DayMention;
  /** The last day of a range of days; null where the range is open to the future. */
  until: DayMention | null;
  /** `onward` "3日以降", `deadline` "3日まで", `about` "3日頃", `base` "3日の翌日". */
  bound: 'none' | 'range' | 'onward' | 'deadline' | 'about' | 'base';
  /** A second naming of the same day beside it ("明日25日"). */
  also: DayMention[];
  verdict: Judged['verdict'];
}

export interface TimeItem {
  mention: TimeMention;
  verdict: Judged['verdict'];
}

export interface Group {
  rank: number | null;
  days: DayItem[];
  times: TimeItem[];
  /** The time stood before the day ("午前なら3日"). */
  timeFirst: boolean;
  /** Text stands between the time and the day of a `timeFirst` group. */
  loose: boolean;
  /** A particle and unknown words follow it: its clause says something about it. */
  told: boolean;
  /** Joined to its neighbour by a list, an ordinal, a fallback, or a line of its own. */
  joined: boolean;
  /** Said in place of what was said before ("やっぱり4日で"). */
  correction: boolean;
  /** Something in it does not fit together; to be asked. */
  contradictory: boolean;
  /** End of a range over several days ("12/3 10時~12/5 15時"). */
  rangeEnd: { day: DayItem; time: TimeItem | null } | null;
  start: number;
  end: number;
}
