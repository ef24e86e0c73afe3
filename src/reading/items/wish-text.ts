/**
 * Prepares 希望日時, Article 6(2)③, for the reader of wishes: the labelled fields (also date and
 * time under two labels), else the prose with everything blanked that is no wish: numbers,
 * other fields, dates of the past, days that do not suit, the booking that is to be changed.
 * It reads no date itself.
 */

import { blankOtherDates } from './blank-dates.ts';
import type { Field } from './field.ts';
import { keepOnly } from './mask.ts';
import type { Sheet } from './sheet.ts';

export interface WishText {
  text: string;
  labelled: boolean;
  /** Where `text` lies in the copy: offset for offset, or as one stretch for joined fields. */
  place: 'same_offsets' | { start: number; end: number };
}

const RANK_LABEL = /第?[一二三1-3](?:希望|候補)|希望[日時]{0,2}[①②③1-3]|候補[日時]{0,2}[①②③1-3]/;

/** The text in which the wish is to be read; null where form and prose hold none. */
export function wishTexts(sheet: Sheet, fields: readonly Field[], prose: string): WishText[] {
  const texts: WishText[] = [];
  const form = fields.filter((field) => isWish(field) && field.end > field.start);
  const filled = form.filter((field) => !field.inSentence);
  if (filled.length > 0) texts.push(fromFields(sheet, filled));
  const sentences = form.filter((field) => field.inSentence);
  const open = sentences.length === 0 ? prose : restore(sheet, prose, sentences);
  texts.push({ text: blankOtherDates(open), labelled: false, place: 'same_offsets' });
  return texts;
}

function isWish(field: Field): boolean {
  return field.kind === 'wish' || field.kind === 'wishDate' || field.kind === 'wishTime';
}

/** "希望は12月4日…" is a sentence of the prose: it goes back to where it stood. */
function restore(sheet: Sheet, prose: string, fields: readonly Field[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const field of fields) {
    parts.push(prose.slice(from, field.start), sheet.text.slice(field.start, field.end));
    from = field.end;
  }
  parts.push(prose.slice(from));
  return parts.join('');
}

function fromFields(sheet: Sheet, fields: readonly Field[]): WishText {
  const split = fields.some((field) => field.kind === 'wishTime');
  if (split) return joined(sheet, fields);
  const stretches = fields.map((field) => ({ start: rankStart(sheet, field), end: field.end }));
  return { text: keepOnly(sheet.text, stretches), labelled: true, place: 'same_offsets' };
}

/** Keeps "第1希望" before its value, for the reader of wishes knows ranks. */
function rankStart(sheet: Sheet, field: Field): number {
  const label = sheet.text.slice(field.labelStart, field.start);
  const rank = RANK_LABEL.exec(label);
  return rank === null ? field.start : field.labelStart + rank.index;
}

/** Date and time under two labels become one expression, in the order of the form. */
function joined(sheet: Sheet, fields: readonly Field[]): WishText {
  let text = '';
  let timed = false;
  for (const field of fields) {
    const value = sheet.text.slice(field.start, field.end).replace(/\n/g, ' ');
    const next: boolean = field.kind !== 'wishTime' && timed;
    if (text !== '') text += next ? '、' : ' ';
    text += value;
    timed = field.kind === 'wishTime' || (timed && !next);
  }
  const first = fields[0]?.start ?? 0;
  return { text, labelled: true, place: { start: first, end: fields.at(-1)?.end ?? first } };
}
