/**
 * Names that stand by their place rather than in a sentence: beside the 求職番号, on a line of
 * their own, behind the last sentence of a line, as one piece of a terse line. Gives weighted
 * candidates; name.ts chooses.
 */
import { isClosing, isGreeting, isRule, isSentFrom } from './letter-parts.ts';
import {
  candidate,
  LOOK_BACK,
  leadOf,
  MOST_CUES,
  type NameCandidate,
  WEIGHT,
} from './name-candidate.ts';
import { isKanaOnly, looksLikeName, nameAtEnd } from './name-shape.ts';
import type { FoundNumber } from './number.ts';
import type { Line, Sheet } from './sheet.ts';

const GAP = /[ \u3000\t/|(（、,:：\n。]{1,6}$/;
const READING = /[ ]*[(（][^()（）\n]{0,24}[)）]?$/;
const MOST_LINES = 100;
const GAP_LENGTH = 6;
/** What may stand before a name on its own line. */
const LINE_LEAD =
  /^[\s\u3000]*(?:以上[、, ]*|[(（]|[-*・]{1,3}[ ]*|(?:夫|妻|本人|[^\s\u3000]{0,8}(?:課長|部長|係長|主任|代表取締役|店長|支援員|氏名))[ \u3000]+)?/;
const LINE_TAIL = /[ \u3000]*(?:拝|より|です。?|[(（][^()（）]{0,24}[)）]?)?[\s\u3000)）。]*$/;
const SIGN_OFF = /[。！？!?][ \u3000]*([^。！？!?、,]{2,16})$/;
const TERSE_PIECE = /[^/|、,。?？!！\n]{2,30}/g;

/** Candidates by place; `prose` has fields, numbers and dates blanked. */
export function namesByPlace(
  sheet: Sheet,
  prose: string,
  numbers: readonly FoundNumber[],
): NameCandidate[] {
  const byLine = endsOf(sheet.lines).flatMap((line) => {
    const text = prose.slice(line.start, line.end);
    if (text.trim() === '' || isRule(text) || isSentFrom(text) || isGreeting(text)) return [];
    return [
      ...alone(prose, line, text),
      ...signOff(prose, line, text),
      ...pieces(prose, line, text),
    ];
  });
  return [...besideNumbers(prose, numbers), ...byLine];
}

/** People name themselves near the beginning or the end, however long the text is. */
function endsOf(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= 2 * MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), ...lines.slice(-MOST_LINES)];
}

/** "青木亮太（45010-…）", "野間口 徹　45010-…", "橘 空⏎45010-…". */
function besideNumbers(prose: string, numbers: readonly FoundNumber[]): NameCandidate[] {
  return numbers.slice(0, MOST_CUES).flatMap((number) => {
    if (number.kind !== 'seeker' && number.kind !== 'phone') return [];
    const near = prose.slice(Math.max(0, number.start - GAP_LENGTH), number.start);
    const gap = GAP.exec(near)?.[0].length ?? 0;
    if (gap === 0) return [];
    const lead = leadOf(prose, number.start - gap);
    const body = lead
      .replace(READING, '')
      .replace(/(?:様|さま|さん|です)$/, '')
      .trimEnd();
    const name = nameAtEnd(body);
    if (name === null) return [];
    const start = number.start - gap - lead.length + body.length - name.length;
    return [candidate(prose, { start, end: start + name.length }, WEIGHT.besideNumber)];
  });
}

/** A line that holds a name and nothing else; also "以上、山田太郎", "(山田太郎)". */
function alone(prose: string, line: Line, text: string): NameCandidate[] {
  if (text.length > LOOK_BACK || isClosing(text)) return [];
  const lead = LINE_LEAD.exec(text)?.[0].length ?? 0;
  const name = text.slice(lead).replace(LINE_TAIL, '');
  if (!looksLikeName(name)) return [];
  const start = line.start + lead;
  return [candidate(prose, { start, end: start + name.length }, WEIGHT.ownLine)];
}

/** "よろしくお願いします。小原" */
function signOff(prose: string, line: Line, text: string): NameCandidate[] {
  const tail = SIGN_OFF.exec(text.slice(-LOOK_BACK).trimEnd())?.[1]?.trim();
  if (tail === undefined || !looksLikeName(tail)) return [];
  const start = line.start + text.lastIndexOf(tail);
  return [candidate(prose, { start, end: start + tail.length }, WEIGHT.signOff)];
}

/** "12/3 10時 / 宮田岳 / 45010-…": pieces of a terse line, also where a number left a gap. */
function pieces(prose: string, line: Line, text: string): NameCandidate[] {
  if (!/[/|、,。?？!！]| {3}/.test(text)) return [];
  return [...text.matchAll(TERSE_PIECE)].flatMap((piece) =>
    [...piece[0].matchAll(/[^ \u3000]+(?: [^ \u3000]+){0,3}/g)].flatMap((part) => {
      const body = part[0];
      if (!looksLikeName(body) || (isKanaOnly(body) && !/ /.test(body))) return [];
      const start = line.start + piece.index + part.index;
      return [candidate(prose, { start, end: start + body.length }, WEIGHT.segment)];
    }),
  );
}
