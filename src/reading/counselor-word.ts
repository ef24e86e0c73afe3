/**
 * Reads a counselor's mail for the words by which a counselor acts on a booking
 * (来談, 不在, 取消, 変更 12/4 10:00 …). Only an unmistakable line acts; a line that
 * begins like a word and is none is handed back to be answered; everything else is a
 * memo. Pure; whose booking it is, is not decided here.
 */
import { MAIL_ADDRESS } from './counselor/address.ts';
import { GREETING, type Line, readLines } from './counselor/lines.ts';
import { recordsAttendance, speaksAgainst, withRemark } from './counselor/remark.ts';
import {
  holdsWord,
  isHedged,
  mayStandBeside,
  readSegment,
  type SegmentReading,
  type WishReader,
} from './counselor/segment.ts';
import { CONTRADICTIONS, REASON_CUES } from './counselor/words.ts';
import type { CounselorReading, CounselorWord } from './types.ts';
import { readWish } from './wish.ts';
import { wordsIn } from './word-list.ts';

/** A counselor's words stand at the top of a mail; what lies beyond is memo or quotation. */
const MOST_LINES = 40;
const LONGEST_TEXT = 10_000;
/** A line of this length is prose. */
const LONGEST_LINE = 300;
/** A longer line below a word is a memo. */
const LONGEST_REASON = 100;
/** Where one line holds several words, or a word and a remark. */
const SPLIT =
  /[。;；／]|、|\s\/\s|\s+(?=(?:次回|変更|来談|不在|確定|取消|送信許可|登録確認|お断り)(?:$|[\s:：（(]))/;

/** The words of a counselor's mail, and the lines that only look like words. */
export function readCounselorWord(
  text: string,
  reference: Temporal.ZonedDateTime,
): CounselorReading {
  const lines = readLines(text.slice(0, LONGEST_TEXT)).slice(0, MOST_LINES);
  const only = lines.length === 1 ? lines[0]?.text : undefined;
  if (only && MAIL_ADDRESS.test(only))
    return { words: [{ kind: 'address', address: only }], notUnderstood: [] };
  const reader = wishReader(reference);
  const words: CounselorWord[] = [];
  const notUnderstood: string[] = [];
  const remarks: string[] = [];
  let bare: CounselorWord | null = null;
  for (const line of lines) {
    const before = bare;
    bare = null;
    if (before?.kind === 'register' && !line.isSignature && MAIL_ADDRESS.test(line.text)) {
      words.push({ kind: 'address', address: line.text });
      continue;
    }
    const reason = /^(?:理由|事由)\s*[:は]\s*(.+)$/.exec(line.text)?.[1];
    const last = words.at(-1);
    if (reason && last && 'reason' in last && last.reason === null) {
      last.reason = reason;
      continue;
    }
    const read = asRemark(readLine(line.raw, reader), words);
    if (read === 'like_a_word') notUnderstood.push(line.raw);
    else words.push(...read.filter((word) => !(line.isSignature && word.kind === 'address')));
    if (read === 'like_a_word') continue;
    if (read.length === 0 && !line.isSignature) remarks.push(line.text);
    if (read.length === 1) bare = read[0] ?? null;
    else if (before !== null && isReason(line)) addReason([before], line.raw);
  }
  const spoilt = remarks.filter((text) => words.some(({ kind }) => takesBack(kind, text)));
  return settle(
    words.filter(({ kind }) => !spoilt.some((text) => takesBack(kind, text))),
    [...notUnderstood, ...spoilt],
    lines.map((line) => line.raw),
  );
}

/** "不在" above or below "前日に電話がありました": a longer line is a memo. */
function takesBack(kind: CounselorWord['kind'], text: string): boolean {
  return text.length <= LONGEST_REASON && speaksAgainst(kind, text);
}

function wishReader(reference: Temporal.ZonedDateTime): WishReader {
  return (text) => {
    const { wish, span } = readWish(text, reference);
    const rest = span ? text.slice(0, span.start) + text.slice(span.end) : text;
    return { wish, rest };
  };
}

function readLine(raw: string, reader: WishReader): CounselorWord[] | 'like_a_word' {
  if (raw.length > LONGEST_LINE) return [];
  const whole = readSegment(raw, reader);
  if (whole.kind === 'word') return [whole.word];
  const pieces = raw
    .split(SPLIT)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return whole.kind === 'text' ? [] : 'like_a_word';
  const read = pieces.map((piece) => ({ piece, reading: readSegment(piece, reader) }));
  const words: CounselorWord[] = [];
  for (const { piece, reading } of read) {
    if (reading.kind === 'word' && !isRemark(reading.word, words)) words.push(reading.word);
    else if (isDisturbing(piece, reading, read[0]?.reading.kind === 'word'))
      return whole.kind === 'text' && words.length === 0 ? [] : 'like_a_word';
    else if (!GREETING.test(piece)) {
      const last = words.at(-1);
      if (last && recordsAttendance(last.kind) && !mayStandBeside(last.kind, piece))
        return 'like_a_word';
      addReason(words, piece);
    }
  }
  return words;
}

/** "確定、電話で確認済": beside another word 済 is no word, but may be its reason. */
function isRemark({ kind }: CounselorWord, before: readonly CounselorWord[]): boolean {
  return kind === 'settle' && before.some((word) => word.kind !== 'settle');
}

function asRemark(
  read: CounselorWord[] | 'like_a_word',
  before: readonly CounselorWord[],
): CounselorWord[] | 'like_a_word' {
  return read === 'like_a_word' ? read : read.filter((word) => !isRemark(word, before));
}

/** A piece that holds a word without being one, or takes back what stands before it. */
function isDisturbing(piece: string, reading: SegmentReading, afterWord: boolean): boolean {
  return reading.kind === 'like_a_word' || holdsWord(piece) || (afterWord && isHedged(piece));
}

const CUES = wordsIn(REASON_CUES);

/** The line below a word that stood alone: its reason, unless it signs, asks or takes back. */
function isReason({ text, isSignature }: Line): boolean {
  const item = /^[^\s:]{1,12}:/.test(text) || MAIL_ADDRESS.test(text);
  if (isSignature || item || text.length > LONGEST_REASON || isHedged(text)) return false;
  return CUES.some((cue) => text.includes(cue));
}

function addReason(words: CounselorWord[], piece: string): void {
  const last = words.pop();
  if (last === undefined) return;
  if ('reason' in last && last.reason === null) last.reason = piece;
  words.push(withRemark(last));
}

/** Words that exclude each other do not act at all. */
function settle(
  words: CounselorWord[],
  notUnderstood: string[],
  lines: string[],
): CounselorReading {
  const kinds = new Set(words.map((word) => word.kind));
  const clashing = CONTRADICTIONS.some(
    (group) => group.filter((kind) => kinds.has(kind)).length > 1,
  );
  if (clashing) return { words: [], notUnderstood: [...notUnderstood, ...lines.filter(holdsWord)] };
  // Any other word settles what it is about itself.
  const acting = words.filter(({ kind }) => kind !== 'settle' || kinds.size === 1);
  const unique = new Map(acting.map((word) => [JSON.stringify(word), word]));
  return { words: [...unique.values()], notUnderstood: [...new Set(notUnderstood)] };
}
