/**
 * What of a clause nobody has explained: the stretches that neither the word tables nor
 * the familiar words nor grammar cover. A consent beside such a stretch is no sure
 * consent. It judges nothing itself and knows no meaning, only coverage.
 */
import { surnameLength } from '../items/surnames.ts';
import type { Clause } from './clauses.ts';
import { FAMILIAR } from './familiar-words.ts';
import { wordsOf } from './fold.ts';
import { FUNCTION_WORDS, NEGATIONS, PARTICLES, TURNS } from './function-words.ts';
import { NO_MARKS } from './manners.ts';

/** Half-open range of offsets in the clause. */
export interface Stretch {
  start: number;
  end: number;
}

interface Entry {
  word: string;
  isGrammar: boolean;
}

const WORDS = new Map<string, Entry[]>();
add([FUNCTION_WORDS, NO_MARKS], true);
add(
  FAMILIAR.map(({ words }) => words),
  false,
);
for (const words of WORDS.values()) words.sort((a, b) => b.word.length - a.word.length);

function add(lists: readonly string[], isGrammar: boolean): void {
  for (const word of lists.flatMap(wordsOf)) {
    const first = word[0] ?? '';
    WORDS.set(first, [...(WORDS.get(first) ?? []), { word, isGrammar }]);
  }
}

const TURN = wordsOf(TURNS).sort((a, b) => b.length - a.length);
const NOT = wordsOf(NEGATIONS);
const MARK = /[^\p{L}]|[〓ー々ゝゞヽヾ〇一二三四五六七八九十百千]/u;
const HIRAGANA = /[ぁ-ん]/;
const KATAKANA = /[ァ-ヶｦ-ﾟ]/;
const LONE_LATIN = /(?<![a-z])[a-z](?![a-z])/g;

/** The stretches of a clause outside `known` that no table covers, from left to right. */
export function findUnfamiliar(clause: Clause, known: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  const state: State = { text: clause.text, isBehindWord: true, isBehindKnown: false };
  let i = 0;
  while (i < clause.text.length) {
    const hit = known.find(({ start, end }) => start <= i && i < end);
    const { length, isGrammar } = hit
      ? { length: hit.end - i, isGrammar: false }
      : coveredAt(state, i);
    if (length === 0) addTo(found, i);
    const isParticle = length === 1 && PARTICLES.includes(clause.text[i] ?? '');
    state.isBehindWord = hit !== undefined || (length > 0 && !isParticle);
    state.isBehindKnown = hit !== undefined || (isGrammar && state.isBehindKnown);
    i += Math.max(length, 1);
  }
  return found.filter((one) => !isTailOf(clause, known, one) && saysSomething(clause, one));
}

interface State {
  text: string;
  /** A particle may follow. */
  isBehindWord: boolean;
  /** Only grammar stands since a known stretch. */
  isBehindKnown: boolean;
}

/** How many signs a table covers from here, 0 for none, and whether they are mere grammar. */
function coveredAt(state: State, i: number): { length: number; isGrammar: boolean } {
  const { text, isBehindWord, isBehindKnown } = state;
  const char = text[i] ?? '';
  if (MARK.test(char)) return grammar(1);
  const turn = isBehindKnown ? TURN.find((one) => text.startsWith(one, i)) : undefined;
  if (turn !== undefined) return grammar(turn.length);
  const entry = WORDS.get(char)?.find(({ word }) => text.startsWith(word, i));
  if (entry !== undefined && !cutsLatin(text, i, entry.word))
    return { length: entry.word.length, isGrammar: entry.isGrammar };
  const name = nameLength(text.slice(i, i + LONGEST_NAME));
  if (name > 0) return { length: name, isGrammar: false };
  const isNegation = NOT.some((negation) => text.startsWith(negation, i));
  const isParticle = (isBehindWord || isBehindKnown) && PARTICLES.includes(char);
  return grammar(isParticle && !isNegation ? 1 : 0);
}

function grammar(length: number): { length: number; isGrammar: boolean } {
  return { length, isGrammar: length > 0 };
}

const LONGEST_NAME = 12;
const GIVEN_NAME = /^\p{Script=Han}{1,3}(?=$|です|と申|より|でござ|、|っす)/u;

/** "佐藤", "佐藤花子です". */
function nameLength(text: string): number {
  const family = surnameLength(text);
  if (family < 2) return 0;
  return family + (GIVEN_NAME.exec(text.slice(family))?.[0].length ?? 0);
}

function cutsLatin(text: string, i: number, word: string): boolean {
  if (!/^[a-z]/.test(word)) return false;
  return /[a-z]/.test(text[i - 1] ?? '') || /[a-z]/.test(text[i + word.length] ?? '');
}

function addTo(found: Stretch[], i: number): void {
  const last = found.at(-1);
  if (last?.end === i) last.end = i + 1;
  else found.push({ start: i, end: i + 1 });
}

/** What is left of the known word itself (ありがと + う). */
function isTailOf({ text }: Clause, known: readonly Stretch[], { start, end }: Stretch): boolean {
  return /^[ぁ-ん]{1,2}$/.test(text.slice(start, end)) && known.some((one) => one.end === start);
}

/** One sign of hiragana is an ending, one of Latin a slip of the finger. */
function saysSomething({ text, raw, at }: Clause, { start, end }: Stretch): boolean {
  const rest = text.slice(start, end).replaceAll(LONE_LATIN, '');
  if (rest.length !== 1) return rest.length > 1;
  const isInside = HIRAGANA.test(text[start - 1] ?? '') && HIRAGANA.test(text[end] ?? '');
  if (isInside) return true;
  return !HIRAGANA.test(rest) || KATAKANA.test(raw[(at[start] ?? 0) - (at[0] ?? 0)] ?? '');
}
