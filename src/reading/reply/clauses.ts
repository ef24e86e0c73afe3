/**
 * Cuts a reply into sentences and clauses. A clause ends where a Japanese predicate is
 * closed (〜ますが、〜ので、〜です。), so that the ending read after a word is that word's
 * own. Lines that a phone wrapped in the middle of a sentence are joined again.
 * It never looks at what a clause is about.
 */

import { isLatin } from './english.ts';
import { FACE } from './faces.ts';
import { compact, type Folded, fold, sliceFolded } from './fold.ts';
import { judgeLine } from './furniture.ts';
import { findHits, findWhole } from './lexicon.ts';
import { readRomaji } from './romaji.ts';
import type { Act } from './vocabulary.ts';

export interface Clause extends Folded {
  /** The clause as written. */
  raw: string;
  /** The clause is said against what follows (〜ですが). */
  isConceded: boolean;
  /** Nothing follows it in its sentence. */
  isLast: boolean;
  /** The clause before was said against this one. */
  isAfterBut: boolean;
  /** Ends with a question mark. */
  hasQuestionMark: boolean;
  /** The first clause of the reply. */
  isFirst: boolean;
  /** One of the first three: a name may be given here. */
  isEarly: boolean;
  /** Alone on the first or the last line: a name may stand here. */
  isAtEdge: boolean;
}

interface Sentence extends Folded {
  hasQuestionMark: boolean;
}

const CLOSED_LINE =
  /(です|ます|した|せん|ください|下さい|ません|よ|ね|か|はい|ok|っす|だ|さん|様|へ|お願い|了解|承知|[」)）])$/;
/** A telephone that is dictated to writes the full stop out. */
const SPOKEN_STOP = '(?<=ます|です|した|せん|さい)(?:まる|句点)';
const SENTENCE_MARK = new RegExp(
  `${FACE}|${SPOKEN_STOP}|[。．！？!?♪♡♥☆★…‥\\n]|・{2,}|\\(笑\\)|\\(汗\\)|\\.(?=\\s|$|[^\\x00-\\x7f])|\\p{Extended_Pictographic}`,
  'gu',
);
/** Emoji that are words of the tables. */
const SPEAKING = /[👍🙆👌🆗🙋✅💮🙏🙇💁🙅❌✖👎⭕⭐😊😄😃😀🤗☺]/u;
const CLAUSE_END =
  /(?:ます|です|した|せん|だ|ない|たい)(?:けれども|けれど|けども|けど|が|から|し、|もので|ので(?![すしは])|ため|のに(?!気[づ付が]))|ので(?![すしは])|まして(?=[、\s])|[てでくり](?=、)|のに(?!気[づ付が])|けれど|けど|ものの|(?:ます|です|した|ません|ない|ください|下さい|はい)(?:よ|ね)?(?=[、,\s])/g;
const CONCESSION = /(けれども|けれど|けども|けど|が|のに|ものの)$/;

/** The clauses of what the person wrote, without signature and salutation lines. */
export function readClauses(raw: string): Clause[] {
  const sentences = joinLines(fold(raw), raw).flatMap(splitSentences).map(inKana);
  const clauses = sentences.flatMap((sentence) => splitClauses(sentence, raw));
  const first = clauses[0];
  const last = clauses.at(-1);
  if (first) first.isAtEdge = first.isFirst = true;
  if (last) last.isAtEdge = true;
  for (const clause of clauses.slice(0, 3)) clause.isEarly = true;
  return clauses;
}

/** Japanese in Latin letters is read as Japanese. */
function inKana(sentence: Sentence): Sentence {
  const kana = isLatin(sentence.text) ? readRomaji(sentence) : null;
  return kana === null ? sentence : { ...sentence, ...kana };
}

/** Lines that are read, joined where the first is not closed. */
function joinLines(folded: Folded, raw: string): Folded[] {
  const blocks: Folded[] = [];
  let open: Folded | null = null;
  for (const line of linesOf(folded)) {
    const verdict = judgeLine(line.text);
    if (verdict === 'stop') break;
    if (verdict === 'skip' || isAlone(line.text)) {
      if (open) blocks.push(open);
      open = null;
      if (verdict === 'read') blocks.push(line);
      continue;
    }
    if (open && !continues(open, line, raw)) {
      blocks.push(open);
      open = null;
    }
    open = open ? append(open, line) : line;
    if (CLOSED_LINE.test(line.text.trimEnd())) {
      blocks.push(open);
      open = null;
    }
  }
  if (open) blocks.push(open);
  return blocks;
}

/** Whether a line goes on with the sentence of the line before it. */
function continues(open: Folded, next: Folded, raw: string): boolean {
  if (isLatin(open.text) !== isLatin(next.text)) return false;
  const written = raw.slice(open.at[0], open.at.at(-1)).trimEnd();
  if (LEADS_ON.test(written)) return true;
  const [first] = findHits(next.text.replaceAll(/\s/g, ''));
  return !(first?.start === 0 && BEGINS.has(first.act));
}

/** A particle at the end of a line asks for the next one. */
const LEADS_ON = /[をはがのにとも、]$/;
/** Politeness begins a sentence of its own. */
const BEGINS: ReadonlySet<Act> = new Set(['courtesy', 'greeting', 'carrier', 'contrast']);

function isAlone(line: string): boolean {
  return findWhole(line.replaceAll(/\s/g, '')) !== null;
}

function linesOf(folded: Folded): Folded[] {
  const lines: Folded[] = [];
  let start = 0;
  while (start <= folded.text.length) {
    const found = folded.text.indexOf('\n', start);
    const end = found < 0 ? folded.text.length : found;
    lines.push(sliceFolded(folded, start, end));
    start = end + 1;
  }
  return lines;
}

function append(a: Folded, b: Folded): Folded {
  return { text: a.text + b.text, at: [...a.at.slice(0, -1), ...b.at] };
}

function splitSentences(block: Folded): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number, mark: string) => {
    const part = sliceFolded(block, start, end);
    const hasQuestionMark = mark === '?' || mark === '？';
    const previous = sentences.at(-1);
    if (part.text.trim() !== '') sentences.push({ ...part, hasQuestionMark });
    else if (hasQuestionMark && previous) previous.hasQuestionMark = true;
  };
  for (const found of block.text.matchAll(SENTENCE_MARK)) {
    const speaks = SPEAKING.test(found[0]);
    push(found.index, found[0]);
    start = found.index + (speaks ? 0 : found[0].length);
    if (speaks) {
      push(found.index + found[0].length, '');
      start = found.index + found[0].length;
    }
  }
  push(block.text.length, '');
  return sentences;
}

function splitClauses(sentence: Sentence, raw: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let isAfterBut = false;
  const push = (end: number) => {
    const part = compact(sliceFolded(sentence, start, end));
    start = end;
    if (part.text.replaceAll(/[、,\s]/g, '') === '') return;
    const isConceded = CONCESSION.test(part.text);
    const written = raw.slice(part.at[0], part.at.at(-1));
    clauses.push({
      ...part,
      raw: written,
      isConceded,
      isAfterBut,
      isLast: false,
      hasQuestionMark: false,
      isAtEdge: false,
      isFirst: false,
      isEarly: false,
    });
    isAfterBut = isConceded;
  };
  for (const found of sentence.text.matchAll(CLAUSE_END)) push(found.index + found[0].length);
  push(sentence.text.length);
  const last = clauses.at(-1);
  if (last) {
    last.isLast = true;
    last.hasQuestionMark = sentence.hasQuestionMark;
  }
  return clauses;
}
