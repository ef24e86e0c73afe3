/**
 * Bookings that a booking site made, and the moves that came with 変更: a booking whose date a
 * counselor changes waits again for its terms mail to leave. The list of moves is a copy by
 * design, as in `0002-guards.ts`; a test compares the newest with `domain/lifecycle.ts`.
 */
import { type Kysely, sql } from 'kysely';

const LEGAL_MOVES = [
  'awaiting_reply>cancelled',
  'awaiting_reply>confirmed',
  'awaiting_reply>requested',
  'awaiting_reply>void',
  'confirmed>attended',
  'confirmed>cancelled',
  'confirmed>no_show',
  'requested>awaiting_reply',
  'requested>cancelled',
  'requested>confirmed',
  'requested>void',
  'void>confirmed',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table site_booking (
    booking_id integer not null references booking (id),
    site text not null,
    reference text
  )`,
  `create index site_booking_by_reference on site_booking (site, reference)`,
  `create index site_booking_by_booking on site_booking (booking_id)`,
  `drop trigger booking_moves_by_the_table`,
  `create trigger booking_moves_by_the_table before update of state on booking
    when old.state <> new.state
      and old.state || '>' || new.state not in (${LEGAL_MOVES.map((move) => `'${move}'`).join(', ')})
    begin
      select raise(abort, '予約の状態をこのように変えることはできません（規約の状態遷移表にない変更です）。');
    end`,
];
