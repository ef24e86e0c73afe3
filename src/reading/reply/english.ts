/**
 * Reads one sentence in Latin letters by its phrases. English says "not" and "if" before
 * the word and asks by its first word, so it needs its own small reader; other languages
 * in these letters pass through it. It never reads a sentence with Japanese characters.
 */

import { wordsIn } from '../word-list.ts';
import { PHRASES, POLITE_WORDS, QUESTION_STARTS } from './english-phrases.ts';
import type { Act, Manner } from './vocabulary.ts';

const ROWS = PHRASES.map(({ act, phrases }) => ({ act, phrases: split(phrases) }));
const STARTS = split(QUESTION_STARTS);
const POLITE = new Set(wordsIn(POLITE_WORDS));
/** So many words beside thanks say something that is not understood. */
const MANY_UNKNOWN = 3;
const NEGATION = / (?:not|never|don't|didn't|won't|isn't|nao|khong|tidak|bukan|hindi) /;
/** Not looked for after a refusal: a yes, and a "but". */
const AFTER_NO: ReadonlySet<Act> = new Set(['attend', 'accept', 'waver']);
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
  return acts.map((act) => ({ act, manner: isNegated && NEGATED.has(act) ? 'negated' : 'said' }));
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
