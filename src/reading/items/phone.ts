/**
 * 連絡先電話番号, Article 6(2)④: chooses the person's own telephone among the numbers of
 * numbers.ts and writes it in the Japanese national form. The only file that knows
 * libphonenumber-js. FAX numbers, the office's own number and toll-free numbers are never
 * taken; a number of the wrong length is asked back.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findSpokenNumbers } from './digits.ts';
import { type ItemResult, NOTHING } from './doubt.ts';
import type { Field } from './field.ts';
import type { FoundNumber } from './number.ts';
import { asWritten, rawSpan, type Sheet } from './sheet.ts';

interface Candidate {
  number: FoundNumber;
  national: string;
  score: number;
}

interface Weight {
  words: RegExp;
  side: 'before' | 'after';
  score: number;
}

/** What speaks for and against a number being the one to call. */
const WEIGHTS: readonly Weight[] = [
  {
    words: /日中|昼間|つながりやす|繋がりやす|優先|本人|新しい|変わりまし/,
    side: 'before',
    score: 4,
  },
  {
    words:
      /^[^、。\d\n]{0,6}(?:日中|昼間|つながりやす|繋がりやす|優先|本人|こちら|に変わりまし|に変更)/,
    side: 'after',
    score: 4,
  },
  {
    words:
      /(?:母|父|親|妻|夫|主人|家族|兄|姉|弟|妹|息子|娘|緊急|保護者|支援員|友人|知人)[^、。,\d\n]{0,8}$/,
    side: 'before',
    score: -4,
  },
  {
    words: /^[^、。\d\n]{0,4}(?:母|父|親|妻|夫|主人|家族|緊急|保護者|実家|留守|会社|職場|夜)/,
    side: 'after',
    score: -4,
  },
  {
    words:
      /(?:つなが|繋が|出)(?:らない|れない)[^\d\n]{0,10}$|(?:なければ|無理なら|不在)[^\d\n]{0,8}$|予備[^\d\n]{0,6}$/,
    side: 'before',
    score: -4,
  },
  { words: /(?:以前|旧|古い|変更前|解約)[^\d\n]{0,8}$/, side: 'before', score: -8 },
  { words: /^[^、。\d\n]{0,4}(?:は使え|は使って|は解約|から変)/, side: 'after', score: -8 },
];
const DENIED = /^[)）」]?(?:では|じゃ)(?:なく|ありません|ない)|^[)）」]?は(?:間違|誤り)/;
const OFFICE =
  /(?:ハローワーク|安定所|当所|窓口|事務所|代表)(?!カード|登録番号|の番号)[^\d\n]{0,14}$/;
const OWN = /私|自分|携帯|本人|連絡先/;
const MOBILE = /^0[5789]0/;
const TOLL = /^(?:0120|0570|0800|0990)/;
const MOBILE_SCORE = 3;
const LABEL_SCORE = 2;

/**
 * The telephone number to call, or why it must be asked back. `seekersKin`: the words by which a
 * mail that speaks for another calls that person.
 */
export function readPhone(
  sheet: Sheet,
  fields: readonly Field[],
  { numbers, seekersKin }: { numbers: readonly FoundNumber[]; seekersKin: readonly string[] },
): ItemResult<string> {
  const best = candidates(numbers, seekersKin).sort((a, b) => b.score - a.score)[0];
  if (best !== undefined) {
    const { start, end, labelled } = best.number;
    const evidence = labelled ? 'label' : 'prose';
    const found = { value: best.national, evidence, span: rawSpan(sheet, start, end) } as const;
    return { found, doubt: null };
  }
  return fromSpoken(sheet) ?? wrongLength(sheet, fields, numbers) ?? NOTHING;
}

function candidates(numbers: readonly FoundNumber[], seekersKin: readonly string[]): Candidate[] {
  return numbers.flatMap((number) => {
    if (number.kind !== 'phone' || DENIED.test(number.after)) return [];
    if (OFFICE.test(number.before) && !OWN.test(number.before)) return [];
    const national = toNational(number.digits);
    return national === null
      ? []
      : [{ number, national, score: scoreOf(number, national) + kinScore(number, seekersKin) }];
  });
}

/** "妹の電話は…、私のは…" in a mail for the sister. */
function kinScore({ before }: FoundNumber, seekersKin: readonly string[]): number {
  if (seekersKin.length === 0) return 0;
  const owner = OWNER.exec(before)?.[1];
  if (owner === undefined || owner === '本人') return 0;
  return seekersKin.includes(owner) ? KIN_SCORE : -KIN_SCORE;
}

const OWNER =
  /(私|わたし|わたくし|自分|僕|当方|本人|母|父|親|妻|夫|主人|兄|姉|弟|妹|息子|娘|孫|祖母|祖父|友人|友達)(?:さん|様)?(?:の|は|が)[^、。,\d\n]{0,10}$/;
const KIN_SCORE = 8;

function scoreOf(number: FoundNumber, national: string): number {
  let score = MOBILE.test(national) ? MOBILE_SCORE : 0;
  if (number.labelled) score += LABEL_SCORE;
  for (const weight of WEIGHTS) {
    if (weight.words.test(number[weight.side])) score += weight.score;
  }
  return score;
}

/** "0984-23-0000"; null if no Japanese telephone number has these digits (E.164, MIC numbering plan). */
export function toNational(digits: string): string | null {
  const domestic = digits.replace(/^(?:00)?810?(?=\d{9,10}$)/, '0');
  if (TOLL.test(domestic) || !/^0\d{9,10}$/.test(domestic)) return null;
  if (MOBILE.test(domestic) && domestic.length === 11) {
    return `${domestic.slice(0, 3)}-${domestic.slice(3, 7)}-${domestic.slice(7)}`;
  }
  if (domestic.length !== 10) return null;
  const parsed = parsePhoneNumberFromString(domestic, 'JP');
  return parsed?.isPossible() === true && !MOBILE.test(domestic) ? parsed.formatNational() : null;
}

function fromSpoken(sheet: Sheet): ItemResult<string> | null {
  for (const spoken of findSpokenNumbers(sheet.text)) {
    const isPhone = /^0\d{9,10}$/.test(spoken.digits);
    if (!isPhone) continue;
    const written = asWritten(sheet, spoken.start, spoken.end);
    const reason = `電話番号が「${written}」と書かれています（${spoken.digits} でしょうか）`;
    return { found: null, doubt: { reason, span: rawSpan(sheet, spoken.start, spoken.end) } };
  }
  return null;
}

/** A labelled number with a digit too many or too few. */
function wrongLength(
  sheet: Sheet,
  fields: readonly Field[],
  numbers: readonly FoundNumber[],
): ItemResult<string> | null {
  for (const field of fields) {
    if (field.kind !== 'phone' && field.kind !== 'mobile') continue;
    const isOther = numbers.some(
      (n) =>
        n.start >= field.start && n.start < field.end && (n.kind === 'fax' || n.kind === 'seeker'),
    );
    const written = /[\d(+][\d()ー/ -]{3,20}\d/.exec(sheet.text.slice(field.start, field.end));
    if (written === null || isOther) continue;
    const start = field.start + written.index;
    const span = rawSpan(sheet, start, start + written[0].length);
    return { found: null, doubt: { reason: `電話番号「${written[0]}」の桁数が合いません`, span } };
  }
  return null;
}
