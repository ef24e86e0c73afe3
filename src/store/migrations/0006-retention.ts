/**
 * Retention (Article 8): what was purged and when, the counts that stay, and the one way in which
 * the story of a booking may be forgotten. A purge puts a row into `purging` at its beginning and
 * takes it away before the commit, so that nobody else ever sees one (as with `writing`, 0009).
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table purging (
    id integer primary key check (id = 1) -- 古い記録を消す間だけ1行あります。外からは、いつも空に見えます。
  )`,
  `create table statistic (
    month text not null, -- 申込みの月（2026-12）
    channel text not null,
    outcome text not null,
    bookings integer not null check (bookings > 0), -- 消した予約の数
    primary key (month, channel, outcome)
  )`,
  'alter table booking add column purged_at text',
  'alter table inbox add column purged_at text',
  'alter table outbox add column purged_at text',
  'create index booking_unpurged on booking (id) where purged_at is null',
  'create index inbox_unpurged on inbox (internal_date) where purged_at is null',
  'create index outbox_unpurged on outbox (date) where purged_at is null',
  'create index event_by_mail on event (inbox_id) where inbox_id is not null',
  'create index attention_by_outbox on attention (outbox_id) where outbox_id is not null',
  'drop trigger event_is_never_changed',
  'drop trigger event_is_never_removed',
  `create trigger event_is_never_changed before update on event
    when not exists (select 1 from purging)
    begin
      select raise(abort, '経過の記録は書き換えられません。');
    end`,
  `create trigger event_is_never_removed before delete on event
    when not exists (select 1 from purging)
    begin
      select raise(abort, '経過の記録は消せません。');
    end`,
];
