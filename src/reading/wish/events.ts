/**
 * Days and hours of something that is not the wished talk: events right behind their day, hours of
 * a job. Marks verdicts only; which words are events is the vocabulary's.
 */
import type { Mention } from './mention.ts';
import { isAtom, type Judged } from './verdict.ts';

/** "9時から17時まで仕事なので": the hours of the job, not the day. */
export function markTimes(judged: Judged[], from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const item = judged[k];
    if (item?.mention.kind === 'time' && item.verdict === 'live') item.verdict = 'other';
  }
}

/** "月曜から金曜の9時~17時勤務": a range of hours right before a word of work is a job's. */
export function markWorkHours(judged: Judged[], from: number, at: number): void {
  let k = at - 1;
  while (k >= from && isTransparent(judged[k]?.mention)) k--;
  const hours = judged[k];
  if (hours?.mention.kind !== 'time' || hours.mention.spec.form !== 'between') return;
  for (; k >= from; k--) {
    const item = judged[k];
    if (item === undefined || item.mention.kind === 'gap') return;
    if (isAtom(item.mention) && item.verdict === 'live') item.verdict = 'other';
  }
}

/** "11月30日で退職", "15日締切の": right behind the day; but not "3日に退職の相談". */
export function markEvent(judged: Judged[], from: number, at: number): void {
  const behind = judged[at + 1]?.mention;
  const isTopic = behind?.kind === 'particle' && behind.particle === 'の';
  if (isTopic && !isAtom(judged[at - 1]?.mention)) return;
  for (let k = at - 1; k >= from; k--) {
    const item = judged[k];
    if (isTransparent(item?.mention)) continue;
    if (item === undefined || !isAtom(item.mention)) return;
    if (item.verdict === 'live') item.verdict = 'other';
  }
}

/** Only particles and links stand between a day or time and the word. */
export function standsBehindDay(judged: readonly Judged[], from: number, at: number): boolean {
  let k = at - 1;
  while (k >= from && isTransparent(judged[k]?.mention)) k--;
  return k >= from && isAtom(judged[k]?.mention);
}

function isTransparent(mention: Mention | undefined): boolean {
  if (mention?.kind === 'particle' || mention?.kind === 'open') return true;
  return mention?.kind === 'link' && (mention.link === 'until' || mention.link === 'from');
}
