/**
 * What each clause of a reply means for the booking: the table of meanings applied to
 * its words, with what only the clause as a whole can tell (a condition before the
 * consent, another person as its subject, a "but" before something not understood).
 */
import type { RequestFlag } from '../types.ts';
import type { Clause } from './clauses.ts';
import { isLatin, readEnglish } from './english.ts';
import { meaningOf } from './meanings.ts';
import type { Mention } from './mentions.ts';
import { isAsking, isCondition, type Predicate, readPredicates } from './predicates.ts';
import type { Act, Meaning } from './vocabulary.ts';

export interface Judgement {
  meaning: Meaning;
  clause: Clause;
  /** Offsets in the clause of the words relied on. */
  start: number;
  end: number;
  flag: RequestFlag | null;
}

const AGREEING: ReadonlySet<Act> = new Set([
  'attend',
  'accept',
  'acknowledge',
  'as_given',
  'helper',
]);
const AGREES_AS_GIVEN =
  /^(で|は|なら|であれば|、)*(いい|良い|よい|結構|けっこう|ok|決定|確定|よか|ええ|行け|いけ)|^(です|、|ね|よ|)*$/;
const NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}]{1,9}?(です|より|拝|と申します|と申す|でございます)?$/u;
const SPEAKS_OF_A_CASE: ReadonlySet<Act> = new Set(['cancel', 'obstacle', 'change']);

/** What one clause means, with the calendar words that it names; it may mean several things. */
export function judgeClause(mention: Mention): Judgement[] {
  const judged = judgeWords(mention.clause);
  const has = (...meanings: Meaning[]) => judged.some(({ meaning }) => meanings.includes(meaning));
  const add = (meaning: Meaning) => [...judged, whole(mention.clause, meaning)];
  const isBare =
    judged.every(({ meaning }) => meaning === 'neutral') && !BACKGROUND.test(mention.clause.text);
  const isSettled = has('question', 'refusal', 'change', 'complaint');
  switch (mention.named) {
    case 'nothing':
      return judged;
    case 'booked':
    case 'offered':
      return isSettled ? judged : add('consent');
    case 'excluded':
      return judged.map((j) =>
        j.meaning === 'refusal' || j.meaning === 'change' ? { ...j, meaning: 'neutral' } : j,
      );
    case 'several':
      return add('doubt');
    case 'other':
      if (has('question') && PROPOSES.test(mention.clause.text)) return add('change');
      return !isSettled && (isBare || has('consent', 'agreement', 'courtesy'))
        ? add('change')
        : judged;
    case 'unknown':
      if (has('question') && PROPOSES.test(mention.clause.text)) return add('change');
      return has('courtesy') || isBare ? add('doubt') : judged;
  }
}

/** Asks whether another time would do. */
const PROPOSES =
  /いかが|どうでしょ|どうです|可能|空いて|でき(ます|る|ない|ませ)|いただけ|もらえ|頂け|大丈夫/;
/** Speaks of what was, not of a wish. */
const BACKGROUND = /ました|した|てい|ており/;

function judgeWords(clause: Clause): Judgement[] {
  if (isLatin(clause.text)) return judgeEnglish(clause);
  const predicates = readPredicates(clause);
  if (predicates.length === 0) return [judgeUnknown(clause)];
  const judged: Judgement[] = predicates.map((predicate, i) =>
    judgePredicate(clause, predicate, predicates.slice(0, i)),
  );
  const isAnswered = judged.some(({ meaning }) => meaning !== 'neutral');
  if (!isAnswered && isAsking(clause)) return [whole(clause, 'question'), ...judged];
  if (!isAnswered && isAfterContrast(predicates)) return [whole(clause, 'objection')];
  if (clause.isFirst && predicates.every(({ act }) => act === 'carrier'))
    return [...judged, whole(clause, 'plea')];
  return judged;
}

function judgeEnglish(clause: Clause): Judgement[] {
  const found = readEnglish(clause.text, clause.hasQuestionMark);
  if (!found) return [judgeUnknown(clause)];
  return [whole(clause, meaningOf(found.act, found.manner))];
}

function whole(clause: Clause, meaning: Meaning): Judgement {
  return { meaning, clause, start: 0, end: clause.text.length, flag: null };
}

function judgeUnknown(clause: Clause): Judgement {
  if (isAsking(clause) || /くださ|下さ|ほしい|欲しい|もらえ|いただけ|頂け/.test(clause.text))
    return whole(clause, 'question');
  if (!/[\p{L}\p{N}]/u.test(clause.text)) return whole(clause, 'neutral');
  if (clause.isAfterBut) return whole(clause, 'objection');
  if (clause.isAtEdge && NAME.test(clause.text.replaceAll(/[、,.。\s]/g, '')))
    return whole(clause, 'neutral');
  return whole(clause, 'statement');
}

function isAfterContrast(predicates: Predicate[]): boolean {
  return (
    predicates.some(({ act }) => act === 'contrast') &&
    predicates.every(({ act }) => act === 'contrast' || act === 'inform')
  );
}

function judgePredicate(clause: Clause, predicate: Predicate, before: Predicate[]): Judgement {
  const { start, end } = predicate;
  const meaning = refine(clause, predicate, before);
  const isInterpreter = before.some(({ flag }) => flag === 'interpreter');
  const isHidden = predicate.flag === 'attendant' && isInterpreter;
  const hasHelper = !isHidden && !['negated', 'conditional', 'in_case'].includes(predicate.manner);
  return { meaning, clause, start, end, flag: hasHelper ? predicate.flag : null };
}

function refine(clause: Clause, predicate: Predicate, before: Predicate[]): Meaning {
  const meaning = meaningOf(predicate.act, predicate.manner);
  const ending = clause.text.slice(predicate.start, predicate.end);
  if (meaning === 'consent' || meaning === 'agreement')
    return refineYes({ clause, predicate, before, meaning });
  if (
    meaning === 'assurance' &&
    !predicate.isCarried &&
    !DIRECTLY_NEGATED.test(predicate.ending.slice(0, 30))
  )
    return 'doubt';
  if (
    meaning === 'refusal' &&
    before.some(({ act }) => act === 'background') &&
    IS_OVER.test(ending)
  )
    return 'neutral';
  if (meaning === 'courtesy' && before.some(isUnmetCondition)) return 'doubt';
  if (predicate.act === 'attend' && meaning === 'doubt' && CANNOT.test(ending)) return 'neutral';
  const isIfNeeded =
    predicate.act === 'ask' && hasCondition(predicate, before) && !isAsking(clause);
  return isIfNeeded ? 'neutral' : meaning;
}

/** "しません", "はありません", "するつもりはない" right after the word. */
const DIRECTLY_NEGATED =
  /^(?:[をもがはにので、]|など|とか|する|し|いたし|致し|され|さ|せ|なら|なり|つもり|予定|必要|こと|希望|意思|気|考え|思っ|って|て|い|お|り){0,8}(?:ませ|ない|なし|無し|無い|無く|ず|なく|へん|まへん|ん(?:です|よ|で|$)|あり(?:ませ)|ござい(?:ませ))/;
/** "前回は都合が悪く失礼しました": not about this time. */
const IS_OVER = /した|失礼|すみません|申し訳|済み/;
/** "参加できない場合は電話します" promises, and doubts nothing. */
const CANNOT = /な[いくけ]|ませ/;

function isUnmetCondition(predicate: Predicate): boolean {
  const isCase = predicate.manner === 'in_case' && SPEAKS_OF_A_CASE.has(predicate.act);
  return predicate.manner === 'conditional' || isCase;
}

interface Yes {
  clause: Clause;
  predicate: Predicate;
  before: Predicate[];
  meaning: Meaning;
}

/** What is left of a yes: nothing where another person says it, or under a condition. */
function refineYes({ clause, predicate, before, meaning }: Yes): Meaning {
  const { act } = predicate;
  if (!AGREEING.has(act)) return meaning;
  if (act !== 'helper' && before.some((p) => p.act === 'other_person')) return 'doubt';
  if (act === 'acknowledge' && /(旨|こと|件|と|の|ね)[、\s]*$/.test(predicate.gap)) return meaning;
  if (hasCondition(predicate, before)) return 'doubt';
  if (act !== 'as_given' || predicate.isCarried) return meaning;
  const words = clause.text.slice(predicate.start, predicate.end);
  return AGREES_AS_GIVEN.test(words.slice(words.search(/(で|なら|であれば|まま|り)/) + 1))
    ? meaning
    : 'neutral';
}

function hasCondition(predicate: Predicate, before: Predicate[]): boolean {
  return [...before, predicate].some(({ gap }) => isCondition(gap));
}
