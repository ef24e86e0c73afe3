/**
 * Reads one segment of a counselor's line as a word of the table, or says that it only
 * looks like one. The whole segment must be accounted for: lead, word, ending, reason.
 */
import type { Wish } from '../../domain/wish.ts';
import { normalise } from '../normalise.ts';
import { compact, type Folded, fold, wordsOf } from '../reply/fold.ts';
import type { CounselorWord } from '../types.ts';
import { readAddress } from './address.ts';
import { GREETING } from './lines.ts';
import { isNear } from './near.ts';
import { mayHold } from './reason.ts';
import { isOnlyRemark, recordsAttendance, withoutAgreement, withRemark } from './remark.ts';
import { HEDGES, LEADS, POLITE, WORDS, type WordKind, type WordRow } from './words.ts';

export type SegmentReading =
  | { kind: 'word'; word: CounselorWord }
  /** Begins with a word, but is more or less than one. */
  | { kind: 'like_a_word' }
  | { kind: 'text' };

/** Reads a wish out of the words beside 変更 and 次回. */
export type WishReader = (text: string) => { wish: Wish; rest: string };

interface Spelling {
  spelling: string;
  row: WordRow;
  endings: ReadonlySet<string>;
}

const POLITE_ENDINGS = wordsOf(POLITE);
const SPELLINGS: readonly Spelling[] = WORDS.flatMap((row) => {
  const endings = new Set(['', ...POLITE_ENDINGS, ...wordsOf(row.endings)]);
  return wordsOf(row.spellings).map((spelling) => ({ spelling, row, endings }));
}).sort((a, b) => b.spelling.length - a.spelling.length);
const LEAD_WORDS = wordsOf(LEADS).sort((a, b) => b.length - a.length);
const HEDGE_WORDS = wordsOf(HEDGES);

const BRACKET_REASON = /[(「[]([^()「」[\]]{1,200})[)」\]][\s。.]*$/;
const OPENERS = /^(?:[\s・*●○■□◆→⇒>:;,、。.「『【<([-]|\d{1,2}[.)](?=\D)|[①-⑳])+/;
const CLOSERS = /[\s。.!、,」』】>)\]:-]+$/;
const SEPARATOR = /^[\s:;、,。.→-]+/;
/** Whose booking: "山田太郎様", "求職番号 45010-12345678", a reference code. */
const PERSON =
  /^(?:[^。、]{1,16}?(?:様|さん|氏|殿)|(?:求職番号)?[ :]{0,3}\d{5}-\d{4,8}|[[(]?[a-z0-9]{2,8}-[a-z0-9]{2,8}[\])]?)(?:の件は|の件|の予約は|の予約|は|の)?[\s:、,]*/i;
/** What cannot be a reason, but takes the word back. */
const TAKES_BACK = /^(?:では|じゃ|しな|しま|せず|は|が|の|に|を|も|と|か|や|だと|なら)/;
const REASON_LEAD = /^(?:理由|りゆう|事由)[\s:は]*/;
const REASON_BEFORE =
  /^(.{2,80}?)(?:のため|ため|により|につき|ので|との連絡あり|と連絡あり|より連絡あり|から連絡あり|より電話あり|から電話あり)[\s、]*$/;

/** What one segment says. */
export function readSegment(raw: string, readWish: WishReader): SegmentReading {
  const text = normalise(raw).text.trim();
  if (text.length > LONGEST_WORD_LINE) return { kind: 'text' };
  const bracket = BRACKET_REASON.exec(text);
  const reason = bracket?.[1]?.replace(REASON_LEAD, '').trim() ?? null;
  const head = (bracket ? text.slice(0, bracket.index) : text)
    .replace(OPENERS, '')
    .replace(CLOSERS, '');
  const body = withoutLeads(head);
  const seen = view(body).text;
  const found = SPELLINGS.find(({ spelling }) => seen.startsWith(spelling));
  const forward = found ? readForward(found, body, { reason, readWish }) : null;
  const hidesNone = found === undefined || found.row.kind === 'settle';
  const word = forward ?? (hidesNone ? readBackward(body, { reason, readWish }) : null);
  if (word && (reason === null || mayStandBeside(word.kind, reason))) {
    return { kind: 'word', word: reason === null ? word : withRemark(word) };
  }
  const isLike = found ? isTelling(found) : isMisspelt(seen);
  return { kind: isLike ? 'like_a_word' : 'text' };
}

const LONGEST_WORD_LINE = 200;

/**
 * Whether a line that begins with the word is likely meant as one; "メール" and "確認済" stand in many
 * texts.
 */
function isTelling({ row }: Spelling): boolean {
  return row.takes !== 'address' && row.kind !== 'settle';
}

/** One wrong, missing or added character in a short line ("登録確任"). */
function isMisspelt(text: string): boolean {
  const isNearTo = (known: Spelling) => known.row.kind !== 'settle' && isNear(text, known.spelling);
  return text.length <= 8 && SPELLINGS.some(isNearTo);
}

/** Whether a text holds any word of the table. */
export function holdsWord(raw: string): boolean {
  const text = view(raw).text;
  return SPELLINGS.some((known) => isTelling(known) && text.includes(known.spelling));
}

/** Whether what stands behind a word is its reason, and not another word or a doubt. */
function isReasonFor(kind: WordKind, reason: string): boolean {
  if (isHedged(reason)) return false;
  const text = view(reason).text;
  const held = SPELLINGS.filter((known) => isTelling(known) && text.includes(known.spelling));
  return held.length === 0 || mayHold(kind, { text, held: held.map(({ row }) => row.kind) });
}

/** Whether a text may stand beside a word, as its reason or as a mere remark. */
export function mayStandBeside(kind: WordKind, raw: string): boolean {
  if (!recordsAttendance(kind)) return isReasonFor(kind, raw);
  return !isHedged(raw) && !holdsWord(raw) && isOnlyRemark(kind, normalise(raw).text);
}

/** Whether a text doubts, asks or takes back. */
export function isHedged(raw: string): boolean {
  const text = view(raw).text.trim();
  return TAKES_BACK.test(text) || HEDGE_WORDS.some((hedge) => text.includes(hedge));
}

function withoutLeads(head: string): string {
  let rest = head.replace(PERSON, '').replace(OPENERS, '');
  for (let turn = 0; turn < 3; turn += 1) {
    const text = view(rest).text;
    const lead = LEAD_WORDS.find((word) => text.startsWith(word));
    if (!lead || SPELLINGS.some(({ spelling }) => text.startsWith(spelling))) break;
    rest = cut(rest, lead.length).replace(/^(?:[\s:、,。]|は(?=[^い]))+/, '');
  }
  return rest;
}

/** The matching form, without the spaces that people put into words. */
function view(text: string): Folded {
  return compact(fold(text));
}

/** The text after so many folded characters, spaces not counted. */
function cut(text: string, foldedLength: number): string {
  const folded = fold(text);
  let left = foldedLength;
  let i = 0;
  for (; left > 0 && i < folded.text.length; i += 1) if (folded.text[i] !== ' ') left -= 1;
  return text.slice(folded.at[i] ?? text.length);
}

interface Beside {
  reason: string | null;
  readWish: WishReader;
}

/** "取消 本人より電話", "変更 12/4 10:00", "メール: a@example.jp". */
function readForward(found: Spelling, body: string, beside: Beside): CounselorWord | null {
  const rest = cut(body, found.spelling.length);
  const { kind, takes } = found.row;
  if (kind === 'address') return readAddress(rest);
  if (takes === 'wish')
    return readWishWord(kind, rest.replace(SEPARATOR, ''), { ...beside, found });
  const seen = view(rest).text;
  const ending =
    [...found.endings]
      .filter((word) => seen.startsWith(word))
      .sort((a, b) => b.length - a.length)[0] ?? '';
  const after = cut(rest, ending.length);
  if (after.replace(CLOSERS, '') === '') return actOf(kind, beside.reason);
  if ((takes !== 'reason' && !recordsAttendance(kind)) || !SEPARATOR.test(after)) return null;
  const reason = after.replace(SEPARATOR, '').replace(REASON_LEAD, '');
  if (!mayStandBeside(kind, reason)) return null;
  const word = actOf(kind, beside.reason ?? reason);
  return word && (GREETING.test(reason) ? word : withRemark(word));
}

/** "本人都合により取消", "12/4 10:00に変更お願いします". */
function readBackward(body: string, beside: Beside): CounselorWord | null {
  const folded = view(body);
  for (const found of SPELLINGS) {
    if (!isTelling(found) || found.row.takes === 'nothing') continue;
    const start = folded.text.lastIndexOf(found.spelling);
    if (start <= 0 || !found.endings.has(folded.text.slice(start + found.spelling.length)))
      continue;
    const before = body.slice(0, folded.at[start]);
    if (found.row.takes === 'wish')
      return readWishWord(found.row.kind, before, { ...beside, found });
    const reason = REASON_BEFORE.exec(before)?.[1];
    return reason && !isHedged(reason)
      ? actOf(found.row.kind, beside.reason ?? reason.trim())
      : null;
  }
  return null;
}

function readWishWord(
  kind: string,
  text: string,
  { found, readWish }: Beside & { found: Spelling },
): CounselorWord | null {
  if (kind !== 'change' && kind !== 'next_session') return null;
  const target = text.split(/→|⇒|->|=>/).at(-1) ?? text;
  const { wish, rest } = readWish(target);
  if (wish.kind === 'none') return null;
  const left = (words: string) =>
    fold(words).text.replaceAll(/[\s、。,:にでへはをがの→()]|から|開始|より|スタト/g, '');
  const beside = left(withoutAgreement(rest));
  const isPolite = [...found.endings].some((ending) => left(ending) === beside);
  return isPolite ? { kind, wish } : null;
}

function actOf(kind: string, reason: string | null): CounselorWord | null {
  switch (kind) {
    case 'register':
    case 'attended':
    case 'no_show':
    case 'release_mail':
    case 'settle':
      return { kind };
    case 'cancel':
    case 'office_cancel':
    case 'confirm':
    case 'refuse':
    case 'lift_refusal':
      return { kind, reason: reason === '' ? null : reason };
    default:
      return null;
  }
}
