/**
 * One index over all word tables of a reply, and the search in it: from left to right,
 * the longest word first. It knows no grammar; it only says which words stand where.
 */

import type { RequestFlag } from '../types.ts';
import { ATTENDANTS } from './attendants.ts';
import { CHANGES } from './changes.ts';
import { CONSENTS } from './consents.ts';
import { DOUBTS } from './doubts.ts';
import { wordsOf } from './fold.ts';
import { PLEASANTRIES } from './pleasantries.ts';
import { QUESTIONS } from './questions.ts';
import { REFUSALS } from './refusals.ts';
import type { Act, Place, Stem } from './vocabulary.ts';

export interface Hit {
  act: Act;
  word: string;
  /** Offsets in the clause. */
  start: number;
  end: number;
  place: Place;
  flag: RequestFlag | null;
}

interface Entry {
  word: string;
  stem: Stem;
}

const TABLES = [CONSENTS, REFUSALS, CHANGES, QUESTIONS, DOUBTS, PLEASANTRIES, ATTENDANTS].flat();
const WHOLE = new Map<string, Stem>();
const BY_FIRST = new Map<string, Entry[]>();

for (const stem of TABLES) {
  for (const word of wordsOf(stem.words)) {
    if (stem.place === 'whole') WHOLE.set(word, stem);
    else {
      const first = word[0] ?? '';
      BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { word, stem }]);
    }
  }
}
for (const entries of BY_FIRST.values()) entries.sort((a, b) => b.word.length - a.word.length);

const PUNCTUATION = /^[\s、,。.!…・♪]+|[\s、,。.!…・♪っ]+$/g;
const POLITE_END = /(で?す|でございます|だ|っす|ね|よ)$/;

/** The row that takes the whole clause as one short word ("りょ", "○"), if there is one. */
export function findWhole(clause: string): Hit | null {
  const bare = clause.replace(PUNCTUATION, '');
  if (BY_FIRST.get(bare[0] ?? '')?.some(({ word }) => word === bare)) return null;
  const stem = WHOLE.get(bare) ?? WHOLE.get(bare.replace(POLITE_END, ''));
  if (!stem) return null;
  return { act: stem.act, word: bare, start: 0, end: clause.length, place: 'whole', flag: null };
}

function matchAt(text: string, i: number, isStart: boolean): Hit | null {
  for (const { word, stem } of BY_FIRST.get(text[i] ?? '') ?? []) {
    if (stem.place === 'start' && !isStart) continue;
    if (!text.startsWith(word, i) || cutsLatin(text, i, word)) continue;
    const place = stem.place ?? 'any';
    return { act: stem.act, word, start: i, end: i + word.length, place, flag: stem.flag ?? null };
  }
  return null;
}

/** A Latin word inside a longer one is another word ("ok" in "book"). */
function cutsLatin(text: string, i: number, word: string): boolean {
  if (!/^[a-z]/.test(word)) return false;
  return /[a-z]/.test(text[i - 1] ?? '') || /[a-z]/.test(text[i + word.length] ?? '');
}

/** All words of the tables in a clause, left to right, none overlapping. */
export function findHits(clause: string): Hit[] {
  const hits: Hit[] = [];
  let i = 0;
  let isStart = true;
  while (i < clause.length) {
    const hit = matchAt(clause, i, isStart);
    if (hit) {
      hits.push(hit);
      i = hit.end;
      isStart = hit.place === 'start' || hit.act === 'greeting';
      continue;
    }
    if (!/[、, 〓]/.test(clause[i] ?? '')) isStart = false;
    else if (i > 0) isStart = true;
    i += 1;
  }
  return hits;
}
