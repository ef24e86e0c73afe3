/**
 * A stretch of text that may be a personal name, with the weight of what points to it. The
 * weights are the one table by which name.ts chooses. It finds nothing itself.
 */
import type { Evidence } from '../types.ts';
import { hasKnownSurname } from './name-shape.ts';

export interface NameCandidate {
  start: number;
  end: number;
  weight: number;
  evidence: Evidence;
}

export const WEIGHT = {
  label: 100,
  sentenceLabel: 95,
  relative: 92,
  self: 90,
  introduced: 80,
  caller: 75,
  besideNumber: 62,
  copula: 56,
  titled: 55,
  ownLine: 42,
  signOff: 40,
  segment: 36,
  sender: 20,
} as const;
const KNOWN_SURNAME = 20;
/** More cues than this stand in no letter; the rest is not looked at. */
export const MOST_CUES = 40;
/** So far back from a cue a name is looked for. */
export const LOOK_BACK = 40;

const SENTENCE_MARKS = ['。', '、', '\n', '!', '！', '?', '？', '」', ',', '：', ':', '/', '|'];

/** A candidate found in the prose; a known family name adds weight. */
export function candidate(
  prose: string,
  { start, end }: { start: number; end: number },
  weight: number,
): NameCandidate {
  const bonus = hasKnownSurname(prose.slice(start, end)) ? KNOWN_SURNAME : 0;
  return { start, end, weight: weight + bonus, evidence: 'prose' };
}

/** The text before an offset, back to the sentence mark, at most LOOK_BACK characters. */
export function leadOf(prose: string, end: number): string {
  const window = prose.slice(Math.max(0, end - LOOK_BACK), end);
  const cut = Math.max(...SENTENCE_MARKS.map((mark) => window.lastIndexOf(mark)));
  return window.slice(cut + 1);
}
