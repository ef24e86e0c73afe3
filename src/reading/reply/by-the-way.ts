/**
 * What people add to a consent without taking any of it back: what they will prepare,
 * what they ask pardon for, what they want to talk about, by what means they come.
 * Such a clause may hold words that no table knows. Endings and heads are data; a
 * negation, a condition or another word of the tables in the clause is judged elsewhere.
 */
import { wordsOf } from './fold.ts';
import { tellsOfContact, tellsOfEventOff } from './other-matters.ts';

/** Ends of a clause that say "I shall have it done by then". */
const INTENTIONS = anyOf(`
  ておきます ておきますね ておきますので ておく ておくね ておこう ておこうと でおきます でおく
  ときます とくね とくわ どきます ようにします ようにいたします よう努めます よう努めて
  よう心がけます よう頑張ります よう頑張る よう頑張るっす よう気をつけます よう気を付けます
  よう注意します ようにしときます ように準備します に気をつけます も気をつけます 気をつけて参加
  を準備します の準備をします を用意します の用意をして を持参します を持って臨みます を確かめます
  を充電します を済ませておきます を練習します に慣れて に備えます に備えて 早起きします
  早起きする 早起きして 片付けます 掃除します
`);
/** Ends that ask pardon for a weakness or a noise. */
const PARDONS = anyOf(`
  たらすみません たらごめんなさい たら申し訳ありません たら申し訳ございません だらすみません
  だらごめんなさい だら申し訳ありません だら申し訳ございません かもしれませんがご容赦
  かもしれませんがよろしく かもしれませんが、よろしく かもしれませんがお許し
  かもしれませんがご了承
`);
/** What is to be talked of: "転職のことも聞けたらうれしいです". */
const SUBJECTS = anyOf('について のことも のことを の件も の話も などを などの の相談も の相談を');
const TALKS = anyOf(
  `
    相談もした 相談をした 相談もさせ 相談をさせ 相談させて 相談したい 相談できれば 相談できたら
    聞けたら 聞ければ 伺えれば 伺えたら お聞きしたい お話しでき お話しさせ お話したい 話したい
    教わりたい アドバイスをいただ 助言をいただ
  `,
);
/** "急用が入ったときは電話します" promises what the mail asks for. */
const CALLS =
  /(?:電話|連絡)(?:を)?(?:します|いたします|致します|させていただきます|する|入れます|差し上げます|申し上げます)[ねよ]?[、,\s]*$/;
const IN_CASE = /場合|際は|ときは|時は|たら|だら|れば/;
/** Verbs that put something off or pass it on, so that their intention is none of these. */
const NOT_MEANT = anyOf(
  `
    伝え つたえ 渡し わたし 聞いて きいて 考え 検討 決め 相談し 言って いって 断っ 取り消 休ん
    変え ずらし 別の 他の ほかの 代わり
  `,
);

function anyOf(words: string): RegExp {
  return new RegExp(wordsOf(words).join('|'));
}

function endOf(words: string): RegExp {
  return new RegExp(`(?:${words})[ねよわ]?(?:っす)?[、,\\s]*$`);
}

const INTENDS = endOf(INTENTIONS.source);

/** Whether a clause, in matching form, only adds to a consent, whatever it speaks of. */
export function isAside(text: string): boolean {
  if (tellsOfEventOff(text) || tellsOfContact(text)) return true;
  if (NOT_MEANT.test(text)) return false;
  if (INTENDS.test(text) || PARDONS.test(text)) return true;
  if (CALLS.test(text) && IN_CASE.test(text)) return true;
  return SUBJECTS.test(text) && TALKS.test(text);
}
