/**
 * A mail address given in the text (メール: …). It is only shown to a counselor: whom the bot
 * writes to comes from the register, never from here.
 */
import type { Found } from '../types.ts';
import type { Field } from './field.ts';
import { fieldAt } from './field.ts';
import { asWritten, rawSpan, type Sheet } from './sheet.ts';

/** Wider than RFC 5322: Japanese carriers allowed dots at the end and in a row. */
const ADDRESS = /[A-Za-z0-9._%+?/-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g;
const OTHERS = new Set(['headerFrom', 'other']);

/** The first address that does not stand in a mail header copied into the text. */
export function readAddress(sheet: Sheet, fields: readonly Field[]): Found<string> | null {
  for (const hit of sheet.text.matchAll(ADDRESS)) {
    const field = fieldAt(fields, hit.index);
    if (field !== null && OTHERS.has(field.kind)) continue;
    const end = hit.index + hit[0].length;
    return {
      value: asWritten(sheet, hit.index, end),
      evidence: field?.kind === 'address' ? 'label' : 'prose',
      span: rawSpan(sheet, hit.index, end),
    };
  }
  return null;
}
