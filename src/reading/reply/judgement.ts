/**
 * One meaning found in a clause of a reply, with the words it rests on. Types and one
 * constructor; it judges nothing.
 */
import type { RequestFlag } from '../types.ts';
import type { Clause } from './clauses.ts';
import type { Meaning } from './vocabulary.ts';

export interface Judgement {
  meaning: Meaning;
  clause: Clause;
  /** Offsets in the clause of the words relied on. */
  start: number;
  end: number;
  flag: RequestFlag | null;
}

/** A meaning that rests on the clause as a whole. */
export function whole(clause: Clause, meaning: Meaning): Judgement {
  return { meaning, clause, start: 0, end: clause.text.length, flag: null };
}
