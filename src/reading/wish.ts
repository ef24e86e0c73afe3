/**
 * The reader of wishes (希望日時, Article 6(2)③): Japanese text and a reference instant in, one
 * typed wish out. Where two readings are possible it asks; it never guesses, and it knows no
 * office calendar.
 * An own grammar, not chrono-node: measured on the shared expressions, chrono-node's ja locale
 * has 47 % right and books a wrong time in some; it has no notion of a doubt, of 第2希望 or of
 * "3日以外". The words are tables in `wish/vocabulary/`; the engine is
 * tokens → mentions → clauses → groups → alternatives → answer, each linear in the text.
 */
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';
import type { Wish } from '../domain/wish.ts';
import { readablePart } from './limits.ts';
import { normalise } from './normalise.ts';
import type { Span } from './types.ts';
import { resolveGroups } from './wish/alternatives.ts';
import { becauseOf } from './wish/because.ts';
import { chooseGroups } from './wish/choose-groups.ts';
import { conclude, type Surroundings } from './wish/conclude.ts';
import { groupWishes } from './wish/group-wishes.ts';
import { findMentions } from './wish/mentions.ts';
import { judge } from './wish/scope.ts';
import { tokenize } from './wish/tokenize.ts';
import type { Judged } from './wish/verdict.ts';

export interface WishReading {
  wish: Wish;
  /** From the first to the last word relied on, in UTF-16 offsets of the raw text. */
  span: Span | null;
  /** Plain Japanese. */
  because: string;
}

const LONGEST_QUOTE = 80;

/**
 * The wish of a text, seen from the instant at which it was written; relative days count in
 * Asia/Tokyo.
 */
export function readWish(text: string, reference: Temporal.ZonedDateTime): WishReading {
  const now = reference.withTimeZone(OFFICE_TIME_ZONE);
  const readable = readablePart(text);
  const folded = normalise(readable.text);
  const { tokens, complete } = tokenize(folded.text);
  const found = findMentions(tokens);
  const judged = judge(found.mentions);
  const groups = chooseGroups(resolveGroups(groupWishes(judged), now), now);
  const around = surroundings(judged, complete && found.complete && !readable.isCut);
  const wish = conclude(groups, around, now);
  const span = spanOf(groups, folded.toRaw) ?? spanOfRest(judged, folded.toRaw);
  const words = span === null ? '' : text.slice(span.start, span.end).slice(0, LONGEST_QUOTE);
  return { wish, span, because: becauseOf(wish, words.replaceAll(/\s+/g, ' ')) };
}

function surroundings(judged: readonly Judged[], complete: boolean): Surroundings {
  const has = (verdict: Judged['verdict']): boolean =>
    judged.some((one) => one.verdict === verdict);
  return {
    excluded: has('excluded'),
    cancelled: has('cancelled') || has('replaced'),
    garbled: judged.some((one) => one.mention.kind === 'garbled'),
    cutOff: !complete,
  };
}

const NO_WISH_VERDICTS: ReadonlySet<Judged['verdict']> = new Set([
  'excluded',
  'cancelled',
  'replaced',
]);

/** Where no wish is left: the days that are ruled out, or what looks like a date and is none. */
function spanOfRest(judged: readonly Judged[], toRaw: (offset: number) => number): Span | null {
  const rest = judged.filter(
    ({ verdict, mention }) => NO_WISH_VERDICTS.has(verdict) || mention.kind === 'garbled',
  );
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return null;
  return { start: toRaw(first.mention.start), end: toRaw(last.mention.end) };
}

function spanOf(
  groups: ReturnType<typeof chooseGroups>,
  toRaw: (offset: number) => number,
): Span | null {
  if (groups.length === 0) return null;
  const start = Math.min(...groups.map(({ group }) => group.start));
  const end = Math.max(...groups.map(({ group }) => group.end));
  return { start: toRaw(start), end: toRaw(end) };
}
