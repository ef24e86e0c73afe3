/**
 * Disclosure under law (Article 7(2) ただし書き): who was given what, under which law and when. Rows
 * are only ever added.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const refuse = (name: string, when: string) => `create trigger ${name} before ${when}
    begin
      select raise(abort, '開示の記録は書き換えられません。');
    end`;

const STATEMENTS = [
  `create table disclosure (
    id integer primary key,
    at text not null,
    law text not null check (law <> ''), -- 根拠の法令
    recipient text not null check (recipient <> ''), -- 開示した相手
    ordered_by text not null check (ordered_by <> ''), -- 開示を決めた人
    about text not null, -- 開示した予約番号または求職番号
    what text not null, -- 開示したものの数
    sha256 text not null -- 開示したファイルの sha256
  )`,
  refuse('disclosure_is_never_changed', 'update on disclosure'),
  refuse('disclosure_is_never_removed', 'delete on disclosure'),
  refuse(
    'disclosure_is_never_replaced',
    'insert on disclosure when exists (select 1 from disclosure where id = new.id)',
  ),
];
