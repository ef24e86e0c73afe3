/**
 * How the words after an act say it: negated, asked, conditional, reported … Data only.
 * Rows are tried from the top; the first whose marks stand in the words decides.
 * Extend a row by adding the ending as it is written; kanji and kana both.
 */
import type { Manner } from './vocabulary.ts';

export interface MannerRow {
  manner: Manner;
  /** Separated by white space; empty: any ending. */
  marks: string;
  /** Words that hold a mark of this row and are none; separated by white space. */
  except?: string;
  /** Only in a clause that ends as a question. */
  ifAsked?: true;
}

/** Words that look like a negation or a condition and are none; they are blanked first. */
export const NO_MARKS: string = `
      間違いなく 間違いない まちがいなく 違いない 違いなく 忘れなく 忘れずに 忘れないよう
      忘れません 遅れないよう 遅れずに 遅れません 遅刻しないよう 遅れないで 必ず かならず
      とんでもない 申し訳ない 申し訳なく 申し訳ありません 申し訳ございません すみません
      すいません すみませんでした すんません 少ない 危ない なければなら なければいけ なくてはなら
      なくてはいけ ないといけ なければと 問題なく 問題ない 滞りなく とどこおりなく
      差し支えなければ 差支えなければ よろしければ 宜しければ よければ 良ければ できれば幸
      頂ければ幸 いただければ幸 いただけましたら幸 いただけると幸 頂けると幸 いただければと思
      頂ければと思 いただければ嬉 いただければうれ いただければ助か できればと思 可能であれば
      可能でしたら 可能なら 出来ましたら できましたら さようなら 至らない それでしたら
      そうでしたら でしたらば なんかない 何もない 変わりなく 変わりない いただければ 慣れない
      慣れませ 不慣れ つたない 拙い やむを得 やむをえ さりげなく なるべく ばかり 許され
      何気なく せっかく 逃さず まずは はたら あたらし ことにしました ことに決めました
      とりあえず 取り敢えず 取りあえず ひとまず 相変わらず ただいま なおかつ 以上
    `;

/** In the order in which they decide. */
export const MANNERS: readonly MannerRow[] = [
  {
    manner: 'twice_negated',
    marks: `
      ないことはな ないことはあり なくはな なくはあり ないわけでは ないではな ないこともな
      ないこともあり なくもな なくもあり ないとは限ら ないとも限ら ないとは言え ないとはいえ
    `,
  },
  {
    manner: 'lapsed',
    marks: `
      と申し上げたい と言いたい とお返事したい とお答えしたい たかったのですが たかったですが たかったんですが たかったです たかったのに たかったけど
      たかった つもりでした つもりだった 予定でした 予定だった はずでした はずだった
      たいのですが たいんですが たいのですけど たいんですけど たいですが たいけど たいけれど
      たいのはやまやま たいのは山々 たいところ と思っていました と思っておりました
      と思ってました と思っていたの と思ってたの たいと思っていたの たいのだが たいが
    `,
  },
  {
    manner: 'reported',
    marks: `
      と言ってい と言っており と言ってる と言ってま と言われ といってい といってま といわれ
      って言って って言われ と言った と言いまし といいまし と申して とのこと との事 そうです
      そうなので だそう らしい と聞い と聞き ときいて と伺って と伝え聞 と書いて と書かれ
      とありま とあった って書いて とは言って とは言い とは言え とはいえ とは限 とは思
      とは考え と言うつもり と返信すれば と返事すれば と送れば と書けば と返せば と打てば
    `,
  },
  {
    manner: 'in_case',
    marks: `
      場合 ばあい の際 する際 時は ときは とき、 時には ときには になったら になりましたら
      となったら になれば があれば がありましたら がある時 があるとき ありましたら あれば
      ございましたら
    `,
  },
  {
    manner: 'begged',
    ifAsked: true,
    marks: `
      いただけます 頂けます いただけない 頂けない いただけません 頂けません いただけないで
      いただけるで 頂けるで いただくこと 頂くこと いただいても 頂いても もらえます
      もらえません もらえない もらえるで もらえる? もらえんで くれます くれませ くださいません
      下さいません くれへん お願いできます お願い出来ます お願いできません お願いできない
      お願いできる できませんか できないか できないでしょうか できんか できんでしょうか
      られませんか られないで 出来ませんか 出来ないで ませんでしょうか
    `,
  },
  {
    manner: 'possible',
    ifAsked: true,
    marks: `
      できますか できますでしょうか できるでしょうか できるか できますかね できるのでしょうか
      できるんでしょうか 出来ますか 出来ますでしょうか 出来るでしょうか 可能でしょうか
      可能ですか 可能か られますか られるでしょうか れますか いいですか いいでしょうか
      良いですか 良いでしょうか よいですか よいでしょうか よろしいですか よろしいでしょうか
      宜しいでしょうか 大丈夫ですか 大丈夫でしょうか かまいませんか 構いませんか いいかな
      てもいい?
    `,
  },
  { manner: 'asked', ifAsked: true, marks: '' },
  {
    manner: 'hedged',
    marks: `
      かもしれ かも と思うけど と思いますが はず でしょう だろう つもりではい 方向で検討
      そうな気 気がし 見込み 予定ではあ
    `,
  },
  {
    manner: 'conditional',
    except:
      'たとえば 例えば 言えば いえば ねばなら せねば いわば ならない ならなか ならぬ ならん ならず なりません いたらぬ',
    marks: `
      たら なら れば けば せば てば ねば めば げば べば えば へば れたら 限り かぎり 条件で 条件に ならば であれば とすれば としたら さえ
      もし
    `,
  },
  {
    manner: 'negated',
    marks: `
      ません ませぬ ない なく なかった なし 無し 無い 無く ずに せず できず られず ざる へん
      ひん まへん 不可 かねま かねる かねて できん られん れん せんです せん もはん んごと
      やめ 止め ダメ だめ 駄目 無理 むり
    `,
  },
  {
    manner: 'requested',
    marks: `
      くださ 下さ ほしい 欲しい もらいたい もらえると いただきたい 頂きたい いただければ
      頂ければ いただけると 頂けると いただけましたら 頂けましたら たい たく 願 ちょうだい
      頂戴
    `,
  },
  { manner: 'past', marks: 'ました した だった 済み 済' },
];

/** How a clause ends that asks. */
export const ASKING_ENDS: string = `
      ますか ですか ましたか でしたか ませんか でしょうか だろうか のか んか かどうか かな
      かなぁ かしら っけ かね たか るか ないか いいか すかね っすか ですよね ますよね でしょ
      どう とか
    `;

/** Words that stand between a mere name of a thing and the word that speaks of it. */
export const TOPIC_OPENERS: string = `
      の件 について に関し に関す のこと の事 にあたり に当たり に際し につきまして につき
      の日程 の日時 の時間 の内容 の連絡 のご連絡 のメール の旨
    `;
