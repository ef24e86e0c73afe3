/**
 * What only the program does: a booking's state, slot, deadline and consent, and its story. Every
 * transaction of the program begins with a row in `writing` and takes it away before the commit,
 * so nobody else ever sees one: a hand in DB Browser is refused, with a word on what to do
 * instead. (A function of our connection would refuse it too, but with "no such function".)
 * Names, telephone numbers and addresses stay open to a correction by hand.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Columns whose change belongs to the story of the booking. */
const PROGRAM_ONLY = [
  'id',
  'reference',
  'state',
  'void_reason',
  'channel',
  'slot_start_at',
  'lane',
  'offered',
  'reply_by',
  'applied_at',
  'consented_at',
  'terms_sha256',
];

const BY_HAND = 'not exists (select 1 from writing)';
const INSTEAD =
  'ボットのメールに「確定」「取消」などと返信するか、管理者に uketsuke のコマンドを使ってもらってください。';

const refuse = (name: string, change: string, words: string) =>
  `create trigger ${name} before ${change}
    when ${BY_HAND}
    begin
      select raise(abort, '${words}');
    end`;

const STATEMENTS = [
  `create table writing (
    id integer primary key check (id = 1) -- 書き込みの間だけ1行あります。外からは、いつも空に見えます。
  )`,
  `create table lock_wait (
    id integer primary key,
    ended_at text not null, -- ほかの画面の編集が終わり、書き込めるようになった日時
    waited_ms integer not null -- 待った時間（ミリ秒）
  )`,
  refuse(
    'booking_is_moved_by_the_program',
    `update of ${PROGRAM_ONLY.join(', ')} on booking`,
    `予約の状態や日時は、この画面では変えられません。${INSTEAD}`,
  ),
  refuse(
    'booking_is_made_by_the_program',
    'insert on booking',
    '予約は、この画面では作れません。受付メモのメールを送ってください。',
  ),
  refuse(
    'booking_is_removed_by_the_program',
    'delete on booking',
    `予約は、この画面では消せません。${INSTEAD}`,
  ),
  refuse(
    'event_is_written_by_the_program',
    'insert on event',
    '経過の記録は、この画面では書き足せません。',
  ),
];
