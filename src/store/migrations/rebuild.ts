/**
 * Writes whole tables anew under their old names, which is what SQLite asks for wherever ALTER TABLE
 * cannot go: the twelve steps of its manual (lang_altertable, section 7), inside the transaction of
 * the migration. Rows, indexes, triggers and views, an official's own too, are as they were; a table
 * whose columns would differ is refused. It never runs while foreign keys are held: dropping a
 * table would then empty those that hang on it.
 */
import { type Kysely, sql } from 'kysely';

/** What stands between the parentheses of `create table`, by the name of the table. */
export type WholeTables = Readonly<Record<string, string>>;

/** Runs inside a transaction that `migrate` began with foreign keys off. Throws what is not as it was. */
export async function rebuildTables(db: Kysely<unknown>, tables: WholeTables): Promise<void> {
  await assertForeignKeysOff(db);
  const brokenBefore = await brokenReferences(db);
  const around = await definitionsAround(db, Object.keys(tables));
  // Renaming a table looks at each trigger and view, and stops at one whose table is gone.
  for (const { type, name } of around.filter(({ type }) => type !== 'index')) {
    await sql`drop ${sql.raw(type)} ${sql.id(name)}`.execute(db);
  }
  for (const [table, columns] of Object.entries(tables)) await rebuild(db, table, columns);
  for (const { definition } of around) await sql.raw(definition).execute(db);
  if ((await brokenReferences(db)) > brokenBefore) {
    throw new Error('the rebuilt tables do not hold each other as the old ones did');
  }
}

async function rebuild(db: Kysely<unknown>, table: string, columns: string): Promise<void> {
  const fresh = `${table}_rebuilt`;
  await sql.raw(`create table ${fresh} (${columns})`).execute(db);
  const [was, is] = [await columnsOf(db, table), await columnsOf(db, fresh)];
  if (was !== is) throw new Error(`${table} has other columns than expected: ${was}, not ${is}`);
  // Only in this form SQLite moves the rows as they lie, without taking each apart.
  await sql.raw(`insert into ${fresh} select * from ${table}`).execute(db);
  await sql.raw(`drop table ${table}`).execute(db);
  await sql.raw(`alter table ${fresh} rename to ${table}`).execute(db);
}

interface Definition {
  type: 'index' | 'trigger' | 'view';
  name: string;
  definition: string;
}

/** The indexes of these tables, and every trigger and view, in the order in which they were made. */
async function definitionsAround(
  db: Kysely<unknown>,
  tables: readonly string[],
): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select type, name, sql as definition from sqlite_schema
    where type in ('trigger', 'view')
      or (type = 'index' and sql is not null and tbl_name in (${sql.join(tables)}))
    order by rowid`.execute(db);
  return rows;
}

async function columnsOf(db: Kysely<unknown>, table: string): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select name || ' ' || type || ' ' || "notnull" || ' ' || ifnull(dflt_value, '-') || ' ' || pk as line
    from pragma_table_info(${table}) order by cid`.execute(db);
  return rows.map(({ line }) => line).join(', ');
}

async function assertForeignKeysOff(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(db);
  if (rows[0]?.foreign_keys !== 0) throw new Error('tables are rebuilt with foreign keys off only');
}

async function brokenReferences(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ broken: number }>`
    select count(*) as broken from pragma_foreign_key_check`.execute(db);
  return rows[0]?.broken ?? 0;
}
