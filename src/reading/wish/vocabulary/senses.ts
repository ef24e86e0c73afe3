/**
 * What a clause does with the days in it: wish, exclude, tell a past fact, cancel, change.
 * Here all words of this kind come together, those of events and labels too. Data only.
 */
import type { VocabularyEntry } from '../token.ts';
import { EITHER_EVENTS, EVENTS, ROUTINES, WORK } from './events.ts';
import { OTHER_ROLES, WISH_LABELS } from './labels.ts';
import { combined, spellings } from './spellings.ts';

const WISHES: readonly VocabularyEntry[] = spellings(
  `
    希望 きぼう お願い おねがい 御願い いかが どうでしょう どうですか 可能 大丈夫 だいじょうぶ
    いいです いいですか がいい でいい 良いです よいです がよい が良い 都合がいい 都合が良い
    都合がよい 都合がつ 都合つ 空いて 空いてます あいてます あいています 行けます 行ける いけます
    伺えます 伺います 参加 予約したい 予約をお願い 予約できますか 予約可能 ok ○ 〇 ◯ ◎ 助かります
    ありがたい 有難い 幸いです いただけ 頂け もらえ 受けたい 相談したい 話したい でしょうか
    できますか 出来ますか できませんか できませんでしょうか お願い出来ませんでしょうか
    お願い出来ませんか 出来ませんでしょうか 出来ませんか 出来ないでしょうか できないでしょうか
    できないですか 出来ないですか 頂けませんか 頂けませんでしょうか いただけませんでしょうか
    いただけないでしょうか 頂けないでしょうか いただけませんか いける よか ええです もらえませんか
    ないでしょうか ませんか 取りたい 取れますか ください 下さい 頼みます たのみます 嬉しい
    うれしい 構いません かまいません 可です 問題ありません 問題ない していただけ
    していただけませんか よろしく 宜しく お願いしたい お話ししたい お話したい 話したい 面談したい
    参加したい 利用したい 申し込みたい 申込みたい 申込たい 希望したい 取りたい とりたい 入れたい
    相談したく お願いしたく 予約したく 行きたい 伺いたく 行きたいです 考えて 検討して 思っています
    都合よろし 都合が合 予約する 空いており あいており 来所します 伺いたい 行きたい 話を聞きたい
    どう？ どうかな
  `,
  { type: 'sense', sense: 'wish' },
);

/** A wish that stands beside another one: "11時でも可". */
const CONCEDED: readonly VocabularyEntry[] = spellings(
  `
    でも可 も可 でも可です も可です でも可能 も可能 でも良い でもいい でもよい でも大丈夫 も大丈夫
    でもok もok でも構いません も構いません でもかまいません でも結構 も結構 でも問題
    も問題ありません でもいけ でも行け も行け も空いて も空いてい
  `,
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
    `
      仕事 出勤 勤務 シフト 病院 通院 検査 参観日 授業参観 旅行 出張 不在 留守 用事 予定 先約 面接
      試験 法事 会議 研修 授業 学校 バイト パート
    `,
    'のため なので なので、 で、 につき',
    { type: 'sense', sense: 'exclude' },
  ),
  ...spellings(
    `
      は避けて を避けて は避けたい は外して を外して 都合が悪 都合がわる 都合悪 都合がつか
      都合つか 都合が付か つごうがわる つごうわる 行けません 行けない 行けなく いけません いけない
      行かれません 行けず 伺えません 伺えない 参加できません 参加できない 出席できません
      できません できない 出来ません 出来ない 空いていません 空いていない 空いてない 空いてません
      あいていない あいてない 空きがない 空いておらず 難しい 難しく むずかしい 厳しい 厳しく
      きびしい 予定が埋ま 予定あり 用事あり 参加予定 出席予定 受講予定 来所予定です 行く予定
      受ける予定 出る予定 受診予定 説明会 用があ 仕事です 忙し 休めない 休めません 抜けられない
      塞がって ふさがって 埋まって 暇がな 時間がな 時間が取れ × ✕ ✖ 行けん いけんです 行かれん
      できんです 出来ん 都合がつかん 空いとらん 都合悪か 避けて 避けたい 外して パスで は早い
      は早く は遅い は遅く 早すぎ 遅すぎ きつい しんどい いけへん 行けへん いかん あきません
      来れない 来られない 参れません 他の方が 他の方で 先客 でなければいつでも
      じゃなければいつでも はちょっと はどうしても 間に合わ 間に合いません
    `,
    { type: 'sense', sense: 'exclude' },
  ),
];

/** Speaks only for the days and times it stands right behind ("訪問販売以外" is no day). */
const EXCEPTIONS: readonly VocabularyEntry[] = spellings(
  `
    以外 いがい を除く を除き を除いて をのぞく をのぞき をのぞいて 除く 以外ならいつでも
    以外でしたらいつでも 以外で
  `,
  { type: 'sense', sense: 'except' },
);

const BUSY: VocabularyEntry = combined(
  'は も は、 が',
  `
    仕事 出勤 歯医者 病院 通院 学校 用事 法事 旅行 出張 部活 テスト 試験 面接 留守 不在 シフト
    バイト パート 休診 定休
  `,
  { type: 'sense', sense: 'exclude' },
);

/** A finished act: a day before the reference in such a clause is no wish. */
const PAST_FACTS: readonly VocabularyEntry[] = [
  combined(
    `
      申し込み 申込み 申込 申込を 申し込みを 申込みを 登録 登録を 連絡 連絡を ご連絡 電話 電話を
      お電話 お電話を メール メールを 送信 訪問 来所 応募 応募を 退職 卒業 入社 予約を 手続き
      手続きを 相談 相談を 面談を 面接を 見学を
    `,
    `
      しました した際 したところ したの したのです したが させていただ いたしました 致しました
      していま してい して、 をしました しています した時 したとき した者
    `,
    { type: 'sense', sense: 'past_fact' },
  ),
  ...spellings(
    `
      申し込みました 申込みました 申込ました 申し込んだ 申し込んで 送りました お送りしました
      送った 差し上げました いただきました 頂きました いただいた 頂いた もらいました もらった
      受け取りました 受け取った 受け取り 届きました 届いた 伺いました うかがいました お伺いした
      行きました 行った 受けました 受けた 辞めました 辞めた やめました やめた 生まれました 生まれ
      お電話があ お電話あり よりお電話 からお電話 電話あり 電話があ 来電 受電 来所された 来所し
      来所あり 来所時 来所の際 より電話 から電話 から入電 tel有 tel あり 電話受 失業しました
      離職しました 交付を受け 発行されました 転居しました 引っ越しました 来ました 来た方
      ありました でした だった お世話になり お世話になっ
    `,
    { type: 'sense', sense: 'past_fact' },
  ),
];

const REASONS: readonly VocabularyEntry[] = spellings(
  'ので なので なんで のため ため ですので ますので だから ですから ますから から、',
  { type: 'reason' },
);

const CANCELS: readonly VocabularyEntry[] = spellings(
  `
    キャンセル きゃんせる 取り消し 取消し 取消 取り消 取りやめ 取り止め 中止 辞退 とりけし
    をやめたい なしにして 無しにして なかったことに 白紙に 見送ら 見送り 遠慮 行けなくなり
    行けなくなった 参加できなくなり 都合が悪くなり
  `,
  { type: 'sense', sense: 'cancel' },
);

const CHANGES: readonly VocabularyEntry[] = spellings(
  `
    変更 へんこう 振替 振り替え 振り替えて ずらし ずらす 延期 前倒し 繰り上げ リスケ 動かし 移し
    日程変更 差し替え
  `,
  { type: 'sense', sense: 'change' },
);

const REPLACED: readonly VocabularyEntry[] = spellings(
  `
    ではなく ではなくて じゃなく じゃなくて でなく でなくて の代わりに のかわりに に代えて
    をやめて はやめて の予定でしたが の予定だったが の予定だったのですが の予約でしたが
    と書きましたが と言いましたが とお伝えしましたが と伝えましたが と申しましたが
    とお願いしましたが でお願いしていましたが でお願いしましたが で申し込みましたが
    で予約していましたが で予約しましたが は間違いで は誤りで は取り下げ としましたが でしたが
    となっていましたが
  `,
  { type: 'sense', sense: 'replace' },
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
