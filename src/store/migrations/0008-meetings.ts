/**
 * A Zoom meeting for each booking: what the booking tells its seeker, what we know of the meeting
 * at Zoom, and the mails that wait for it.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  ...['zoom_meeting_id', 'zoom_passcode', 'zoom_url'].map(
    (column) => `alter table booking add column ${column} text`,
  ),
  `create table meeting (
    id integer primary key,
    booking_id integer not null references booking (id) on delete cascade,
    lane text not null,
    zoom_user text not null,
    start_at text not null,
    state text not null check (state in ('making', 'there', 'removing', 'gone')),
    zoom_id text,
    passcode text not null,
    url text,
    tries integer not null default 0,
    next_try_at text not null,
    answer text,
    wanted_at text not null,
    alerted_at text
  )`,
  // One meeting of a booking at a time: a second would send people to an empty room.
  `create unique index meeting_once on meeting (booking_id) where state <> 'gone'`,
  `create index meeting_by_start on meeting (start_at) where state <> 'gone'`,
  `create table waiting_mail (
    id integer primary key,
    booking_id integer not null references booking (id) on delete cascade,
    kind text not null,
    occasion text not null,
    cause text not null,
    waits_since text not null,
    unique (booking_id, kind, occasion)
  )`,
  // A booking that is over or goes to another lane has no meeting until it is given one (again).
  `create trigger booking_leaves_its_meeting after update of state, lane on booking
    when new.zoom_meeting_id is not null
      and (new.state in ('void', 'cancelled') or new.lane is not old.lane)
    begin
      update booking set zoom_meeting_id = null, zoom_passcode = null, zoom_url = null
      where id = new.id;
    end`,
];
