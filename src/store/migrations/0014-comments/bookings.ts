/**
 * The tables of the bookings and their people, whole and with their comments, as of 0014.
 * Landed with the migration, so never changed: the living words are in `views/column-words.ts`.
 * Data only.
 */
import type { WholeTables } from '../rebuild.ts';

export const BOOKING_TABLES: WholeTables = {
  booking: `
    -- 予約。1件が1行です。
    id integer primary key, -- 通し番号
    reference text not null unique, -- 予約番号（件名に書くもの）
    state text not null -- 状態（requested 申込、awaiting_reply 返信待ち、confirmed 確定、attended 実施済、no_show 無断キャンセル、cancelled キャンセル、void 無効）
      check (state in ('requested','awaiting_reply','confirmed','attended','no_show','cancelled','void')),
    void_reason text check (void_reason in ('no_reply','incomplete','ineligible')), -- 無効の理由
    channel text not null -- 申込みの方法（mail メール、phone 電話、site 予約サイト、session 相談の場）
      check (channel in ('mail','phone','site','session')),
    seeker_number text, -- 求職番号
    name text, -- 氏名
    phone text, -- 連絡先の電話番号
    topic text, -- 相談内容（第8条。判断が要るときだけ見るもの）
    interpreter integer not null default 0 -- 通訳が同席するか（1なら、する）
      check (interpreter in (0, 1)),
    attendant integer not null default 0 -- 介助者などが同席するか（1なら、する）
      check (attendant in (0, 1)),
    registered_address text, -- 求職者マイページのアドレス。個人の内容はここにだけ送る（第6条(3)）
    requester_address text not null, -- 申込みのメールの差出人
    wish text not null, -- 希望日時の読み取り（機械用）
    slot_start_at text, -- 相談の日時。規約のメールを用意したときから押さえる
    lane text, -- 担当（Zoomの部屋ごと）
    offered text not null default '[]', -- 案内した空き日時（機械用）
    reply_by text, -- 返信の期限
    times_asked integer not null default 0, -- 足りない事項をたずねた回数
    applied_at text not null, -- 申し込んだ日時。申込みで同意とみなす（第6条）
    consented_at text, -- 同意の返信が届いた日時（第6条(3)）
    terms_sha256 text references terms (sha256), -- 送った規約の版
    unverified integer not null default 0 -- 名簿で確かめていない（1なら、未照合）
      check (unverified in (0, 1)),
    purged_at text, -- 保存の期間を過ぎた内容を消した日時（第8条）
    zoom_meeting_id text, -- この予約だけのZoomのミーティングID
    zoom_passcode text, -- そのパスコード
    zoom_url text, -- その参加用のリンク
    check ((slot_start_at is null) = (lane is null)),
    check ((state = 'void') = (void_reason is not null)),
    check (state not in ('awaiting_reply','confirmed','attended','no_show') or slot_start_at is not null)
  `,
  seeker: `
    -- 求職者の名簿（第2条(1)）。
    seeker_number text primary key, -- 求職番号
    name text not null, -- 氏名
    address text, -- 求職者マイページのアドレス
    phone text, -- 電話番号
    refused_reason text, -- 利用をお断りした理由（第6条(6)、第12条(1)）
    registered_at text not null -- 名簿に入れた日時
  `,
  event: `
    -- 予約の経過。書き足すだけです。保存の期間を過ぎたら消します（第8条）。
    id integer primary key, -- 通し番号
    booking_id integer not null references booking (id), -- どの予約のことか
    at text not null, -- できごとの日時
    recorded_at text not null, -- 記録した日時
    type text not null, -- できごと（文は 81_経過 にあります）
    from_state text, -- 前の状態
    to_state text not null, -- 後の状態
    article text, -- 根拠になる規約の条
    actor text not null -- だれの行いか
      check (actor in ('seeker','counselor','clock','relay','office')),
    inbox_id integer references inbox (id), -- もとになったメール
    detail text -- 理由など
  `,
  attention: `
    -- 担当者の判断を待つこと。
    id integer primary key, -- 通し番号
    reason text not null, -- 理由（文は 10_要確認 にあります）
    booking_id integer references booking (id), -- どの予約のことか
    inbox_id integer references inbox (id), -- どの受信メールのことか
    outbox_id integer references outbox (id), -- どの送信メールのことか
    raised_at text not null, -- 出た日時
    settled_at text, -- 片づいた日時
    alert_id integer -- 担当者に知らせたメール。それに「済」と返信すると片づく
      references outbox (id) on delete set null
  `,
  terms: `
    -- 送ったことのある規約の全文（第13条）。
    sha256 text primary key, -- 全文の指紋
    label text not null, -- 版（末尾の日付）
    text text not null, -- 全文
    first_used_at text not null -- 初めて送った日時
  `,
  site_booking: `
    -- 予約サイトでの予約と、その予約の対応。
    booking_id integer not null references booking (id), -- どの予約のことか
    site text not null, -- 予約サイト
    reference text -- 予約サイトでの番号
  `,
  statistic: `
    -- 消した予約の数（第8条）。個人が分かるものは入っていません。
    month text not null, -- 申込みの月
    channel text not null, -- 申込みの方法（mail メール、phone 電話、site 予約サイト、session 相談の場）
    outcome text not null, -- 結果（予約の状態と同じ。office_cancelled 所の都合の中止）
    bookings integer not null check (bookings > 0), -- 予約の数
    primary key (month, channel, outcome)
  `,
  disclosure: `
    -- 法令による開示の記録（第7条(2)）。書き足すだけです。
    id integer primary key, -- 通し番号
    at text not null, -- 開示した日時
    law text not null check (law <> ''), -- 根拠の法令
    recipient text not null check (recipient <> ''), -- 開示した相手
    ordered_by text not null check (ordered_by <> ''), -- 開示を決めた人
    about text not null, -- 開示した予約番号または求職番号
    what text not null, -- 開示したものの数
    sha256 text not null -- 開示したファイルの印（sha256）
  `,
};
