/**
 * What a mail wants, as a table: the first row whose words stand in the text, and whose
 * condition holds, names the intent. Data only; the interpreter is intent.ts.
 */
import type { Intent } from '../types.ts';
import { WITHDRAWN_FOR_ANOTHER } from './other-dates.ts';
import { anyPhrase } from './phrase-table.ts';

/** What else was found, as far as the rows ask for it. */
export interface IntentFacts {
  /** A date or time, at least in part; "土日もできますか" is none. */
  hasWish: boolean;
  /** How many of name, 求職番号, 電話番号, 相談内容 were found. */
  otherItems: number;
  hasSeekerNumber: boolean;
  hasTopic: boolean;
  /** At least three fields of a form. */
  hasForm: boolean;
  /** The subject begins with "Re:". */
  isReply: boolean;
}

export interface IntentRow {
  intent: Intent;
  words: RegExp;
  unless?: RegExp;
  when?: (facts: IntentFacts) => boolean;
}

/** The booking is given up. */
const WITHDRAWN = anyPhrase('取り?消 キャンセル とりけし 取りやめ 取り止め とりやめ 中止 辞退');
export const INTENT_ROWS: readonly IntentRow[] = [
  {
    intent: 'auto_reply',
    words: anyPhrase(
      `自動(応答|返信|送信|配信)(メール|メッセージ|です|で) このメールは(自動|システム) 送信専用
       Out␣of␣Office Automatic␣reply Auto(matic)?[-␣]?(reply|response)
       不在(にして|のため|の為|通知)(?!おりました) 休暇(中|をいただ|を頂)
       (お問い?合わせ|メール)を?受け?付けました`,
      'i',
    ),
    unless: anyPhrase(`不在にしておりました 予約が入りました 予約リクエスト 新規予約 予約通知`),
    when: (facts) => !(facts.hasWish && facts.hasSeekerNumber),
  },
  {
    intent: 'change',
    words: WITHDRAWN_FOR_ANOTHER,
    unless: anyPhrase('キャンセル(料|待ち|ポリシー|規定) 内定'),
    when: (facts) => facts.hasWish,
  },
  {
    intent: 'change',
    words: anyPhrase(
      `(予約|日時|日程|時間|希望日|希望|相談日|日にち|面談|相談|[日時分])…(変更|ずらし|ずらす|振り替え|振替|延期|リスケ|繰り下げ|繰り上げ|移動し|動か|早め(て|られ|たい))
       (変更|延期|リスケ)(を|の)?(お願い|希望|して|でき|いただ|頂|したい|依頼)
       (に|へ)(ご?変更|ずらし) (別|他|ほか|違う)の(日|時間)に(して|変|お願い|でき) 日を改め
       日程変更 予約変更 時間変更 (遅く|早く)(して(もら|いただ|頂|ほし|欲し|くだ|下さ)|でき)`,
    ),
    unless: anyPhrase(
      `変更(は|が)?(ありません|ございません|なし|不要) 電話番号(が|を)?変更 番号(が|を)変更
       住所(が|を)変更 変更(では|じゃ)なく`,
    ),
  },
  {
    intent: 'change',
    words: anyPhrase('予約して(い|お)(た|り|る)…が[、,]?[^。\\n]{0,30}(お願い|でき|希望)'),
    unless: WITHDRAWN,
  },
  {
    intent: 'cancel',
    words: anyPhrase(
      `キャンセル(して|を|させ|で|したい|し(ます|たく)|お願い|希望|の連絡|いたし|致し|です|$|。)
       (取り?消し?|とりけし)(て|を|たい|たく|ます|お願い|$|\\n)
       (予約|申し?込み?)(を|の)?(取りやめ|取り止め|とりやめ|辞退|中止|なしに|無しに|なかったことに|白紙)
       (取りやめ|取り止め|とりやめ)(たい|ます|させ|て|とさせ|に|る) 参加(できなく|出来なく)なり
       中止(して|を|に|で(お願い|す)|したい|させ|希望|お願い) とりやめ(お願い|希望)
       (行け|伺え|受けられ|出られ)なくなり (予約|相談|面談|申込|申し込み)(を|は)?(やめ|辞め|止め)(ます|た[いく]|させ|ておき|とき)
       (予約|相談)は?(もう)?(必要なくなり|不要になり|いらなくなり|結構です)`,
    ),
    unless: anyPhrase(
      `キャンセル(料|ポリシー|規定|待ち|ではな|しないで|の場合|するには|する場合|した場合|でき|は可能|方法|が出|があ)
       内定 応募(の|を)(取|キャンセル)`,
    ),
  },
  {
    intent: 'trouble',
    words: anyPhrase(
      `(入れ|つなが|繋が|接続でき|開け|開か|ログインでき|見られ|見え|聞こえ|映ら|表示され|起動し|アクセスでき|送信でき|届い(て|ており)|届き|まだ来(て)?(い|お)?|受け取れ|ダウンロードでき|インストールでき)(ない|ません|なく|ていない|ていません|ておりません|なかった|ませんでした)
       エラー(が|に|と|表示) 文字化け
       (パスコード|ミーティングID|URL|リンク)(が|を)(わから|分から|間違|無効|違) 不具合 固まっ
       音(が|声が)出`,
    ),
    when: (facts) => !facts.hasWish || !facts.hasSeekerNumber || !facts.hasTopic,
  },
  {
    intent: 'complaint',
    words: anyPhrase(
      `苦情 クレーム 対応が(悪|ひど|酷|遅|雑|冷た|納得) (ひど|酷)(い|すぎ|く)
       失礼(な|だ|すぎ|極まり) 納得(が)?(でき|いか|いき) 不(満|愉快|快|誠実) いい加減 たらい回し
       抗議 謝罪 責任者 上の(人|方)を 許せ 頭にき 腹が立 最低(です|な|だ) ふざけ 待たされ 態度が
       改善して`,
    ),
    when: (facts) => !facts.hasWish || !facts.hasSeekerNumber,
  },
  {
    intent: 'supplement',
    words: anyPhrase(
      `不足して(い|お)(た|り|る) (書き|記載|記入|入れ)(忘れ|漏れ|もれ|そびれ)
       (忘れて(い|お)(た|り)|忘れました)(の|ので|が) 追(記|伸) 追加で 補足
       (先ほど|先程|先日|さきほど|さっき|前|前回|昨日)(の|に送った|送った|お送りした)?(メール|申込|申し込み|予約)
       訂正 間違えて(い|お) 誤って 正しくは 番号は?(以下|次|下記|こちら)
       (お|ご)(尋ね|たずね|問い合わせ|質問)の
       (電話番号|求職番号|氏名|名前|相談内容|番号)(は|が|です|、|:) ご確認の件 必要事項`,
    ),
    when: (facts) =>
      !facts.hasWish && facts.otherItems > 0 && facts.otherItems <= 3 && facts.isReply,
  },
  {
    intent: 'supplement',
    words: anyPhrase(
      `不足して(い|お)(た|り|る) (書き|記載|記入|入れ)(忘れ|漏れ|もれ|そびれ) 言い忘れ 伝え忘れ
       追(記|伸) 追加で 補足
       (先ほど|先程|先日|さきほど|さっき|前回|昨日)(の|に送った|送った|お送りした)?(メール|申込|申し込み|予約)
       訂正 間違えて(い|お) 正しくは`,
    ),
    when: (facts) => facts.otherItems <= 2 && !(facts.hasWish && facts.hasTopic),
  },
  {
    intent: 'question',
    words: anyPhrase(
      `[?？] (です|ます|でしょう|ません|ない|んです)か([。、\\s]|$)
       教えて(くだ|下さ|ほし|欲し|もらえ|いただけ|頂け|いただきた) お聞き(し|したい) 質問
       伺いたい お尋ね 知りたい 可能でしょう どう(すれば|したら) わかりません 分かりません`,
    ),
    when: (facts) => !facts.hasWish && facts.otherItems <= 2 && !facts.hasForm,
  },
  {
    intent: 'thanks',
    words: anyPhrase(`ありがと 有難う 有り難う お礼 御礼 感謝 助かりました おかげ お陰`),
    when: (facts) => !facts.hasWish && facts.otherItems <= 2 && !facts.hasSeekerNumber,
  },
];
