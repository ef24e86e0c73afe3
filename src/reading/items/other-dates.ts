/**
 * The words by which a date or time in a mail is no wish: something that was, lasts until then,
 * happens to somebody, or is the booking that shall be moved. Tables only; what is done with
 * them is in blank-dates.ts. The notation of the lists is that of phrase-table.ts.
 */
import { anyPhrase, phrases } from './phrase-table.ts';

export const DATE: RegExp =
  /\d{1,2}[月/]\d{1,2}|\d{1,2}日|[月火水木金土日]曜|明日|明後日|あさって|今日|本日|昨日|先日|先週|今週|来週/;
export const CLOCK: RegExp = /\d{1,2}:\d{2}|\d{1,2}時(?:半|\d{1,2}分?)?/;

/** A date in such a clause is when something was, or until when something lasts. */
export const OTHER_ROLE: RegExp = anyPhrase(
  `((?<!忘れま)した|いただいた|頂いた|もらった|届いた|送った|受けた|あった|伺った|うかがった)(際|時|とき|ところ|後|ので|が|けど|の|、|$)
   (しました|いただきました|頂きました|届きました|受けました|ありました|伺いました|なりました|辞めました|終わりました|でした)(が|ので|けど|。|、|$)
   (退職|離職|卒業|失業|入社|入院|引っ越し|登録|申込|来所|面談|訪問|電話|生まれ)(日|予定|済み|しまして|して)
   生まれ 生年月日 有効期限 期限 締[め切]?切 認定日 発行日 交付日
   付け?(の|で)(案内|メール|通知|お手紙) までに(応募|提出|決め|就職|返事|返信)
   (から|より)(働|勤務|入社|就業|開始|新しい|入院) 折り返し 折返し
   まで(に)?(連絡|電話|返事|返信|折)
   (説明会|セミナー|試験|講座|面接会|健診|検診|法事|結婚式|葬儀|出張|旅行|研修|会議|授業|行事)(が|は|の|に|で)
   (開始|開講|開催|スタート|始まり|始まる)の?(求人|訓練|講座|試験|セミナー|説明会|面接会|研修|仕事|職場|会社)
   (セミナー|説明会|講座|面接会|研修会|フェア)␣?[:：]?␣?\\d{1,2}[月/]\\d
   満了 済み 更新日 (?<!模擬)面接(が|日|を|は|に|予定) 前回 先日の`,
);

/** What else people have an appointment for. */
const EVENTS = `病院 歯医者 歯科 医院 クリニック 通院 受診 診察 検診 健診 検査 手術 リハビリ 予防接種 整骨院
  三者面談 個人面談 家庭訪問 懇談 授業 授業参観 参観 学校 保育園 幼稚園 塾 部活 運動会 発表会
  入学式 卒業式 入社式 式典 会議 研修 出張 講習 講座 講義 説明会 セミナー 試験 検定 訓練 見学 面接 選考
  法事 葬儀 葬式 通夜 告別式 結婚式 同窓会 集まり 会合 飲み会 旅行 帰省 引っ越し 引越し 車検 美容院 美容室
  用事 先約 来客 バイト アルバイト パート シフト 仕事 出勤 夜勤 当番 配達 荷物 宅配 工事 点検
  訪問看護 デイサービス 送迎 迎え 送り 付き添い 介護 裁判 手続き 役所 銀行 ワクチン 別件 別の相談`;
/** Appointments with others than this office: "別のハローワークの予約". */
const ELSEWHERE = `(別|他|ほか|よそ|違う)の(ハローワーク|相談|窓口|会社|人|予約|約束|予定|面談) 友(人|達|だち)と
  知人と 家族と 先生と 彼氏と 彼女と 子ども(の|と) 子供(の|と) 息子(の|と) 娘(の|と) 母(の|と|を) 父(の|と|を)
  孫(の|と) 医師`;
/** Of these alone "…です" says enough: "14時から研修です". */
const PLAIN_EVENTS = `病院 歯医者 通院 受診 検診 健診 検査 手術 授業 参観 学校 会議 研修 出張 講習 説明会
  法事 葬儀 結婚式 旅行 運動会 バイト アルバイト 仕事 出勤 夜勤 シフト 来客 用事`;
/** Also matters to talk about: events only behind their time ("13時半から会社の面接です"). */
const TRIALS = '面接 二次面接 最終面接 選考 試験 筆記試験 訓練 入校式 面談 三者面談 見学';
/** The session itself is called so too: these count only where they stand in the diary already. */
const APPOINTMENTS = '面談 相談 予約 予定 約束 用 打ち合わせ';
const STANDS = '(が|も|は)?(あり|ある|あって|あっ|入って|入り|入っ|控え|決まって)';
const HAPPENS = `${STANDS} に(行|出|参加|出席|付き添)(?!た[いく]) へ行(?!きた) を受け(ます|る|て|に)`;

/** A clause that tells what somebody does then: "14時に病院の予約があります", "友人と会います". */
export const EVENT: RegExp = new RegExp(
  [
    `(?<!模擬)${phrases(EVENTS)}(?:(?:の|へ|に)?(?:付き添い|${phrases(APPOINTMENTS)}))?${phrases(HAPPENS)}`,
    `${phrases(APPOINTMENTS)}${phrases(STANDS)}`,
    `${phrases(ELSEWHERE)}[^。、\\n]{0,16}(?:あり|ある|あって|入って|会|行|受け)`,
    `${phrases(PLAIN_EVENTS)}(?:です(?!か)|なので|なん|のため|のあと|の後|で(?:、|$))`,
    `(?:に|から|より|は)(?:[^。、\\n]{0,8}の)?${phrases(TRIALS)}${phrases('です なので なん のため だ')}`,
    phrases(
      `と会(い|う|って) (に|が|は)届(き|く|い) が来(ます|る|て) に(お?電話|ご?連絡)(を)?(くだ|下さ|もら|いただ|頂|お願い|ほし|欲し)
       迎えに 送りに`,
    ),
  ].join('|'),
);

/** Days that do not suit; blanked only where another day is wished. */
export const UNSUITABLE: RegExp = anyPhrase(
  `都合が(悪|つか|付か|あわ|合わ)
   (は|が|も)(無理|不可|仕事|出勤|勤務|難し|むずかし|厳し|きびし|だめ|ダメ|駄目|NG|通院|休め|行け|都合)
   参観 用事が 認定日 予定(が|が入って)(あ|入) 不在 休みが取れ できません(?!か|でしょう)
   行けません 参加できな 出られません 避けて 避けたい`,
);

export const CONDITION: RegExp = anyPhrase('なら れば 場合 ときは 時は たら');
/** Clock times in such a clause are working hours or the like. */
export const HOURS_OF_WORK: RegExp = anyPhrase(
  `仕事 勤務 時給 シフト 昼休み 営業時間 就業 始業 終業 定時 学校 保育園 開所 受付時間`,
);

/** A sentence with none of these says nothing about when. */
export const TIME_WORD: RegExp = anyPhrase(
  `\\d [一二三四五六七八九十][日時月] 曜 今日 明日 明後日 あさって あした あす 本日 週 午前 午後
   朝 昼 夕 夜 月末 月初 旬 いつでも 同じ 正午 希望 候補 日程 日時 なら だめ ダメ 駄目 都合 平日
   土日 祝 じゅう にち がつ`,
);

export const SAYS_CHANGE: RegExp = anyPhrase(
  `変更 ずらし ずらす 遅らせ 早め 再調整 仕切り直 延期 振り替 振替 別の日 キャンセル 取り?消
   取り止め 取りやめ`,
);

const DAY = phrases('\\d{1,2}月\\d{1,2}日 \\d{1,2}/\\d{1,2} \\d{1,2}日 明日 本日 今日 来週 今週');
const FULL_DAY = phrases('\\d{1,2}月\\d{1,2}日 \\d{1,2}/\\d{1,2}');
const APPOINTMENT = phrases('ご?予約 お約束 約束 申し?込み? [Zz]oom ZOOM ご?面談 ご?相談 お願い');
const MADE = phrases(
  `
    した(?![いく]) しました して(い|お)(た|り|る|ま) させていただいて いただいて 済み? 取って
    とって 入れて の確認 の件
  `,
);
const GIVEN_UP = '取り?消し? キャンセル とりけし 取りやめ 取り止め とりやめ';

/** A booking that was made before is no wish, whatever else the mail says. */
export const MADE_BOOKING: RegExp = new RegExp(
  `${DAY}[^。、\\n]{0,30}?${APPOINTMENT}(?:を)?${MADE}`,
  'g',
);
/** "12/3 10時の予約を": the booking that shall be moved. */
export const OLD_BOOKING: RegExp = new RegExp(
  `${DAY}[^。、\\n]{0,30}?(?:(?:の|に|で|から)(?:ご?予約|お約束|約束|面談|予定|ご?相談)[^。\\n]{0,14}?${phrases(
    'を が ですが の(件|変更) して していた 済み から につい',
  )}|の件)`,
  'g',
);
/** "12/3の予約を取り消して": what is given up, with the words that give it up. */
export const WITHDRAWN_BOOKING: RegExp = new RegExp(
  `${DAY}[^。、\\n]{0,30}?${phrases(GIVEN_UP)}[^。、\\n]{0,20}[。、,]?`,
  'g',
);
/** "12月10日14時に電話ください": when to telephone. */
export const CALL_AT: RegExp = new RegExp(
  `${DAY}[^。、\\n]{0,14}(?:に|へ|まで)[ ]?(?:ご|お)?(?:電話|連絡)(?:を)?${phrases(
    'くだ 下さ いただ 頂 お願い ほし 欲し もら',
  )}[^。\\n]{0,10}`,
  'g',
);
/** "11/25 13時に再度電話で決める": when the office telephones again. */
export const CALL_AGAIN_AT: RegExp = new RegExp(
  `${DAY}[^。、\\n]{0,14}に[ ]?${phrases(
    '再度 再び 改めて もう一度 また 折り?返し こちらから 当方から',
  )}[^。\\n]{0,12}${phrases('電話 連絡 TEL ℡ 架電 かけ')}[^。\\n]{0,10}`,
  'g',
);
/** The words that give a booking up, alone. */
export const WITHDRAWAL: RegExp = new RegExp(`${phrases(GIVEN_UP)}[^。、\\n]{0,20}[。、,]?`, 'g');
/** "12/3の予約を取り消して、12/9 10時でお願いします": given up for another time. */
export const WITHDRAWN_FOR_ANOTHER: RegExp = new RegExp(
  `${phrases(GIVEN_UP)}[^\\n]{0,20}[。、,\\n て][^。]{0,30}(?:日|曜|時|\\d)[^。\\n]{0,14}${phrases(
    'お願い おねがい 希望 変更 取り直 入れ直 予約し いかが 可能 でき 行け 大丈夫 ほし 欲し 空いて',
  )}`,
);
/** "12/3から12/9に変更": the first of the two days. */
export const FROM_TO: RegExp = new RegExp(
  `${FULL_DAY}[^。、\\nか]{0,20}(?:から|を|→|⇒)(?=[^。\\n]{0,4}(?:${FULL_DAY}|\\d{1,2}日)[^。\\n]{0,20}(?:に|へ)(?:ご?変更|ずら|移|振))`,
  'g',
);
