/**
 * 相談内容, Article 6(2)⑤: what the person wants to talk about. The labelled text with all its
 * lines; else the sentences of the prose that speak of work; else, in a terse mail, what is left
 * over. The mere wish for an appointment is no matter. Never shortened, never rephrased.
 */
import type { Evidence, Found } from '../types.ts';
import type { Field } from './field.ts';
import { isClosing, isGreeting, isRule, isSentFrom } from './letter-parts.ts';
import { blankDates } from './mask.ts';
import { hasKnownSurname, looksLikeName } from './name-shape.ts';
import { anyPhrase } from './phrase-table.ts';
import { isAddress } from './places.ts';
import { isKinAlone } from './relatives.ts';
import { asWritten, rawSpan, type Sheet } from './sheet.ts';
import { APPOINTMENT, ASKS, MATTER, NEVER_TOPIC } from './topic-words.ts';

interface Piece {
  start: number;
  end: number;
}

const NO_VALUE = /^(?:特に)?(?:なし|無し|ありません|未定|同上|未記入|[-ー―○〇.…]+)[。.]?$/;
/** Ends at a mark, or, in dictated text without marks, behind です and ます. */
const SENTENCE =
  /(?:(?!(?:です|ます|ました|ません|ください)(?=[\p{Script=Han}ァ-ヶ]|よろしく|お))[^。！？!?\n])+(?:です|ます|ました|ません|ください)?[。！？!?]?/gu;
const CLAUSE = /(?:[^、，,/|。！？!? ]|[,/](?=\d)| {1,2}(?! ))+/g;
const WIDE_GAP = / {3,}/;
/** No phrase begins so. */
const FRAGMENT_START = anyPhrase(
  '^わたしは$ ^私は$ ^の ^電受 ^受電$ ^当日$ ^でし ^ですが ^では ^から ^より ^を ^以前$ ^現在$ ^今$ ^旧$ ^新$',
);
const FRAGMENT_END = anyPhrase(
  'した$ んだ$ いた$ 以外で?$ どれか$ どちらか$ (?<!屋)さん$ ので$ けど$',
);
/** Who comes along is told beside the matter: "…に向けての相談で、私も同席します". */
const SITS_IN = anyPhrase('同席 付き添 通訳');
const VERBAL = /です|ます|ました|ません|ください|お願い|おねがい|でしょう|下さい|ませ|けど|ので/;

/**
 * The matter of a request; `prose` is the copy with fields, numbers and the name blanked. Where
 * the name is known, a word that might be another ("木工") is the matter.
 */
export function readTopic(
  sheet: Sheet,
  fields: readonly Field[],
  { prose, isNameKnown }: { prose: string; isNameKnown: boolean },
): Found<string> | null {
  const labelled = labelledTopic(sheet, fields);
  if (labelled !== null) return labelled;
  const pieces = sentencePieces(prose).filter(
    (piece) => !isAddress(prose.slice(piece.start, piece.end)),
  );
  const asked = pieces.filter((piece) => score(prose.slice(piece.start, piece.end)) >= 2);
  const touched = pieces.filter((piece) => score(prose.slice(piece.start, piece.end)) === 1);
  const chosen = asked.length > 0 ? asked : touched;
  if (chosen.length > 0) return join(sheet, chosen, 'prose');
  const left = leftovers(prose, isNameKnown);
  return left.length > 0 ? join(sheet, left, 'prose') : null;
}

function labelledTopic(sheet: Sheet, fields: readonly Field[]): Found<string> | null {
  const filled = fields.filter((field) => {
    const value = sheet.text.slice(field.start, field.end);
    return value.trim() !== '' && !NO_VALUE.test(value.trim()) && !isOnlyTime(value);
  });
  const topics = filled.filter((field) => field.kind === 'topic');
  const forms = topics.filter((field) => !field.inSentence);
  const chosen = forms.length > 0 ? forms : topics;
  if (chosen.length > 0) return join(sheet, chosen, 'label');
  const remarks = filled.filter(
    (field) => field.kind === 'remarks' && score(sheet.text.slice(field.start, field.end)) >= 1,
  );
  return remarks.length > 0 ? join(sheet, remarks, 'label') : null;
}

/** "相談は12月11日9時希望": a label, but of the appointment. */
function isOnlyTime(value: string): boolean {
  if (value === blankDates(value)) return false;
  return !/[\p{Script=Han}ァ-ヶA-Za-z]{2,}/u.test(
    blankDates(value)
      .replace(/希望|お願い|以降|午前中?|午後/g, '')
      .replace(APPOINTMENT, ''),
  );
}

/** Whole sentences; the clauses of one that also holds dates or gaps of other items. */
function sentencePieces(prose: string): Piece[] {
  return [...prose.matchAll(SENTENCE)].flatMap((sentence): Piece[] => {
    const text = sentence[0];
    if (isSetPhrase(text)) return [];
    const start = sentence.index;
    const mixed = WIDE_GAP.test(text) || text !== blankDates(text) || SITS_IN.test(text);
    if (!mixed) return [trim(prose, start, start + text.length)];
    return [...text.matchAll(CLAUSE)].map((clause) => {
      const from = start + clause.index;
      return trim(prose, from, from + clause[0].length);
    });
  });
}

function score(text: string): number {
  if (NEVER_TOPIC.test(text.trim())) return 0;
  const rest = text.replace(APPOINTMENT, ' ');
  if (!MATTER.test(rest)) return 0;
  return ASKS.test(text) ? 2 : 1;
}

/** In a mail of key words, the word that is no name, date or number is the matter. */
function leftovers(prose: string, isNameKnown: boolean): Piece[] {
  return sentencePieces(prose).filter((piece) => {
    const whole = prose.slice(piece.start, piece.end);
    const text = blankDates(whole).replace(APPOINTMENT, '').trim();
    const substance = /[\p{Script=Han}ァ-ヶA-Za-z]{2,}|[ぁ-ゖ]{3,}/u.test(text);
    if (isAddress(text) || isFragment(text)) return false;
    if (!substance || text.length > 30 || VERBAL.test(text)) return false;
    if (NEVER_TOPIC.test(text) || NEVER_TOPIC.test(whole)) return false;
    if (isNameKnown ? hasKnownSurname(text) : looksLikeName(text)) return false;
    return !/希望|相談|都合|以降|頃|様|まで|から$|どちらか/.test(text);
  });
}

/** What blanking a name or a number leaves of a sentence: "主人（", "でしたが今". */
function isFragment(text: string): boolean {
  const bare = text.replace(/[（(）)「」\s]/g, '');
  return FRAGMENT_START.test(bare) || FRAGMENT_END.test(bare) || isKinAlone(bare);
}

function isSetPhrase(text: string): boolean {
  return isGreeting(text) || isClosing(text) || isRule(text) || isSentFrom(text);
}

function join(sheet: Sheet, pieces: readonly Piece[], evidence: Evidence): Found<string> {
  const value = pieces.map((piece) => asWritten(sheet, piece.start, piece.end).trim()).join('\n');
  const first = pieces[0]?.start ?? 0;
  const last = pieces.at(-1)?.end ?? first;
  return { value, evidence, span: rawSpan(sheet, first, last) };
}

function trim(text: string, from: number, to: number): Piece {
  let [start, end] = [from, to];
  while (start < end && /[\s\u3000、,.。・)）→⇒]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s\u3000、,]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
