/**
 * The first start and upgrades as one step each: what fails or is killed in the middle leaves
 * the file as it was, so that the next start begins anew.
 */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { FULL_ROWS } from './full-rows.ts';
import { cleanUpAfterEach, migrateUpTo, newPath, newStore } from './store-samples.ts';

cleanUpAfterEach();

test('a migration that ends in the middle leaves no half of its tables, and the next start makes them all', async () => {
  const path = newPath();
  const file = new DatabaseSync(path);
  const tables = () =>
    file
      .prepare("select name from sqlite_schema where type = 'table'")
      .all()
      .map(({ name }) => name);
  file.exec('create table poll (in_the_way integer)');
  await expect(openStore(path)).rejects.toThrow(/poll already exists/);
  expect(tables()).toContain('poll');
  expect(tables()).not.toContain('booking');
  file.exec('drop table poll');
  await (await openStore(path)).close();
  expect(tables()).toEqual(expect.arrayContaining(['booking', 'inbox', 'outbox', 'poll']));
  file.close();
});

describe('the tables made anew for their comments (0014)', () => {
  const BEFORE = '0013-alert-mails';
  const THAT = '0014-comments';
  /** Tables that have a row inside a transaction only. */
  const MARKS = ['writing', 'purging'];

  /** A file of the version before with a row in every table, and what an official added to it. */
  async function filled(): Promise<{ path: string; file: DatabaseSync }> {
    const path = newPath();
    await migrateUpTo(path, BEFORE);
    const file = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    file.exec('insert into writing values (1)');
    for (const [table, row] of Object.entries(FULL_ROWS)) {
      if (MARKS.includes(table)) continue;
      const columns = columnsOf(file, table);
      file
        .prepare(
          `insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`,
        )
        .run(
          ...columns.map((column) => (row as unknown as Record<string, string>)[column] ?? null),
        );
    }
    file.exec('delete from writing');
    file.exec(`create table "係の表" (id integer); create index "係の索引" on booking (name);
      create view "係の控え" as select name from booking;
      create trigger "係の印" after update of name on booking begin insert into "係の表" values (1); end`);
    return { path, file };
  }

  const columnsOf = (file: DatabaseSync, table: string) =>
    file
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name));

  const rowsOf = (file: DatabaseSync) =>
    Object.keys(FULL_ROWS).map((table) => file.prepare(`select * from ${table}`).all());

  /** Everything but the tables' text: what they hold of each other, indexes, triggers and views. */
  const around = (file: DatabaseSync) => ({
    keys: Object.keys(FULL_ROWS).map((table) =>
      file.prepare('select * from pragma_foreign_key_list(?)').all(table),
    ),
    unique: Object.keys(FULL_ROWS).map((table) =>
      file
        .prepare(`select name, "unique", origin, partial from pragma_index_list(?) order by name`)
        .all(table),
    ),
    others: file
      .prepare(
        "select type, name, tbl_name, sql from sqlite_schema where type <> 'table' order by 1, 2",
      )
      .all(),
  });

  it('keep every row, index, trigger, reference and view, the official’s own too', async () => {
    const { path, file } = await filled();
    const before = { rows: rowsOf(file), around: around(file) };
    expect(before.rows.filter((rows) => rows.length === 0)).toHaveLength(MARKS.length);
    await migrateUpTo(path, THAT);
    expect({ rows: rowsOf(file), around: around(file) }).toEqual(before);
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    file.close();
  });

  it('still refuse a hand, and still hold on to each other', async () => {
    const { path, file } = await filled();
    const store = await newStore(path);
    const hand = (statement: string) => () => file.exec(statement);
    expect(hand("update booking set state = 'confirmed'")).toThrow(/この画面では変えられません/);
    expect(hand('delete from event')).toThrow(/消せません/);
    file.exec("update booking set name = '小林 花子'");
    expect(file.prepare('select * from "係の表"').all()).toEqual([{ id: 1 }]);
    file.close();
    await store.transact(async (tx) => {
      const mail = tx.deleteFrom('outbox');
      await expect(mail.execute()).rejects.toThrow(/FOREIGN KEY/);
      await tx.updateTable('attention').set({ outbox_id: null }).execute();
      await mail.execute();
      expect(await tx.selectFrom('attention').select('alert_id').execute()).toEqual([
        { alert_id: null },
      ]);
    });
  });

  it('are left as they were where one of them is not what this program knows', async () => {
    const { path, file } = await filled();
    file.exec('alter table chore add column memo text');
    const texts = () =>
      file.prepare("select name, sql from sqlite_schema where type = 'table' order by 1").all();
    const before = { texts: texts(), rows: rowsOf(file) };
    await expect(openStore(path)).rejects.toThrow(/chore has other columns than expected/);
    expect({ texts: texts(), rows: rowsOf(file) }).toEqual(before);
    file.close();
  });
});
