/**
 * Productions for clock times of digits alone, right behind a day: 1330, 10.30, "10 30", 10・30,
 * 10-30. The last two may be days or hours as well, so they are asked. Decides no meridiem.
 */
import { isMark, isParticle, isUnit, type Tokens } from './look.ts';
import type { ClockSpec, Parsed } from './mention.ts';
import type { Token } from './token.ts';

/** A clock time at the full hour, without any word beside it. */
export function clockAt(hour: number): ClockSpec {
  return { hour, minute: 0, second: 0, senses: [], vague: false };
}

/** Digits that can be nothing but a clock time behind a day; `sensed` behind 午前 or 午後. */
export function readDigitsBehindDay(tokens: Tokens, i: number, sensed: boolean): Parsed<ClockSpec> {
  return readFourDigits(tokens, i) ?? readTwoNumbers(tokens, i, sensed);
}

const SURE_SEPARATORS = '.';
const ASKED_SEPARATORS = "・-、,'";

/** "10.30", "10 30", "10・30", "10-30" */
function readTwoNumbers(tokens: Tokens, i: number, sensed: boolean): Parsed<ClockSpec> {
  const hour = tokens[i];
  // "13;30" of a finger that slipped
  const isSlip = tokens[i + 1]?.type === 'sentence_end';
  const isMarked = isSlip || isMark(tokens[i + 1], SURE_SEPARATORS + ASKED_SEPARATORS);
  const at = isMarked ? i + 2 : i + 1;
  const minute = tokens[at];
  if (hour?.type !== 'number' || hour.script !== 'ascii' || hour.digits > 2) return null;
  if (minute?.type !== 'number' || minute.script !== 'ascii' || minute.digits !== 2) return null;
  if (minute.spaced === isMarked || minute.value % 5 !== 0 || minute.value > 55) return null;
  const earliest = sensed ? 1 : 8;
  if (hour.value < earliest || hour.value > 20 || isCounted(tokens[at + 1])) return null;
  const from = isParticle(tokens[i - 1], 'の') ? i - 1 : i;
  if (!sensed && !standsBehindDay(tokens, from) && !endsRange(tokens, i)) return null;
  const vague = isSlip || isMark(tokens[i + 1], ASKED_SEPARATORS);
  return { value: { ...clockAt(hour.value), minute: minute.value, vague }, next: at + 1 };
}

/** "12/4(金)1330", "1330-1400": office hours in four digits right behind a day or a range mark. */
/** The second half of "9.30-10.00". */
function endsRange(tokens: Tokens, i: number): boolean {
  const isNumber = tokens[i - 2]?.type === 'number';
  return isMark(tokens[i - 1], '~-') && isNumber && isMark(tokens[i - 3], SURE_SEPARATORS);
}

function readFourDigits(tokens: Tokens, i: number): Parsed<ClockSpec> {
  const token = tokens[i];
  if (token?.type !== 'number' || token.script !== 'ascii') return null;
  if (token.digits !== 4 && token.digits !== 3) return null;
  const hour = Math.floor(token.value / 100);
  const minute = token.value % 100;
  if (hour < 8 || hour > 20 || minute % 5 !== 0 || minute > 55) return null;
  if (!standsBehindDay(tokens, i) || isCounted(tokens[i + 1])) return null;
  // "930" may be a number of something else
  return { value: { ...clockAt(hour), minute, vague: token.digits === 3 }, next: i + 1 };
}

/** A day, or the start of a range of such hours, ends right before this token. */
export function standsBehindDay(tokens: Tokens, i: number): boolean {
  const before = tokens[i - 1];
  if (isMark(before, ')]')) return true;
  if (isMark(before, '~-')) return isFourDigits(tokens[i - 2]);
  if (isUnit(before, 'day') || before?.type === 'weekday') return true;
  return before?.type === 'number' && (isMark(tokens[i - 2], '/') || before.digits === 8);
}

function isFourDigits(token: Token | undefined): boolean {
  return token?.type === 'number' && token.digits === 4;
}

function isCounted(behind: Token | undefined): boolean {
  return (
    behind?.type === 'counter' ||
    behind?.type === 'unit' ||
    behind?.type === 'length' ||
    behind?.type === 'number' ||
    isMark(behind, '/:.')
  );
}
