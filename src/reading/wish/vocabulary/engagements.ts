/**
 * What a person has to do at another time than the wished talk: visits, jobs, deliveries,
 * meetings, calls. A clause that tells of one wishes for no day in it. Data only; a noun
 * counts only with one of the endings, for it may as well be the matter of the talk.
 */
import type { VocabularyEntry } from '../token.ts';
import { combined, joined, spellings } from './spellings.ts';

const AFFAIRS = `
  病院 医院 クリニック 歯医者 歯科 眼科 内科 外科 整形外科 皮膚科 耳鼻科 小児科 産婦人科 婦人科
  心療内科 精神科 整骨院 接骨院 整体 鍼灸 薬局 通院 診察 受診 検診 健診 健康診断 検査 人間ドック
  手術 入院 退院 リハビリ 透析 治療 予防接種 ワクチン カウンセリング 参観日 授業参観 参観 懇談
  懇談会 保護者会 三者面談 個人面談 家庭訪問 運動会 発表会 学芸会 卒業式 入学式 入園式 卒園式 行事
  学校行事 保育園 幼稚園 学童 結婚式 法事 法要 葬儀 通夜 お通夜 葬式 お葬式 告別式 墓参り お墓参り
  仕事 お仕事 出勤 勤務 残業 夜勤 日勤 早番 遅番 当番 シフト バイト アルバイト パート 派遣の仕事
  会議 打ち合わせ 打合せ ミーティング 商談 面接 一次面接 二次面接 最終面接 採用面接 試験 テスト
  受験 検定 筆記試験 説明会 会社説明会 見学 見学会 職場見学 会社見学 職場体験 インターン 内定式
  入社式 研修 講習 講習会 講座 訓練 授業 講義 学校 ゼミ 補講 レッスン 教習 習い事 塾 教室
  パソコン教室 教習所 部活 練習 試合 大会 旅行 出張 帰省 外出 引越し 引っ越し 来客 お客さん お客様
  工事 点検 修理 車検 立ち会い 立会い 立会 配達 配送 宅配 宅配便 荷物 宅急便 納品 送迎 お迎え 迎え
  送り迎え 付き添い 付添い 付添 介護 デイサービス 看病 買い物 用事 所用 急用 私用 予定 先約 約束
  先客 集まり 会合 総会 飲み会 忘年会 新年会 同窓会 食事会 お祭り イベント ボランティア 町内会
  自治会 消防団 美容院 美容室 役所 市役所 役場 年金事務所 銀行 郵便局 免許更新 免許の更新 裁判
  調停 認定 認定日 失業認定 訪問 来訪 締切 締め切り 定休日 休診
`;
const BOTH = '予約 面談 診察の予約';

const EXISTS = `
  があり がある があって があっ が有 が入 がはい が控え を控え が決ま が重な あり、 ありです
  の予定があ の予定が入 の予定です の予定で の予定なの の約束 の予約をし の予約を入れ が予定され
  が行われ が始ま がはじま
`;
const GOES =
  'に行 へ行 にい に出 に向か に参加 に出席 に呼ば に立ち会 に付き添 に同行 を受け をし に伺 に通';
const DESIRED = `
  に行きたい に行きたく に行きたか へ行きたい へ行きたく に参加したい に参加したく に出席したい
  に出たい を受けたい を受けたく をしたい をしたく をして欲し をしてほし をしていただ をしてもら
  をお願い があれば がありますか がありますでしょうか があるか を受けるに に行くに に通いたい
  に通いたく を受ける際 に行く前 を受ける前
`;
const FREE = `
  がない がありません が無 が休み がお休み は休み はお休み はない はありません は無 前 の前 の後
  後 終わり が終わ 明け
`;
const IS = 'です だから だと なんです なのです となって になって となり になり でして にあたって';

const NOT_ENGAGED: readonly VocabularyEntry[] = [
  combined(`${AFFAIRS} ${BOTH}`, DESIRED, { type: 'gap' }),
  combined(AFFAIRS, FREE, { type: 'gap' }),
  combined(joined('は も が', AFFAIRS), FREE, { type: 'gap' }),
  combined(
    `
      空き 空き枠 枠 時間 お時間 余裕 希望 ご希望 都合 興味 関心 質問 ご質問 相談 ご相談 お願い
      不安 悩み 経験 資格 可能性 意欲 こと 気持ち 必要 つもり 求人 理由 事情 環境 カメラ マイク
      パソコン スマホ
    `,
    'があり がある があって があっ が有',
    { type: 'gap' },
  ),
  ...spellings(
    `
      がありますか がありますでしょうか がありましたら があればと と会いましょう に会いましょう
      と会いたい に会いたい とお会いし にお会いし が来ましたら が届きましたら
    `,
    { type: 'gap' },
  ),
];

const NAMED: readonly VocabularyEntry[] = [
  combined(AFFAIRS, EXISTS, { type: 'sense', sense: 'engagement' }),
  combined(BOTH, EXISTS, { type: 'sense', sense: 'engagement' }),
  ...spellings(
    `
      と会い と会う と会って に会い に会う に会って と待ち合わせ と約束し 迎えに行 迎えに来
      送って行 送りに行 病院に連れ 病院へ連れ に付き添い に付き添う に付き添って に立ち会い
      に立ち会う が訪ねて が来訪
    `,
    { type: 'sense', sense: 'engagement' },
  ),
];

/** Only where a particle ties the day to the clause ("14時から授業です", "3日は授業です"): forms are terse. */
const TOLD: readonly VocabularyEntry[] = [
  combined(AFFAIRS, `${IS} ${GOES}`, { type: 'sense', sense: 'engagement_told' }),
  ...spellings(
    `
      があります がある がありまして があるので があるため があって が入って が入り が入る が入っ
      が届き が届く が届いて が来ます が来る が来られ が来まして 出勤し 勤務し 働きます 働く
      出かけ 外出し 帰省し 出張し 通院し 受診し 受講し 受験し 訪問し 送迎し 帰って 帰ります 受診し
      出社し 出発し 仕事に行 仕事へ行 到着し 帰宅し に電話します に電話する に電話をし
      にお電話します に連絡します にご連絡します に戻るので に戻りますので に戻るため
      に戻りますから に戻ってから に戻る予定なので に帰るので に帰りますので に終わるので
      に終わりますので に終わるため に起きるので
    `,
    { type: 'sense', sense: 'engagement_told' },
  ),
];

const REQUESTED = `
  ください 下さい を下さい をください してください して下さい をしてください をお願い お願い
  ご連絡 願います をいただ いただ 頂 を頂 をもら もらえ してもら していただ してほし して欲し があ
  が入 が来 が掛か がかか をかけ をくだ くれ
`;

/** "14時の面接": the day and hour are those of something else. */
const THEIR_AFFAIRS = `
  面接 一次面接 1次面接 二次面接 2次面接 最終面接 採用面接 授業 試験 筆記試験 説明会 会社説明会
  研修 打ち合わせ 打合せ 診察 通院 検診 健診 手術 入社式 卒業式 入学式 法事 葬儀 お葬式 結婚式
  運動会 発表会 参観日 三者面談 新幹線 電車 バス 飛行機 フライト 便で シフト 出勤
`;
const OF_OTHERS: readonly VocabularyEntry[] = [
  combined('の からの より', THEIR_AFFAIRS, { type: 'sense', sense: 'event' }),
  combined(joined('の', THEIR_AFFAIRS), EXISTS, { type: 'sense', sense: 'engagement' }),
  combined(joined('の', THEIR_AFFAIRS), `${IS} ${GOES}`, {
    type: 'sense',
    sense: 'engagement_told',
  }),
  combined(joined('の', THEIR_AFFAIRS), DESIRED, { type: 'gap' }),
  combined('の で に', '面接の練習 面接の対策', { type: 'gap' }),
  combined(
    'の から からの で に',
    `
      面接対策 面接練習 面接指導 面接相談 面接の相談 面接官 模擬面接 バス会社 バス運転 電車通勤
      試験対策 試験勉強 シフト制 仕事の相談 仕事について 仕事の件 仕事探し 仕事のこと
    `,
    { type: 'gap' },
  ),
];

/** A verb behind an unknown noun ("14時に整骨院へ行きます"); alone it may be the visit that is wished. */
const DOINGS: readonly VocabularyEntry[] = [
  ...spellings(
    `
      に行きます に行く に行って に行かな に行くこと へ行きます へ行く へ行って を受けます
      を受ける を受けて を取ってい を取ってあ に通います に通って に並びます を送ります を迎え
    `,
    { type: 'sense', sense: 'engagement_verb' },
  ),
  combined(
    joined('電話 お電話 御電話 メール メッセージ', 'を'),
    'お願い ください 下さい いただ もら 頂',
    {
      type: 'sense',
      sense: 'engagement_verb',
    },
  ),
  combined(
    '相談 ご相談 面談 お話 話を聞き 話し そちら 窓口 ハローワーク ハロワ 小林 来所 予約 取り 受け 伺い',
    'に行 へ行 を受け',
    { type: 'gap' },
  ),
];

/** Asked to be called at that time: no talk by video. */
const CALLS: readonly VocabularyEntry[] = [
  combined(
    'に 頃 ごろ 頃に ごろに くらいに ぐらいに 前後に 以降 以降に 以後に から 過ぎ 過ぎに 台に までに',
    `${joined('電話 お電話 御電話 tel 連絡 ご連絡 折り返し 折返し メール ご返信 返信 返事 お返事', REQUESTED)} 電話に出ら 電話が繋が 電話がつなが`,
    { type: 'sense', sense: 'event' },
  ),
];

export const ENGAGEMENT_WORDS: readonly VocabularyEntry[] = [
  ...NOT_ENGAGED,
  ...NAMED,
  ...TOLD,
  ...CALLS,
  ...OF_OTHERS,
  ...DOINGS,
];
