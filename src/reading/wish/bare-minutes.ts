/**
 * Minutes that are written without 分: "20時15" is read, "10時5" at the end of a text is asked
 * about. It looks at the tokens around a number and makes no time of them.
 */
import { isMark, type Tokens } from './look.ts';
import type { Token } from './token.ts';

/** "10時5" at the end: five past, or the beginning of 50? It is asked. */
export function isCutMinute(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (token?.type !== 'number' || token.digits !== 1 || token.script !== 'ascii') return false;
  const behind = tokens[i + 1]?.type;
  return !token.spaced && (behind === undefined || behind === 'line' || behind === 'sentence_end');
}

/** "20時15"; behind a space ("10時 30") only where the number is said to an end. */
export function isBareMinute(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (token?.type !== 'number' || token.digits !== 2) return false;
  const behind = tokens[i + 1];
  if (token.spaced && !(token.value % 5 === 0 && endsMinute(behind))) return false;
  if (isMark(behind, ':/-.~')) return isMark(behind, '-~');
  return behind?.type !== 'unit' && behind?.type !== 'length' && behind?.type !== 'counter';
}

function endsMinute(behind: Token | undefined): boolean {
  if (behind === undefined || isMark(behind, '~-、,)')) return true;
  const { type } = behind;
  return (
    type === 'line' ||
    type === 'sentence_end' ||
    type === 'link' ||
    type === 'particle' ||
    type === 'sense' ||
    type === 'ordinal'
  );
}
