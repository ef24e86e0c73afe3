/**
 * How far the value of a label reaches: the rest of the line, the line below, or several
 * lines, by the kind of the field. It never reaches into the next label. It cuts only.
 */

import type { PlacedLabel } from './field.ts';
import type { FieldKind } from './label-table.ts';
import { isClosing, isRule } from './letter-parts.ts';
import { looksLikeName } from './name-shape.ts';
import type { Line, Sheet } from './sheet.ts';

const MANY_LINES: ReadonlySet<FieldKind> = new Set(['topic', 'remarks', 'attendant']);
/** Before a name under the text: "夫　福留 浩". */
const SIGNED_AS = /^(?:夫|妻|母|父|代理|本人|以上)[、 \u3000]+/;
const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set(['seekerNumber', 'phone', 'mobile', 'fax']);
const WISH_KINDS: ReadonlySet<FieldKind> = new Set(['wish', 'wishDate', 'wishTime']);
/** What a further line of a wish looks like. */
const WISH_LINE =
  /\d|[月火水木金土日]曜|午前|午後|明日|明後日|あさって|来週|今週|第[一二三123]|[一二三四五六七八九十]時|希望|または|もしくは/;
/** A time on a line of its own, as a flattened table leaves it: "11:00 ～ 11:30". */
const TIME_LINE =
  /^[ \u3000]*(?:午前|午後|AM|PM)?[ ]?\d{1,2}(?:[:：]\d{2}|時(?:半|\d{1,2}分)?)[ ]*(?:[-~～〜]|から|頃|より|$)/i;
/** "キャンセル期限：": a label that the table does not know. */
const OWN_LABEL = /^[ \u3000]*[^\d:：\n]{2,14}[:：]/;
/** Digit groups; a group that goes on as a date or time is no part of the number. */
const LEADING_NUMBER = /^[+(]{0,2}\d[\d()-]{2,24}(?: {1,2}[\d()-]{2,9}(?![\d月/:時日])){0,3}/;
const SENTENCE_END = /[。!！?？\n]/;
/** A wish set as a sentence may hold commas, a name or number may not. */
const CLAUSE_END =
  /[。、,，!！?？\n]|です|でございます|になります|となります|とのこと|と申し|だそう/;

/** Start and end of the value that belongs to a label; `limit` is where the next label begins. */
export function valueEnd(
  sheet: Sheet,
  label: PlacedLabel,
  limit: number,
): { start: number; end: number } {
  const line = sheet.lines[label.line];
  if (line === undefined) return { start: label.valueStart, end: label.valueStart };
  if (label.separator === 'particle') return sentenceValue(sheet, label, Math.min(limit, line.end));
  const lineEnd = Math.min(line.end, limit);
  if (limit >= line.end && MANY_LINES.has(label.kind)) {
    return severalLines(sheet, label, { limit, keeps: keepsTopic });
  }
  const own = trim(sheet.text, label.valueStart, lineEnd);
  if (label.separator === 'none' || label.separator === 'space') {
    const digits = leadingNumber(sheet.text, own, label.kind);
    if (digits !== null) return digits;
  }
  if (limit >= line.end && WISH_KINDS.has(label.kind))
    return severalLines(sheet, label, { limit, keeps: keepsWish });
  if (own.end > own.start || !label.atLineStart || limit < line.end) return own;
  return lineBelow(sheet, label, limit);
}

/** "電話090-…、設備管理の…": without a separator only the number itself is the value. */
function leadingNumber(text: string, value: { start: number; end: number }, kind: FieldKind) {
  if (!NUMBER_KINDS.has(kind) && kind !== 'other') return null;
  const digits = LEADING_NUMBER.exec(text.slice(value.start, value.end));
  return digits === null ? null : { start: value.start, end: value.start + digits[0].length };
}

function sentenceValue(sheet: Sheet, label: PlacedLabel, limit: number) {
  const rest = sheet.text.slice(label.valueStart, limit);
  const long = MANY_LINES.has(label.kind) || WISH_KINDS.has(label.kind);
  const stop = rest.search(long ? SENTENCE_END : CLAUSE_END);
  return trim(sheet.text, label.valueStart, stop === -1 ? limit : label.valueStart + stop);
}

/** The first line below that is not blank, at most two lines down. */
function lineBelow(sheet: Sheet, label: PlacedLabel, limit: number) {
  for (let i = label.line + 1; i <= label.line + 2; i += 1) {
    const line = sheet.lines[i];
    if (line === undefined || line.start >= limit) break;
    if (line.text.trim() === '') continue;
    if (isRule(line.text) || isClosing(line.text)) break;
    return trim(sheet.text, line.start, Math.min(line.end, limit));
  }
  return { start: label.valueStart, end: label.valueStart };
}

interface Extent {
  hasValue: boolean;
  /** The value begins on the line of its label: it ends with its paragraph. */
  beside: boolean;
  /** The next line that is not blank, at most two lines down. */
  ahead: Line | undefined;
}

type Keeps = (line: Line, next: Line | undefined, extent: Extent) => boolean;

function severalLines(
  sheet: Sheet,
  label: PlacedLabel,
  { limit, keeps }: { limit: number; keeps: Keeps },
) {
  const first = sheet.lines[label.line];
  let end = Math.min(first?.end ?? label.valueStart, limit);
  let start = label.valueStart;
  let hasValue = sheet.text.slice(start, end).trim() !== '';
  const beside = hasValue;
  for (let i = label.line + 1; i < sheet.lines.length; i += 1) {
    const line = sheet.lines[i];
    if (line === undefined || line.start >= limit) break;
    const ahead = sheet.lines.slice(i + 1, i + 3).find((one) => one.text.trim() !== '');
    if (!keeps(line, sheet.lines[i + 1], { hasValue, beside, ahead })) break;
    if (!hasValue && line.text.trim() !== '') {
      start = line.start;
      hasValue = true;
    }
    end = Math.min(line.end, limit);
  }
  return trim(sheet.text, start, end);
}

const keepsWish: Keeps = (line, _next, { hasValue, ahead }) => {
  if (line.text.trim() === '') return !hasValue || TIME_LINE.test(ahead?.text ?? '');
  if (OWN_LABEL.test(line.text) && !/希望|候補/.test(line.text)) return false;
  return WISH_LINE.test(line.text) && !isRule(line.text) && !isClosing(line.text);
};

const keepsTopic: Keeps = (line, next, { hasValue, beside }) => {
  const text = line.text.trim();
  if (text === '') {
    if (!hasValue || beside) return !hasValue;
    const after = next?.text.trim() ?? '';
    return after !== '' && !isClosing(after) && !isRule(after) && after.length > 8;
  }
  const signed = next === undefined || next.text.trim() === '';
  if (signed && looksLikeName(text.replace(SIGNED_AS, ''))) return false;
  return !isRule(text) && !isClosing(text) && !/^(?:※|\*|注[)）])/.test(text);
};

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /[\s\u3000|│]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s\u3000、,，|│/／;；・■□◆◇●○※【［(（]/.test(text.charAt(end - 1)))
    end -= 1;
  return { start, end };
}
