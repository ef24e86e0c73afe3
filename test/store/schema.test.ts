/**
 * The file from nothing: the tables are those that the types promise, the guards stand, and the
 * admin's old tools can open it.
 */
import { type Insertable, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { FULL_ROWS, type Rows } from './full-rows.ts';
import { beside, cleanUpAfterEach, newPath, newStore } from './store-samples.ts';

cleanUpAfterEach();

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

describe('the text of the file', () => {
  const texts = async (type: 'table' | 'view') =>
    (await emptyFile()).file
      .prepare<[string], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = ? and name not like 'sqlite_%'",
      )
      .all(type);

  it('says of every table and every column what it holds', async () => {
    const { file } = await emptyFile();
    const silent = (await texts('table')).flatMap(({ name, sql }) => {
      const columns = (file.pragma(`table_info(${name})`) as Column[]).map((column) => column.name);
      const isTold = (begins: string) =>
        new RegExp(`${begins}.*?(-- |/\\* ).*[ぁ-んァ-ヶ一-龠]`, 'm').test(sql);
      return [
        ...(isTold('\\(\n\\s*') ? [] : [name]),
        ...columns.filter((it) => !isTold(`^[\\s,]*${it} `)).map((it) => `${name}.${it}`),
      ];
    });
    expect(silent).toEqual([]);
  });

  it('says of every view what it shows', async () => {
    const silent = (await texts('view')).filter(({ sql }) => !/^.* as -- .+。$/m.test(sql));
    expect(silent).toEqual([]);
  });
});

describe('the file', () => {
  it('says whose it is', async () => {
    const { file } = await emptyFile();
    const id = Buffer.alloc(4);
    id.writeUInt32BE(file.pragma('application_id', { simple: true }) as number);
    expect(id.toString('ascii')).toBe('uket');
  });

  it('is written by WAL, safe from the first, with foreign keys held and nothing deleted left over', async () => {
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
    await expect(openStore(path)).rejects.toThrow(
      /database: .*uketsuke\.db.*newer uketsuke.*9999-future; install that version/,
    );
    expect(file.prepare("select count(*) n from migration where name like '9%'").get()).toEqual({
      n: 1,
    });
  });
});
