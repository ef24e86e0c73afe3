/**
 * The tables of mail in and out and of meetings, whole and with their comments, as of 0014.
 * Landed with the migration, so never changed: the living words are in `views/column-words.ts`.
 * Data only.
 */
import type { WholeTables } from '../rebuild.ts';

export const MAIL_TABLES: WholeTables = {
  inbox: `
    -- 届いたメールの台帳。
    id integer primary key, -- 通し番号
    uid_validity text not null, -- 受信箱の世代（IMAPのUIDVALIDITY）
    uid integer not null, -- 受信箱での番号（IMAPのUID）
    message_id text, -- メールの識別子
    sha256 text, -- メール全体の指紋
    body_sha256 text, -- 本文の指紋
    size_bytes integer not null, -- 大きさ（バイト）
    internal_date text not null, -- 届いた日時。期限はこれで判断する
    received_at text not null, -- ボットが受け取った日時
    raw blob, -- メールの原本
    state text not null -- 扱い（noted 運用前、received 処理待ち、handled 処理済、for_staff 担当者へ、duplicate 重複）
      check (state in ('noted','received','handled','for_staff','duplicate')),
    filed_at text, -- 受信箱に印を付けた日時
    origin text, -- 人からか、機械からかの判定
    evidence text, -- その判定の根拠
    outcome text, -- 処理の結果（機械用）
    booking_id integer references booking (id), -- どの予約のことか
    purged_at text, -- 保存の期間を過ぎた内容を消した日時（第8条）
    unique (uid_validity, uid)
  `,
  outbox: `
    -- 送るメールと、送ったメール。
    id integer primary key, -- 通し番号
    booking_id integer references booking (id), -- どの予約のことか
    inbox_id integer references inbox (id), -- どのメールへの返事か
    kind text not null, -- 種類
    occasion text not null, -- 同じ種類を区別する印（機械用）
    message_id text not null unique, -- メールの識別子
    date text not null, -- 書いた日時
    reply_to text not null, -- 返信先のアドレス
    to_name text not null, -- 宛先の氏名
    to_address text not null, -- 宛先のアドレス
    subject text not null, -- 件名
    text text not null, -- 本文
    in_reply_to text, -- 返事をする相手のメールの識別子
    references_json text not null default '[]', -- 一連のメールの識別子（機械用）
    auto_submitted text not null -- 自動送信の印（RFC 3834）
      check (auto_submitted in ('auto-generated','auto-replied')),
    calendar_name text, -- 添付した予定のファイル名
    calendar_content text, -- 添付した予定の中身
    state text not null -- 状態（held 許可待ち、queued 送信待ち、sending 送信中、sent 送信済、failed 送れず）
      check (state in ('held','queued','sending','sent','failed')),
    attempts integer not null default 0, -- 送ろうとした回数
    next_attempt_at text not null, -- 次に送る日時
    reply_code integer, -- 送信サーバーの返答の番号
    response text, -- 送信サーバーの返答
    sent_at text, -- 送った日時
    purged_at text -- 保存の期間を過ぎた内容を消した日時（第8条）
  `,
  mailbox: `
    -- 受信箱をどこまで読んだか。
    folder text primary key, -- フォルダー
    uid_validity text not null, -- 受信箱の世代（IMAPのUIDVALIDITY）
    start_uid integer not null, -- 運用を始めたときの最後の番号。ここまでには答えない
    cursor_uid integer not null, -- 読み終えた番号
    first_run_at text not null -- 運用を始めた日時
  `,
  meeting: `
    -- 予約ごとに作ったZoomのミーティング。
    id integer primary key, -- 通し番号
    booking_id integer not null references booking (id) on delete cascade, -- どの予約のことか
    lane text not null, -- 担当
    zoom_user text not null, -- Zoomの利用者
    start_at text not null, -- 始まる日時
    state text not null -- 状態（making 作成中、there あり、removing 削除中、gone なし）
      check (state in ('making', 'there', 'removing', 'gone')),
    zoom_id text, -- ミーティングID
    passcode text not null, -- パスコード
    url text, -- 参加用のリンク
    tries integer not null default 0, -- Zoomに頼んだ回数
    next_try_at text not null, -- 次に頼む日時
    answer text, -- Zoomの返答
    wanted_at text not null, -- 作ることにした日時
    alerted_at text -- 担当者に知らせた日時
  `,
  waiting_mail: `
    -- ミーティングができるのを待っているメール。
    id integer primary key, -- 通し番号
    booking_id integer not null references booking (id) on delete cascade, -- どの予約のことか
    kind text not null, -- 種類
    occasion text not null, -- 同じ種類を区別する印（機械用）
    cause text not null, -- 書くきっかけ（機械用）
    waits_since text not null, -- 待ち始めた日時
    unique (booking_id, kind, occasion)
  `,
};
