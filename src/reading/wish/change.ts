/**
 * Words of change (変更, 振替): which day is the old booking and which the wish.
 * It marks verdicts only; it compares no dates.
 */
import { isAtom, type Judged, mark } from './verdict.ts';

/**
 * "12月3日を4日の11時に変更": the last day and its time are the wish, what stands before is the
 * old booking. "12月3日を変更したい" has no wish at all. Answers whether anything was marked.
 */
export function applyChange(judged: Judged[], from: number, at: number): boolean {
  const before = judged[at - 1]?.mention;
  const isTarget = before?.kind === 'particle' && /^(に|へ|で|には|にて)$/.test(before.particle);
  if (!isTarget) return mark(judged, { from, to: at, verdict: 'cancelled' });
  let lastAtom = at - 1;
  while (lastAtom >= from && !isAtom(judged[lastAtom]?.mention)) lastAtom--;
  let split = -1;
  for (let k = from; k < lastAtom; k++) {
    const mention = judged[k]?.mention;
    const divides =
      mention?.kind === 'gap' ||
      (mention?.kind === 'sense' && mention.sense === 'matter') ||
      (mention?.kind === 'particle' && /^(を|は)$/.test(mention.particle)) ||
      (mention?.kind === 'link' && mention.link === 'from');
    if (divides) split = k;
  }
  if (split >= 0) replaceOld(judged, { from, split, at });
  mark(judged, { from, to: at, verdict: 'wished' });
  return true;
}

/** "3日の10時を11時に変更": the day stays where only a time follows. */
function replaceOld(
  judged: Judged[],
  { from, split, at }: { from: number; split: number; at: number },
): void {
  const hasNewDay = judged.slice(split, at).some(({ mention }) => mention.kind === 'day');
  for (let k = from; k < split; k++) {
    const item = judged[k];
    if (item === undefined || item.verdict !== 'live' || !isAtom(item.mention)) continue;
    if (hasNewDay || item.mention.kind === 'time') item.verdict = 'replaced';
  }
}
