/**
 * What a clause means that names a date or an offered slot: to repeat what is booked or
 * to pick one slot is consent, to name another date is a change, unless the clause
 * refuses or asks. Beside words that are not understood a date proves nothing.
 */
import { judgeClause } from './judge.ts';
import { type Judgement, whole } from './judgement.ts';
import type { Mention } from './mentions.ts';
import { isAsking } from './predicates.ts';
import type { Meaning } from './vocabulary.ts';

export interface ClauseReading {
  judged: Judgement[];
  /** 1-based number of the slot that the clause picks. */
  choice: number | null;
}

/** "12月4日がいいです". */
const PREFERS =
  /^[〓\s]+(?:で|に)?し(?:ます|たい|とき|ておき)|いい|良い|よい|よか|ええ|希望|ほし|欲し|もら|助か|有難|ありがた|嬉し|うれし|幸い|お願|頼|望|都合が|会いま|お会い|(?:方|ほう)が$/;
/** Asks whether another time would do. */
const PROPOSES =
  /いかが|どうでしょ|どうです|どんげ|どげん?|可能|空いて|でき(ます|る|ない|ませ)|いただけ|もらえ|頂け|大丈夫|いい|よろし|だめ|駄目|無理|なりませ|なります/;
/** "10時より11時のほうがいい". */
const COMPARES = /より.{0,15}(?:ほう|方)/;
/** "明日返事します" is no answer yet. */
const ANSWERS_LATER =
  /〓[、,]?(?:に|まで(?:に)?|中に|には)?(?:ご|お|また|改めて)?(?:返事|返信|連絡|回答)(?:し|いた|致|さ|を|申)/;
/** "12/3ではなく12/13です": the last date is the one that is meant. */
const CORRECTS = /(?:では?なくて?|じゃなくて?|でなしに)[、,]?(?:正しくは)?〓/;
/** "14時からですよね". */
const MAKES_SURE =
  /〓(?:から|に|まで|で)?(?:です|だ)?(?:よね|っけ|ね(?:[、,?]|$))|〓で(?:す?か|いいです|よろしいです|あって|合って)/;
/** "10時半からではだめでしょうか". */
const NOT_RATHER = /(?:では|じゃ)(?:だめ|駄目|無理|いけ)/;
/** "3日じゃなくて？". */
const DENIES = /〓(?:では|じゃ)な/;
/** The date is that of something else: a mail, a call, a limit. */
const OF_ANOTHER_MATTER =
  /〓(?:付け?|付|に|の)?(?:ご?(?:連絡|案内|通知|返信|電話|メル|める|申込|申し込|予約(?:した|して|を申|の確認)|相談した|登録|お知らせ|送信|送付|いただい|頂い|届い|受け取|書類|発送|手紙|資料))|〓(?:まで|迄|前に|以前|付|生まれ|現在|の件で(?:電話|連絡))|(?:まで|迄|まえ|前)〓*に|準備し|用意し|生年月日|年齢/;

/** What a clause means, its calendar words heard. */
export function readClause(mention: Mention): ClauseReading {
  const judged = judgeClause(mention.clause);
  const has = (...meanings: Meaning[]) => judged.some(({ meaning }) => meanings.includes(meaning));
  const read = (meaning: Meaning | null, choice: number | null = null): ClauseReading => ({
    judged: meaning ? [...judged, whole(mention.clause, meaning)] : judged,
    choice,
  });
  const { text } = mention.clause;
  if (mention.named === 'nothing') return read(mention.isOtherLatinDay ? 'change' : null);
  if (COMPARES.test(mention.clause.raw)) return read('change');
  if (has('question') && DENIES.test(text)) return read('doubt');
  if (has('question') && NOT_RATHER.test(text)) return read('change');
  if (has('refusal')) return mention.ofMany ? excluded(judged) : read(null);
  switch (mention.named) {
    case 'told':
      return read(has('statement') && !has('consent', 'agreement') ? 'objection' : null);
    case 'excluded':
      return excluded(judged);
    case 'booked':
    case 'offered': {
      const isOpen =
        !has('question', 'change', 'complaint', 'doubt', 'lapsed') && !isObscure(has, text);
      if (isOpen) return read('consent', mention.choice);
      return read(has('statement') && !has('consent') ? 'objection' : null);
    }
    case 'several':
      return read('doubt');
    case 'other':
      if (ANSWERS_LATER.test(text) || MAKES_SURE.test(text)) return read('doubt');
      return read(isWish(has, mention) ? 'change' : null);
    case 'unknown':
      if (has('question') && PROPOSES.test(text)) return read('change');
      return read(isWish(has, mention) && !has('consent', 'agreement') ? 'doubt' : null);
  }
}

/** A slot that is ruled out is no refusal of the others. */
function excluded(judged: Judgement[]): ClauseReading {
  const rest = judged.map((judgement): Judgement => {
    const isNo = judgement.meaning === 'refusal' || judgement.meaning === 'change';
    return isNo ? { ...judgement, meaning: 'exclusion' } : judgement;
  });
  return { judged: rest, choice: null };
}

type Has = (...meanings: Meaning[]) => boolean;

/** Something is said of the date that is not understood ("3日は免許の更新です"). */
function isObscure(has: Has, text: string): boolean {
  return has('statement', 'objection') && !PREFERS.test(text) && !/〓[、,]/.test(text);
}

/** Whether another date is wished, not only named. */
function isWish(has: Has, { clause }: Mention): boolean {
  const { text } = clause;
  if (CORRECTS.test(text)) return true;
  if (has('change', 'complaint') || OF_ANOTHER_MATTER.test(text)) return false;
  if (has('question')) return !isAsking(clause) || PROPOSES.test(text);
  if (has('statement', 'objection')) return PREFERS.test(text);
  return has('consent', 'agreement', 'courtesy', 'lapsed') || !/[^〓、,\s]{6}/.test(text);
}
