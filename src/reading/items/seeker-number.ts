/**
 * 求職番号, Article 6(2)②: five digits of the office, a hyphen, four to eight digits.
 * Chooses among the numbers of numbers.ts. A number that is read out in kana, is too short,
 * or competes with another one is a doubt, never a guess: the number decides whose mailbox
 * the personal data goes to.
 */

import { findSpokenNumbers } from './digits.ts';
import type { ItemResult } from './doubt.ts';
import { NOTHING } from './doubt.ts';
import type { Field } from './field.ts';
import type { FoundNumber } from './number.ts';
import { CURRENT, OUTDATED, OWN_BEFORE } from './seeker-number-words.ts';
import { asWritten, lineIndexAt, rawSpan, type Sheet } from './sheet.ts';

const OFFICE_DIGITS = 5;
const FEWEST_DIGITS = OFFICE_DIGITS + 4;
const MOST_DIGITS = OFFICE_DIGITS + 8;
/** The first two digits are the prefecture, 01 Hokkaido to 47 Okinawa. */
const PREFECTURE = /^(?:0[1-9]|[1-3]\d|4[0-7])/;
const DENIED = /^[)）」]?(?:では|じゃ)(?:なく|ありません|ない)|^[)）」]?は(?:間違|誤り)/;
const SPOKEN_LABEL = /(?:求職|番号|登録)[^。\n]{0,14}$/;

/** The seeker number of a request, or why it must be asked back. */
export function readSeekerNumber(
  sheet: Sheet,
  fields: readonly Field[],
  numbers: readonly FoundNumber[],
): ItemResult<string> {
  const shaped = numbers.filter((number) => number.kind === 'seeker' && isPlausible(number));
  const standing = shaped.filter((number) => !DENIED.test(number.after));
  const best = choose(sheet, standing);
  if (best === 'several') {
    const reason = '求職番号らしい番号が二つ以上あります';
    return { found: null, doubt: { reason, span: spanOf(sheet, standing[0]) } };
  }
  if (best === 'outdated') {
    const reason = '以前の求職番号しか書かれていません';
    return { found: null, doubt: { reason, span: spanOf(sheet, standing[0]) } };
  }
  if (best !== null) return foundNumber(sheet, best, best.digits);
  return fromField(sheet, fields, numbers) ?? fromSpoken(sheet) ?? NOTHING;
}

function isPlausible(number: FoundNumber): boolean {
  return number.labelled || PREFECTURE.test(number.digits);
}

/**
 * The number that is said to hold, else the one that is labelled; what is said to hold no more
 * never counts, equal numbers count once, and where two are left a person is asked.
 */
function choose(
  sheet: Sheet,
  numbers: readonly FoundNumber[],
): FoundNumber | 'several' | 'outdated' | null {
  const current = numbers.filter((number) => isSaid(CURRENT, number));
  const outdated = numbers.filter(
    (number) => !current.includes(number) && isSaid(OUTDATED, number),
  );
  const withdrawn = new Set(outdated.map((number) => number.digits));
  const left = numbers.filter((number) => !withdrawn.has(number.digits));
  if (left.length === 0) return outdated.length > 0 ? 'outdated' : null;
  const own = left.filter((number) => OWN_BEFORE.test(number.before));
  const pool = [current, own, left].find((some) => some.length > 0) ?? left;
  const labelled = pool.filter((number) => number.labelled);
  const first = labelled[0] ?? pool[0] ?? null;
  if (first === null) return null;
  const rivals = pool.filter((number) => number.digits !== first.digits);
  const strong = rivals.filter((number) => isRival(sheet, first, number));
  return strong.length > 0 ? 'several' : first;
}

function isSaid(words: typeof CURRENT, number: FoundNumber): boolean {
  return words.before.test(number.before) || words.behind.test(number.after);
}

/** A bare number elsewhere does not compete with a labelled one: it may be a 求人番号. */
function isRival(sheet: Sheet, first: FoundNumber, other: FoundNumber): boolean {
  if (other.labelled || !first.labelled) return true;
  return lineIndexAt(sheet, first.start) === lineIndexAt(sheet, other.start);
}

function foundNumber(sheet: Sheet, number: FoundNumber, digits: string): ItemResult<string> {
  const value = `${digits.slice(0, OFFICE_DIGITS)}-${digits.slice(OFFICE_DIGITS)}`;
  const evidence = number.labelled ? 'label' : 'prose';
  return { found: { value, evidence, span: spanOf(sheet, number) ?? null }, doubt: null };
}

/** A labelled value that the shapes did not take: spaced digits, a hyphen lost or misplaced. */
function fromField(
  sheet: Sheet,
  fields: readonly Field[],
  numbers: readonly FoundNumber[],
): ItemResult<string> | null {
  for (const field of fields) {
    if (field.kind !== 'seekerNumber' || field.end <= field.start) continue;
    const taken = numbers.some(
      (n) =>
        n.start >= field.start &&
        n.start < field.end &&
        n.labelled &&
        n.kind !== 'seeker' &&
        n.kind !== 'other' &&
        n.kind !== 'individual',
    );
    if (taken) continue;
    const text = sheet.text.slice(field.start, field.end);
    const head = /^[(（]?[\dOoIl](?:[-_. ]{0,3}[\dOoIl]){2,24}/.exec(text)?.[0];
    const span = rawSpan(sheet, field.start, field.end);
    if (head === undefined) continue;
    const digits = head.replace(/[-_. (（]/g, '');
    if (/^\d+$/.test(digits) && isWhole(head, digits)) {
      const value = `${digits.slice(0, OFFICE_DIGITS)}-${digits.slice(OFFICE_DIGITS)}`;
      return { found: { value, evidence: 'label', span }, doubt: null };
    }
    return { found: null, doubt: { reason: `求職番号「${head}」の桁数が合いません`, span } };
  }
  return null;
}

function isWhole(written: string, digits: string): boolean {
  const hyphens = written.match(/[-_.]/g) ?? [];
  const first = written.search(/[-_.]/);
  const office = first === -1 ? OFFICE_DIGITS : written.slice(0, first).replace(/\D/g, '').length;
  const fits = digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;
  return fits && PREFECTURE.test(digits) && hyphens.length <= 1 && office === OFFICE_DIGITS;
}

/** Read out in kana: shown with its likely digits, but asked back. */
function fromSpoken(sheet: Sheet): ItemResult<string> | null {
  for (const spoken of findSpokenNumbers(sheet.text)) {
    const before = sheet.text.slice(Math.max(0, spoken.start - 16), spoken.start);
    const long = spoken.digits.length >= FEWEST_DIGITS && PREFECTURE.test(spoken.digits);
    if (!SPOKEN_LABEL.test(before) && !(long && spoken.digits.length > 11)) continue;
    const written = asWritten(sheet, spoken.start, spoken.end);
    const reason = `求職番号が「${written}」と書かれています（${spoken.digits} でしょうか）`;
    return { found: null, doubt: { reason, span: rawSpan(sheet, spoken.start, spoken.end) } };
  }
  return null;
}

function spanOf(sheet: Sheet, number: FoundNumber | undefined) {
  return number === undefined ? null : rawSpan(sheet, number.start, number.end);
}
