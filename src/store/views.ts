/**
 * The Japanese views for officials who know no SQL, as one set. How they come into the file is in
 * `renew-views.ts`.
 */
import { DICTIONARY } from './views/dictionary.ts';
import { FIGURE_VIEWS } from './views/figures.ts';
import { RECORD_VIEWS } from './views/records.ts';
import { SESSION_VIEWS } from './views/sessions.ts';
import { quoted, type View } from './views/sql.ts';
import { WAITING_VIEWS } from './views/waiting.ts';

const SHOWN = [
  ...WAITING_VIEWS,
  ...SESSION_VIEWS,
  ...RECORD_VIEWS,
  ...FIGURE_VIEWS,
  DICTIONARY,
].sort((one, other) => (one.name < other.name ? -1 : 1));

const HOW_TO_READ = [
  ['このファイル', 'オンライン職業相談の受付の記録です。見るだけにしてください。'],
  ['見るには', '「データ閲覧」の「テーブル」で、下の名前（10_要確認 など）を選んでください。'],
  ['さがすには', '列の見出しの下の欄に、予約番号や氏名を入れるとしぼり込めます。'],
  [
    '文が切れていたら',
    '列の見出しの境目をダブルクリックすると、文の長さに広がります。欄を1つ選ぶと、右の「セルを編集」に全文が出ます。',
  ],
  ['NULL と出たら', 'そこに書くことがない、という意味です。故障ではありません。'],
  [
    '直すには',
    'ここでは直しません。ボットからのメールに「確定」「取消」などと返信してください。氏名と電話番号の書き間違いだけは直せます。',
  ],
  [
    '英語の名前',
    'booking などの英語の名前は、ボットが使う表です。開かなくてかまいません。中身の説明は 98_表と列の説明 にあります。',
  ],
  ['ひづけ', '日時はすべて日本の時刻です。'],
] as const;

const START: View = {
  name: '00_はじめに',
  about: 'この一覧の読み方。',
  select: [...HOW_TO_READ, ...SHOWN.map(({ name, about }) => [name, about] as const)]
    .map(([name, words], i) =>
      i === 0
        ? `select ${quoted(name)} as "名前", ${quoted(words)} as "分かること"`
        : `select ${quoted(name)}, ${quoted(words)}`,
    )
    .join('\nunion all '),
};

/** Every view, in the order of their names. */
export const VIEWS: readonly View[] = [START, ...SHOWN];

/** The statement as SQLite keeps it, so that it can be compared. */
export function ddlOf({ name, about, select }: View): string {
  return `CREATE VIEW "${name}" as -- ${about}\n${select}`;
}
