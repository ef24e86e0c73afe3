/**
 * Runs of ASCII digits and hyphens: numbers, or, where the run can be no date or time
 * (telephone, seeker number, address, glued letters), one `code`, so that no later rule cuts a
 * date out of its middle. It reads no meaning into a number.
 */
import { isLetter } from './lexicon.ts';
import { isDigit } from './numerals.ts';
import type { Token } from './token.ts';

interface Before {
  spaced: boolean;
  previous: Token | undefined;
}

/** The number, or the whole run as `code`, that begins with a digit. */
export function readDigits(text: string, at: number, before: Before): Token {
  const base = { start: at, spaced: before.spaced };
  const run = digitRun(text, at);
  const first = run.groups[0] ?? 0;
  if (isCode(text, at, { run, before })) {
    const end = endOfCode(text, at + run.length);
    return { ...base, type: 'code', broken: LOOK_ALIKE.test(text.slice(at - 1, end)), end };
  }
  return {
    ...base,
    type: 'number',
    value: Number(text.slice(at, at + first)),
    digits: first,
    script: 'ascii',
    end: at + first,
  };
}

/** A short code with O, o, l or I for 0 and 1, and no other letter. */
const LOOK_ALIKE = /^[^A-Za-z0-9]?(?=.{0,5}[OolI])[\dOolI]{2,5}$/;

/** Letters and digits glued to a code are part of it ("1O:00", "5MP"). */
function endOfCode(text: string, from: number): number {
  let end = from;
  while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
  return end;
}

interface DigitRun {
  groups: number[];
  length: number;
}

function digitRun(text: string, at: number): DigitRun {
  const groups: number[] = [];
  let end = at;
  for (;;) {
    const from = end;
    while (isDigit(text.charCodeAt(end))) end++;
    groups.push(end - from);
    if (text.charAt(end) !== '-' || !isDigit(text.charCodeAt(end + 1))) break;
    if (joinsDates(text, at, end)) break;
    end++;
  }
  return { groups, length: end - at };
}

/** "2026/12/28-2027/1/4": the hyphen stands between two dates of the same spelling. */
function joinsDates(text: string, at: number, hyphen: number): boolean {
  const separator = text.charAt(at - 1);
  if (separator !== '/' && separator !== '.') return false;
  const ahead = /^\d{1,4}([/.])\d/.exec(text.slice(hyphen + 1, hyphen + 7));
  return ahead?.[1] === separator;
}

function isCode(
  text: string,
  at: number,
  { run, before }: { run: DigitRun; before: Before },
): boolean {
  if (isGlued(text, at, before)) return true;
  if (isGluedBehind(text, at + run.length)) return true;
  const [first = 0, second = 0, third = 0] = run.groups;
  if (run.groups.length === 1) return first > 4 && !isCompactDate(text, at, first);
  const fits = first === 4 ? second <= 2 || second === 4 : first <= 2 && second <= 2;
  if (run.groups.length === 2) return !fits;
  const afterEra = before.previous?.type === 'era' && !before.spaced;
  const isDate =
    second <= 2 && third <= 2 && ((first === 4 && startsCentury(text, at)) || afterEra);
  return !isDate || run.groups.length > 4;
}

function isCompactDate(text: string, at: number, length: number): boolean {
  return length === 8 && startsCentury(text, at);
}

function startsCentury(text: string, at: number): boolean {
  return text.startsWith('19', at) || text.startsWith('20', at);
}

/** A letter, a plus or a decimal point right before the digits that no known word ends with. */
function isGlued(text: string, at: number, before: Before): boolean {
  const code = text.charCodeAt(at - 1);
  const char = text.charAt(at - 1);
  if (char === '+' || char === '#' || char === '_' || char === '@') return true;
  if (!isLetter(code) || before.spaced) return false;
  const previous = before.previous;
  const known = previous !== undefined && previous.type !== 'gap' && previous.end === at;
  return !known && !(char === 'T' && isDigit(text.charCodeAt(at - 2)));
}

/** A letter right behind: 5MP, 12a; but 10am, 3rd, 10h30 and 03T10:00 are dates and times. */
function isGluedBehind(text: string, end: number): boolean {
  if (!isLetter(text.charCodeAt(end))) return false;
  return !/^(?:[ap]\.?m(?![a-z])|st|nd|rd|th|T\d|or|h\d{2}(?!\d))/i.test(text.slice(end, end + 4));
}
