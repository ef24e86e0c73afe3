/**
 * Judged mentions to groups, by order, joints and neighbourhood only: feeds the builder with
 * what may be wished and with what stands between. Knows no calendar.
 */
import type { Group } from './group.ts';
import { GroupBuilder } from './group-builder.ts';
import type { Mention } from './mention.ts';
import { isAtom, type Judged } from './verdict.ts';

const MAY_BE_WISHED: ReadonlySet<Judged['verdict']> = new Set([
  'live',
  'wished',
  'past_fact',
  'reason',
]);

/** The groups of the mentions that may be wishes, in the order of the text. */
export function groupWishes(judged: readonly Judged[]): Group[] {
  const builder = new GroupBuilder();
  judged.forEach((item, k) => {
    const mention: Mention = item.mention;
    if (isAtom(mention)) {
      if (!MAY_BE_WISHED.has(item.verdict)) builder.passDropped(mention);
      else if (mention.kind === 'day') builder.addDay(mention, item.verdict);
      else builder.addTime(mention, item.verdict, isConceded(judged[k + 1]?.mention));
    } else if (mention.kind === 'ordinal' && ranksBefore(judged, k)) {
      builder.rankLast(mention.rank);
    } else if (mention.kind === 'arrow' && !leadsToWish(judged, k)) {
      builder.pass({ ...mention, kind: 'gap' });
    } else {
      builder.pass(mention);
    }
  });
  return builder.groups;
}

/** "11時でも可", "11時でも大丈夫" */
function isConceded(behind: Mention | undefined): boolean {
  if (behind?.kind === 'sense') return behind.sense === 'concede';
  return behind?.kind === 'particle' && /^(でも|とも|も)$/.test(behind.particle);
}

/** "12/9 10時→第二、", "12/9 10時(第2希望)", "12/9 10時が第2希望です" */
function ranksBefore(judged: readonly Judged[], k: number): boolean {
  const before = judged[k - 1]?.mention;
  const behind = judged[k + 1]?.mention;
  if (!isAtom(judged[k - 2]?.mention) || isAtom(behind)) return false;
  if (before?.kind === 'open') return behind?.kind === 'close';
  if (before?.kind === 'arrow') return true;
  const isTopic = before?.kind === 'particle' && /^(が|は|を)$/.test(before.particle);
  if (behind?.kind === 'particle') return isTopic && !isAtom(judged[k + 2]?.mention);
  return isTopic;
}

/** Days or times behind an arrow replace those before it; a mark or a remark does not. */
function leadsToWish(judged: readonly Judged[], k: number): boolean {
  for (let at = k + 1; at <= k + MOST_BEFORE_WISH; at++) {
    const mention = judged[at]?.mention;
    if (isAtom(mention) || mention?.kind === 'correction') return true;
    const goesOn =
      mention?.kind === 'particle' ||
      mention?.kind === 'open' ||
      mention?.kind === 'line' ||
      mention?.kind === 'wish_label' ||
      mention?.kind === 'gap' ||
      mention?.kind === 'sense';
    if (!goesOn) return false;
  }
  return false;
}

const MOST_BEFORE_WISH = 4;
