/**
 * Clauses that tell of something else at a day ("14時に病院の予約があります"): whether the words
 * speak for the days and times before them. Marks verdicts only; it knows no words.
 */
import type { Mention } from './mention.ts';
import type { Sense } from './token.ts';
import { isAtom, type Judged, mark } from './verdict.ts';

/** A clause whose day lies more mentions back tells of something else. */
const FARTHEST = 40;

/**
 * Excludes the days and times of the clause. A label or number between ("14時 ⑤面接があり…")
 * begins another item of a form. Words that tell less need a particle right behind the day, and
 * a bare verb a noun of its own.
 */
export function applyEngagement(
  judged: Judged[],
  { from, at, sense }: { from: number; at: number; sense: Sense },
): boolean {
  let k = at - 1;
  const first = Math.max(from, at - FARTHEST);
  while (k >= first && !isAtom(judged[k]?.mention)) {
    if (beginsItem(judged[k]?.mention)) return false;
    k--;
  }
  if (k < first || (sense !== 'engagement' && !isTied(judged, k))) return false;
  if (sense === 'engagement_verb' && k + 2 >= at) return false;
  return mark(judged, { from, to: at, verdict: 'excluded' });
}

function beginsItem(mention: Mention | undefined): boolean {
  const kind = mention?.kind;
  return kind === 'ordinal' || kind === 'wish_label' || kind === 'other_role' || kind === 'stop';
}

/** "14時に…", "14時から…", "3日は…"; a day alone may be the wished one ("3日に伺います"). */
function isTied(judged: readonly Judged[], last: number): boolean {
  const behind = judged[last + 1]?.mention;
  const isTime = judged[last]?.mention.kind === 'time';
  if (behind?.kind === 'particle') {
    return (isTime ? /^(に|は|が|も|には|で)$/ : /^(は|も)$/).test(behind.particle);
  }
  if (behind?.kind === 'sense') return isTime;
  // から is part of the time: "14時から内科を受診します"
  if (behind?.kind === 'gap') return isTime && behind.start === judged[last]?.mention.end;
  return behind?.kind === 'link' && isTime && behind.link !== 'or' && behind.link !== 'and';
}
