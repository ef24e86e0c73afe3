/**
 * The copy for looking (trap 21): what the views need and nothing more, in a file without WAL that
 * a share can hold and that nobody can change by mistake. It has no 相談内容, no mail text, no raw
 * mail, no Message-ID (Articles 7, 8). Blocks its thread, so the program calls it in a worker.
 */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './schema.ts';
import { openPlain, type PlainFile } from './sqlite.ts';
import { TABLE_WORDS, type TableWords } from './views/column-words.ts';
import { agoOf, minutesSince, timeOf, type View } from './views/sql.ts';
import { ddlOf, VIEWS } from './views.ts';

/** Whom the system lets read the copy; nobody writes it. */
const READ_ONLY = { owner: 0o400, group: 0o440, everyone: 0o444 } as const;

export type ReadableBy = keyof typeof READ_ONLY;

type Columns = { [Table in keyof Database]?: readonly (keyof Database[Table] & string)[] };

/** An allow-list: what a later table or column holds stays out until somebody lets it in. */
const COPIED: Columns = {
  booking: [
    'id',
    'reference',
    'state',
    'void_reason',
    'channel',
    'seeker_number',
    'name',
    'phone',
    'interpreter',
    'attendant',
    'unverified',
    'slot_start_at',
    'lane',
    'zoom_meeting_id',
    'reply_by',
    'applied_at',
    'consented_at',
    'terms_sha256',
  ],
  seeker: ['seeker_number', 'refused_reason'],
  inbox: ['id', 'internal_date', 'size_bytes', 'state', 'booking_id'],
  outbox: [
    'id',
    'booking_id',
    'kind',
    'state',
    'date',
    'sent_at',
    'to_address',
    'subject',
    'attempts',
    'response',
  ],
  event: [
    'id',
    'booking_id',
    'at',
    'recorded_at',
    'type',
    'from_state',
    'to_state',
    'article',
    'actor',
    'inbox_id',
    'detail',
  ],
  attention: ['id', 'reason', 'booking_id', 'inbox_id', 'raised_at', 'settled_at'],
  statistic: ['month', 'channel', 'outcome', 'bookings'],
  terms: ['sha256', 'label', 'text', 'first_used_at'],
  poll: ['id', 'ended_at'],
  mailbox: ['first_run_at'],
  lock_wait: ['id', 'ended_at', 'waited_ms'],
};

/** Columns that a view asks for and the copy leaves empty. */
const LEFT_EMPTY: Columns = { booking: ['topic', 'zoom_passcode'] };

const INDEXES = [
  `create index booking_slot_once on booking (slot_start_at, lane)
    where slot_start_at is not null and state not in ('void', 'cancelled')`,
  'create index booking_reply_due on booking (state, reply_by)',
  'create index booking_by_seeker on booking (seeker_number)',
  'create index event_by_booking on event (booking_id, id)',
  'create index outbox_by_booking on outbox (booking_id, kind)',
  'create index attention_by_booking on attention (booking_id) where settled_at is null',
  'create index attention_open on attention (id) where settled_at is null',
];

const ABOUT_THIS_COPY: View = {
  name: '01_この写し',
  about: 'このファイルがいつの様子か。',
  select: `select ${timeOf('made_at')} || '　' || ${agoOf(minutesSince('made_at'))} as "作った日時",
  '見るための写しです。ここで直しても、予約は変わりません。相談内容、メールの本文、Zoomのパスコードは入っていません。'
    as "この写しについて"
from viewing_copy`,
};

/** Writes the copy to `part`, complete and on disk. Throws what SQLite and the disk throw. */
export function writeViewingCopy(
  database: string,
  part: string,
  { madeAt, readableBy }: { madeAt: string; readableBy: ReadableBy },
): void {
  mkdirSync(dirname(part), { recursive: true });
  rmSync(part, { force: true });
  const copy = openPlain(part, { readonly: false });
  try {
    copy.exec('pragma journal_mode = off; pragma synchronous = off');
    copy.run('attach ? as live', database);
    copy.exec('begin');
    fill(copy, madeAt);
    copy.exec('commit; detach live');
  } finally {
    copy.close();
  }
  const handle = openSync(part, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(part, READ_ONLY[readableBy]);
}

/** All from one state of the live file: the first query begins its read transaction. */
function fill(copy: PlainFile, madeAt: string): void {
  for (const [table, columns] of Object.entries(COPIED)) {
    const empty = LEFT_EMPTY[table as keyof Database] ?? [];
    copy.exec(ddlOfTable(copy, table as keyof Database, [...columns, ...empty]));
    copy.exec(`insert into ${table} (${columns.join(', ')})
      select ${columns.join(', ')} from live.${table}`);
  }
  copy.exec('create table migration (name text -- この写しのもとの版\n)');
  copy.exec('insert into migration select name from live.migration');
  copy.exec('create table viewing_copy (made_at text -- 写しを作った日時\n)');
  copy.run('insert into viewing_copy values (?)', madeAt);
  for (const index of INDEXES) copy.exec(index);
  for (const view of [...VIEWS, ABOUT_THIS_COPY]) copy.exec(ddlOf(view));
  for (const table of [...Object.keys(COPIED), 'migration']) refuseChanges(copy, table);
  for (const name of ['application_id', 'user_version']) {
    const [row] = copy.rows<Record<string, number>>(`pragma live.${name}`);
    copy.exec(`pragma ${name} = ${row?.[name] ?? 0}`);
  }
}

/** With the words for each column, and the types of the live file: without them no index would serve a join. */
function ddlOfTable(copy: PlainFile, table: keyof Database, columns: readonly string[]): string {
  const infos = copy.rows<{ name: string; type: string }>(
    "select name, type from pragma_table_info(?, 'live')",
    table,
  );
  const types = new Map(infos.map(({ name, type }) => [name, type]));
  const { about, columns: words }: TableWords<string> = TABLE_WORDS[table];
  const lines = columns.map((name, i) => {
    const type = name === 'id' ? 'integer primary key' : types.get(name);
    return `  ${name} ${type}${i < columns.length - 1 ? ',' : ''} -- ${words[name]}`;
  });
  return [`create table ${table} ( -- ${about}`, ...lines, ')'].join('\n');
}

function refuseChanges(copy: PlainFile, table: string): void {
  for (const change of ['insert', 'update', 'delete']) {
    copy.exec(`create trigger ${table}_is_only_for_looking_on_${change} before ${change} on ${table}
      begin
        select raise(abort, '見るための写しです。ここで直しても、予約は変わりません。');
      end`);
  }
}
