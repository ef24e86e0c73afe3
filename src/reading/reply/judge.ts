/**
 * What each clause of a reply means for the booking: the table of meanings applied to
 * its words, with what only the clause as a whole can tell (a condition before the
 * consent, another person as its subject, a "but" before something not understood).
 */

import { isSigh, saysNo } from './as-written.ts';
import { isAside } from './by-the-way.ts';
import type { Clause } from './clauses.ts';
import { isDeferred } from './deferrals.ts';
import { isLatin, readEnglish } from './english.ts';
import { heedUnfamiliar } from './heed.ts';
import { isIntroduction } from './introductions.ts';
import { type Judgement, whole } from './judgement.ts';
import { isHalfSaid, isHangingCondition } from './left-open.ts';
import { meaningOf } from './meanings.ts';
import { isNeighbour, readNeighbour } from './neighbours.ts';
import { tellsOfContact } from './other-matters.ts';
import { isAsking, type Predicate, readPredicates } from './predicates.ts';
import { refine } from './refine.ts';
import { isOnThatDay, isTakenThatDay, tellsOfThatDay } from './that-day.ts';
import { findUnfamiliar } from './unfamiliar.ts';
import type { Manner, Meaning } from './vocabulary.ts';

/** "…、と母が言っています": what stood before was another's word. */
const HEARSAY =
  /^[、,\s]*(?:と|って)(?!言っても|いっても)(?:[^、]{0,8}(?:伝え|返信|返事|答え)[^、]{0,6}(?:はず|つもり|予定|たか|たい)|[^、]{0,12}(?:言(?!いた)|いって|いっと|申し(?!上げた)|聞い|聞き|書い|書か))/;
/** "はい、と言いたいところですが": what stood before was wished, and not said. */
const WOULD_SAY = /^[、,\s]*(?:と|って)[言い]いた[いか]/;
/** Nobody says so much without an end: no sentence, or one that is not to be judged by its parts. */
const LONGEST_CLAUSE = 300;

/** What one clause means, and whether the staff has to know of it; it may mean several things. */
export function judgeClause(clause: Clause): Judgement[] {
  const judged = judgeWords(clause);
  return tellsOfContact(clause.text) ? [...judged, whole(clause, 'notice')] : judged;
}

function judgeWords(clause: Clause): Judgement[] {
  if (clause.text.length > LONGEST_CLAUSE) return [whole(clause, 'doubt')];
  if (WOULD_SAY.test(clause.text)) return [whole(clause, 'ambiguous')];
  if (HEARSAY.test(clause.text)) return [whole(clause, 'doubt')];
  if (isDeferred(clause.text)) return [whole(clause, 'statement')];
  if (saysNo(clause)) return [whole(clause, 'refusal')];
  if (isSigh(clause) || isHangingCondition(clause)) return [whole(clause, 'doubt')];
  if (isLatin(clause.text.replaceAll('〓', ''))) return judgeForeign(clause, readEnglish);
  if (isNeighbour(clause.text)) return judgeForeign(clause, readNeighbour);
  const predicates = readPredicates(clause);
  if (predicates.length === 0) return [judgeUnknown(clause)];
  return heedUnfamiliar(clause, predicates, judgePredicates(clause, predicates));
}

/** The predicates of a clause, with what only the clause as a whole can tell. */
function judgePredicates(clause: Clause, predicates: Predicate[]): Judgement[] {
  const judged = predicates
    .map((_, i) => judgePredicate(clause, predicates, i))
    .map((one) => (isHalfSaid(clause, one.meaning) ? { ...one, meaning: LAPSED } : one));
  if (isAsking(clause) && asksAway(clause, predicates)) judged.push(whole(clause, 'objection'));
  const isAnswered = judged.some(({ meaning }) => meaning !== 'neutral');
  const isWellWish = WELL_WISHES.test(clause.text) && predicates.every(isPolite);
  if (!isAnswered && !isWellWish && (isAsking(clause) || isRequest(clause, predicates)))
    return [whole(clause, 'question'), ...judged];
  if (!isAnswered && isLacking(predicates)) return [whole(clause, 'objection')];
  const isHarmless = predicates.every(({ act }) => act === 'inform');
  if (!isAnswered && isHarmless && clause.isAfterBut) return [whole(clause, 'objection')];
  const isOnlyNamed = predicates.every(({ act }) => act === 'inform');
  if (isOnlyNamed && (tellsOfThatDay(clause) || isTakenThatDay(clause)))
    return [whole(clause, 'objection')];
  if (!isAnswered && isAfterContrast(predicates)) return [whole(clause, 'objection')];
  if (
    clause.isFirst &&
    predicates.every(({ act }, i) => act === 'carrier' && judged[i]?.meaning === 'courtesy')
  )
    return [...judged, whole(clause, 'plea')];
  return judged;
}

const LAPSED: Meaning = 'lapsed';

/**
 * What is left of a clause that names a date or a number and nothing else. No word here is made of
 * others here, else every text of them would be tried in every way.
 */
const POLITE_REST =
  /^[〓、,\s]*(?:です|でございます|だ|で|ね|よ|な|に|が|は|を|の|から|より|へ|と|も|ということ|っす)*[〓、,\s]*$/;

function judgeForeign(clause: Clause, read: typeof readEnglish): Judgement[] {
  const found = read(clause.text, clause.hasQuestionMark);
  if (found.length === 0) return [judgeUnknown(clause)];
  return found.map(({ act, manner }) => whole(clause, meaningOf(act, manner)));
}

function judgeUnknown(clause: Clause): Judgement {
  if (isAsking(clause)) return whole(clause, asksAway(clause, []) ? 'objection' : 'question');
  if (REQUEST.test(clause.text)) return whole(clause, isStrange(clause) ? 'objection' : 'question');
  if (!/[\p{L}\p{N}]/u.test(clause.text)) return whole(clause, 'neutral');
  if (POLITE_REST.test(clause.text)) return whole(clause, 'neutral');
  if (isTakenThatDay(clause)) return whole(clause, 'objection');
  if (isAside(clause.text) || !isStrange(clause)) return whole(clause, 'neutral');
  if (clause.isAfterBut || /ません|ない|できん|無い/.test(clause.text))
    return whole(clause, 'objection');
  if (isOnThatDay(clause)) return whole(clause, 'objection');
  if (isIntroduction(clause)) return whole(clause, 'neutral');
  return whole(clause, 'statement');
}

/** "辞退ってどうすればいいですか", "電話じゃだめですか": asks the way out, or for other means. */
function asksAway({ text }: Clause, predicates: Predicate[]): boolean {
  if (OTHER_MEANS.test(text) || OTHER_DAY.test(text)) return true;
  return predicates.some(({ word }) => WAY_OUT.test(word)) && !IN_CASE.test(text);
}

const OTHER_MEANS =
  /(?:電話|対面|窓口|直接|める|らいん|ちゃっと|郵送|訪問|来所)(?:で|に)(?:は|も|て|じゃ)?(?:だめ|駄目|いい|良い|よい|よろし|可能|でき|無理|お願い)|(?:電話|対面|窓口|める|らいん|ちゃっと|郵送|訪問|来所)じゃ(?:だめ|駄目|いけ|無理)/;
/** "今日でしたっけ". */
const OTHER_DAY =
  /(?:今日|本日|明日|あした|昨日|きのう)(?:です|でした|だ|だった)?(?:っけ|よね|か$)/;
const WAY_OUT = /^(?:きゃんせる|取り?消|辞退|欠席|断|中止|やめ|取りやめ|不参加)/;
const IN_CASE = /場合|際|とき|時|(?<!し)たら|(?<!す)れば|なった|料|万が一|万一|もし/;

/** Holds words that no table knows. */
function isStrange(clause: Clause): boolean {
  return findUnfamiliar(clause, []).length > 0;
}

/** Something is asked for, and it is not the reader's health. */
function isRequest(clause: Clause, predicates: Predicate[]): boolean {
  return REQUEST.test(clause.text) && predicates.every(isPolite);
}

function isPolite({ act }: Predicate): boolean {
  return act === 'inform' || act === 'greeting';
}

const REQUEST = /ください|くださる|下さい|下さる|ほしい|欲しい|もらえ|いただけ|頂け/;
const WELL_WISHES =
  /自愛|容赦|お許し|安心|放念|気をつけ|気を付け|お身体|お体|お過ご?し|お元気|お変わり/;

/** "まだ規約を読めていません": harmless words, but something is not as it should be. */
function isLacking(predicates: Predicate[]): boolean {
  return (
    predicates.every(isPolite) &&
    predicates.some(({ ending, gap }) => LACKS.test(ending) || LACKS.test(gap))
  );
}

const LACKS = /(?:でき|られ|め|(?<!変わっ)て|け)(?:い)?(?:ません|ない)(?!でした$)/;

/** Words of the session itself; after a "but" every other word is an objection not understood. */
const SPEAKS_OF_SESSION: ReadonlySet<Predicate['act']> = new Set([
  'attend',
  'accept',
  'courtesy',
  'ask',
  'acknowledge',
  'carrier',
]);

function isAfterContrast(predicates: Predicate[]): boolean {
  return (
    predicates.some(({ act }) => act === 'contrast') &&
    predicates.every(({ act }) => !SPEAKS_OF_SESSION.has(act))
  );
}

function judgePredicate(clause: Clause, predicates: Predicate[], i: number): Judgement {
  const predicate = predicates[i];
  if (!predicate) return whole(clause, 'neutral');
  const before = predicates.slice(0, i);
  const meaning = refine(clause, predicate, before);
  const isOnlyNamed =
    i < predicates.length - 1 && isAsking(clause) && !CLOSED.test(predicate.ending);
  const isNamed = isOnlyNamed && (meaning === 'consent' || meaning === 'refusal');
  const { start, end } = predicate;
  return {
    meaning: isNamed ? 'neutral' : meaning,
    clause,
    start,
    end,
    flag: announces(predicates, i) ? predicate.flag : null,
  };
}

/** The verb before a question is closed and speaks for itself. */
const CLOSED = /ます|です|した|ません/;

/** Whether a helper is announced: not denied, not only possible, and not named twice. */
function announces(predicates: Predicate[], i: number): boolean {
  const isDenied = predicates
    .slice(i)
    .some(
      ({ manner, act, isCarried }, at) =>
        (at === 0 || (isCarried && act === 'helper')) && DENIES.has(manner),
    );
  const isInterpreter = predicates.slice(0, i).some(({ flag }) => flag === 'interpreter');
  return !isDenied && !(predicates[i]?.flag === 'attendant' && isInterpreter);
}

const DENIES: ReadonlySet<Manner> = new Set(['negated', 'conditional', 'in_case', 'reported']);
