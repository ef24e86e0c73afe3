/**
 * Alternatives to the one answer: which groups count, in which order, and whether the sum is a
 * wish, a choice, a question, or nothing. Every rule here may turn an answer into a question,
 * none turns a question into an answer.
 */
import type { SingleWish, Wish, WishDoubt } from '../../domain/wish.ts';
import type { Alternative } from './alternative.ts';
import { asDoubt, type ResolvedGroup } from './alternatives.ts';
import type { DayItem } from './group.ts';
import type { DayOutcome } from './resolve-day.ts';
import { isPast } from './resolve-time.ts';

/** What was said beside the groups. */
export interface Surroundings {
  excluded: boolean;
  cancelled: boolean;
  garbled: boolean;
  undecided: boolean;
  /** The text was longer than any wish and was not read to its end. */
  cutOff: boolean;
}

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
  const standing = askAboutTold(dropBackground(counted, now));
  return inOrder(standing);
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

/** The answer. */
export function conclude(
  groups: readonly ResolvedGroup[],
  around: Surroundings,
  now: Temporal.ZonedDateTime,
): Wish {
  const alternatives = distinct(groups.flatMap((one) => one.alternatives));
  const [first] = alternatives;
  const hasDay = groups.some((one) => one.outcomes.length > 0 && !one.isVague);
  if (around.cancelled && !hasDay) return ask('cancel', alternatives);
  if (around.excluded && (!hasDay || alternatives.some(spansDays))) {
    return ask('exclusion', alternatives);
  }
  if (first === undefined)
    return around.garbled || around.cutOff ? ask('vague', []) : { kind: 'none' };
  const doubt = alternatives.find((one) => one.doubt !== null)?.doubt ?? null;
  if (doubt !== null) return ask(doubt, alternatives);
  if (around.garbled || around.cutOff) return ask('vague', alternatives);
  const wishes = alternatives.map((one) => one.wish).filter((wish) => wish !== null);
  const [only] = wishes;
  if (only === undefined) return ask('vague', alternatives);
  const past = wishes.every((wish) => isPast(wish, now));
  const wish: Wish = wishes.length === 1 ? only : { kind: 'choices', choices: wishes };
  return past ? { ...wish, past } : wish;
}

function ask(reason: WishDoubt, alternatives: readonly Alternative[]): Wish {
  const readings = alternatives.flatMap((one) => (one.wish === null ? one.readings : [one.wish]));
  const time = alternatives.find((one) => one.time !== null)?.time ?? null;
  return time === null
    ? { kind: 'ambiguous', reason, readings }
    : { kind: 'ambiguous', reason, readings, time };
}

function spansDays(alternative: Alternative): boolean {
  return alternative.wish?.kind === 'date_range';
}

/** The same wish said twice is one. */
function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Set<string>();
  return alternatives.filter((one) => {
    if (one.wish === null) return true;
    const key = keyOf(one.wish);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf(wish: SingleWish): string {
  return Object.values(wish).map(String).join('|');
}
