/**
 * Guards that hold even against a hand in the file: the moves of the lifecycle table, and the
 * story of a booking, which is only ever added to. SQLite's own dialect (the difference that a
 * PostgreSQL port would rewrite). The list of moves is a copy by design, fixed with the
 * migration; a test compares it with `domain/lifecycle.ts`.
 */
import { type Kysely, sql } from 'kysely';

const LEGAL_MOVES = [
  'awaiting_reply>cancelled',
  'awaiting_reply>confirmed',
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

/** "uket" in ASCII: `file` and DB tools can tell whose database this is. */
export const APPLICATION_ID = 0x756b6574;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db);
  for (const statement of GUARDS) await sql.raw(statement).execute(db);
}

/**
 * Another session of the lane that begins less than thirty minutes before or after (6(1)); the
 * same start is refused by the index `booking_slot_once`. Only a grid under 30 minutes meets it.
 */
const OVERLAPS = `new.slot_start_at is not null and new.state not in ('void', 'cancelled')
  and exists (
    select 1 from booking
    where slot_start_at > strftime('%Y-%m-%dT%H:%M:%S+09:00', new.slot_start_at, '+510 minutes')
      and slot_start_at < strftime('%Y-%m-%dT%H:%M:%S+09:00', new.slot_start_at, '+570 minutes')
      and slot_start_at <> new.slot_start_at
      and state not in ('void', 'cancelled')
      and lane = new.lane
      and id <> new.id
  )`;

const GUARDS = [
  ...['insert', 'update of slot_start_at, lane, state'].map(
    (change) => `create trigger booking_never_overlaps_on_${change.slice(0, 6)}
    before ${change} on booking
    when ${OVERLAPS}
    begin
      select raise(abort, '同じ担当の別の予約と時間が重なります。');
    end`,
  ),
  `create trigger booking_moves_by_the_table before update of state on booking
    when old.state <> new.state
      and old.state || '>' || new.state not in (${LEGAL_MOVES.map((move) => `'${move}'`).join(', ')})
    begin
      select raise(abort, '予約の状態をこのように変えることはできません（規約の状態遷移表にない変更です）。');
    end`,
  `create trigger event_is_never_changed before update on event
    begin
      select raise(abort, '経過の記録は書き換えられません。');
    end`,
  // "insert or replace" removes a row without meeting the trigger for removals.
  `create trigger event_is_never_replaced before insert on event
    when exists (select 1 from event where id = new.id)
    begin
      select raise(abort, '経過の記録は書き換えられません。');
    end`,
  `create trigger event_is_never_removed before delete on event
    begin
      select raise(abort, '経過の記録は消せません。');
    end`,
];
