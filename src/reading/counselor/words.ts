/**
 * The words by which a counselor acts, and the politeness that may stand around them.
 * Data only; spellings may be added without reading the engine. A line acts only where
 * it is such a word and nothing else but politeness, a lead, and a reason: "来談の予定です"
 * holds a word and is none.
 */
import type { CounselorWord } from '../types.ts';

export type WordKind = CounselorWord['kind'];

/** What a word takes after it. */
export type Complement = 'nothing' | 'reason' | 'wish' | 'address';

export interface WordRow {
  kind: WordKind;
  takes: Complement;
  /** Separated by white space; width, kana form and capitals do not matter. */
  spellings: string;
  /** Endings that state the act; the common ones (POLITE) are allowed everywhere. */
  endings: string;
}

export const WORDS: readonly WordRow[] = [
  {
    kind: 'register',
    takes: 'nothing',
    spellings: `
      登録確認 登録を確認 登録の確認 求職登録確認 求職登録を確認 登録確認済 登録確認済み
      登録確認OK 登録OK 登録あり 登録済 登録済み
    `,
    endings: `
      しました いたしました 致しました できました 出来ました とれました 取れました 済 済み済
      済みです 完了 完了です 完了しました 完了いたしました OK OKです
    `,
  },
  {
    kind: 'attended',
    takes: 'nothing',
    spellings: `
      来談 来談済 来談済み 来談あり 来談有 来談有り らいだん 相談実施 相談実施済 面談実施 実施済
      実施済み 相談済 相談済み
    `,
    endings: `
      しました されました いただきました 頂きました いたしました ありました がありました 済 済み 済みです されています 完了
      確認 確認しました を確認しました
    `,
  },
  {
    kind: 'no_show',
    takes: 'nothing',
    spellings: '不在 ふざい 無断キャンセル 無断欠席 来談なし 来談無し 来談無 来談せず',
    endings: 'でした のままでした となりました',
  },
  {
    kind: 'office_cancel',
    takes: 'reason',
    spellings: `
      所取消 所取り消し 所キャンセル 所側取消 所側取り消し 所側取消し 所側キャンセル 所側都合取消
      所側都合キャンセル 所側都合による取消 所側都合による取り消し 所都合取消 所都合キャンセル
      当所都合取消 当所取消 当所都合キャンセル 当所都合による取消 当所都合により取消
      当所都合により取り消し 当所の都合で取消 当所の都合で取り消し 当所の都合により取消
      当所の都合により取り消し 所側の都合により取消 所側の都合により取り消し 所側都合により取消
      所の都合で取消 所の都合により取消 当所都合による取り消し 事務所都合取消 ハローワーク側取消
      ハローワーク都合取消 ハローワーク都合キャンセル 所側の取消 所側の都合で取消
      所側の都合で取り消し
    `,
    endings: `
      します いたします 致します しました いたしました をお願いします して下さい してください
      とします にします
    `,
  },
  {
    kind: 'cancel',
    takes: 'reason',
    spellings: `
      取消 取り消し 取消し 取りけし とりけし キャンセル 予約取消 予約取り消し 予約取消し
      予約の取消 予約の取り消し 予約キャンセル 予約のキャンセル 予約を取消 予約を取り消し
      予約をキャンセル 本人取消 本人都合取消 本人都合キャンセル 本人キャンセル 本人都合による取消
    `,
    endings: `
      します いたします 致します しました いたしました をお願いします をお願いいたします
      をお願い致します を願います してください して下さい とします にします にしてください
      とさせていただきます 処理をお願いします 処理お願いします 処理 扱いでお願いします 扱い
    `,
  },
  {
    kind: 'change',
    takes: 'wish',
    spellings:
      '変更 予約変更 日時変更 日程変更 時間変更 予約日変更 予約日時変更 変更希望 振替 振り替え 変更先',
    endings: `
      します いたします 致します しました いたしました をお願いします をお願いいたします を希望
      してください して下さい
    `,
  },
  {
    kind: 'next_session',
    takes: 'wish',
    spellings: `
      次回 じかい 次回予約 次回の予約 次回相談 次回の相談 次回面談 次回日時 次回日程 次回予定
      次回予約日 次回予約日時 2回目 二回目
    `,
    endings: `
      は を で とします に決定 に決まりました で決定 で決まりました で予約 で予約しました に予約
      に予約しました で確定 で予約をお願いします で予約お願いします を予約 です
    `,
  },
  {
    kind: 'confirm',
    takes: 'reason',
    spellings: '確定 かくてい 予約確定 予約を確定 予約の確定 確定処理',
    endings: `
      します いたします 致します をお願いします をお願いいたします をお願い致します を願います
      してください して下さい とします としてください とさせてください させてください
      にしてください で処理してください 処理をお願いします 扱いでお願いします 扱いとします
    `,
  },
  {
    kind: 'release_mail',
    takes: 'nothing',
    spellings: `
      送信許可 送信を許可 送信の許可 送信許可済 送信OK 送信可 送信可能 送信して可 送信承認
      送信を承認 メール送信許可 送付許可
    `,
    endings: 'します いたします 致します しました いたしました してください です',
  },
  {
    kind: 'lift_refusal',
    takes: 'reason',
    spellings: `
      お断り解除 御断り解除 断り解除 お断りを解除 お断りの解除 お断り取消 お断り取り消し
      お断りを取り消し お断りを取消 お断り終了 お断り撤回 利用お断り解除 利用お断りの解除
      おことわり解除
    `,
    endings: `
      します いたします 致します しました をお願いします してください して下さい とします
    `,
  },
  {
    kind: 'refuse',
    takes: 'reason',
    spellings: `
      お断り 御断り 断り おことわり 利用お断り 利用断り 利用をお断り 利用のお断り 今後の利用お断り
      今後の利用をお断り
    `,
    endings: `
      します いたします 致します をお願いします とします としてください 処理をお願いします
      してください して下さい 扱いとします 扱いでお願いします 登録をお願いします
    `,
  },
  {
    kind: 'address',
    takes: 'address',
    spellings: `
      メール メールアドレス メアド アドレス 登録アドレス 登録メール 登録メールアドレス
      マイページアドレス マイページのアドレス マイページメール e-mail email mail 送信先 送り先
    `,
    endings: 'は です',
  },
  {
    kind: 'settle',
    // A remark may stand beside it; nothing hangs on it.
    takes: 'reason',
    spellings: `
      済 済み 対応済 対応済み 対応ずみ 対応完了 対応しました 対応いたしました 対応致しました
      確認済 確認済み 確認ずみ 確認完了 処理済 処理済み 処理完了 連絡済 連絡済み 電話済 電話済み
      回答済 回答済み 既読 読了 読みました 完了 解決済 解決済み
    `,
    endings: 'しました いたしました 致しました ませました OK OKです',
  },
];

/** Endings that are allowed after every word. */
export const POLITE = `
  です でした ですので でございます である だ となります になります となりました になりました
  でお願いします でお願いいたします でお願い致します でお願いしたいです でよろしくお願いします
  でよろしくお願いいたします お願いします お願いいたします お願い致します おねがいします
  願います お願い よろしくお願いします よろしくお願いいたします 宜しくお願いします
  宜しくお願い致します よろしく で とのこと済
`;

/** What may stand before a word: whose booking it is, or a heading of the line. */
export const LEADS = `
  処理 結果 出欠 状況 連絡 報告 指示 対応 件名 回答 返答 本日 本日は 今日 今日は 本件 本件は
  この方 この方は 上記 上記の件 上記は 標記 標記の件 以下 こちら こちらは 予約 予約は では
  それでは はい 了解です 了解しました 確認しました
`;

/** Words of doubt: a line that holds one never acts. */
export const HEDGES = `
  かも 見込 らしい 場合 もし たら なら れば か？ ？ ? ですか ますか でしょうか かどうか か確認
  検討 たぶん 多分 おそらく 可能性 と言って してよい してもよい でよい でいい どちら または
  あるいは もしくは 取り急ぎ
`;

/** Words that exclude each other in one mail. */
export const CONTRADICTIONS: readonly (readonly WordKind[])[] = [
  ['attended', 'no_show', 'cancel', 'office_cancel'],
  ['confirm', 'cancel', 'office_cancel', 'no_show'],
  ['change', 'cancel', 'office_cancel'],
  ['refuse', 'lift_refusal'],
];

/** What a line below a bare word must hold to be its reason; a name or a department is none. */
export const REASON_CUES = `
  ため ので により につき 確認 希望 電話 同意 承諾 了承 了解 連絡 都合 体調 病気 事情 判断 意思
  意向 来所 窓口で 申し出 申出 急用 用事 就職 採用 面接 取り下げ 取下げ 重複 障害 停電 暴言 脅迫
  謝罪
`;
