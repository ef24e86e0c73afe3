/**
 * Which mentions a clause wishes for, excludes, tells as past, cancels or replaces: a word of
 * sense speaks for the days and times before it, back to the last such word or sentence end;
 * a label (生年月日, 営業時間) for those right behind it. Judges; resolves no date.
 */
import { applyChange } from './change.ts';
import { applyEngagement } from './engagement.ts';
import { markEvent, markTimes, markWorkHours, standsBehindDay } from './events.ts';
import type { Mention } from './mention.ts';
import type { Sense } from './token.ts';
import { isAtom, type Judged, mark, markWished } from './verdict.ts';

/** Every mention with its verdict; joints are always `live`. */
export function judge(mentions: readonly Mention[]): Judged[] {
  const judged = mentions.map((mention): Judged => ({ mention, verdict: 'live' }));
  const state = { from: 0, outer: 0, routine: 0, cancelAhead: false };
  for (let k = 0; k < judged.length; k++) step(judged, k, state);
  if (state.cancelAhead)
    mark(judged, { from: state.from, to: judged.length, verdict: 'cancelled' });
  return judged;
}

interface ClauseState {
  /** Where the open clause begins. */
  from: number;
  /** Where it began outside the open bracket: a bracket speaks for itself only. */
  outer: number;
  /** Up to where working hours were looked for, so that no stretch is walked twice. */
  routine: number;
  /** A cancellation was said before any day ("キャンセルしたいです。12/11の…"). */
  cancelAhead: boolean;
}

function step(judged: Judged[], k: number, state: ClauseState): void {
  const mention = judged[k]?.mention;
  switch (mention?.kind) {
    case 'open':
      state.outer = state.from;
      state.from = k + 1;
      return;
    case 'close':
      state.from = state.outer;
      return;
    case 'stop':
    case 'fallback':
      if (state.cancelAhead && mark(judged, { from: state.from, to: k, verdict: 'cancelled' })) {
        state.cancelAhead = false;
      }
      startClause(state, k + 1);
      return;
    case 'reason':
      mark(judged, { from: state.from, to: k, verdict: 'reason' });
      state.from = k + 1;
      return;
    case 'line':
      if (endsClauseAtLine(judged, k)) startClause(state, k + 1);
      return;
    case 'other_role':
      judgeBehindLabel(judged, k);
      return;
    case 'sense':
      stepSense(judged, { from: state.from, at: k, sense: mention.sense }, state);
      return;
    default:
      return;
  }
}

function startClause(state: ClauseState, at: number): void {
  state.from = at;
  state.outer = at;
}

function stepSense(judged: Judged[], clause: Clause, state: ClauseState): void {
  if (clause.sense === 'routine') {
    markTimes(judged, Math.max(clause.from, state.routine), clause.at);
    state.routine = clause.at;
    return;
  }
  const closed = applySense(judged, clause);
  // where nothing was marked nothing is left to mark, so the clause begins anew all the same
  // what did not speak for the days before it leaves them to the words behind it
  const isOpen = clause.sense === 'matter' || clause.sense.startsWith('engagement');
  const goesOn = isOpen && !closed;
  if (!clause.sense.startsWith('event') && clause.sense !== 'work' && !goesOn)
    state.from = clause.at + 1;
  if (clause.sense === 'cancel' && !closed) state.cancelAhead = true;
  if (closed && clause.sense !== 'cancel') state.cancelAhead = false;
}

/** A line end closes the clause unless prose was wrapped there ("…参観日のため⏎都合が悪く"). */
function endsClauseAtLine(judged: readonly Judged[], k: number): boolean {
  if (judged[k]?.mention.kind !== 'line') return false;
  const before = judged[k - 1]?.mention.kind;
  return before !== 'gap' && before !== 'particle' && before !== 'link' && before !== 'comma';
}

interface Clause {
  from: number;
  at: number;
  sense: Sense;
}

/** Answers whether the word closed its clause. */
function applySense(judged: Judged[], clause: Clause): boolean {
  const { from, at, sense } = clause;
  switch (sense) {
    case 'wish':
    case 'concede':
      return markWished(judged, from, at);
    case 'exclude':
      excludeBehind(judged, at);
      return mark(judged, { from, to: at, verdict: 'excluded' });
    case 'except': {
      const near = clusterBefore(judged, from, at);
      if (near < at) excludeBehind(judged, at);
      return mark(judged, { from: near, to: at, verdict: 'excluded' });
    }
    case 'past_fact':
      return mark(judged, { from, to: at, verdict: 'past_fact' });
    case 'cancel':
      return mark(judged, { from, to: at, verdict: 'cancelled' });
    case 'replace':
      return mark(judged, { from, to: at, verdict: 'replaced' });
    case 'matter':
      // "12/10 11:00の件ですが": a booking that stands already
      if (judged[at - 1]?.mention.kind !== 'time') return false;
      return mark(judged, { from, to: at, verdict: 'replaced' });
    case 'event_either':
      if (standsBehindDay(judged, from, at)) markEvent(judged, from, at);
      else judgeBehindLabel(judged, at);
      return false;
    case 'event':
      markEvent(judged, from, at);
      return false;
    case 'work':
      markWorkHours(judged, from, at);
      return false;
    case 'engagement':
    case 'engagement_told':
    case 'engagement_verb':
      return applyEngagement(judged, { from, at, sense });
    case 'change':
      return applyChange(judged, from, at);
    case 'routine':
      return false;
  }
}

/** Where the days and times begin that reach up to a word without other text between. */
function clusterBefore(judged: readonly Judged[], from: number, at: number): number {
  let k = at;
  while (k > from && judged[k - 1]?.mention.kind !== 'gap') k--;
  return k;
}

/** "12日以外の土曜": the day behind names what is left, not a day of its own. */
function excludeBehind(judged: Judged[], at: number): void {
  const particle = judged[at + 1]?.mention;
  const behind = judged[at + 2];
  if (particle?.kind !== 'particle' || particle.particle !== 'の') return;
  if (behind?.mention.kind === 'day') behind.verdict = 'excluded';
}

/** "Wed, Dec 23" */
function isBareWeekday(mention: Mention | undefined): boolean {
  return mention?.kind === 'day' && mention.spec.form === 'weekday';
}

/** The days and times right behind a label, on its line or alone on the next. */
function judgeBehindLabel(judged: Judged[], at: number): void {
  let seen = false;
  for (let k = at + 1; k < judged.length; k++) {
    const item = judged[k];
    if (item === undefined) return;
    if (isAtom(item.mention)) {
      if (item.verdict === 'live') item.verdict = 'other';
      seen = true;
      continue;
    }
    const goesOn =
      item.mention.kind === 'particle' ||
      item.mention.kind === 'open' ||
      (item.mention.kind === 'comma' && isBareWeekday(judged[k - 1]?.mention)) ||
      (item.mention.kind === 'gap' && judged[k + 1]?.mention.kind === 'open') ||
      (seen ? item.mention.kind === 'link' : item.mention.kind === 'line' && k === at + 1);
    if (!goesOn) return;
  }
}
