/**
 * Reads one sentence in Latin letters by its phrases. English says "not" and "if" before
 * the word and asks by its first word, so it needs its own small reader; other languages
 * in these letters pass through it. It never reads a sentence with Japanese characters.
 */

import { wordsIn } from '../word-list.ts';
import { FAMILIAR_ENGLISH, PHRASES, POLITE_WORDS, QUESTION_STARTS } from './english-phrases.ts';
import type { Act, Manner } from './vocabulary.ts';

const ROWS = PHRASES.map(({ act, phrases }) => ({ act, phrases: split(phrases) }));
const STARTS = split(QUESTION_STARTS);
const POLITE = new Set(wordsIn(POLITE_WORDS));
/** So many words beside thanks say something that is not understood. */
const MANY_UNKNOWN = 3;
/** Words of English; so many others beside a yes may be what the yes is to. */
const FAMILIAR = new Set(wordsIn(FAMILIAR_ENGLISH));
const SOME_UNKNOWN = 2;
const IS_ENGLISH = / (?:i|i'll|i'm|my|the|is|it|and|you) /;
const NEGATION = / (?:not|never|don't|didn't|won't|isn't|nao|khong|tidak|bukan|hindi) /;
/** Not looked for after a refusal: a yes, and a "but". */
const AFTER_NO: ReadonlySet<Act> = new Set(['attend', 'accept', 'waver']);
const YES: ReadonlySet<Act> = new Set(['attend', 'accept']);
const NEGATED: ReadonlySet<Act> = new Set(['attend', 'accept', 'change']);

function split(phrases: string): string[] {
  return phrases.split('/').map((phrase) => ` ${phrase.trim()} `);
}

/** Whether a text is in Latin letters only. */
export function isLatin(text: string): boolean {
  return (
    /[a-z\u00e0-\u024f\u1e00-\u1eff]{2}/.test(text) &&
    !/[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f]/.test(text)
  );
}

/** What a sentence in Latin letters says; empty where no phrase is known. */
export function readEnglish(
  text: string,
  hasQuestionMark: boolean,
): { act: Act; manner: Manner }[] {
  const words = plainWords(text);
  const { acts, left } = findActs(words);
  const isAsked = hasQuestionMark || STARTS.some((start) => words.startsWith(start));
  if (isAsked) {
    return [
      acts.includes('change')
        ? { act: 'change', manner: 'begged' }
        : { act: 'ask', manner: 'asked' },
    ];
  }
  if (acts.every(isPolite) && unknownWords(left) >= MANY_UNKNOWN) return [];
  const isNegated = NEGATION.test(withoutHarmless(words));
  const isStrange = IS_ENGLISH.test(words) && unfamiliarWords(left) >= SOME_UNKNOWN;
  return acts.map((act) => {
    if (isNegated && NEGATED.has(act)) return { act, manner: 'negated' };
    return { act: isStrange && YES.has(act) ? 'remark' : act, manner: 'said' };
  });
}

function plainWords(text: string): string {
  const bare = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[’‘]/g, "'");
  return ` ${bare.replaceAll(/[^a-z0-9']+/g, ' ').trim()} `;
}

function isPolite(act: Act): boolean {
  return act === 'courtesy' || act === 'greeting';
}

function unknownWords(left: string): number {
  return left.split(' ').filter((word) => word !== '' && !POLITE.has(word)).length;
}

/** Words that neither politeness nor the session explains; numbers and letters alone say nothing. */
function unfamiliarWords(left: string): number {
  const words = left.split(' ').filter((word) => /^[a-z']{2,}$/.test(word));
  return words.filter((word) => !POLITE.has(word) && !FAMILIAR.has(word)).length;
}

/** "Not a problem" negates nothing: the phrases of the first row are no negation. */
function withoutHarmless(words: string): string {
  const harmless = ROWS[0]?.phrases ?? [];
  return harmless.reduce((left, phrase) => left.replaceAll(phrase, ' '), words);
}

/** The acts of the phrases, from the top of the table; after a refusal no yes is looked for. */
function findActs(words: string): { acts: Act[]; left: string } {
  const acts: Act[] = [];
  let left = words;
  for (const { act, phrases } of ROWS) {
    if (acts.includes('cancel') && AFTER_NO.has(act)) continue;
    const found = phrases.filter((phrase) => left.includes(phrase));
    if (found.length > 0) acts.push(act);
    for (const phrase of found) left = left.replaceAll(phrase, ' ');
  }
  return { acts, left };
}
