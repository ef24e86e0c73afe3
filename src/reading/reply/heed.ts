/**
 * Weighs what a clause says beside its known words: a yes beside words that nobody
 * understands may be a yes to them, so it counts as a statement only. Asides, means and
 * reasons are passed over. It finds no meanings of its own.
 */
import { isAside } from './by-the-way.ts';
import type { Clause } from './clauses.ts';
import { type Judgement, whole } from './judgement.ts';
import { isAsking, type Predicate } from './predicates.ts';
import { findUnfamiliar, type Stretch } from './unfamiliar.ts';
import type { Meaning } from './vocabulary.ts';

/** The judgements of a clause, with a statement for each stretch that is not understood. */
export function heedUnfamiliar(
  clause: Clause,
  predicates: Predicate[],
  judged: Judgement[],
): Judgement[] {
  if (isAsking(clause) || isOfPeople(clause, predicates)) return judged;
  const known = predicates.map(({ start, word }) => ({ start, end: start + word.length }));
  const strange = findUnfamiliar(clause, known).filter((one) => !isByTheWay(clause, one));
  if (strange.length === 0 || isAside(clause.text)) return judged;
  return [
    ...judged.map((one) => (one.meaning === 'consent' ? { ...one, meaning: STATEMENT } : one)),
    ...strange.map(({ start, end }) => ({ ...whole(clause, STATEMENT), start, end })),
  ];
}

const STATEMENT: Meaning = 'statement';

/** Who comes along, and who writes for whom, has rules of its own. */
function isOfPeople({ text }: Clause, predicates: Predicate[]): boolean {
  if (predicates.some(({ act }) => act === 'helper')) return true;
  return predicates.some(({ act }) => act === 'third_party') && WRITES.test(text);
}

const WRITES = /返信|返事|連絡|代筆|代返|申して|申し上げ|(?:です|ございます)[、,。\s]*$/;

/** Where from, by what means, with what reason: "駅前のカフェから参加します". */
function isByTheWay({ text }: Clause, { start, end }: Stretch): boolean {
  if (BY_TELEPHONE.test(text.slice(start, end)) && IN_CASE.test(text)) return true;
  return BY_THE_WAY.test(text.slice(end));
}

/** "行けなくなった場合は電話します" promises what the mail asks for. */
const BY_TELEPHONE = /^お?(?:電話|でんわ|tel)/;
const IN_CASE = /場合|際は|ときは|時は|たら|れば|とき、|時、/;
const BY_THE_WAY = /^(?:から|で(?!す|し|は|も)|より|にて|ので)/;
