/**
 * Blanks in a text, offset for offset, every date and time that is no wish: those of events,
 * of the past, of the booking that is to be moved, of working hours and of hours to telephone.
 * The tables are in other-dates.ts. It reads no date itself.
 */
import { blank } from './mask.ts';
import {
  CALL_AGAIN_AT,
  CALL_AT,
  CLOCK,
  CONDITION,
  DATE,
  EVENT,
  FROM_TO,
  HOURS_OF_WORK,
  MADE_BOOKING,
  OLD_BOOKING,
  OTHER_ROLE,
  SAYS_CHANGE,
  TIME_WORD,
  UNSUITABLE,
  WITHDRAWAL,
  WITHDRAWN_BOOKING,
  WITHDRAWN_FOR_ANOTHER,
} from './other-dates.ts';

const FRAME = /^[ \u3000]*(?:来週|再来週|今週|来月|今月|\d{1,2}月(?!\d))の?/;
const SENTENCE = /(?:[^。\n!！?？ ]| {1,2}(?! ))+[。!！?？]?/g;
/** The moment of the call at the head of a memo. */
const STAMP =
  /^\s*(?:(?:電受|受電|入電|着電|来電|電話受付) {0,3})?(?:(?:\d{4}[年/.])?\d{1,2}[月/]\d{1,2}日?(?:\([月火水木金土日]\))? {0,3})?\d{1,2}[:時]\d{2}分? {0,3}(?:受電|受付|入電|着信|電話|TEL|受)?(?=[ \n])(?=[\s\S]{0,60}(?:様|さん|TEL|電話|入電))/;
/** The same, where the memo calls it so. */
const NAMED_STAMP =
  /^\s*(?:電受|受電|入電|着電|来電|電話受付) {0,3}(?:\d{1,2}[月/]\d{1,2}日? {0,3})?\d{1,2}[:時]\d{2}分?(?=[ \n。、])|^\s*(?:\d{1,2}[月/]\d{1,2}日? {0,3})?\d{1,2}[:時]\d{2}分? {0,3}(?:電受|受電|入電|着電|来電|受付)(?=[ \n。、])/;
/** "12/21 10:30 介護の仕事を探しています": the work is the matter, not when the hours are. */
const BEFORE_MATTER =
  /(?<=\d:\d{2}|\d時|時半|\d分)(?:[ ])(?=[^\d\n。、~〜希 ]{1,16}(?:仕事|求人|パート|バイト|勤務))/g;
const ASIDE = /[(（][^()（）\n]{4,40}[)）]/g;
const ZONE = /[(（]?(?:UTC|GMT)[+-]\d{1,2}:?\d{2}[)）]?[^\n]{0,40}|JST/g;
const CALLING_HOURS =
  /(?:日中|昼間|夜間|夕方以降|平日|\d{1,2}時以降)?は?[^。、\n\d]{0,6} {0,40}(?:に|へ|まで)?(?:ご|お)?(?:連絡|電話)(?:を|が)?(?:いただ|頂|くださ|下さ|お願い|つなが|繋が)[^。\n]{0,20}/g;
/** Ends at a mark or behind a reason ("歯医者があるので木曜の10時"). */
const CLAUSE = /[^。、,\n!！?？]{1,200}?(?:ので|(?=[。、,\n!！?？])|$)|[^。、,\n!！?？]{1,200}/g;
/** The month or week of a day, and the next day that is named: group 1 where it has none of its own. */
const PERIOD = /(再来週|来週|今週|再来月|来月|今月)|(\d{1,2})[月/](?=\d)/;
const NEXT_DAY = /[今来]週|[今来]月|\d{1,2}[月/]\d|(?<!\d)(\d{1,2}日|[月火水木金土日]曜)(?!間)/;
const LOOK_AHEAD = 80;

/** A text with everything blanked that is no wish. */
export function blankOtherDates(prose: string): string {
  const open = blankOldBooking(withoutNoise(prose));
  const clauses = [...open.matchAll(CLAUSE)];
  const dated = clauses.filter((hit) => DATE.test(hit[0]));
  const inRole = dated.filter((hit) => {
    const clause = clauseWithTail(open, hit);
    return OTHER_ROLE.test(clause) || EVENT.test(clause);
  });
  const rest = dated.filter((hit) => !inRole.includes(hit));
  const unsuitable = rest.filter((hit) => UNSUITABLE.test(hit[0]) && !CONDITION.test(hit[0]));
  const suitable = rest.length > unsuitable.length;
  const working = clauses.filter(
    (hit) =>
      !DATE.test(hit[0]) &&
      CLOCK.test(hit[0]) &&
      (HOURS_OF_WORK.test(hit[0]) || EVENT.test(hit[0])),
  );
  const unsuited = suitable ? unsuitable : [];
  const stretches = [...inRole, ...working].map(stretchOf).concat(unsuited.map(behindFrame));
  return keepPeriods(open, blank(open, stretches), [...inRole, ...unsuited]);
}

/** "1月10日は病院なので、11日の10時": the month or week of the blanked day is that of the next. */
function keepPeriods(open: string, blanked: string, hits: readonly RegExpExecArray[]): string {
  let kept = blanked;
  for (const hit of hits) {
    const period = PERIOD.exec(hit[0]);
    const end = hit.index + hit[0].length;
    const next = NEXT_DAY.exec(open.slice(end, end + LOOK_AHEAD));
    if (period === null || next?.[1] === undefined) continue;
    const at = hit.index + period.index;
    const word = period[1] ?? `${period[2]}月`;
    kept = kept.slice(0, at) + word + kept.slice(at + word.length);
  }
  return kept;
}

/** Sentences without a word of time, time zones, and the hours at which to telephone. */
function withoutNoise(prose: string): string {
  const timeless = [...prose.matchAll(SENTENCE)].filter((hit) => !TIME_WORD.test(hit[0]));
  const stamp = STAMP.exec(prose);
  const stamped = stamp !== null && CLOCK.test(prose.slice(stamp[0].length)) ? [stamp] : [];
  const named = NAMED_STAMP.exec(prose);
  const asides = [...prose.matchAll(ASIDE)].filter(
    (hit) => DATE.test(hit[0]) && OTHER_ROLE.test(hit[0]),
  );
  const noise = [
    ...stamped,
    ...(named === null ? [] : [named]),
    ...asides,
    ...timeless,
    ...prose.matchAll(ZONE),
    ...prose.matchAll(CALL_AT),
    ...prose.matchAll(CALL_AGAIN_AT),
    ...prose.matchAll(CALLING_HOURS),
  ];
  return blank(prose, noise.map(stretchOf))
    .replace(/(?<= )\/(?= )/g, '、')
    .replace(BEFORE_MATTER, '。');
}

/** The date of a booking that is to be changed; its day stays where only a new time is named. */
function blankOldBooking(prose: string): string {
  const told = [...prose.matchAll(MADE_BOOKING)];
  const withdrawn = [...prose.matchAll(WITHDRAWN_BOOKING)].map(stretchOf);
  const kept = blank(prose, withdrawn);
  if (withdrawn.length > 0 && DATE.test(kept)) return kept;
  const moved = SAYS_CHANGE.test(prose)
    ? [...prose.matchAll(OLD_BOOKING), ...prose.matchAll(FROM_TO)]
    : [];
  const old = [...told, ...moved].map(stretchOf);
  const left = blank(prose, old);
  const open =
    old.length > 0 && WITHDRAWN_FOR_ANOTHER.test(prose)
      ? blank(left, [...left.matchAll(WITHDRAWAL)].map(stretchOf))
      : left;
  if (old.length === 0 || DATE.test(open) || !CLOCK.test(open)) return open;
  const times = old.flatMap(({ start, end }) => {
    const from = prose.slice(start, end).search(CLOCK);
    return from === -1 ? [] : [{ start: start + from, end }];
  });
  return blank(prose, times);
}

/** "来週は火曜がだめで、木曜なら": the week belongs to what follows too. */
function behindFrame(hit: RegExpExecArray): { start: number; end: number } {
  const frame = FRAME.exec(hit[0])?.[0].length ?? 0;
  return { start: hit.index + frame, end: hit.index + hit[0].length };
}

function stretchOf(hit: RegExpExecArray): { start: number; end: number } {
  return { start: hit.index, end: hit.index + hit[0].length };
}

/** The clause with the mark that ends it. */
function clauseWithTail(text: string, hit: RegExpExecArray): string {
  return text.slice(hit.index, hit.index + hit[0].length + 1);
}
