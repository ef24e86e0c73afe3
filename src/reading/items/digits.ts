/**
 * Digits that are not written as digits: kanji digits in a row ("〇九〇ー一二三四…"), and
 * numbers read out in kana ("ゼロハチゼロ", "よんごぜろいちぜろ"). Kanji digits are folded
 * one to one; kana are only decoded for the question to the person, never taken as sure.
 */

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER =
  /[〇零一二三四五六七八九]{2,8}(?:[ ]?[-のノー・ ()][ ]?[〇零一二三四五六七八九]{2,8}){1,2}|[〇零一二三四五六七八九]{9,13}/g;

/** A copy of equal length in which long rows of kanji digits are ASCII digits. */
export function foldSpokenKanji(text: string): string {
  return text.replace(KANJI_NUMBER, (run) =>
    run.replace(/[〇零一二三四五六七八九]/g, (digit) =>
      digit === '零' ? '0' : String(KANJI_DIGITS.indexOf(digit)),
    ),
  );
}

/** How digits sound; the longest first. */
const SPOKEN: readonly (readonly [string, string])[] = [
  ['きゅう', '9'],
  ['きゅー', '9'],
  ['ぜろ', '0'],
  ['れい', '0'],
  ['まる', '0'],
  ['いち', '1'],
  ['いっ', '1'],
  ['にい', '2'],
  ['にー', '2'],
  ['さん', '3'],
  ['よん', '4'],
  ['ごー', '5'],
  ['ごお', '5'],
  ['ろく', '6'],
  ['ろっ', '6'],
  ['なな', '7'],
  ['しち', '7'],
  ['はち', '8'],
  ['はっ', '8'],
  ['に', '2'],
  ['し', '4'],
  ['ご', '5'],
  ['く', '9'],
];
/** A stretch that may be read-out digits, or digits mixed with them. */
const SPOKEN_RUN = /[ぁ-ゖァ-ヶー\d][ぁ-ゖァ-ヶー\d 、,・-]{3,60}/g;
const FEWEST_SPOKEN = 3;
const FEWEST_DIGITS = 5;

export interface SpokenNumber {
  digits: string;
  start: number;
  end: number;
}

/** Numbers read out in kana, wholly or in part. */
export function findSpokenNumbers(text: string): SpokenNumber[] {
  const found: SpokenNumber[] = [];
  for (const run of text.matchAll(SPOKEN_RUN)) found.push(...decodeRun(run[0], run.index));
  return found;
}

function decodeRun(run: string, offset: number): SpokenNumber[] {
  const hiragana = toHiragana(run);
  const found: SpokenNumber[] = [];
  let current = { digits: '', spoken: 0, start: 0, end: 0 };
  const close = () => {
    if (current.spoken >= FEWEST_SPOKEN && current.digits.length >= FEWEST_DIGITS) {
      found.push({
        digits: current.digits,
        start: offset + current.start,
        end: offset + current.end,
      });
    }
    current = { digits: '', spoken: 0, start: 0, end: 0 };
  };
  for (let at = 0; at < hiragana.length; ) {
    const token = readToken(hiragana, at);
    if (token === null) close();
    else if (token.digit !== '') {
      if (current.digits === '') current.start = at;
      current.digits += token.digit;
      current.spoken += token.spoken ? 1 : 0;
      current.end = at + token.length;
    }
    at += token?.length ?? 1;
  }
  close();
  return found;
}

function readToken(text: string, at: number) {
  const character = text.charAt(at);
  if (/\d/.test(character)) return { digit: character, spoken: false, length: 1 };
  const word = SPOKEN.find(([sound]) => text.startsWith(sound, at));
  if (word !== undefined) return { digit: word[1], spoken: true, length: word[0].length };
  return /[ 、,・ーの-]/.test(character) ? { digit: '', spoken: false, length: 1 } : null;
}

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
