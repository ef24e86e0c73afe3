/**
 * What one word of a clause means once its neighbours are heard: a yes under a condition
 * or out of another's mouth is none, a "no" must stand right at its verb, an old matter
 * that is apologised for is over. It looks at one clause, never at the whole reply.
 */
import type { Clause } from './clauses.ts';
import { meaningOf } from './meanings.ts';
import { isAsking, isCondition, type Predicate } from './predicates.ts';
import type { Act, Meaning } from './vocabulary.ts';

const AGREEING: ReadonlySet<Act> = new Set([
  'attend',
  'accept',
  'acknowledge',
  'as_given',
  'helper',
]);
const AGREES_AS_GIVEN =
  /^(で|は|なら|であれば|、)*(いい|良い|よい|結構|けっこう|ok|決定|確定|よか|ええ|行け|いけ)|^(です|、|ね|よ|)*$/;
const SPEAKS_OF_A_CASE: ReadonlySet<Act> = new Set(['cancel', 'obstacle', 'change', 'other_time']);

/** The meaning of a predicate, given what stands before it in its clause. */
export function refine(clause: Clause, predicate: Predicate, before: Predicate[]): Meaning {
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
    before.some(
      ({ act }) => act === 'background' || (act === 'lately' && SORRY.test(clause.text)),
    ) &&
    IS_OVER.test(clause.text)
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
const SORRY = /失礼|すみません|申し訳|ごめん|迷惑/;
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
