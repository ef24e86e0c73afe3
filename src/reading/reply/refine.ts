/**
 * What one word of a clause means once its neighbours are heard: a yes under a condition
 * or out of another's mouth is none, a "no" must stand right at its verb, an old matter
 * that is apologised for is over. It looks at one clause, never at the whole reply.
 */
import type { Clause } from './clauses.ts';
import { isElsewhere } from './errands.ts';
import { meaningOf } from './meanings.ts';
import { isOfContact, isOffElsewhere } from './other-matters.ts';
import { isAsking, isCondition, type Predicate } from './predicates.ts';
import type { Act, Meaning } from './vocabulary.ts';

const AGREEING: ReadonlySet<Act> = new Set([
  'attend',
  'accept',
  'acknowledge',
  'as_given',
  'hindrance',
  'helper',
]);
const AGREES_AS_GIVEN =
  /^(で|は|なら|であれば|、)*(いい|良い|よい|結構|けっこう|ok|決定|確定|よか|ええ|行け|いけ|行きま|いきま|進め|参りま|まいりま)|^(です|、|ね|よ|)*$/;
const SPEAKS_OF_A_CASE: ReadonlySet<Act> = new Set(['cancel', 'obstacle', 'change', 'other_time']);

/** The meaning of a predicate, given what stands before it in its clause. */
export function refine(clause: Clause, predicate: Predicate, before: Predicate[]): Meaning {
  const meaning = meaningOf(predicate.act, predicate.manner);
  if (predicate.act === 'thanks_no' && isAsGiven(predicate, before)) return 'agreement';
  if (DECLINES_POLITELY.test(clause.text) && /^(大丈夫|だいじょうぶ|平気)/.test(predicate.word))
    return 'lapsed';
  if (FAREWELL.test(predicate.word + predicate.ending) && !before.some(isEarlier)) return 'lapsed';
  if (isOffElsewhere(predicate, before) || isOfContact(predicate)) return 'neutral';
  if (predicate.act === 'ask' && IS_RECEIVED.test(predicate.word + predicate.ending))
    return 'neutral';
  if (predicate.act === 'attend' && predicate.manner === 'past' && hasBeenThere(predicate))
    return 'statement';
  const ending = clause.text.slice(predicate.start, predicate.end);
  if (meaning === 'question' && predicate.act === 'attend' && ASKS_TO_STAY_AWAY.test(ending))
    return 'doubt';
  if (MAY_BE_OF_ANOTHER.has(meaning) && before.some(isOfAnotherMatter)) return 'doubt';
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
  if (meaning === 'courtesy' && (before.some(isUnmetCondition) || isOnTerms(predicate)))
    return 'doubt';
  if (meaning === 'courtesy' && predicate.act === 'carrier' && /[^〓、,\s]で$/.test(predicate.gap))
    return 'statement';
  if (predicate.act === 'attend' && isCase(predicate) && CANNOT.test(ending)) return 'neutral';
  const isIfNeeded =
    predicate.act === 'ask' &&
    !INTERROGATIVE.test(predicate.word) &&
    hasCondition(predicate, before) &&
    !isAsking(clause);
  return isIfNeeded ? 'neutral' : meaning;
}

/** "参加しておりました", "別の人に相談しました", "相談して良かったです": of an earlier time. */
function hasBeenThere({ word, ending }: Predicate): boolean {
  if (/^(参加|さんか|出席|受講|お会い)/.test(word)) return !DECIDED.test(ending);
  if (/て(?:良|よ)かった/.test(ending)) return true;
  return /^(相談|そうだん|面談|面会)/.test(word) && IS_DONE.test(ending);
}

const IS_DONE = /^(?:は|も|を)?(?:し|いたし|致し|してき|させていただき)ました[、。]?$/;
const DECIDED = /こと(?:に|と)|(?:に|と)(?:しま|いたし|致し)|届け|登録|申し込/;

/** "参加しなくてもいいですか". */
const ASKS_TO_STAY_AWAY = /(?:なくて|ないで|ずに)/;

/** "日程変更の件、承知しました": agrees to a cancellation or a change that nobody here spoke of. */
function isOfAnotherMatter({ act, manner, ending }: Predicate): boolean {
  return (
    manner === 'topic' &&
    SPEAKS_OF_A_CASE.has(act) &&
    act !== 'obstacle' &&
    /^(?:の(?:件|こと)|[、,]$)/.test(ending)
  );
}

const MAY_BE_OF_ANOTHER: ReadonlySet<Meaning> = new Set(['agreement', 'courtesy']);

/** "しません", "はありません", "するつもりはない" right after the word. */
const DIRECTLY_NEGATED =
  /^(?:[をもがはにので、]|など|とか|する|し|いたし|致し|され|さ|せ|なら|なり|つもり|予定|必要|こと|希望|意思|気|考え|思っ|って|て|い|お|り){0,8}(?:ませ|ない|なし|無し|無い|無く|ず|なく|へん|まへん|ん(?:です|よ|で|$)|あり(?:ませ)|ござい(?:ませ))/;
/** "ご提案の日時で結構です" agrees; 結構です without what is given may refuse. */
function isAsGiven({ word, gap, ending, manner }: Predicate, before: Predicate[]): boolean {
  const isPlain = manner === 'said' && /^(結構|けっこう)/.test(word) && !/が|けど/.test(ending);
  return isPlain && gap === '' && before.at(-1)?.act === 'as_given';
}

/** Asks whatever the ending: どうしたらいいでしょう. */
const INTERROGATIVE = /^(?:どう|どこ|どち|どの|どん|どな|何|なに|なん|いつ|誰|なぜ|いくら|いかが)/;
/** "いいえ、大丈夫です". */
const DECLINES_POLITELY = /^(いいえ|いえ|いや|ううん)(?!いえ)/;
/** "お世話になりました" takes leave, unless an earlier time is named. */
const FAREWELL = /^(?:お世話|おせわ)になりました|^お元気で(?:$|[、。ねい])/;
function isEarlier({ act }: Predicate): boolean {
  return act === 'lately' || act === 'background';
}

/** "ご連絡いただいていたのに", "ご連絡くださいまして": asked for nothing, it has come. */
const IS_RECEIVED =
  /(?:連絡|電話|返信|返事|案内|回答|返答|説明|送って)(?:を|も)?(?:(?:いただ|頂)(?:いてい|いており|いた(?![らいくけ])|きまして|きました)|(?:くだ|下)(?:さってい|さっており|さった|さいまして|さいました))(?!らい)/;
/** "前回は都合が悪く失礼しました": not about this time. */
const SORRY = /失礼|すみません|申し訳|ごめん|迷惑/;
const IS_OVER = /した|失礼|すみません|申し訳|済み/;
function isCase({ manner }: Predicate): boolean {
  return manner === 'in_case' || manner === 'conditional';
}

/** "参加できない場合は電話します" promises, and doubts nothing. */
const CANNOT = /な[いくけ]|ませ/;

/** "条件が合えばお願いします", but not "何かあればお願いします". */
function isOnTerms({ act, gap }: Predicate): boolean {
  return (
    act === 'carrier' && isCondition(gap) && !/何か|なにか|不明|わから|分から|ござい/.test(gap)
  );
}

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
  if (act === 'attend' && before.some(isEarlier) && THANKED.test(clause.text.slice(predicate.end)))
    return 'statement';
  if (act === 'attend' && isElsewhere(predicate, before)) return 'objection';
  if (act === 'attend' && isOnlyNoun(predicate)) return 'statement';
  if (/たい$/.test(predicate.word) && WISHES_BUT.test(predicate.ending)) return 'lapsed';
  if (act === 'helper' && NEEDED.test(predicate.ending)) return 'need';
  if (act === 'helper' && isOwnErrand(predicate)) return 'doubt';
  if (act !== 'helper' && before.some((p) => p.act === 'other_person')) return 'doubt';
  if (act === 'acknowledge' && /(旨|こと|件|と|の|ね)[、\s]*$/.test(predicate.gap)) return meaning;
  if (hasCondition(predicate, before)) return 'doubt';
  if (act !== 'as_given' || predicate.isCarried) return meaning;
  const words = clause.text.slice(predicate.start, predicate.end);
  return AGREES_AS_GIVEN.test(words.slice(words.search(/(で|なら|であれば|まま|り)/) + 1))
    ? meaning
    : 'neutral';
}

/** "先日は参加させていただきありがとうございました". */
const THANKED = /^(?:ありがと|有難|有り難|感謝)/;

/** "予約が二つ入っています": the booking is spoken of, nobody consents. */
function isOnlyNoun({ word, ending, isCarried, manner }: Predicate): boolean {
  return (
    !isCarried &&
    (manner === 'said' || manner === 'requested') &&
    NOUNS.test(word) &&
    !VERBAL.test(ending)
  );
}

const NOUNS = /^(参加|さんか|出席|しゅっせき|予約|よやく|相談|そうだん|面談|面会|待機)$/;
const VERBAL =
  /^:?(?:[をはもが]|の(?=お?願|ほう|方|予定))?(?:[しす](?:っけ|ま|たい|たく|て|る)|仕り|いたし|致し|いたす|致す|させ|希望|確定|成立|完了|ok|大丈夫|する|受け|進め|でき|出来|可能|予定|つもり|お願|よろ|どおり|通り|○|◯|〇|と(?:させ|いた|致|し)|に(?:同意|て|なり)|で?す?[、,〓ねよ!:]*$)|^の(?:ご|お)?(?:返|連絡|意|方|ほう|予定|つもり|回答|旨)|^の$|^\p{Script=Han}{2,5}$/u;
/** "行きたいけど". */
const WISHES_BUT = /^(?:の|ん)?(?:です)?(?:が|け)/;
/** "母の付き添いがあります": the person goes with somebody else. */
function isOwnErrand({ word, gap }: Predicate): boolean {
  return /^(付|つきそ|介助|同伴)/.test(word) && OF_ANOTHER.test(gap);
}

const OF_ANOTHER =
  /(母|父|親|両親|妻|夫|主人|家内|子|子供|こども|娘|息子|孫|祖母|祖父|家族|病院|通院|検査|受診|遠足|学校|引率)(の|に|へ)$/;

/** A helper is needed, and nobody said that one comes. */
const NEEDED = /必要|ほしい|欲しい|要ります|いります/;

function hasCondition(predicate: Predicate, before: Predicate[]): boolean {
  return [...before, predicate].some(({ gap }) => isCondition(gap));
}
