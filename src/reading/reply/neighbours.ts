/**
 * Reads one sentence in Chinese or Korean by its phrases: both say "not" in words of
 * their own, and Chinese before the verb, so the reader of Japanese endings would take
 * 不能参加 for 参加. It never reads a sentence with kana.
 */
import { wordsOf } from './fold.ts';
import { CHINESE_SIGNS, NEIGHBOUR_ROWS } from './neighbour-phrases.ts';
import type { Act, Manner } from './vocabulary.ts';

const SIGNS = wordsOf(CHINESE_SIGNS);
const ROWS = NEIGHBOUR_ROWS.map(({ act, phrases }) => ({ act, phrases: wordsOf(phrases) }));
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/;
const HANGUL = /\p{Script=Hangul}/u;
const YES: ReadonlySet<Act> = new Set(['attend', 'accept']);
/** So much beside mere politeness says something that is not understood. */
const MUCH_LEFT = 4;

/** Whether a text is Chinese or Korean: no kana, and signs that Japanese does not use so. */
export function isNeighbour(text: string): boolean {
  if (KANA.test(text)) return false;
  return HANGUL.test(text) || SIGNS.some((sign) => text.includes(sign));
}

/** What a sentence in Chinese or Korean says; empty where its words are not understood. */
export function readNeighbour(
  text: string,
  hasQuestionMark: boolean,
): { act: Act; manner: Manner }[] {
  const { acts, left } = findActs(text.replaceAll(/[\s〓]/g, ''));
  if (hasQuestionMark || acts.includes('ask')) {
    const isChange = acts.includes('change');
    return [isChange ? { act: 'change', manner: 'begged' } : { act: 'ask', manner: 'asked' }];
  }
  const isPolite = acts.every((act) => act === 'courtesy' || act === 'greeting');
  if (isPolite && left.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= MUCH_LEFT) return [];
  return acts.map((act) => ({ act, manner: 'said' }));
}

/** The acts of the phrases, from the top of the table; after a refusal no yes is looked for. */
function findActs(text: string): { acts: Act[]; left: string } {
  const acts: Act[] = [];
  let left = text;
  for (const { act, phrases } of ROWS) {
    if (acts.includes('cancel') && YES.has(act)) continue;
    const found = phrases.filter((phrase) => left.includes(phrase));
    if (found.length > 0) acts.push(act);
    for (const phrase of found) left = left.replaceAll(phrase, '');
  }
  return { acts, left };
}
