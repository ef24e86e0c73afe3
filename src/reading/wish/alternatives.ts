/**
 * Groups of days and times to alternatives: each one wish that could be booked or offered, or a
 * doubt with its readings. It multiplies days by times ("3日か4日の10時か11時") in their order and
 * never fills in what was not written.
 */
import type { WishDoubt } from '../../domain/wish.ts';
import type { Alternative } from './alternative.ts';
import type { DayContext } from './day-reading.ts';
import type { Group, TimeItem } from './group.ts';
import { contextAfter, type DayOutcome, resolveDay } from './resolve-day.ts';
import { resolveSpan, resolveTimeOnDay, resolveTimeOnly } from './resolve-time.ts';

export interface ResolvedGroup {
  group: Group;
  alternatives: Alternative[];
  /** Only a stretch or nothing at all to stand on: gives way to any day. */
  isVague: boolean;
  outcomes: DayOutcome[];
}

/** More than this many alternatives is no choice any more. */
const MOST_ALTERNATIVES = 12;

/** All groups against the reference, each seeing the days before it in the text. */
export function resolveGroups(
  groups: readonly Group[],
  now: Temporal.ZonedDateTime,
): ResolvedGroup[] {
  let context: DayContext = { today: now.toPlainDate(), previous: null, week: null, month: null };
  let lastTimes: TimeItem[] = [];
  let lastOutcomes: DayOutcome[] = [];
  return groups.map((group) => {
    context = contextFor(group, context);
    const times = group.times.flatMap((time) =>
      time.mention.spec.form === 'same' ? lastTimes : [time],
    );
    const outcomes: DayOutcome[] = [];
    for (const item of group.days) {
      const outcome = resolveDay(item, context);
      context = contextAfter(item, outcome, context);
      if (item.bound !== 'base') outcomes.push(outcome);
    }
    const inherits = (group.joined || group.correction) && group.days.length === 0;
    const inherited = inherits ? lastOutcomes : outcomes;
    const parts = { times, outcomes: inherited, now, context };
    const found = alternativesOf(group, parts);
    const lacksTime = times.length < group.times.length && lastTimes.length === 0;
    const alternatives = lacksTime ? found.map((one) => asDoubt(one, 'vague')) : found;
    if (times.length > 0) lastTimes = times;
    if (outcomes.length > 0) lastOutcomes = outcomes;
    const isVague = inherited.length > 0 && inherited.every((outcome) => isStretch(outcome));
    return { group, alternatives, isVague, outcomes: inherited };
  });
}

/** A day gone by, in a sentence of its own, lends its month to nothing behind it. */
function contextFor(group: Group, context: DayContext): DayContext {
  const { previous, today } = context;
  if (previous === null || group.joined) return context;
  const isGone = Temporal.PlainDate.compare(previous.date, today) < 0;
  return isGone ? { ...context, previous: null } : context;
}

function isStretch(outcome: DayOutcome): boolean {
  return outcome.doubt === 'vague' && outcome.readings.length === 0;
}

interface Parts {
  times: TimeItem[];
  outcomes: DayOutcome[];
  now: Temporal.ZonedDateTime;
  context: DayContext;
}

function alternativesOf(group: Group, parts: Parts): Alternative[] {
  const { times, outcomes, now } = parts;
  const specs = times.map((time) => time.mention.spec);
  const [day] = outcomes;
  if (group.rangeEnd !== null && day !== undefined) {
    const end = resolveDay(group.rangeEnd.day, parts.context);
    const alternative = resolveSpan({
      day,
      end,
      from: specs[0],
      to: group.rangeEnd.time?.mention.spec,
    });
    return [group.contradictory ? asDoubt(alternative, 'vague') : alternative];
  }
  if (outcomes.length === 0) return specs.map((spec) => resolveTimeOnly(spec, now));
  const all = outcomes.flatMap((outcome) =>
    specs.length === 0
      ? resolveTimeOnDay(outcome, null, now)
      : specs.flatMap((spec) => resolveTimeOnDay(outcome, spec, now)),
  );
  const tooMany = all.length > MOST_ALTERNATIVES;
  if (!tooMany && !group.contradictory) return all;
  return all.slice(0, MOST_ALTERNATIVES).map((alternative) => asDoubt(alternative, 'vague'));
}

/** The same readings, but to be asked. */
export function asDoubt(alternative: Alternative, doubt: WishDoubt): Alternative {
  const readings = alternative.wish === null ? alternative.readings : [alternative.wish];
  return { ...alternative, wish: null, doubt: alternative.doubt ?? doubt, readings };
}
