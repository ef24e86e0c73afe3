/**
 * "その日は会社です", "この時間は…です": something is told of the very day, which in Japanese
 * is a way to say no. Patterns over one clause in matching form; what the words around the
 * clause say is weighed elsewhere.
 */
import type { Clause } from './clauses.ts';

/** Speaks of the day itself, in words that are not understood. */
const ON_THAT_DAY = /(その|この|当)(日|時間|時間帯|日時)は|あいにく|生憎/;

/** "その時間帯は…です": told of that time in words of which only the time is known. */
const TELLS_OF_THAT_DAY =
  /^[、,\s]*(その|この)(日|時間|時間帯|日時)は(?!.{0,20}(空|休|大丈夫|問題|ok|いい|良))/;

/** "当日は保育園が休みです": of known words, but of another place. */
const TAKEN_THAT_DAY =
  /(?:その|この|当)(?:日|時間|時間帯|日時)は.{0,12}(?:会社|職場|保育園|幼稚園|こども園|学童|小学校|学校|公民館|図書館)(?:です|でし|だ|に(?:い|お)|の中|が|も|で(?:、|$))/;

/** Whether a clause says anything of the day itself. */
export function isOnThatDay({ text }: Clause): boolean {
  return ON_THAT_DAY.test(text);
}

/** Whether a clause begins with the day, and does not go on that it is free. */
export function tellsOfThatDay({ text }: Clause): boolean {
  return TELLS_OF_THAT_DAY.test(text);
}

/** Whether the person, or who depends on him, is somewhere else on that day. */
export function isTakenThatDay({ text }: Clause): boolean {
  return TAKEN_THAT_DAY.test(text);
}
