/**
 * The first tables. Written in the SQL that SQLite and PostgreSQL share as far as it goes;
 * what only SQLite knows (triggers, application_id) is in `0002-guards.ts`.
 * A migration that has landed is never changed: the next one mends.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
}

const TABLES = [
  `create table terms (
    sha256 text primary key,
    label text not null,
    text text not null,
    first_used_at text not null
  )`,
  `create table seeker (
    seeker_number text primary key,
    name text not null,
    address text,
    phone text,
    refused_reason text,
    registered_at text not null
  )`,
  `create table booking (
    id integer primary key,
    reference text not null unique,
    state text not null check (state in
      ('requested','awaiting_reply','confirmed','attended','no_show','cancelled','void')),
    void_reason text check (void_reason in ('no_reply','incomplete','ineligible')),
    channel text not null check (channel in ('mail','phone','site','session')),
    seeker_number text,
    name text,
    phone text,
    topic text,
    interpreter integer not null default 0 check (interpreter in (0, 1)),
    attendant integer not null default 0 check (attendant in (0, 1)),
    registered_address text,
    requester_address text not null,
    wish text not null,
    slot_start_at text,
    lane text,
    offered text not null default '[]',
    reply_by text,
    times_asked integer not null default 0,
    applied_at text not null,
    consented_at text,
    terms_sha256 text references terms (sha256),
    check ((slot_start_at is null) = (lane is null)),
    check ((state = 'void') = (void_reason is not null)),
    check (state not in ('awaiting_reply','confirmed','attended','no_show') or slot_start_at is not null)
  )`,
  // Trap 7: from the terms mail on, a slot has one holder, whatever the program believes.
  `create unique index booking_slot_once on booking (slot_start_at, lane)
    where slot_start_at is not null and state not in ('void', 'cancelled')`,
  `create index booking_reply_due on booking (state, reply_by)`,
  `create index booking_by_seeker on booking (seeker_number)`,
  `create index booking_by_registered_address on booking (registered_address)`,
  `create index booking_by_requester on booking (requester_address)`,
  `create table inbox (
    id integer primary key,
    uid_validity text not null,
    uid integer not null,
    message_id text,
    sha256 text,
    body_sha256 text,
    size_bytes integer not null,
    internal_date text not null,
    received_at text not null,
    raw blob,
    state text not null check (state in ('noted','received','handled','for_staff','duplicate')),
    filed_at text,
    origin text,
    evidence text,
    outcome text,
    booking_id integer references booking (id),
    unique (uid_validity, uid)
  )`,
  `create index inbox_by_message_id on inbox (message_id, internal_date)`,
  `create index inbox_by_sha256 on inbox (sha256)`,
  `create index inbox_unhandled on inbox (id) where state = 'received'`,
  `create index inbox_unfiled on inbox (uid_validity, id) where filed_at is null`,
  `create table outbox (
    id integer primary key,
    booking_id integer references booking (id),
    inbox_id integer references inbox (id),
    kind text not null,
    occasion text not null,
    message_id text not null unique,
    date text not null,
    reply_to text not null,
    to_name text not null,
    to_address text not null,
    subject text not null,
    text text not null,
    in_reply_to text,
    references_json text not null default '[]',
    auto_submitted text not null check (auto_submitted in ('auto-generated','auto-replied')),
    calendar_name text,
    calendar_content text,
    state text not null check (state in ('held','queued','sending','sent','failed')),
    attempts integer not null default 0,
    next_attempt_at text not null,
    reply_code integer,
    response text,
    sent_at text
  )`,
  // Trap 11: one mail of a kind for one occasion of a booking, however often the program starts again.
  `create unique index outbox_once on outbox (booking_id, kind, occasion) where booking_id is not null`,
  `create index outbox_due on outbox (state, next_attempt_at)`,
  `create index outbox_by_address on outbox (to_address, date)`,
  `create table event (
    id integer primary key,
    booking_id integer not null references booking (id),
    at text not null,
    recorded_at text not null,
    type text not null,
    from_state text,
    to_state text not null,
    article text,
    actor text not null check (actor in ('seeker','counselor','clock','relay','office')),
    inbox_id integer references inbox (id),
    detail text
  )`,
  `create index event_by_booking on event (booking_id, id)`,
  `create table attention (
    id integer primary key,
    reason text not null,
    booking_id integer references booking (id),
    inbox_id integer references inbox (id),
    outbox_id integer references outbox (id),
    raised_at text not null,
    settled_at text
  )`,
  `create index attention_open on attention (id) where settled_at is null`,
  `create table poll (
    id integer primary key,
    began_at text not null,
    ended_at text not null,
    mails integer not null
  )`,
  `create table mailbox (
    folder text primary key,
    uid_validity text not null,
    start_uid integer not null,
    cursor_uid integer not null,
    first_run_at text not null
  )`,
];
