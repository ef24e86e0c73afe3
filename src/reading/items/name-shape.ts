/**
 * What a Japanese or foreign personal name looks like, and which words are never one.
 * Patterns and word lists only; where a name stands in a text is found by name-cues.ts.
 * Works on the width-folded copy; variation selectors (IVS) belong to their kanji.
 */
import { NEVER_IN_NAME, SELDOM_IN_NAME } from './name-stop-words.ts';
import { PLACE_AT_START } from './places.ts';
import { isSurname, surnameLength } from './surnames.ts';

const HAN = '[\\p{Script=Han}々〆ヶヵ\\u{E0100}-\\u{E01EF}]';
const HAN_RUN = `${HAN}(?:${HAN}|[ノケツ](?=${HAN})){0,4}`;
const READING = '(?:[(][ぁ-ゖァ-ヶーA-Za-z・ ]{1,24}[)])?';
const GIVEN = `(?:${HAN}{1,3}[ぁ-ゖ]{0,2}|[ァ-ヶ]{1,4}${HAN}|(?!の)[ぁ-ゖ]{1,3}${HAN}|[ぁ-ゖー]{2,5}|[ァ-ヶー]{1,10})`;
const KANJI_NAME = `${HAN_RUN}${READING}(?:[ \\u3000・]{0,4}${GIVEN})?`;
const KATAKANA_NAME = '(?:[ァ-ヶー]{2,12}|[ァ-ヶ](?=・))(?:[ ・=]{1,2}[ァ-ヶー]{1,12}){0,4}';
const MIXED_NAME = `[ァ-ヶー]{2,10}[ ・]?${HAN}{1,3}|[ぁ-ゖ]{2,5}[ ]{1,2}(?:${HAN}{1,3}|[ァ-ヶー]{2,8})`;
const HIRAGANA_NAME = '[ぁ-ゖー]{2,6}[ ]{1,2}[ぁ-ゖー]{2,6}';
const LATIN_NAME =
  "(?:[A-Z]\\.|[A-Z][A-Za-z'-]{1,20})(?:[ ,]{1,2}(?:[A-Z]\\.(?= [A-Z]|$)|[A-Z][A-Za-z'-]{0,20})){1,4}";

const ANY_NAME = [KANJI_NAME, MIXED_NAME, KATAKANA_NAME, HIRAGANA_NAME, LATIN_NAME].join('|');
const WHOLE = new RegExp(`^(?:${ANY_NAME})$`, 'u');
const TITLE =
  '(?<=求職者|登録者|利用者|申込者|大学生|会社員|課長|部長|係長|主任|代表|店長|在住|名前|氏名)';
const AT_END = new RegExp(
  [
    `(?:(?<!${HAN}|[ァ-ヶー])|${TITLE})${KANJI_NAME}$`,
    `(?<![ァ-ヶーぁ-ゖ])(?:${MIXED_NAME})$`,
    `(?<![ァ-ヶー])${KATAKANA_NAME}$`,
    `(?<![ぁ-ゖ])${HIRAGANA_NAME}$`,
    `(?<![A-Za-z])${LATIN_NAME}$`,
  ].join('|'),
  'gu',
);
const AT_START = new RegExp(`^(?:${KANJI_NAME}|${KATAKANA_NAME}|${LATIN_NAME})`, 'u');

const NEVER_END =
  /(?:[県市区町村郡]|屋|業|職|者|員|書|課|係|所|社|店|用|系|品|費|料|法|証|機|的|性|化|目|頃|分|時|月|日|年|円|回|名|点|番|号|枠|線|駅|校|側|別|等|様|氏|宛|行)$/u;

/** Whether a whole stretch of text can be a personal name. */
export function looksLikeName(text: string): boolean {
  if (text.length === 1 && !isSurname(text)) return false;
  if (!WHOLE.test(text) || NEVER_IN_NAME.test(text) || PLACE_AT_START.test(text)) return false;
  return hasKnownSurname(text) || !(SELDOM_IN_NAME.test(text) || endsLikeMatter(text));
}

/** The longest name-shaped stretch at the end of a text, or null. */
export function nameAtEnd(text: string): string | null {
  AT_END.lastIndex = 0;
  for (let found = AT_END.exec(text); found !== null; found = AT_END.exec(text)) {
    if (looksLikeName(found[0])) return found[0];
    AT_END.lastIndex = found.index + String.fromCodePoint(found[0].codePointAt(0) ?? 0).length;
  }
  return null;
}

/** The longest name-shaped stretch at the beginning of a text, or null. */
export function nameAtStart(text: string): string | null {
  const found = AT_START.exec(text)?.[0].trimEnd();
  return found !== undefined && looksLikeName(found) ? found : null;
}

function endsLikeMatter(text: string): boolean {
  return !/[ \u3000]/.test(text) && NEVER_END.test(text);
}

/** Written in kana only: a reading rather than the name, where both are given. */
export function isKanaOnly(text: string): boolean {
  return /^[ぁ-ゖァ-ヶー・ \u3000]+$/.test(text);
}

/** A known family name stands at its beginning. */
export function hasKnownSurname(text: string): boolean {
  return surnameLength(text) >= 2 || (/^.{1,3}[ \u3000]/u.test(text) && surnameLength(text) >= 1);
}

/** Only the family name, as far as can be told. */
export function isFamilyNameOnly(text: string): boolean {
  if (/[ \u3000]/.test(text) || text.length > 3) return false;
  return surnameLength(text) === text.length || text.length <= 2;
}
