/**
 * Small questions about the token at an index, shared by the productions of the grammar.
 * They read nothing twice and move nothing: each answers for one or two tokens.
 */
import type { Token, Unit, Weekday } from './token.ts';

export type Tokens = readonly Token[];

export function isMark(token: Token | undefined, marks: string): boolean {
  return token?.type === 'mark' && marks.includes(token.mark);
}

export function isUnit(token: Token | undefined, unit: Unit): boolean {
  return token?.type === 'unit' && token.unit === unit;
}

export function isParticle(token: Token | undefined, particle: string): boolean {
  return token?.type === 'particle' && token.particle === particle;
}

/** The value of a number token of at most `digits` digits. */
export function numberAt(tokens: Tokens, i: number, digits = 2): number | null {
  const token = tokens[i];
  if (token?.type !== 'number') return null;
  const fits = token.script === 'kanji' ? token.value < 10 ** digits : token.digits <= digits;
  return fits ? token.value : null;
}

/** Skips one "の". */
export function skipNo(tokens: Tokens, i: number): number {
  return isParticle(tokens[i], 'の') ? i + 1 : i;
}

/** 月曜 or, where the context allows a single character, 月. */
export function weekdayAt(token: Token | undefined, single: boolean): Weekday | null {
  if (token?.type === 'weekday') return token.weekday;
  if (!single) return null;
  if (token?.type === 'weekday_char') return token.weekday;
  if (token?.type === 'unit' && token.end - token.start === 1) {
    if (token.unit === 'month') return 1;
    if (token.unit === 'day') return 7;
  }
  return null;
}

/** "~", "-", から, より: what may stand between the two ends of a range. */
export function isRangeLink(token: Token | undefined): boolean {
  return isMark(token, '~-') || (token?.type === 'link' && token.link === 'from');
}

/** か, または, と, や, 、, ・: what may stand between the members of a list. */
export function isListLink(token: Token | undefined): boolean {
  if (isMark(token, ',、・')) return true;
  return token?.type === 'link' && (token.link === 'or' || token.link === 'and');
}

/**
 * Walks a chain of bare numbers ("3、4、7の10時") and answers what stands behind its last
 * number; null where there is no chain.
 */
export function behindChain(tokens: Tokens, i: number): { last: number; after: Token | undefined } {
  let last = i;
  for (let steps = 0; steps < 12; steps++) {
    const link = tokens[last + 1];
    if (!isListLink(link) && !isMark(link, '~-')) break;
    if (tokens[last + 2]?.type !== 'number') break;
    last += 2;
  }
  return { last, after: tokens[last + 1] };
}

/** 後 counts ahead, 前 (also in "5日前の新聞") back; 0 for anything else. */
export function direction(token: Token | undefined): -1 | 0 | 1 {
  if (token?.type === 'later') return 1;
  const isBack =
    token?.type === 'which_weekday' && token.pick === 'last' && token.end - token.start === 2;
  return isBack || token?.type === 'earlier' ? -1 : 0;
}
