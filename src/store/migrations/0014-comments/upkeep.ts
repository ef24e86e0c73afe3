/**
 * The small tables the program keeps for itself, whole and with their comments, as of 0014; the last two are kysely's.
 * Landed with the migration, so never changed: the living words are in `views/column-words.ts`.
 * Data only.
 */
import type { WholeTables } from '../rebuild.ts';

export const UPKEEP_TABLES: WholeTables = {
  poll: `
    -- 受信箱を見終えた記録（新しい1000回分）。
    id integer primary key, -- 通し番号
    began_at text not null, -- 見始めた日時
    ended_at text not null, -- 見終えた日時
    mails integer not null -- 新しいメールの数
  `,
  chore: `
    -- 日ごとの仕事（朝の一覧など）をどこまで済ませたか。
    name text primary key, -- 仕事
    done_for text not null, -- どの日の分か
    done_at text not null -- 済ませた日時
  `,
  lock_wait: `
    -- ほかの画面の編集が終わるのを待った記録。
    id integer primary key, -- 通し番号
    ended_at text not null, -- 書き込めるようになった日時
    waited_ms integer not null -- 待った時間（ミリ秒）
  `,
  writing: `
    -- ボットが書き込む間だけ1行ある印。外からは、いつも空に見えます。
    id integer primary key check (id = 1) -- 印
  `,
  purging: `
    -- 保存の期間を過ぎた記録を消す間だけ1行ある印。外からは、いつも空に見えます。
    id integer primary key check (id = 1) -- 印
  `,
  migration: `
    -- この表の形を、どの版まで新しくしたか（プログラム用）。
    name varchar(255) not null primary key, -- 版
    timestamp varchar(255) not null -- 新しくした日時
  `,
  migration_lock: `
    -- 版を新しくする間の印（プログラム用）。
    id varchar(255) not null primary key, -- 印
    is_locked integer not null default 0 -- 新しくしている間は1
  `,
};
