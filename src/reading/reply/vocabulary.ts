/**
 * The shape of the word tables of a reply: what a word speaks about (act), how the
 * words around it say so (manner), and what both together mean. Types only; the tables
 * stand beside this file, one concept each, and need no knowledge of the engine.
 */

/** What a word speaks about. */
export type Act =
  | 'attend' // the person comes to the session
  | 'accept' // agrees, or has understood
  | 'hindrance' // 異存, 問題: there is none, or there is one
  | 'acknowledge' // has understood, and so agrees
  | 'receipt' // has read the mail, or answers it, and says no more
  | 'as_given' // "その日時で": what was offered or booked
  | 'courtesy' // thanks and requests for kindness
  | 'greeting' // says nothing about the booking
  | 'cancel' // the session shall not be
  | 'obstacle' // something stands in the way
  | 'change' // another time or day
  | 'ask' // wants to know or to get something
  | 'trouble' // something does not work or has not come
  | 'resolved' // a trouble told before is over
  | 'complaint'
  | 'waver' // not decided, or not sure
  | 'carrier' // "X をお願いします", "X を希望します": means what X means
  | 'other_time' // names another time
  | 'lately' // the same, but still open
  | 'background' // speaks of an earlier time
  | 'desk' // an office or shop speaks to its customers
  | 'third_party' // somebody writes for the person
  | 'remark' // nothing that consents or refuses
  | 'not_needed' // "X は不要です": X shall not be
  | 'other_person' // somebody else is spoken of
  | 'contrast' // but, however
  | 'thanks_no' // 結構です, いいです: yes or no, only the situation tells
  | 'helper' // interpreter or attendant, Article 12(3)
  | 'inform'; // harmless: changes nothing

/** How the words around an act say it. */
export type Manner =
  | 'said'
  | 'requested'
  | 'begged' // 〜ていただけますか
  | 'possible' // 〜できますか, 〜は可能ですか
  | 'asked'
  | 'negated'
  | 'twice_negated'
  | 'conditional'
  | 'in_case' // 〜の場合は: speaks of a case, not of a wish
  | 'reported'
  | 'hedged'
  | 'lapsed' // 〜したかったのですが, 〜するつもりでしたが
  | 'past'
  | 'topic'; // only named, another word is the head

/** What one clause means for the booking. */
export type Meaning =
  | 'consent' // says that the person will come, or repeats what is booked
  | 'agreement' // understood, agreed
  | 'assurance' // "no change", "I shall not cancel"
  | 'courtesy'
  | 'plea' // よろしくお願いします as the first word of the reply
  | 'refusal'
  | 'exclusion' // rules out one of several offered slots
  | 'change'
  | 'question'
  | 'doubt'
  | 'trouble'
  | 'resolved'
  | 'complaint'
  | 'objection' // "…, but" and something not understood
  | 'statement' // something not understood
  | 'ambiguous' // 結構です: a yes or a no
  | 'notice' // something that the staff has to know beside a yes
  | 'need' // a helper is needed, and nobody said that one comes
  | 'lapsed' // what would have been a consent
  | 'neutral';

/** Where a word may stand: anywhere, only first in its clause, or as the whole clause. */
export type Place = 'any' | 'start' | 'whole';

/** One row of a word table. */
export interface Stem {
  act: Act;
  /** Default: any. */
  place?: Place;
  /** Separated by white space, in any spelling that folds to the same. */
  words: string;
  /** Set on `helper` rows: who comes along. */
  flag?: 'interpreter' | 'attendant' | 'third_party';
}
