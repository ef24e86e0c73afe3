/**
 * Japanese in Latin letters ("hai, sanka shimasu") turned to kana, so that the Japanese reader
 * judges it: its endings say "not" and "but" where English has words. Hepburn and Kunrei
 * spellings. A sentence without a Japanese ending or greeting is left as it is.
 */
import type { Folded } from './fold.ts';

const VOWELS = 'aiueo';
/** Each row: the letters before a vowel, and the kana of a, i, u, e, o ("-": there is none). */
const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あ い う え お'],
  ['k', 'か き く け こ'],
  ['g', 'が ぎ ぐ げ ご'],
  ['s', 'さ し す せ そ'],
  ['z', 'ざ じ ず ぜ ぞ'],
  ['t', 'た ち つ て と'],
  ['d', 'だ ぢ づ で ど'],
  ['n', 'な に ぬ ね の'],
  ['h', 'は ひ ふ へ ほ'],
  ['b', 'ば び ぶ べ ぼ'],
  ['p', 'ぱ ぴ ぷ ぺ ぽ'],
  ['m', 'ま み む め も'],
  ['r', 'ら り る れ ろ'],
  ['y', 'や - ゆ - よ'],
  ['w', 'わ - - - を'],
  ['f', '- - ふ - -'],
  ['j', 'じゃ じ じゅ じぇ じょ'],
  ['sh', 'しゃ し しゅ しぇ しょ'],
  ['ch', 'ちゃ ち ちゅ ちぇ ちょ'],
  ['ts', '- - つ - -'],
  ...[...'kgnhbpmr'].map((c) => [`${c}y`, yRow(c)] as const),
  ['sy', 'しゃ - しゅ - しょ'],
  ['ty', 'ちゃ - ちゅ - ちょ'],
  ['zy', 'じゃ - じゅ - じょ'],
];
const SYLLABLES = new Map<string, string>();
for (const [letters, kana] of ROWS)
  kana.split(' ').forEach((sign, i) => {
    if (sign !== '-') SYLLABLES.set(`${letters}${VOWELS[i]}`, sign);
  });

function yRow(consonant: string): string {
  const i = { k: 'き', g: 'ぎ', n: 'に', h: 'ひ', b: 'び', p: 'ぴ', m: 'み', r: 'り' }[consonant];
  return `${i}ゃ - ${i}ゅ - ${i}ょ`;
}

/** Particles are written as they sound. */
const PARTICLES: Readonly<Record<string, string>> = { wa: 'は', o: 'を', e: 'へ' };
/** No other language ends or greets so. */
const TELLING =
  /^(?:desu|desuka|deshou?|deshita|kudasai|onegai|onegaishimasu|yoroshiku|arigatou?|gozaimasu|kedo|keredo|hai|ryou?kai|wakatta|daijou?bu|sanka|watashi|boku|nihongo)$|(?:masu|mashita|masen|imasuka|masuka)$/;
const WORD = /[a-z']+|[^a-z']+/g;
const LONGEST = 400;

/** A sentence in matching form with its romaji in kana; null where it is no romaji. */
export function readRomaji({ text, at }: Folded): Folded | null {
  if (text.length > LONGEST) return null;
  const pieces = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    index,
    kana: toKana(word),
  }));
  const words = pieces.filter(({ word }) => /[a-z]/.test(word));
  if (!words.some(({ word }) => TELLING.test(word))) return null;
  if (words.filter(({ kana }) => kana !== null).length < words.length * MOSTLY) return null;
  const signs = pieces.flatMap(({ word, index, kana }) =>
    [...(kana ?? word)].map((sign, i) => ({ sign, from: kana === null ? index + i : index })),
  );
  const end = at.at(-1) ?? 0;
  return {
    text: signs.map(({ sign }) => sign).join(''),
    at: [...signs.map(({ from }) => at[from] ?? end), end],
  };
}

const MOSTLY = 0.7;

/** A word in kana; null where a syllable is none of Japanese. */
function toKana(word: string): string | null {
  const particle = PARTICLES[word];
  if (particle !== undefined) return particle;
  let kana = '';
  for (let i = 0; i < word.length; ) {
    const [sign, length] = signAt(word, i);
    if (length === 0) return null;
    kana += sign;
    i += length;
  }
  return kana === '' ? null : kana;
}

/** The kana at a place of a word, and how many letters it takes; 0 where there is none. */
function signAt(word: string, i: number): [string, number] {
  for (const length of [3, 2, 1]) {
    const sign = SYLLABLES.get(word.slice(i, i + length));
    if (sign !== undefined) return [sign, length];
  }
  if (word[i] === 'n') return ['ん', word[i + 1] === "'" ? 2 : 1];
  const isDoubled =
    /[kstpcgdbz]/.test(word[i] ?? '') && (word[i] === word[i + 1] || /^tch/.test(word.slice(i)));
  return isDoubled ? ['っ', 1] : ['', 0];
}
