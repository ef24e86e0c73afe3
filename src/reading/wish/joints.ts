/**
 * What stands between days and times: links, ordinals, particles, brackets, line ends, words
 * about the clause, and gaps. Digits that were meant as a date and make none are `garbled`.
 * Reads one token at a time; it never looks at what the joint joins.
 */
import { isMark, isUnit, numberAt, type Tokens } from './look.ts';
import type { Mention } from './mention.ts';

/** Everything that is neither day nor time. */
export function readJoint(tokens: Tokens, i: number): Mention | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const place = { start: token.start, end: token.end };
  switch (token.type) {
    case 'line':
    case 'fallback':
    case 'correction':
    case 'arrow':
    case 'reason':
    case 'all':
    case 'every':
    case 'other_role':
    case 'wish_label':
      return { ...place, kind: token.type };
    case 'sentence_end':
      return { ...place, kind: 'stop' };
    case 'link':
      return { ...place, kind: 'link', link: token.link };
    case 'ordinal':
      return { ...place, kind: 'ordinal', rank: token.rank };
    case 'nth_prefix':
      return readRank(tokens, i) ?? { ...place, kind: 'gap' };
    case 'sense':
      return { ...place, kind: 'sense', sense: token.sense };
    case 'particle':
      return { ...place, kind: 'particle', particle: token.particle };
    case 'mark':
      return readMark(tokens, i, token.mark);
    case 'length':
      // "時間 15時": no number before it, so it is a label
      return token.unit === 'hours' && tokens[i - 1]?.type !== 'number'
        ? { ...place, kind: 'wish_label' }
        : { ...place, kind: 'gap' };
    case 'number':
      return readNumbering(tokens, i) ?? garbledOrGap(tokens, i);
    default:
      return garbledOrGap(tokens, i);
  }
}

function readMark(tokens: Tokens, i: number, mark: string): Mention | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const place = { start: token.start, end: token.end };
  if ('~-'.includes(mark)) return { ...place, kind: 'link', link: 'range' };
  if ('、,・/|'.includes(mark)) return { ...place, kind: 'comma' };
  if ('([【「『〈<'.includes(mark)) return { ...place, kind: 'open' };
  if (')]】」』〉>'.includes(mark)) return { ...place, kind: 'close' };
  return null;
}

/** "→第一、", "(第2)": a rank without 希望, if nothing is counted by it. */
function readRank(tokens: Tokens, i: number): Mention | null {
  const [prefix, number, behind] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  const rank = numberAt(tokens, i + 1, 1);
  if (prefix === undefined || number === undefined || rank === null || rank < 1) return null;
  const ends =
    behind === undefined ||
    behind.type === 'line' ||
    behind.type === 'sentence_end' ||
    isMark(behind, '、,)/');
  return ends ? { kind: 'ordinal', rank, start: prefix.start, end: number.end } : null;
}

/** "1." "2)" "3、" at the start of a line count the wishes. */
function readNumbering(tokens: Tokens, i: number): Mention | null {
  const token = tokens[i];
  const rank = numberAt(tokens, i, 1);
  const before = tokens[i - 1];
  if (token === undefined || rank === null || rank < 1 || rank > 9) return null;
  const opens = before === undefined || before.type === 'line' || before.type === 'sentence_end';
  if (!opens || !isMark(tokens[i + 1], '.)、:')) return null;
  return { kind: 'ordinal', rank, start: token.start, end: token.end };
}

/** A broken number beside a unit of date or time is garbled; anything else says nothing. */
function garbledOrGap(tokens: Tokens, i: number): Mention | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const place = { start: token.start, end: token.end };
  return { ...place, kind: isGarbled(tokens, i) ? 'garbled' : 'gap' };
}

function isGarbled(tokens: Tokens, i: number): boolean {
  const [token, behind, second, third] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (token === undefined || behind === undefined || behind.start !== token.end) return false;
  const isDateUnit = isUnit(behind, 'month') || isUnit(behind, 'day') || isUnit(behind, 'hour');
  const joinsNumber = isMark(behind, ':/') && second?.type === 'number';
  if (token.type === 'code') return token.broken && (isDateUnit || joinsNumber);
  if (token.type !== 'number' || token.digits > 2 || !joinsNumber) return false;
  // "12/315時": where the day ends is anybody's guess; "2:12/4" is numbering
  if (isMark(behind, '/')) return isUnit(third, 'hour') || isMark(third, ':');
  return !isMark(third, '/');
}
