/**
 * A day item of a group to its reading: resolves the day, checks the weekday and any second
 * naming written beside it, and the end of a range of days. A contradiction is kept as a doubt
 * with both readings; neither side wins.
 */
import type { WishDoubt } from '../../domain/wish.ts';
import { type DayContext, type DayReading, doubtful } from './day-reading.ts';
import type { DayItem } from './group.ts';
import { isDated } from './group-items.ts';
import type { DayMention, DaySpec } from './mention.ts';
import { resolveSpec } from './resolve-spec.ts';
import type { Weekday } from './token.ts';

type PlainDate = Temporal.PlainDate;

export interface DayOutcome extends DayReading {
  /** Set for a range of days, an open range, or a stretch: what it spans. */
  span: { first: PlainDate | null; last: PlainDate | null } | null;
}

/** The reading of one day of a group, and the context for the days behind it. */
export function resolveDay(item: DayItem, context: DayContext): DayOutcome {
  const own = resolveMention(item.mention, context);
  const { spec } = item.mention;
  const inMonth = spec.form === 'period' && spec.month !== null ? { month: spec.month } : {};
  const beside = { ...context, ...inMonth, previous: null };
  const dated = item.also.find(isDated);
  if (isBareWeekday(item.mention) && dated !== undefined && item.bound === 'none') {
    const { spec } = item.mention;
    const weekday = spec.form === 'weekday' ? spec.weekday : null;
    return resolveDay({ ...item, mention: { ...dated, weekday }, also: [] }, context);
  }
  const named = item.also.map((also) => inNamedWeek(also, spec));
  const checked = named.reduce((reading, also) => checkNaming(reading, also, beside), own);
  const first = checked.readings[0] ?? null;
  if (first === null && item.bound !== 'range') return { ...checked, span: null };
  switch (item.bound) {
    case 'range':
      return resolveRange(checked, item.until, context);
    case 'onward':
      return { ...checked, span: { first, last: null } };
    case 'deadline':
      return { ...checked, span: { first: null, last: first } };
    case 'about':
      return { ...checked, doubt: checked.doubt ?? 'vague', span: null };
    case 'base':
    case 'none':
      return { ...checked, span: null };
  }
}

function weekOf(spec: DaySpec): number | null {
  return spec.form === 'weekday' || spec.form === 'period' ? spec.week : null;
}

function isBareWeekday({ spec }: DayMention): boolean {
  return spec.form === 'weekday' && spec.week === null && spec.pick === 'coming';
}

/** "来週でしたら火曜": the weekday is one of the week named before it. */
function inNamedWeek(also: DayMention, first: DaySpec): DayMention {
  const { spec } = also;
  if (first.form !== 'period' || first.week === null) return also;
  if (spec.form !== 'weekday' || spec.week !== null || spec.pick !== 'coming') return also;
  return { ...also, spec: { ...spec, week: first.week } };
}

/** The context for the next day: what this one was counted from. */
export function contextAfter(item: DayItem, outcome: DayOutcome, context: DayContext): DayContext {
  const last = item.until ?? item.also.at(-1) ?? item.mention;
  const { spec } = item.mention;
  if (spec.form === 'period' && item.also.length === 0) {
    if (spec.week !== null) return { ...context, week: spec.week };
    return spec.month === null ? context : { ...context, month: spec.month };
  }
  const date = outcome.span?.last ?? outcome.readings[0];
  if (date === undefined) return context;
  const dated = last.spec.form === 'date' || last.spec.form === 'day_of_month';
  const week =
    weekOf(spec) ?? (isBareWeekday(item.mention) ? (context.previous?.week ?? null) : null);
  return { ...context, previous: { date, dated, week, doubt: outcome.doubt } };
}

function resolveMention(mention: DayMention, context: DayContext): DayReading {
  const resolved = resolveSpec(mention.spec, context);
  const reading = mention.modified ? { ...resolved, doubt: resolved.doubt ?? 'vague' } : resolved;
  return mention.weekday === null ? reading : checkWeekday(reading, mention.weekday);
}

/** Keeps the readings that fall on the weekday; where none does, asks. */
function checkWeekday(reading: DayReading, weekday: Weekday): DayReading {
  if (reading.readings.length === 0) return reading;
  const fitting = reading.readings.filter((date) => date.dayOfWeek === weekday);
  if (fitting.length === 0) return mismatch(reading.readings, weekday);
  if (reading.doubt === 'which_month' && fitting.length === 1) {
    return { ...reading, readings: fitting, doubt: null };
  }
  return { ...reading, readings: fitting };
}

/** The date as written, and the nearest day with the weekday as written. */
function mismatch(readings: PlainDate[], weekday: Weekday): DayReading {
  const written = readings.slice(0, 1);
  const near = written.map((date) => {
    const ahead = (weekday - date.dayOfWeek + 7) % 7;
    return date.add({ days: ahead > 3 ? ahead - 7 : ahead });
  });
  return doubtful('weekday_mismatch', [...written, ...near]);
}

/** 明日 + 25日, 来週 + 12/3, 12月3日 + 木曜: do both name the same day? */
function checkNaming(reading: DayReading, also: DayMention, context: DayContext): DayReading {
  const { spec } = also;
  if (spec.form === 'period') return reading;
  const isBare = spec.form === 'weekday' && isBareWeekday(also);
  if (isBare && reading.period === null) return checkWeekday(reading, spec.weekday);
  const second = resolveMention(also, context);
  const namesNothing = reading.readings.length === 0 && reading.doubt === 'vague';
  if (namesNothing && reading.period === null) return second;
  // "12月の火曜日" is any Tuesday of the month
  if (reading.period !== null && isBare) return reading;
  if (reading.period !== null) return withinPeriod(reading.period, second);
  const common = second.readings.filter((date) => reading.readings.some((d) => d.equals(date)));
  if (common.length > 0) {
    const doubt = common.length === 1 ? hardDoubt(reading.doubt ?? second.doubt) : reading.doubt;
    return { ...reading, readings: common, doubt, certain: true };
  }
  return doubtful('date_mismatch', [...reading.readings, ...second.readings]);
}

/** Doubts between several readings end when two namings share exactly one. */
function hardDoubt(doubt: WishDoubt | null): WishDoubt | null {
  return doubt === 'which_month' || doubt === 'week_start' ? null : doubt;
}

function withinPeriod(
  period: { first: PlainDate; last: PlainDate },
  second: DayReading,
): DayReading {
  const last = period.last.add({ days: 2 });
  const within = second.readings.filter(
    (date) =>
      Temporal.PlainDate.compare(date, period.first) >= 0 &&
      Temporal.PlainDate.compare(date, last) <= 0,
  );
  if (within.length > 0 || second.readings.length === 0) {
    return { ...second, readings: within, doubt: hardDoubt(second.doubt) };
  }
  return doubtful('date_mismatch', second.readings);
}

function resolveRange(from: DayReading, until: DayMention | null, context: DayContext): DayOutcome {
  const first = from.readings[0] ?? from.period?.first ?? null;
  if (until === null || first === null) return { ...from, span: { first, last: null } };
  const isDated = until.spec.form === 'day_of_month' || until.spec.form === 'date';
  const previous = { date: first, dated: isDated, week: null, doubt: null };
  const to = resolveMention(until, { ...context, today: first, previous });
  const last = to.readings[0] ?? null;
  const doubt = from.doubt ?? to.doubt;
  const backwards = last !== null && Temporal.PlainDate.compare(last, first) <= 0;
  return {
    readings: from.readings,
    certain: from.certain,
    period: null,
    doubt: backwards && doubt === null ? 'end_before_start' : doubt,
    span: { first, last },
  };
}
