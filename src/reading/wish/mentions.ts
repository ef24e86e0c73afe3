/**
 * Tokens to mentions: tries the productions for days and times at each token, and turns the
 * remaining words into the joints between them. One pass; each token is consumed once.
 * It decides nothing about which mention is the wish.
 */
import { startsClock } from './clock-grammar.ts';
import { readAbsoluteDay } from './day-absolute.ts';
import { readRelativeDay } from './day-relative.ts';
import { readWeekOf } from './day-week.ts';
import { readJoint } from './joints.ts';
import {
  behindChain,
  isListLink,
  isMark,
  isParticle,
  isRangeLink,
  isUnit,
  numberAt,
  type Tokens,
  weekdayAt,
} from './look.ts';
import type { DayMention, DaySpec, Mention, TimeSpec } from './mention.ts';
import { isModified, isUnread } from './modified.ts';
import { readTime } from './time-grammar.ts';
import type { Token, Weekday } from './token.ts';

/** More mentions than this is no wish: the reader asks instead of computing them all. */
const MOST_MENTIONS = 400;

/** The mentions of a text in order, and whether all of it was read. */
export function findMentions(tokens: Tokens): { mentions: Mention[]; complete: boolean } {
  const mentions: Mention[] = [];
  let found = 0;
  let i = 0;
  while (i < tokens.length && found < MOST_MENTIONS) {
    const step = readDayMention(tokens, i, mentions) ?? readTimeMention(tokens, i);
    if (step !== null) {
      mentions.push(...step.mentions);
      found++;
      i = step.next;
      continue;
    }
    const joint = readJoint(tokens, i);
    if (joint !== null) mentions.push(joint);
    i++;
  }
  return { mentions, complete: i >= tokens.length };
}

interface Step {
  mentions: Mention[];
  next: number;
}

function readDayMention(tokens: Tokens, i: number, before: readonly Mention[]): Step | null {
  const token = tokens[i];
  if (token === undefined) return null;
  if (token.type === 'every') return readRepeated(tokens, i);
  const bare = readBareDay(tokens, i, before);
  const found = bare ?? readAbsoluteDay(tokens, i) ?? readRelativeDay(tokens, i);
  if (found === null) return null;
  const spec = readWeekOf(tokens, found) ?? found;
  const beside = hasOwnWeekday(spec.value)
    ? { weekday: null, next: spec.next }
    : readWeekdayBeside(tokens, spec.next);
  const day: DayMention = {
    kind: 'day',
    spec: isUnread(tokens, i, spec.value) ? { form: 'unread' } : spec.value,
    weekday: beside.weekday,
    modified: isModified(tokens, i, spec.value),
    inherits: bare !== null,
    start: token.start,
    end: endOf(tokens, beside.next),
  };
  if (token.type !== 'relative_day' || token.part === undefined) {
    return { mentions: [day], next: beside.next };
  }
  return withPartOfDay(tokens, { i, day, next: beside.next });
}

/** 今夜 is a day and a part of it; "今夜9時" a day and a clock time. */
function withPartOfDay(
  tokens: Tokens,
  { i, day, next }: { i: number; day: DayMention; next: number },
): Step {
  const token = tokens[i];
  if (token?.type !== 'relative_day' || token.part === undefined) return { mentions: [day], next };
  const place = { start: token.start, end: token.end };
  const time = readTime(tokens, i);
  if (time !== null) {
    const end = endOf(tokens, time.next);
    const clock: Mention = { ...place, end, kind: 'time', spec: time.value };
    return { mentions: [day, clock], next: time.next };
  }
  const spec: TimeSpec = { form: 'part', part: token.part, sense: token.sense ?? null };
  return { mentions: [day, { ...place, kind: 'time', spec }], next };
}

/** 毎週水曜, いつも火曜: no day of a booking. */
function readRepeated(tokens: Tokens, i: number): Step | null {
  const token = tokens[i];
  const at = isParticle(tokens[i + 1], 'の') ? i + 2 : i + 1;
  if (token === undefined || weekdayAt(tokens[at], true) === null) return null;
  const spec: DaySpec = { form: 'period', period: 'any', week: null, month: null };
  const place = { start: token.start, end: endOf(tokens, at + 1) };
  return {
    mentions: [{ ...place, kind: 'day', spec, weekday: null, modified: false, inherits: false }],
    next: at + 1,
  };
}

/**
 * "12/3、4、7の10時", "12/3~5": a number without a unit, right behind a day and a joint.
 * It is an hour if the chain of numbers ends in an hour.
 */
function readBareDay(
  tokens: Tokens,
  i: number,
  before: readonly Mention[],
): { value: DaySpec; next: number } | null {
  const day = numberAt(tokens, i);
  const joint = tokens[i - 1];
  if (day === null || day < 1 || day > 31) return null;
  if (opensBareList(tokens, i)) {
    return { value: { form: 'day_of_month', month: null, day }, next: i + 1 };
  }
  if (!isListLink(joint) && !isRangeLink(joint)) return null;
  if (isParticle(tokens[i + 1], 'の') && startsClock(tokens, i + 2) && hasDatedDay(before)) {
    return { value: { form: 'day_of_month', month: null, day }, next: i + 1 };
  }
  const behindDay = before.at(-2);
  if (behindDay?.kind !== 'day' || before.at(-1)?.end !== joint?.end) return null;
  if (behindDay.spec.form !== 'date' && behindDay.spec.form !== 'day_of_month') return null;
  const { last, after } = behindChain(tokens, i);
  if (isUnit(tokens[i + 1], 'day')) return null;
  if (isNoDayBehind(tokens, last, after)) return null;
  return { value: { form: 'day_of_month', month: null, day }, next: i + 1 };
}

/** "8か9の16時", "3、4、7日": bare numbers are days where the list ends in 日 or の and a clock time. */
function opensBareList(tokens: Tokens, i: number): boolean {
  const { last, after } = behindChain(tokens, i);
  if (last === i) return false;
  if (isParticle(after, 'の')) return startsClock(tokens, last + 2);
  if (!isUnit(after, 'day') || isParticle(tokens[i - 1], 'に')) return false;
  const behind = tokens[last + 2]?.type;
  return behind !== 'later' && behind !== 'earlier' && behind !== 'gap' && behind !== 'month_tail';
}

/** "12/8の13時、または11の9時半": a day of a month was written shortly before. */
function hasDatedDay(before: readonly Mention[]): boolean {
  return before
    .slice(-8)
    .some((one) => one.kind === 'day' && (one.spec.form === 'date' || one.inherits));
}

/** Behind the last number of a chain stands something that makes it no day. */
function isNoDayBehind(tokens: Tokens, last: number, after: Token | undefined): boolean {
  if (after === undefined || after.type === 'line' || after.type === 'sentence_end') return false;
  if (isUnit(after, 'day') || isParticle(after, 'の') || isParticle(after, 'で')) return false;
  if (isMark(after, '(')) return weekdayAt(tokens[last + 2], true) === null;
  if (after.type === 'number' && after.spaced) return false;
  if (isMark(after, '、,')) return false;
  return after.type !== 'link' && after.type !== 'particle' && after.type !== 'sense';
}

function hasOwnWeekday(spec: DaySpec): boolean {
  return (
    spec.form === 'weekday' ||
    spec.form === 'nth_weekday' ||
    spec.form === 'period' ||
    spec.form === 'week_of' ||
    spec.form === 'nth_week'
  );
}

/** "(木)", "(木・祝)", "、木曜日", "の木曜", "木 10:00" beside a date. */
function readWeekdayBeside(tokens: Tokens, i: number): { weekday: Weekday | null; next: number } {
  const token = tokens[i];
  if (isMark(token, '([【「')) {
    const weekday = weekdayAt(tokens[i + 1], true);
    if (weekday === null) return { weekday: null, next: i };
    return { weekday, next: skipToClose(tokens, i + 2) };
  }
  const at = isParticle(token, 'の') || isMark(token, '、,') ? i + 1 : i;
  const full = weekdayAt(tokens[at], false);
  if (full !== null) return { weekday: full, next: at + 1 };
  const single = weekdayAt(token, true);
  const behind = tokens[i + 1];
  const ends = behind === undefined || behind.spaced || behind.type === 'line';
  if (single === null || isUnit(token, 'day') || !(ends || behind.type === 'number')) {
    return { weekday: null, next: i };
  }
  return { weekday: single, next: i + 1 };
}

function skipToClose(tokens: Tokens, i: number): number {
  for (let at = i; at < i + 4; at++) {
    if (isMark(tokens[at], ')]】」')) return at + 1;
  }
  return i;
}

function readTimeMention(tokens: Tokens, i: number): Step | null {
  const token = tokens[i];
  const time = readTime(tokens, i);
  if (time === null || token === undefined) return null;
  const place = { start: token.start, end: endOf(tokens, time.next) };
  return { mentions: [{ ...place, kind: 'time', spec: time.value }], next: time.next };
}

function endOf(tokens: Tokens, next: number): number {
  return tokens[next - 1]?.end ?? 0;
}
