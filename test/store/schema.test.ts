/**
 * The file from nothing: the tables are those that the types promise, the guards stand, and the
 * admin's old tools can open it.
 */
import { type Insertable, type Selectable, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { beside, cleanUpAfterEach, newPath, newStore } from './store-samples.ts';

cleanUpAfterEach();

type Rows = { [Table in keyof Database]: Selectable<Database[Table]> };

const TIME = '2026-11-24T09:00:00+09:00';

/** A whole row of each table: the compiler refuses a column too many or too few. */
const FULL_ROWS: Rows = {
  terms: { sha256: 'abc', label: '2025-03-11', text: '規約', first_used_at: TIME },
  seeker: {
    seeker_number: '45010-1234567',
    name: '髙橋 花子',
    address: '.a..b.@docomo.ne.jp',
    phone: '09000000001',
    refused_reason: '理由',
    registered_at: TIME,
  },
  booking: {
    id: 1,
    reference: 'K7QM-2WXA',
    state: 'void',
    void_reason: 'no_reply',
    channel: 'mail',
    seeker_number: '45010-1234567',
    name: '髙橋 花子',
    phone: '09000000001',
    topic: '相談',
    interpreter: 1,
    attendant: 1,
    registered_address: 'hanako@mail.example.jp',
    unverified: 1,
    requester_address: 'hanako@mail.example.jp',
    wish: '{"kind":"none"}',
    slot_start_at: '2026-12-03T10:00:00+09:00',
    lane: 'A',
    offered: '[]',
    reply_by: '2026-12-02T23:59:59+09:00',
    times_asked: 1,
    applied_at: TIME,
    consented_at: TIME,
    terms_sha256: 'abc',
    zoom_meeting_id: '812 3456 7890',
    zoom_passcode: '123456',
    zoom_url: 'https://zoom.example/j/81234567890?pwd=x',
    purged_at: TIME,
  },
  inbox: {
    id: 1,
    uid_validity: '4294967295',
    uid: 4294967295,
    message_id: '<a@x>',
    sha256: 'abc',
    body_sha256: 'def',
    size_bytes: 4,
    internal_date: TIME,
    received_at: TIME,
    raw: Buffer.from([0, 255, 13, 10]),
    state: 'handled',
    filed_at: TIME,
    origin: 'person',
    evidence: 'none',
    outcome: 'reply_confirmed',
    booking_id: 1,
    purged_at: TIME,
  },
  outbox: {
    id: 1,
    booking_id: 1,
    inbox_id: 1,
    kind: 'seeker.notice.confirmed',
    occasion: '',
    message_id: '<b@office.example.jp>',
    date: TIME,
    reply_to: 'yoyaku@office.example.jp',
    to_name: '髙橋 花子',
    to_address: '.a..b.@docomo.ne.jp',
    subject: '予約が確定しました',
    text: '本文',
    in_reply_to: '<a@x>',
    references_json: '["<a@x>"]',
    auto_submitted: 'auto-replied',
    calendar_name: 'yoyaku.ics',
    calendar_content: 'BEGIN:VCALENDAR',
    state: 'sent',
    attempts: 1,
    next_attempt_at: TIME,
    reply_code: 250,
    response: '2.0.0 Ok',
    sent_at: TIME,
    purged_at: TIME,
  },
  event: {
    id: 1,
    booking_id: 1,
    at: TIME,
    recorded_at: TIME,
    type: 'deadline_passed',
    from_state: 'awaiting_reply',
    to_state: 'void',
    article: '6(4)',
    actor: 'clock',
    inbox_id: 1,
    detail: null,
  },
  attention: {
    id: 1,
    reason: 'reply_late',
    booking_id: 1,
    inbox_id: 1,
    outbox_id: 1,
    alert_id: 1,
    raised_at: TIME,
    settled_at: TIME,
  },
  poll: { id: 1, began_at: TIME, ended_at: TIME, mails: 3 },
  mailbox: {
    folder: 'INBOX',
    uid_validity: '4294967295',
    start_uid: 10,
    cursor_uid: 12,
    first_run_at: TIME,
  },
  writing: { id: 1 },
  lock_wait: { id: 1, ended_at: TIME, waited_ms: 2500 },
  site_booking: { booking_id: 1, site: '予約サイト', reference: 'R-1' },
  chore: { name: 'morning_list', done_for: '2026-11-24', done_at: TIME },
  meeting: {
    id: 1,
    booking_id: 1,
    lane: 'A',
    zoom_user: 'soudan@office.example.jp',
    start_at: '2026-12-03T10:00:00+09:00',
    state: 'gone',
    zoom_id: '81234567890',
    passcode: '123456',
    url: 'https://zoom.example/j/81234567890?pwd=x',
    tries: 1,
    next_try_at: TIME,
    answer: 'no answer in time',
    wanted_at: TIME,
    alerted_at: TIME,
  },
  waiting_mail: {
    id: 1,
    booking_id: 1,
    kind: 'seeker.action.terms',
    occasion: '2026-12-03T01:00:00Z',
    cause: '{}',
    waits_since: TIME,
  },
  purging: { id: 1 },
  disclosure: {
    id: 1,
    at: TIME,
    law: '法令',
    recipient: '相手',
    ordered_by: '所長',
    about: 'K7QM-2WXA',
    what: '予約1件',
    sha256: 'abc',
  },
  statistic: { month: '2026-11', channel: 'mail', outcome: 'attended', bookings: 3 },
};

type NullableColumns = {
  [Table in keyof Database]: Record<
    { [C in keyof Rows[Table]]: null extends Rows[Table][C] ? C : never }[keyof Rows[Table]],
    true
  >;
};

/** The columns that may be empty, again kept complete by the compiler. */
const NULLABLE: NullableColumns = {
  terms: {},
  seeker: { address: true, phone: true, refused_reason: true },
  booking: {
    void_reason: true,
    seeker_number: true,
    name: true,
    phone: true,
    topic: true,
    registered_address: true,
    slot_start_at: true,
    lane: true,
    reply_by: true,
    consented_at: true,
    terms_sha256: true,
    zoom_meeting_id: true,
    zoom_passcode: true,
    zoom_url: true,
    purged_at: true,
  },
  inbox: {
    message_id: true,
    sha256: true,
    body_sha256: true,
    raw: true,
    filed_at: true,
    origin: true,
    evidence: true,
    outcome: true,
    booking_id: true,
    purged_at: true,
  },
  outbox: {
    booking_id: true,
    inbox_id: true,
    in_reply_to: true,
    calendar_name: true,
    calendar_content: true,
    reply_code: true,
    response: true,
    sent_at: true,
    purged_at: true,
  },
  event: { from_state: true, article: true, inbox_id: true, detail: true },
  attention: {
    alert_id: true,
    booking_id: true,
    inbox_id: true,
    outbox_id: true,
    settled_at: true,
  },
  poll: {},
  mailbox: {},
  writing: {},
  lock_wait: {},
  site_booking: { reference: true },
  chore: {},
  meeting: { zoom_id: true, url: true, answer: true, alerted_at: true },
  waiting_mail: {},
  purging: {},
  disclosure: {},
  statistic: {},
};

const TABLES = Object.keys(FULL_ROWS) as (keyof Database)[];

interface Column {
  name: string;
  notnull: number;
  pk: number;
}

async function emptyFile() {
  const path = newPath();
  const store = await newStore(path);
  return { path, store, file: beside(path) };
}

describe('the tables', () => {
  it('are those of the types, and the two that count the migrations', async () => {
    const { file } = await emptyFile();
    const names = file
      .prepare<[], { name: string }>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
      )
      .all()
      .map(({ name }) => name);
    expect(names.sort()).toEqual([...TABLES, 'migration', 'migration_lock'].sort());
  });

  it.each(TABLES)('%s has the columns of its type, empty where the type says so', async (table) => {
    const { file } = await emptyFile();
    const columns = file.pragma(`table_info(${table})`) as Column[];
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(FULL_ROWS[table]).sort());
    const nullable = columns.filter(({ notnull, pk }) => notnull === 0 && pk === 0);
    expect(nullable.map(({ name }) => name).sort()).toEqual(Object.keys(NULLABLE[table]).sort());
  });

  it('give a whole row of each back as it was written', async () => {
    const { store } = await emptyFile();
    // `writing` has its one row in every transaction; `views.test.ts` sees that none stays.
    for (const table of TABLES.filter((name) => name !== 'writing')) {
      const row = FULL_ROWS[table] as Insertable<Database[typeof table]>;
      await store.transact((tx) => tx.insertInto(table).values(row).execute());
      expect(await store.read.selectFrom(table).selectAll().execute()).toEqual([FULL_ROWS[table]]);
    }
  });

  it('are ordinary ones: no STRICT table, which old viewers cannot open (trap 22)', async () => {
    const { file } = await emptyFile();
    const strict = (file.pragma('table_list') as { name: string; strict: number }[]).filter(
      ({ strict }) => strict !== 0,
    );
    expect(strict).toEqual([]);
  });
});

describe('the file', () => {
  it('says whose it is', async () => {
    const { file } = await emptyFile();
    const id = Buffer.alloc(4);
    id.writeUInt32BE(file.pragma('application_id', { simple: true }) as number);
    expect(id.toString('ascii')).toBe('uket');
  });

  it('keeps every commit: WAL, on disk before a commit returns, foreign keys held', async () => {
    const { store } = await emptyFile();
    const pragma = async (name: string) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.read);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('secure_delete')).toBe(1);
  });

  it('is opened again without another migration', async () => {
    const { path, store, file } = await emptyFile();
    const migrations = () => file.prepare('select name from migration order by name').all();
    const first = migrations();
    await store.close();
    await newStore(path);
    expect(migrations()).toEqual(first);
    expect(first.length).toBeGreaterThanOrEqual(2);
  });

  it('of a newer program is refused, and stays as it is', async () => {
    const { path, store, file } = await emptyFile();
    await store.close();
    file.exec("insert into migration (name, timestamp) values ('9999-future', '2030-01-01')");
    await expect(openStore(path)).rejects.toThrow(/database: .*uketsuke\.db.*9999-future/);
    expect(file.prepare("select count(*) n from migration where name like '9%'").get()).toEqual({
      n: 1,
    });
  });
});
