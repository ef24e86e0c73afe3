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
      (mention?.kind === 'particle' && /^(を|は)$/.test(mention.particle)) ||
      (mention?.kind === 'link' && mention.link === 'from');
    if (divides) split = k;
  }
  if (split >= 0) mark(judged, { from, to: split, verdict: 'replaced' });
  mark(judged, { from, to: at, verdict: 'wished' });
  return true;
}
