/**
 * Blanks stretches of the copy with spaces of equal length, so that what is left can be read
 * by another reader and every offset still holds. It decides nothing.
 */
import type { Field } from './field.ts';
import type { FoundNumber } from './number.ts';
import { anyPhrase } from './phrase-table.ts';

interface Stretch {
  start: number;
  end: number;
}

/** The text with the given stretches as spaces; line breaks stay. */
export function blank(text: string, stretches: readonly Stretch[]): string {
  const ordered = stretches.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ordered) {
    if (end <= from) continue;
    const first = Math.max(start, from);
    parts.push(text.slice(from, first), text.slice(first, end).replace(/[^\n]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The text with everything but the given stretches as spaces. */
export function keepOnly(text: string, stretches: readonly Stretch[]): string {
  const ordered = [...stretches].sort((a, b) => a.start - b.start);
  const rest: Stretch[] = [];
  let from = 0;
  for (const { start, end } of ordered) {
    rest.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  rest.push({ start: from, end: text.length });
  return blank(text, rest);
}

/** A labelled field with its label, for blanking. */
export function wholeField(field: Field): Stretch {
  return { start: field.labelStart, end: Math.max(field.end, field.start) };
}

/** A number with its bracket, for blanking. */
export function wholeNumber(number: FoundNumber): Stretch {
  return { start: number.start, end: number.end };
}

/** Dates, times and ages as they are written. */
const DATES_AND_TIMES = `
  (明治|大正|昭和|平成|令和|[SHR])\\d{1,2}(年(生まれ|生)?|[./](?=\\d)) \\d{4}年(生まれ|生)? 生年月日 \\d{1,3}歳 生まれ
  (\\d{4}[年/.-])?(\\d{1,2}[/月])\\d{1,2}日? \\d{1,2}[日月](?!本) \\d{1,2}:\\d{2} \\d{1,2}時(半|\\d{1,2}分?)?
  午前 午後 (?<![A-Za-z])[AaPp]\\.?[Mm](?=␣?\\d) (?<=\\d␣?)[AaPp]\\.?[Mm](?![A-Za-z])
  [(（]?[月火水木金土日](曜日?|[)）]) (明日|明後日|あさって|今日|本日|(今|来|再来)(週|月))の?
  第[一二三123]希望 [~〜]
`;
const DATE_OR_TIME = anyPhrase(DATES_AND_TIMES, 'g');

/** Blanks what looks like a date or time; for readers that want everything else. */
export function blankDates(text: string): string {
  return text.replace(DATE_OR_TIME, (match) => ' '.repeat(match.length));
}
