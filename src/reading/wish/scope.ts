/**
 * Which mentions a clause wishes for, excludes, tells as past, cancels or replaces: a word of
 * sense speaks for the days and times before it, back to the last such word or sentence end;
 * a label (生年月日, 営業時間) for those right behind it. Judges; resolves no date.
 */
import type { DayMention, Mention, TimeMention } from './mention.ts';
import type { Sense } from './token.ts';

export type Verdict =
  | 'live'
  | 'wished'
  | 'excluded'
  | 'cancelled'
  | 'past_fact'
  | 'replaced'
  | 'other';

export interface Judged {
  mention: Mention;
  verdict: Verdict;
}

/** Every mention with its verdict; joints are always `live`. */
export function judge(mentions: readonly Mention[]): Judged[] {
  const judged = mentions.map((mention): Judged => ({ mention, verdict: 'live' }));
  let from = 0;
  for (let k = 0; k < judged.length; k++) {
    const mention = judged[k]?.mention;
    if (mention === undefined) continue;
    if (mention.kind === 'stop' || mention.kind === 'fallback' || endsClauseAtLine(judged, k)) {
      from = k + 1;
    } else if (mention.kind === 'other_role') {
      judgeBehindLabel(judged, k);
    } else if (mention.kind === 'sense') {
      if (applySense(judged, { from, at: k, sense: mention.sense })) from = k + 1;
    }
  }
  return judged;
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
      mark(judged, { from, to: at, verdict: 'wished' });
      return true;
    case 'exclude':
      return mark(judged, { from, to: at, verdict: 'excluded' });
    case 'past_fact':
      return mark(judged, { from, to: at, verdict: 'past_fact' });
    case 'cancel':
      return mark(judged, { from, to: at, verdict: 'cancelled' });
    case 'replace':
      return mark(judged, { from, to: at, verdict: 'replaced' });
    case 'routine':
      markTimes(judged, from, at);
      return false;
    case 'event':
      markEvent(judged, from, at);
      return false;
    case 'change':
      return applyChange(judged, from, at);
  }
}

function isAtom(mention: Mention | undefined): mention is DayMention | TimeMention {
  return mention?.kind === 'day' || mention?.kind === 'time';
}

function mark(
  judged: Judged[],
  { from, to, verdict }: { from: number; to: number; verdict: Verdict },
): boolean {
  let marked = false;
  for (let k = from; k < to; k++) {
    const item = judged[k];
    if (item === undefined || !isAtom(item.mention) || item.verdict !== 'live') continue;
    item.verdict = verdict;
    marked = true;
  }
  return marked;
}

/** "9時から17時まで仕事なので": the hours of the job, not the day. */
function markTimes(judged: Judged[], from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const item = judged[k];
    if (item?.mention.kind === 'time' && item.verdict === 'live') item.verdict = 'other';
  }
}

/** "11月30日で退職": only right behind the day, and not "…退職の相談". */
function markEvent(judged: Judged[], from: number, at: number): void {
  const behind = judged[at + 1]?.mention;
  if (behind?.kind === 'particle' && behind.particle === 'の') return;
  let k = at - 1;
  while (k >= from && isTransparent(judged[k]?.mention)) k--;
  while (k >= from && isAtom(judged[k]?.mention)) {
    const item = judged[k];
    if (item?.verdict === 'live') item.verdict = 'other';
    k--;
    while (k >= from && isTransparent(judged[k]?.mention)) k--;
  }
}

function isTransparent(mention: Mention | undefined): boolean {
  if (mention?.kind === 'particle' || mention?.kind === 'open') return true;
  return mention?.kind === 'link' && (mention.link === 'until' || mention.link === 'from');
}

/**
 * "12月3日を4日の11時に変更": the last day and its time are the wish, what stands before is the
 * old booking. "12月3日を変更したい" has no wish at all.
 */
function applyChange(judged: Judged[], from: number, at: number): boolean {
  const before = judged[at - 1]?.mention;
  const isTarget = before?.kind === 'particle' && /^(に|へ|で|には|にて)$/.test(before.particle);
  if (!isTarget) return mark(judged, { from, to: at, verdict: 'cancelled' });
  let split = -1;
  for (let k = from; k < at - 1; k++) {
    const mention = judged[k]?.mention;
    const divides =
      (mention?.kind === 'particle' && /^(を|は)$/.test(mention.particle)) ||
      (mention?.kind === 'link' && mention.link === 'from');
    if (divides && hasAtom(judged, k, at)) split = k;
  }
  if (split >= 0) mark(judged, { from, to: split, verdict: 'replaced' });
  mark(judged, { from, to: at, verdict: 'wished' });
  return true;
}

function hasAtom(judged: readonly Judged[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isAtom(judged[k]?.mention)) return true;
  return false;
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
      (seen ? item.mention.kind === 'link' : item.mention.kind === 'line' && k === at + 1);
    if (!goesOn) return;
  }
}
