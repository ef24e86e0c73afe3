/**
 * The verdict on a day or time, and the one way to give it: a verdict once given stays.
 */
import type { DayMention, Mention, TimeMention } from './mention.ts';

/** What the clause does with a day or time. */
export type Verdict =
  | 'live'
  | 'wished'
  | 'excluded'
  | 'cancelled'
  | 'past_fact'
  | 'replaced'
  /** Told as the reason for the wish ("3日は歯医者なので"). */
  | 'reason'
  | 'other';

export interface Judged {
  mention: Mention;
  verdict: Verdict;
}

/** Days and times; all else are joints. */
export function isAtom(mention: Mention | undefined): mention is DayMention | TimeMention {
  return mention?.kind === 'day' || mention?.kind === 'time';
}

/** Gives a verdict to what is still `live` in a stretch; answers whether anything was. */
export function mark(
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

/**
 * A word of wish speaks for the days and times right before it, through joints and particles,
 * not for a day that other text divides from them ("10日の面接について8日10時に"). Answers whether
 * there was any.
 */
export function markWished(judged: Judged[], from: number, to: number): boolean {
  let seen = false;
  for (let k = to - 1; k >= from; k--) {
    const item = judged[k];
    if (item === undefined) break;
    if (isAtom(item.mention)) {
      if (item.verdict === 'live') item.verdict = 'wished';
      seen = true;
    } else if (seen && endsWish(item.mention)) {
      break;
    }
  }
  return seen;
}

/** "12/3の件ですが、12/4の10時で": what the matter is about is not wished for. */
function endsWish(mention: Mention): boolean {
  return mention.kind === 'gap' || (mention.kind === 'sense' && mention.sense === 'matter');
}
