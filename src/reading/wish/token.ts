/**
 * The tokens of the wish grammar. Types only.
 * A token is a number, a mark, a line end, a word of the vocabulary, or a gap: text that the
 * vocabulary does not know, which the grammar never reads across as if it were not there.
 * Offsets are UTF-16 offsets into the folded copy; spaces are not tokens, only `spaced`.
 */
import type { DayPart } from '../../domain/wish.ts';

/** ISO 8601 weekday, Monday = 1 … Sunday = 7, as `Temporal.PlainDate.dayOfWeek`. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half';

/** How a word of the day changes a clock hour: 午後3時, 朝9時, 夜8時, お昼の1時 … */
export type HourSense = 'am' | 'pm' | 'dawn' | 'midday' | 'evening' | 'night' | 'late';

/** What a word says about the days and times before it in its clause. */
export type Sense =
  | 'wish'
  /** でも可: a wish beside another. */
  | 'concede'
  | 'exclude'
  | 'except'
  | 'past_fact'
  | 'event'
  /** An event that is written before its day as often as behind it: 勤務開始. */
  | 'event_either'
  /** Told with a noun that names it, or by a verb alone. */
  | 'engagement'
  | 'engagement_told'
  | 'engagement_verb'
  | 'routine'
  | 'work'
  | 'matter'
  | 'cancel'
  | 'change'
  | 'replace';

export type Link =
  | 'or'
  | 'and'
  | 'from'
  | 'until'
  | 'onward'
  | 'before'
  | 'between'
  | 'range'
  | 'about'
  | 'past_by';

/** A stretch of days without a day in it: 来週, 月末, 平日 … */
export type PeriodName =
  | 'week'
  | 'month_all'
  | 'month_start'
  | 'month_early'
  | 'month_middle'
  | 'month_late'
  | 'month_end'
  | 'weekdays'
  | 'weekend'
  | 'week_opening'
  | 'year_end'
  | 'year_opening'
  | 'any'
  | 'soon';

export type Word =
  | { type: 'unit'; unit: Unit }
  /** A length of time; the number before it is no date (30分間, 3日間, 1時間). */
  | { type: 'length'; unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years' }
  /** A counter of something else; the number before it is no date (円, 名, 回, 丁目). */
  | { type: 'counter' }
  /** 号 and 点 of Chinese pens: a day behind a month, an hour behind 午前/下午. */
  | { type: 'foreign_unit'; unit: 'day' | 'hour' }
  | { type: 'first_year' }
  | { type: 'later' }
  | { type: 'earlier' }
  | { type: 'era'; yearZero: number }
  | { type: 'relative_day'; days: number; part?: DayPart; sense?: HourSense }
  | { type: 'relative_week'; weeks: number }
  | { type: 'relative_month'; months: number }
  | { type: 'relative_year'; years: number }
  | { type: 'following'; unit: 'day' | 'week'; count: number }
  | { type: 'weekday'; weekday: Weekday }
  | { type: 'weekday_char'; weekday: Weekday }
  | { type: 'which_weekday'; pick: 'next' | 'this' | 'last' }
  | { type: 'nth'; nth: number }
  | { type: 'nth_prefix' }
  | { type: 'month_name'; month: number }
  | { type: 'kana_day'; day: number }
  | { type: 'holiday'; name: string }
  | { type: 'period'; period: PeriodName }
  | { type: 'month_tail'; period: PeriodName }
  | { type: 'every' }
  | { type: 'part'; part: DayPart; sense: HourSense | null; latin?: true }
  | { type: 'clock'; hour: number; minute: number }
  | { type: 'same'; what: 'day' | 'time' | 'meridiem' | 'weekday' }
  | { type: 'link'; link: Link }
  | { type: 'particle'; particle: string }
  | { type: 'ordinal'; rank: number }
  | { type: 'fallback' }
  | { type: 'correction' }
  /** → means a correction between two wishes, and nothing behind a label. */
  | { type: 'arrow' }
  /** ので, ため: the day before it is a reason, if its clause does not wish for it. */
  | { type: 'reason' }
  | { type: 'all' }
  | { type: 'sense'; sense: Sense }
  | { type: 'other_role' }
  | { type: 'wish_label' }
  | { type: 'sentence_end' }
  /** A false friend (明日香, 十分な): known, and no date. */
  | { type: 'gap' };

export type Token = (
  | Word
  | { type: 'number'; value: number; digits: number; script: 'ascii' | 'kanji' }
  /** A run of digits and hyphens that can be no date: telephone, seeker number, address. */
  | {
      type: 'code';
      /** A letter that looks like a digit stands in or beside it ("1O", "l2"). */
      broken: boolean;
    }
  | { type: 'mark'; mark: string }
  | { type: 'line' }
) & { start: number; end: number; spaced: boolean };

/** One spelling of a word, or every stem joined to every ending, which never are written out. */
export type VocabularyEntry =
  | readonly [spelling: string, word: Word]
  | { stems: readonly string[]; endings: readonly string[]; word: Word };
