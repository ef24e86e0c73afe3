/**
 * Which groups count and in which order: past facts, reasons, corrected and mere background
 * groups go; what may or may not be a wish turns the rest into a question.
 * It never makes a wish out of a doubt.
 */
import { asDoubt, type ResolvedGroup } from './alternatives.ts';
import type { DayItem } from './group.ts';
import type { DayOutcome } from './resolve-day.ts';
import { isPast } from './resolve-time.ts';

/** The groups that count, in the order of preference. */
export function chooseGroups(
  resolved: readonly ResolvedGroup[],
  now: Temporal.ZonedDateTime,
): ResolvedGroup[] {
  const corrected = applyCorrections(resolved);
  const told = corrected.filter((one) => !isPastFact(one, now) && !isOver(one, now));
  const wishes = told.filter((one) => !isReason(one));
  const notFacts = wishes.some((one) => one.outcomes.length > 0) ? wishes : told;
  const concrete = notFacts.filter((one) => one.outcomes.length > 0 && !one.isVague);
  const counted = concrete.length > 0 ? concrete : preferDated(notFacts);
  const standing = askAboutSplit(askAboutTold(dropBackground(dropGone(counted, now), now)));
  return inOrder(standing);
}

/** A time that has passed, beside a wish for one to come, is background ("20日10:15に…"). */
function dropGone(groups: readonly ResolvedGroup[], now: Temporal.ZonedDateTime): ResolvedGroup[] {
  const isGone = ({ group, alternatives }: ResolvedGroup): boolean =>
    !group.joined &&
    alternatives.length > 0 &&
    alternatives.every(
      ({ past, doubt, readings }) =>
        past || (doubt === 'past' && readings.every((reading) => isPast(reading, now))),
    );
  const ahead = groups.filter((one) => !isGone(one));
  return ahead.some((one) => one.outcomes.length > 0) ? ahead : [...groups];
}

/**
 * "3日の10時は通院に付き添います。4日の10時でお願いします": a clause that tells of a day beside one
 * that wishes for another may be no wish; the words for that have no end, so it is asked.
 */
function askAboutTold(groups: readonly ResolvedGroup[]): ResolvedGroup[] {
  const isWished = ({ group }: ResolvedGroup): boolean =>
    [...group.days, ...group.times].some((item) => item.verdict === 'wished');
  const isTold = (one: ResolvedGroup): boolean =>
    one.group.told && !one.group.joined && !isWished(one);
  if (!groups.some(isTold) || !groups.some(isWished)) return [...groups];
  return groups.map((one) => ({
    ...one,
    alternatives: one.alternatives.map((alternative) => asDoubt(alternative, 'vague')),
  }));
}

/**
 * "12月17日希望。木曜の10時": a weekday with a time and a date without one may be one day or two.
 */
function askAboutSplit(groups: readonly ResolvedGroup[]): ResolvedGroup[] {
  const isUnranked = groups.every(({ group }) => group.rank === null);
  const isTimedWeekday = ({ group: { days, times } }: ResolvedGroup): boolean =>
    times.length > 0 && days.length === 1 && days.every(isBareWeekday);
  const isDateOnly = ({ group: { days, times } }: ResolvedGroup): boolean =>
    times.length === 0 && days.some(({ mention: { spec } }) => spec.form === 'date');
  if (!isUnranked || !groups.some(isTimedWeekday) || !groups.some(isDateOnly)) return [...groups];
  return groups.map((one) => ({
    ...one,
    alternatives: one.alternatives.map((alternative) => asDoubt(alternative, 'vague')),
  }));
}

function isBareWeekday({ mention: { spec }, also }: DayItem): boolean {
  return spec.form === 'weekday' && spec.week === null && also.length === 0;
}

/** By written rank; what has none follows what stands before it. */
function inOrder(groups: readonly ResolvedGroup[]): ResolvedGroup[] {
  let rank = 0;
  const ranked = groups.map((one) => {
    rank = one.group.rank ?? rank;
    return { one, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
}

/** "3日は歯医者なので": all of it is the reason for another wish. */
function isReason({ group }: ResolvedGroup): boolean {
  return [...group.days, ...group.times].every((item) => item.verdict === 'reason');
}

/** Behind "やっぱり" only what was said since counts; a day without a time stays to be asked. */
function applyCorrections(resolved: readonly ResolvedGroup[]): ResolvedGroup[] {
  const last = resolved.findLastIndex((one, i) => one.group.correction && i > 0);
  if (last < 0) return [...resolved];
  const corrected = resolved.slice(last);
  const [first, ...rest] = corrected;
  const before = resolved[last - 1];
  if (first === undefined || before === undefined) return corrected;
  const lacksPart =
    (first.group.times.length === 0 && before.group.times.length > 0) ||
    first.outcomes.length === 0;
  if (!lacksPart) return corrected;
  const alternatives = first.alternatives.map((one) => asDoubt(one, 'vague'));
  return [{ ...first, alternatives }, ...rest];
}

/** "11月10日に申し込みました": told as done, and not in the future. */
function isPastFact(one: ResolvedGroup, now: Temporal.ZonedDateTime): boolean {
  const today = now.toPlainDate();
  const told = [...one.group.days, ...one.group.times].some((item) => item.verdict === 'past_fact');
  if (!told) return false;
  if (one.outcomes.length === 0) return true;
  return one.isVague || one.outcomes.every((outcome) => hasBegun(outcome, today));
}

function hasBegun(outcome: DayOutcome, today: Temporal.PlainDate): boolean {
  const dates = [...outcome.readings, ...(outcome.period === null ? [] : [outcome.period.first])];
  return dates.some((date) => Temporal.PlainDate.compare(date, today) <= 0);
}

/** A stretch that is over ("先月") is never a wish. */
function isOver({ outcomes }: ResolvedGroup, now: Temporal.ZonedDateTime): boolean {
  const today = now.toPlainDate();
  return (
    outcomes.length > 0 &&
    outcomes.every(
      ({ period }) => period !== null && Temporal.PlainDate.compare(period.last, today) < 0,
    )
  );
}

/** A stretch ("来週") says more than a time without any day. */
function preferDated(groups: readonly ResolvedGroup[]): ResolvedGroup[] {
  const withDays = groups.filter((one) => one.outcomes.length > 0);
  const bounded = withDays.filter((one) => one.outcomes.some((outcome) => outcome.period !== null));
  const timeOnly = groups.filter((one) => one.outcomes.length === 0);
  if (bounded.length > 0 || timeOnly.length === 0)
    return withDays.length > 0 ? withDays : [...groups];
  const isOpenToAll = withDays.every(({ group }) => group.days.every(isAnyDay));
  return isOpenToAll ? timeOnly : withDays;
}

/** いつでも names no day; 平日 names some. */
function isAnyDay({ mention }: DayItem): boolean {
  const { spec } = mention;
  return spec.form === 'period' && (spec.period === 'any' || spec.period === 'soon');
}

/**
 * A bare day that stands apart from the wish: gone days and 本日 are background; a future day
 * may be meant, so it is asked about.
 */
function dropBackground(
  groups: readonly ResolvedGroup[],
  now: Temporal.ZonedDateTime,
): ResolvedGroup[] {
  if (groups.length < 2) return [...groups];
  const solid = groups.filter((one) => !isApart(one));
  if (solid.length === 0 || solid.length === groups.length) return [...groups];
  const named = solid.flatMap((one) => one.outcomes.flatMap((outcome) => outcome.readings));
  const doubtful = groups.filter(
    (one) => isApart(one) && !isBackground(one, now) && !isNamed(one, named),
  );
  if (doubtful.length === 0) return solid;
  return solid.map((one) => ({
    ...one,
    alternatives: one.alternatives.map((alternative) => asDoubt(alternative, 'vague')),
  }));
}

function isApart({ group }: ResolvedGroup): boolean {
  if (group.times.length > 0 || group.joined) return false;
  return !group.days.some((day) => day.verdict === 'wished');
}

function isBackground(one: ResolvedGroup, now: Temporal.ZonedDateTime): boolean {
  const today = now.toPlainDate();
  return one.outcomes.every((outcome) =>
    outcome.readings.some((date) => Temporal.PlainDate.compare(date, today) <= 0),
  );
}

function isNamed(one: ResolvedGroup, named: readonly Temporal.PlainDate[]): boolean {
  return one.outcomes.every((outcome) =>
    outcome.readings.every((date) => named.some((other) => other.equals(date))),
  );
}
