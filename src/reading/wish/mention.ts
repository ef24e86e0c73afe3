/**
 * What the grammar finds in the tokens: mentions of days and times as written, before any
 * reference instant is known, and the words between them. Types only.
 */
import type { DayPart } from '../../domain/wish.ts';
import type { HourSense, Link, PeriodName, Sense, Weekday } from './token.ts';

export type MonthRef =
  | { by: 'name'; month: number; year: YearRef | null }
  | { by: 'distance'; months: number };

/** `full` as 2026, `short` as in "8年" or "26年", `distance` as in 来年. */
export type YearRef =
  | { by: 'full'; year: number }
  | { by: 'short'; year: number }
  | { by: 'distance'; years: number };

export type DaySpec =
  | { form: 'date'; year: YearRef | null; month: number; day: number }
  /** 12/3/2026 and its like: two readings unless one number is above 12. */
  | { form: 'date_either_way'; year: number; first: number; second: number }
  | { form: 'day_of_month'; month: MonthRef | null; day: number }
  | { form: 'relative'; days: number }
  | { form: 'later'; amount: number; unit: 'days' | 'weeks' | 'months' }
  | {
      form: 'weekday';
      weekday: Weekday;
      week: number | null;
      pick: 'coming' | 'next' | 'this' | 'last';
    }
  | { form: 'nth_weekday'; nth: number; weekday: Weekday; month: MonthRef | null }
  /** 12月第2週(の水曜): numbered within its month. */
  | { form: 'nth_week'; nth: number; weekday: Weekday | null; month: MonthRef | null }
  /** 12月14日の週(の水曜): the week that holds a day. */
  | { form: 'week_of'; base: DaySpec; weekday: Weekday | null }
  | { form: 'holiday'; name: string; year: YearRef | null }
  /** 翌日, 翌週(の水曜): counted from the day before in the text. */
  | { form: 'following'; unit: 'day' | 'week'; count: number; weekday: Weekday | null }
  | { form: 'same' }
  /** A day whose year or stretch was not understood: asked without a reading. */
  | { form: 'unread' }
  | { form: 'period'; period: PeriodName | 'month'; week: number | null; month: MonthRef | null };

export interface ClockSpec {
  hour: number;
  minute: number;
  second: number;
  senses: HourSense[];
  /** 過ぎ, 前, 台: near the clock time, not at it. */
  vague: boolean;
}

export type TimeSpec =
  | { form: 'at'; clock: ClockSpec }
  | { form: 'between'; from: ClockSpec; to: ClockSpec }
  | { form: 'after'; from: ClockSpec }
  | { form: 'before'; to: ClockSpec }
  | { form: 'part'; part: DayPart; sense: HourSense | null }
  | { form: 'later'; minutes: number }
  | { form: 'same' };

export interface Place {
  start: number;
  end: number;
}

export interface DayMention extends Place {
  kind: 'day';
  spec: DaySpec;
  /** A weekday written beside the date, to be checked against it. */
  weekday: Weekday | null;
  /** Unknown text with の stands before it ("娘の学校の木曜"): which one is meant is asked. */
  modified: boolean;
  /** A day of a list whose month stands before it ("12/3、4、7"). */
  inherits: boolean;
}

export interface TimeMention extends Place {
  kind: 'time';
  spec: TimeSpec;
}

export type Mention =
  | DayMention
  | TimeMention
  | (Place & { kind: 'link'; link: Link })
  | (Place & { kind: 'ordinal'; rank: number })
  | (Place & { kind: 'sense'; sense: Sense })
  | (Place & { kind: 'particle'; particle: string })
  | (Place & {
      kind:
        | 'comma'
        | 'open'
        | 'close'
        | 'stop'
        | 'line'
        | 'gap'
        | 'fallback'
        | 'correction'
        | 'arrow'
        | 'reason'
        | 'all'
        | 'every'
        | 'other_role'
        | 'wish_label'
        /** Digits beside a date unit that make no date ("1O時"): something was meant. */
        | 'garbled';
    });

/** A production's value and the index of the next token, or null where it does not apply. */
export type Parsed<T> = { value: T; next: number } | null;
