/**
 * What a clause does with the days in it: wish, exclude, tell a past fact, cancel, change;
 * and labels after which a date is no wish (生年月日, 有効期限, 営業時間). Data only.
 */
import type { VocabularyEntry } from '../token.ts';
import { combined, spellings } from './spellings.ts';

const WISHES: readonly VocabularyEntry[] = spellings(
  '希望 きぼう お願い おねがい 御願い いかが どうでしょう どうですか 可能 大丈夫 だいじょうぶ いいです いいですか がいい でいい 良いです よいです がよい が良い ' +
    '都合がいい 都合が良い 都合がよい 都合がつ 都合つ 空いて 空いてます あいてます あいています 行けます 行ける いけます 伺えます 伺います 参加 予約したい 予約をお願い 予約できますか 予約可能 ok ○ 〇 ◯ ◎ ' +
    '助かります ありがたい 有難い 幸いです いただけ 頂け もらえ 受けたい 相談したい 話したい でしょうか できますか 出来ますか できませんか できませんでしょうか ' +
    'お願い出来ませんでしょうか お願い出来ませんか 出来ませんでしょうか 出来ませんか 出来ないでしょうか できないでしょうか できないですか 出来ないですか 頂けませんか 頂けませんでしょうか いただけませんでしょうか いただけないでしょうか 頂けないでしょうか いただけませんか いける よか ええです もらえませんか ないでしょうか ませんか 取りたい 取れますか ください 下さい 頼みます たのみます 嬉しい うれしい 構いません かまいません 可です 問題ありません 問題ない ' +
    'していただけ していただけませんか よろしく 宜しく お願いしたい お話ししたい お話したい 話したい 面談したい 参加したい 利用したい 申し込みたい 申込みたい 申込たい 希望したい 取りたい とりたい 入れたい 相談したく お願いしたく 予約したく 行きたい 伺いたく 行きたいです 考えて 検討して 思っています 都合よろし 都合が合 予約する 空いており あいており 来所します 伺いたい 行きたい 話を聞きたい どう？ どうかな',
  { type: 'sense', sense: 'wish' },
);

/** A wish that stands beside another one: "11時でも可". */
const CONCEDED: readonly VocabularyEntry[] = spellings(
  'でも可 も可 でも可です も可です でも可能 も可能 でも良い でもいい でもよい でも大丈夫 も大丈夫 でもok もok でも構いません も構いません でもかまいません でも結構 も結構 でも問題 も問題ありません でもいけ でも行け も行け も空いて も空いてい',
  { type: 'sense', sense: 'concede' },
);

const UNFIT = 'だめ ダメ 駄目 無理 むり ムリ あかん アカン ng 不可 不可能 困難 満席';

const EXCLUSIONS: readonly VocabularyEntry[] = [
  combined(UNFIT, 'です なので で だ なんで なのです のため', {
    type: 'sense',
    sense: 'exclude',
  }),
  ...spellings(UNFIT, { type: 'sense', sense: 'exclude' }),
  combined(
    '仕事 出勤 勤務 シフト 病院 通院 検査 参観日 授業参観 旅行 出張 不在 留守 用事 予定 先約 面接 試験 法事 会議 研修 授業 学校 バイト パート',
    'のため なので なので、 で、 につき',
    { type: 'sense', sense: 'exclude' },
  ),
  ...spellings(
    'は避けて を避けて は避けたい は外して を外して ' +
      '都合が悪 都合がわる 都合悪 都合がつか 都合つか 都合が付か つごうがわる つごうわる 行けません 行けない 行けなく いけません いけない 行かれません 行けず 伺えません 伺えない 参加できません 参加できない 出席できません ' +
      'できません できない 出来ません 出来ない 空いていません 空いていない 空いてない 空いてません あいていない あいてない 空きがない 空いておらず 難しい 難しく むずかしい 厳しい 厳しく きびしい ' +
      '予定が埋ま 予定あり 用事あり 参加予定 出席予定 受講予定 来所予定です 行く予定 受ける予定 出る予定 受診予定 説明会 用があ 仕事です 忙し 休めない 休めません 抜けられない 塞がって ふさがって 埋まって 暇がな 時間がな 時間が取れ × ✕ ✖ 行けん いけんです 行かれん できんです 出来ん 都合がつかん 空いとらん 都合悪か 避けて 避けたい 外して パスで は早い は早く は遅い は遅く 早すぎ 遅すぎ きつい しんどい いけへん 行けへん いかん あきません 来れない 来られない 参れません 他の方が 他の方で 先客 でなければいつでも じゃなければいつでも はちょっと はどうしても 間に合わ 間に合いません',
    { type: 'sense', sense: 'exclude' },
  ),
];

/** Speaks only for the days and times it stands right behind ("訪問販売以外" is no day). */
const EXCEPTIONS: readonly VocabularyEntry[] = spellings(
  '以外 いがい を除く を除き を除いて をのぞく をのぞき をのぞいて 除く 以外ならいつでも 以外でしたらいつでも 以外で',
  { type: 'sense', sense: 'except' },
);

const BUSY: VocabularyEntry = combined(
  'は も は、 が',
  '仕事 出勤 歯医者 病院 通院 学校 用事 法事 旅行 出張 部活 テスト 試験 面接 留守 不在 シフト バイト パート 休診 定休',
  { type: 'sense', sense: 'exclude' },
);

/** A finished act: a day before the reference in such a clause is no wish. */
const PAST_FACTS: readonly VocabularyEntry[] = [
  combined(
    '申し込み 申込み 申込 申込を 申し込みを 申込みを 登録 登録を 連絡 連絡を ご連絡 電話 電話を お電話 お電話を メール メールを 送信 訪問 来所 応募 応募を 退職 卒業 入社 予約を 手続き 手続きを 相談 相談を 面談を 面接を 見学を',
    'しました した際 したところ したの したのです したが させていただ いたしました 致しました していま してい して、 をしました しています した時 したとき した者',
    { type: 'sense', sense: 'past_fact' },
  ),
  ...spellings(
    '申し込みました 申込みました 申込ました 申し込んだ 申し込んで 送りました お送りしました 送った 差し上げました いただきました 頂きました いただいた 頂いた もらいました もらった 受け取りました 受け取った 受け取り ' +
      '届きました 届いた 伺いました うかがいました お伺いした 行きました 行った 受けました 受けた 辞めました 辞めた やめました やめた 生まれました 生まれ お電話があ お電話あり よりお電話 からお電話 電話あり 電話があ 来電 受電 ' +
      '来所された 来所し 来所あり 来所時 来所の際 より電話 から電話 から入電 tel有 tel あり 電話受 失業しました 離職しました 交付を受け 発行されました 転居しました 引っ越しました 来ました 来た方 ありました でした だった お世話になり お世話になっ',
    { type: 'sense', sense: 'past_fact' },
  ),
];

/** An event that is not the wished talk; holds only right behind its day and clock time. */
const EVENTS: readonly VocabularyEntry[] = spellings(
  '退職 離職 入社 卒業 締切 締め切り 〆切 締切り 期限 有効 発行 交付 生まれ 生 誕生 付け 付で 付 必着 消印 解雇 契約終了 契約満了 契約が切れ 契約が終 雇用契約 開講 失効 終了 満了 に始ま が始ま から始ま に開始 から開始 にスタート からスタート に支給 に支払 に振込 に入金 面接予定 面接を受け 訓練開始 訓練が始 採用予定 採用の 採用です 採用で 入社の 入社予定 から就業 より就業 から就労 より勤務 から勤務開始 からの勤務 からの仕事 からの採用 が認定 にあります にある にあり、 にありまして に行われ に開催 に実施 に予定され に決まりま に決まり に決定 引っ越し 引越し 転居 出産 手術 退院 入院 から働 から勤務 から仕事 までに返信 までに返事 までにお返事 までに連絡 までにご連絡 までに提出 までに申込 までに申し込 までに届 までに決め 取得 が定休 は定休 定休日',
  { type: 'sense', sense: 'event' },
);

/** Written before its day or behind it. */
const EITHER_EVENTS: readonly VocabularyEntry[] = spellings(
  '勤務開始 勤務開始日 就業開始 就業開始日 就労開始 就労開始日 採用開始 面接が 面接は 試験が 試験は 一次面接は 二次面接は 認定は 認定日は 認定が 認定日が 次の認定は 次回の認定は 説明会は 入社は 退職は',
  { type: 'sense', sense: 'event_either' },
);

/** Working hours and the like: times in such a clause are no wish. */
const ROUTINES: readonly VocabularyEntry[] = spellings(
  'に終わ に終り で終わ まで仕事 まで勤務 まで働 まで学校 まで授業 からパート からバイト からアルバイト までパート までバイト まで外出 の勤務 勤務です 勤務して 働いて 勤めて 寝て 起きて に帰宅 まで保育 お迎え の仕事が終わ の仕事を まで育児 まで病院 閉庁 営業中',
  { type: 'sense', sense: 'routine' },
);

/** Right behind a range of hours these make them a job's hours. */
const WORK: readonly VocabularyEntry[] = spellings(
  '勤務 就業 仕事 お仕事 パート アルバイト バイト 働 シフト 営業 開館 開庁 求人 労働 職場 フルタイム 短時間勤務 時短',
  { type: 'sense', sense: 'work' },
);

const REASONS: readonly VocabularyEntry[] = spellings(
  'ので なので なんで のため ため ですので ますので だから ですから ますから から、',
  { type: 'reason' },
);

const CANCELS: readonly VocabularyEntry[] = spellings(
  'キャンセル きゃんせる 取り消し 取消し 取消 取り消 取りやめ 取り止め 中止 辞退 とりけし をやめたい なしにして 無しにして なかったことに 白紙に 見送ら 見送り 遠慮 行けなくなり 行けなくなった 参加できなくなり 都合が悪くなり',
  { type: 'sense', sense: 'cancel' },
);

const CHANGES: readonly VocabularyEntry[] = spellings(
  '変更 へんこう 振替 振り替え 振り替えて ずらし ずらす 延期 前倒し 繰り上げ リスケ 動かし 移し 日程変更 差し替え',
  { type: 'sense', sense: 'change' },
);

const REPLACED: readonly VocabularyEntry[] = spellings(
  'ではなく ではなくて じゃなく じゃなくて でなく でなくて の代わりに のかわりに に代えて をやめて はやめて の予定でしたが の予定だったが の予定だったのですが の予約でしたが と書きましたが と言いましたが とお伝えしましたが と伝えましたが と申しましたが とお願いしましたが でお願いしていましたが でお願いしましたが で申し込みましたが で予約していましたが で予約しましたが は間違いで は誤りで は取り下げ としましたが でしたが となっていましたが',
  { type: 'sense', sense: 'replace' },
);

/** Labels and words before a date or hour that is not the wish. */
const OTHER_ROLES: readonly VocabularyEntry[] = spellings(
  '年月日 発行日付 申込日付 申込み日付 送信日付 受信日付 交付日付 作成日付 記入日付 受付日付 提出日付 登録日付 更新日付 申込み日 期限日 応募締切日 紹介期限日 職歴 学歴 経歴 略歴 資格取得 受付 生年月日 誕生日 有効期限 有効期間 期限 発行日 発行年月日 交付日 交付年月日 受付日 受付年月日 受理日 申込日 申込年月日 登録日 登録年月日 求職申込日 認定日 次回認定日 失業認定日 退職日 退職予定日 離職日 離職年月日 入社日 入社予定日 締切 締切日 ' +
    '紹介期限 応募締切 応募期限 営業時間 開庁時間 受付時間 業務時間 窓口時間 勤務時間 就業時間 労働時間 始業 終業 定時 休憩時間 送信日時 受信日時 送信日 受信日 受信時刻 作成日 記入日 提出日 更新日 掲載日 受付番号 予約番号 求職番号 求人番号 事業所番号 郵便番号 ' +
    '電話番号 電話 お電話 ご連絡 連絡 折り返し 携帯 連絡先 tel fax 住所 所在地 年齢 支給日 給付日 面接日 試験日 開講日 訓練開始日 訓練期間 契約期間 雇用期間 工期 採用日 就職日 開始日 オープン 開業 締切は 締め切りは 〆切は 期限は 開始は 入校日 入校 卒業予定 支払日 振込日 給料日 応募書類の締切 面接日時 面接の日時 選考日 説明会 前回 前回の相談 前回の予約 前回相談 現在の予約 変更前 end: 終了: 終了日時 終了時刻 終了時間 受付: 受付日時 申込日時 受信: 送信: 宛先 差出人 件名 メモ作成 作成 版',
  { type: 'other_role' },
);

const WISH_LABELS: readonly VocabularyEntry[] = spellings(
  '希望年月日 相談希望年月日 時間: 時刻: 日にち 日にち: 日付: 日付 日付は 日: 希 希: 希望日時 ご希望日時 希望日 ご希望日 希望時間 ご希望時間 希望時刻 希望の日時 希望の日 希望する日時 希望日程 ご希望の日時 ご希望 予約日時 予約日 ご予約日 ご予約時間 予約時間 相談日時 相談希望日 相談希望日時 面談希望日 面談希望日時 実施日時 日時 日程 日にち 時間帯 時刻 候補日 候補日時 候補 希望時間帯 変更後 変更後の日時 変更希望日時 にちじ きぼうにちじ',
  { type: 'wish_label' },
);

const MATTERS: readonly VocabularyEntry[] = spellings(
  'の件ですが の件で の件につ の件です の件は の予約の件',
  { type: 'sense', sense: 'matter' },
);

export const SENSE_WORDS: readonly VocabularyEntry[] = [
  ...WISHES,
  ...CONCEDED,
  ...EITHER_EVENTS,
  ...EXCLUSIONS,
  ...EXCEPTIONS,
  BUSY,
  ...REASONS,
  ...WORK,
  ...PAST_FACTS,
  ...EVENTS,
  ...ROUTINES,
  ...CANCELS,
  ...CHANGES,
  ...REPLACED,
  ...MATTERS,
  ...OTHER_ROLES,
  ...WISH_LABELS,
];
