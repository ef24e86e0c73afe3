/**
 * Recognises one label at one place of a line: bullet, bracket, the label itself (spaces
 * inside allowed, "氏　名"), a note in brackets ("（必須）"), and what separates it from its
 * value. The words come from label-table.ts. It looks at most some 80 characters ahead and
 * never decides whether the label counts; that is fields.ts.
 */
import type { FieldKind } from './label-table.ts';
import { longestWord, type MatchedWord } from './label-words.ts';

/** How a label is set off from its value. */
export type Separator =
  | 'colon'
  | 'bracket'
  | 'end_of_line'
  | 'particle'
  | 'comma'
  | 'space'
  | 'none';

export interface LabelHit {
  kind: FieldKind;
  /** An everyday word: needs stronger surroundings to count as a label. */
  weak: boolean;
  /** A bullet or an opening bracket stands before it. */
  marked: boolean;
  /** Latin labels count only with a colon. */
  latin: boolean;
  start: number;
  valueStart: number;
  separator: Separator;
}

const BULLET =
  /(?:[①-⑳❶-❿■□◆◇●○◎・*＊※►▶▷★☆✓✔▪◾◦‣•◯〇♦♢-]|[([]\d{1,2}[)\]]|\d{1,2}[).．、:\])]?(?!\d)|[一二三四五六七八九十][、.．)]|[a-eA-E][).](?!\w)|[アイウエオ](?=[ \t\u3000.．)、]))[ \t\u3000]*/y;
const OPEN = '【［[〔《〈<「『({（〖';
const CLOSE = '】］]〕》〉>」』)}）〗';
const COLON = /[ \t\u3000]*(?:[:：;；=＝|｜→⇒≫»…‥]|-+>|\.{2,}|・{2,}|-{2,})+[ \t\u3000]*/y;
const PARTICLE =
  /(?:につきまして(?:は|ですが)|については|に関して(?:は|ですが)|ですが|としては|としましては|は|ハ(?=[ 、\d]))[、,]?[ \t\u3000]*(?![いじ])/y;
/** "氏名、西山和也", as dictation writes it; a further label behind it makes it a list of labels. */
const COMMA = /[ ]?[、,，][ \t\u3000]*(?![①-⑳\n])/y;
const SUFFIX = /(?:欄|等|など|[1-3一二三①②③](?=[ \t\u3000:：)】\]])|[※*])/y;
const JOINER = /[ \t]*(?:[・/／、,&＆+]|及び|および|または|又は|と|or)[ \t]*/y;
/** Words in brackets behind a label that belong to the label, not to the value. */
const NOTE_WORDS =
  /必須|任意|漢字|フリガナ|ふりがな|カナ|かな|全角|半角|携帯|自宅|ハイフン|第.?希望|[○〇◯]|例|日中|本人|具体的|なるべく|複数|あれば|フルネーム|固定|簡単|わかれば|不明|番号|連絡|記入|入力|できる|つなが|桁|書いて|いずれか|時間|JST/;

/** The longest label that starts at `at`, or null; `lineEnd` bounds the search. */
export function matchLabel(text: string, at: number, lineEnd: number): LabelHit | null {
  const lead = skipLead(text, at, lineEnd);
  const word = longestWord(text, lead.wordStart, lineEnd);
  if (word === null) return null;
  const after = skipTail(text, word, lineEnd);
  const closed = after.closed || lead.bracket === null;
  const separated = separate(text, after.end, { lineEnd, closed });
  const bracketed = lead.bracket !== null && after.closed;
  if (lead.bracket !== null && !after.closed) return null;
  return {
    kind: after.kind,
    weak: word.weak,
    marked: lead.marked,
    latin: /^[a-z]/i.test(text.slice(lead.wordStart, lead.wordStart + 1)),
    start: lead.start,
    valueStart: separated.valueStart,
    separator:
      bracketed && !['colon', 'end_of_line'].includes(separated.separator)
        ? 'bracket'
        : separated.separator,
  };
}

function skipLead(text: string, at: number, lineEnd: number) {
  let position = skipSpaces(text, at, lineEnd);
  const start = position;
  let marked = false;
  for (let i = 0; i < 2; i += 1) {
    BULLET.lastIndex = position;
    const bullet = BULLET.exec(text);
    if (bullet === null || BULLET.lastIndex > lineEnd) break;
    position = BULLET.lastIndex;
    marked = true;
  }
  const bracketIndex = OPEN.indexOf(text.charAt(position));
  const bracket = bracketIndex >= 0 && position < lineEnd ? text.charAt(position) : null;
  if (bracket !== null) {
    position = skipSpaces(text, position + 1, lineEnd);
    marked = true;
  }
  return { start, wordStart: position, marked, bracket };
}

/** Steps over "・ふりがな", "欄", "（必須）" and the closing bracket. */
function skipTail(text: string, word: MatchedWord, lineEnd: number) {
  let kind = word.kind;
  let end = word.end;
  let closed = false;
  for (let i = 0; i < 5; i += 1) {
    const next = skipSpaces(text, end, lineEnd);
    const joined = joinedWord(text, end, lineEnd);
    if (joined !== null) {
      kind = joinKinds(kind, joined.kind);
      end = joined.end;
      continue;
    }
    if (CLOSE.includes(text.charAt(next)) && next < lineEnd && !closed) {
      closed = true;
      end = next + 1;
      continue;
    }
    const note = noteEnd(text, next, lineEnd);
    SUFFIX.lastIndex = end;
    if (note !== null) {
      kind = refine(kind, text.slice(next, note));
      end = note;
    } else if (SUFFIX.test(text) && SUFFIX.lastIndex <= lineEnd) {
      end = SUFFIX.lastIndex;
    } else break;
  }
  return { kind, end, closed };
}

function joinedWord(text: string, end: number, lineEnd: number): MatchedWord | null {
  JOINER.lastIndex = end;
  if (!JOINER.test(text) || JOINER.lastIndex >= lineEnd) return null;
  return longestWord(text, JOINER.lastIndex, lineEnd);
}

function joinKinds(first: FieldKind, second: FieldKind): FieldKind {
  if (first === 'wishDate' && (second === 'wishTime' || second === 'wish')) return 'wish';
  return first;
}

function noteEnd(text: string, at: number, lineEnd: number): number | null {
  const opening = text.charAt(at);
  if (at >= lineEnd || !'([（［<'.includes(opening)) return null;
  const within = text.slice(at + 1, Math.min(lineEnd, at + 42));
  const close = within.search(/[)\]）］>]/);
  if (close === -1) return null;
  const end = at + 1 + close + 1;
  const rest = text.slice(end, Math.min(lineEnd, end + 4));
  const isNote = NOTE_WORDS.test(within.slice(0, close)) || /^[ \t\u3000]*[:：=＝】\]]/.test(rest);
  return isNote ? end : null;
}

function refine(kind: FieldKind, note: string): FieldKind {
  if (kind === 'name' && /フリガナ|ふりがな|カナ|かな|よみ/.test(note)) {
    return /漢字|氏名/.test(note) ? kind : 'kana';
  }
  if (kind === 'name' && /[(（]姓[)）]/.test(note)) return 'familyName';
  if (kind === 'name' && /[(（]名[)）]/.test(note)) return 'givenName';
  if (kind === 'phone' && /^.?(?:FAX|ファックス)/i.test(note)) return 'fax';
  if (kind === 'phone' && /携帯/.test(note)) return 'mobile';
  if (kind === 'phone' && /メール/.test(note)) return 'address';
  return kind;
}

function separate(
  text: string,
  end: number,
  { lineEnd, closed }: { lineEnd: number; closed: boolean },
) {
  const next = skipSpaces(text, end, lineEnd);
  COLON.lastIndex = end;
  if (closed && COLON.test(text) && COLON.lastIndex <= lineEnd) {
    const valueStart = COLON.lastIndex;
    const separator: Separator = valueStart >= lineEnd ? 'end_of_line' : 'colon';
    return { separator, valueStart };
  }
  if (next >= lineEnd) return { separator: 'end_of_line' as const, valueStart: lineEnd };
  PARTICLE.lastIndex = end;
  if (PARTICLE.test(text))
    return { separator: 'particle' as const, valueStart: PARTICLE.lastIndex };
  COMMA.lastIndex = end;
  if (COMMA.test(text) && longestWord(text, COMMA.lastIndex, lineEnd)?.weak !== false) {
    return { separator: 'comma' as const, valueStart: COMMA.lastIndex };
  }
  if (next > end) return { separator: 'space' as const, valueStart: next };
  return { separator: 'none' as const, valueStart: end };
}

function skipSpaces(text: string, at: number, end: number): number {
  let position = at;
  while (position < end && /[ \t\u3000]/.test(text.charAt(position))) position += 1;
  return position;
}
