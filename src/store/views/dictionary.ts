/**
 * The words for tables and columns as a view: one row a table, then one a column.
 */
import { TABLE_WORDS, type TableWords } from './column-words.ts';
import { quoted, type View } from './sql.ts';

const rows = Object.entries<TableWords<string>>(TABLE_WORDS).flatMap(
  ([table, { about, columns }]): [table: string, column: string, words: string][] => [
    [table, '', about],
    ...Object.entries(columns).map(([name, words]): [string, string, string] => [
      table,
      name,
      words,
    ]),
  ],
);

export const DICTIONARY: View = {
  name: '98_表と列の説明',
  about: 'ボットが使う表（英語の名前のもの）に何が入っているか。',
  select: `select column1 as "表", column2 as "列", column3 as "入っているもの" from (values
  ${rows.map((row) => `(${row.map(quoted).join(', ')})`).join(',\n  ')}
)`,
};
