/**
 * What a clause names of the calendar: an offered slot by number or date, the booked
 * start, or another date. The named words are blanked in the clause, so that "3日なら"
 * is no condition any more. It says what is named, never what the person wants with it.
 */
import type { Wish } from '../../domain/wish.ts';
import { readWish } from '../wish.ts';
import { findPicks } from './choices.ts';
import type { Clause } from './clauses.ts';
import { fits, fitsWeekday, isDay, latinDay, namesDayOf } from './dates.ts';

/** What the reply answers to: the booked start, or the slots that were offered, in their order. */
export interface ReplyContext {
  booked: Temporal.ZonedDateTime | null;
  offered: readonly Temporal.ZonedDateTime[];
}

export type Named =
  | 'nothing'
  | 'told' // the booked or an offered day, of which something is told that is no wish
  | 'booked'
  | 'offered' // exactly one offered slot
  | 'excluded' // only slots that are ruled out
  | 'several' // more than one offered slot
  | 'other' // a date that is neither booked nor offered
  | 'unknown'; // a date, and nothing to compare it with

export interface Mention {
  named: Named;
  /** 1-based, where `named` is offered. */
  choice: number | null;
  wish: Wish;
  /** The reply chooses among offered slots. */
  ofMany: boolean;
  /** A day in English ("December 4") that is neither booked nor offered. */
  isOtherLatinDay: boolean;
  /** The clause without the words that name. */
  clause: Clause;
}

/** Longer clauses are not judged at all. */
const LONGEST_DATED = 300;
const DATE_SIGN =
  /[0-9]\s*[月/日時:]|[一二三四五六七八九十]+[日時月]|[月火水木金土日]曜|明日|明後日|あした|あさって|来週|再来週|今週|来月|午前|午後|正午|夕方|翌日|翌週/;
const DATE_SUFFIX =
  /^(?:以降|以後|から|ごろ|頃|くらい|ぐらい)?(?:の(?:ほう|方|日程|日時|回|枠))?(?:なら|ならば|であれば|でしたら|だったら|を|が|は(?!い(?:$|[、,!。わお承了大よ]))|で(?!は|な|す|し|ご|も)|に)?/;

/** The calendar words of a clause, compared with what the reply answers to. */
export function readMention(
  clause: Clause,
  reference: Temporal.ZonedDateTime,
  context: ReplyContext,
): Mention {
  const byDate = readDate(clause, reference, context);
  if (context.offered.length === 0 || clause.text.length > LONGEST_DATED) return byDate;
  const picks = findPicks(byDate.clause.text, context.offered.length);
  if (picks.length === 0) return byDate;
  const chosen = new Set(picks.filter((pick) => !pick.isExcluded).map((pick) => pick.choice));
  if (byDate.choice !== null) chosen.add(byDate.choice);
  const isOther = byDate.named === 'other' || byDate.named === 'several';
  const named =
    chosen.size === 0 ? 'excluded' : chosen.size === 1 && !isOther ? 'offered' : 'several';
  const choice = named === 'offered' ? ([...chosen][0] ?? null) : null;
  return { ...byDate, named, choice, clause: blank(byDate.clause, picks) };
}

function readDate(
  clause: Clause,
  reference: Temporal.ZonedDateTime,
  context: ReplyContext,
): Mention {
  const ofMany = context.booked === null && context.offered.length > 1;
  const nothing: Mention = {
    named: 'nothing',
    choice: null,
    wish: { kind: 'none' },
    ofMany,
    isOtherLatinDay: namesOtherLatinDay(clause.text, context),
    clause,
  };
  if (clause.text.length > LONGEST_DATED || !DATE_SIGN.test(clause.text)) return nothing;
  const { wish, span } = readWish(clause.raw, reference);
  const isExclusion = wish.kind === 'ambiguous' && wish.reason === 'exclusion';
  const isNoWish = wish.kind === 'none' || wish.past;
  if ((isNoWish || isExclusion) && namesSlot(clause.text, context))
    return { ...nothing, named: 'told' };
  if (isNoWish) return nothing;
  const from = clause.at[0] ?? 0;
  const start = span ? offsetOf(clause, from + span.start) : 0;
  const end = span ? offsetOf(clause, from + span.end) : 0;
  const suffix = DATE_SUFFIX.exec(clause.text.slice(end))?.[0].length ?? 0;
  const rest = blank(clause, span ? [{ start, end: end + suffix }] : []);
  return {
    ...compare(wish, context, isWeekday(clause.text)),
    wish,
    ofMany,
    isOtherLatinDay: false,
    clause: rest,
  };
}

function namesSlot(text: string, { booked, offered }: ReplyContext): boolean {
  return (booked ? [booked] : offered).some((start) => namesDayOf(text, start));
}

function namesOtherLatinDay(text: string, { booked, offered }: ReplyContext): boolean {
  const starts = booked ? [booked] : offered;
  const day = latinDay(text);
  return day !== null && starts.length > 0 && !starts.some((start) => isDay(day, start));
}

/** A weekday without a day ("月曜日の11時") means the offered or booked one. */
function isWeekday(text: string): boolean {
  return (
    /[月火水木金土日]曜|[月火水木金土](?=[のでがにを、,)]|なら|$)/.test(text) &&
    !/明日|明後日|あした|あさって|今日|本日|翌日|[今来先再]月|か月|ヶ月/.test(text) &&
    !/[0-9一二三四五六七八九十]\s*[日/]|[来今翌]々?週|再来週|以降/.test(text)
  );
}

function compare(
  wish: Wish,
  { booked, offered }: ReplyContext,
  byWeekday: boolean,
): { named: Named; choice: number | null } {
  const isMeant = (slot: Temporal.ZonedDateTime) =>
    fits(wish, slot) || (byWeekday && fitsWeekday(wish, slot));
  const fitting = offered.flatMap((slot, i) => (isMeant(slot) ? [i + 1] : []));
  if (booked && isMeant(booked)) return { named: 'booked', choice: null };
  if (fitting.length === 1) return { named: 'offered', choice: fitting[0] ?? null };
  if (fitting.length > 1) return { named: 'several', choice: null };
  return { named: booked || offered.length > 0 ? 'other' : 'unknown', choice: null };
}

/** Clause offset of a raw offset. */
function offsetOf(clause: Clause, raw: number): number {
  const found = clause.at.findIndex((at) => at >= raw);
  return found < 0 ? clause.text.length : found;
}

function blank(clause: Clause, places: readonly { start: number; end: number }[]): Clause {
  let text = clause.text;
  for (const { start, end } of places)
    text = text.slice(0, start) + '〓'.repeat(end - start) + text.slice(end);
  return { ...clause, text };
}
