/**
 * Brings the Japanese views into the file: where any of them differs from what this program would
 * write, all are dropped and made anew. They hold no data, so they are no migration: a new column
 * or a new word needs no step of its own.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import { ddlOf, VIEWS } from './views.ts';

/** Makes the views what this program wants them to be; writes nothing where they are. */
export async function renewViews(db: Kysely<Database>): Promise<void> {
  const wanted = VIEWS.map(ddlOf);
  if ((await presentViews(db)).map(({ sql }) => sql).join() === wanted.join()) return;
  await db.transaction().execute(async (tx) => {
    await dropViews(tx);
    for (const statement of wanted) await sql.raw(statement).execute(tx);
  });
}

/** Takes every view away: a migration may change the tables under them. */
export async function dropViews(db: Kysely<Database>): Promise<void> {
  for (const { name } of await presentViews(db)) {
    await sql`drop view ${sql.id(name)}`.execute(db);
  }
}

/** Ours, by the form of their names: what an official has saved as a view is left alone. */
async function presentViews(db: Kysely<Database>): Promise<{ name: string; sql: string }[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'view' and name glob '[0-9][0-9]_*'
    order by name`.execute(db);
  return rows;
}
