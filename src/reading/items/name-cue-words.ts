/**
 * The words around a name that say whose it is: "…と申します", "…です", "…様よりお電話",
 * "担当の…". Data only, in the form of phrase-table.ts; name-cues.ts looks where they stand.
 */
import { anyPhrase, phrases } from './phrase-table.ts';

const GAP = '[ \\u3000]*';
/** A remark in brackets behind a name. */
const BRACKETS = '(?:[(（][^()（）\\n]{0,24}[)）])?';
const HONORIFICS = '様 さま さん 氏';

/** Behind a name that its bearer gives. */
export const INTRODUCES: RegExp = anyPhrase(
  `と(申し|もうし)(ます|まして|上げます|上げる) と申す(者|もの) と(言い|いい|云い|ゆい)ます という者 と名乗`,
  'g',
);

/** Behind a name that stands at the beginning of a sentence. */
export const COPULA: RegExp = new RegExp(
  `${phrases('です でございます であります でござります っす だよ といいます でーす ですが と申 や(?=[。\\n]|$) やで ちゅうもん じゃが')}(?![かね])`,
  'g',
);

/** May stand before a name in "…です" without making it a matter. */
export const SELF_LEAD: RegExp = new RegExp(
  `${phrases(`
    ^ 私は? わたくし(は|、)? わたし(は|、)? ワタシは? 僕は? ぼくは? 俺は? 自分は? 当方は? 名前は? 氏名は? 本人は?
    ではなく[、]? じゃなくて?[、]? 改めて[、]? 改めまして[、]? 初めまして[、]? はじめまして[、]? こんにちは[、]? もしもし[、]? 前略[、]?
    お世話になっております[、]? 失礼します[、]? [市町村区県](在住)?の (生|員|主婦|主夫|歳|代|無職|フリーター|マザー|[小中高大][1-6一二三四])の
    在住の に住む に住んで(い|お)?る 登録(して|中)?の 求職中の (た|んだ|いだ|ている|ております|ました)[、]? 先日の ^[␣\\u3000]*の の母の [)）]の
  `)}${GAP}$`,
);

/** Behind the name of somebody who called. */
export const CALLER: RegExp = new RegExp(
  `${phrases(HONORIFICS)}${BRACKETS}${GAP}${phrases('より から という方 ご本人 本人 (お)?(TEL|tel|電話)(あり|。|[␣\\u3000\\n]|$) 入電 来電 来所')}`,
  'g',
);

/** Before a name: "本人の名前は", "My name is". */
export const SELF_TITLED: RegExp = new RegExp(
  `${phrases("本人(様)?(は|の(お)?名前は|氏名は|:|が|、|[␣\\u3000]) (名前|なまえ|氏名)(は|が|、) [Mm]y␣name␣is I␣am I'm 我叫 我是")}${GAP}`,
  'g',
);

export const TITLED: RegExp = new RegExp(
  `${phrases('様 さま 氏')}(?=[。、,\\s\\u3000(（/]|$|[はがのと])`,
  'g',
);

/** Shows that staff write about somebody. */
export const MEMO: RegExp = new RegExp(
  `${phrases('様 さん さま')}${BRACKETS}${GAP}${phrases('より から という方')}|${phrases(`
    お電話(が|あり|を|にて) 入電 来電 受電 架電 TEL␣?あり 電話␣?あり 電話受付 電話で(の)?(受付|申込|予約) とのこと 聞き取
    転記 代行入力
  `)}`,
);

/** Before a name that is not the seeker's: the staff, the interpreter, a friend. */
export const SOMEBODY_ELSE: RegExp = new RegExp(
  `${phrases(`
    担当(者|官)?(の|は|:)? 窓口の 相談員の? 職員の 部門の? 課の 所長の? 係の ハローワーク(?!.{0,3}カード)[^、。\\n]{0,6} 安定所の?
    通訳(者)?(の|は|:)? 友人の? 友達の? 知人の? 支援員の? ワーカーの? 先生の 会社の? 上司の? 紹介者の? 店長の? 社長の? 受付の?
    受付者:? 対応:? 記:? 同席(者)?(の|は|:)? 付き添い(の|は)? 介助者?(の|は)? ヘルパーの? 宛先:? to:
  `)}[ \\u3000:：(（]*$`,
  'i',
);
