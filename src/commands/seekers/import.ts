/**
 * `uketsuke seekers import FILE.csv`: an office's list into the register (Article 2(1)). All or
 * nothing, unless told to leave out what is refused; every refused line is named with its reason.
 * Nobody is ever removed, and a refusal that a counselor recorded stays.
 */
import { readFileSync } from 'node:fs';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { decodeFile, type Encoding } from '../../csv/decode.ts';
import { type CsvRow, readCsv } from '../../csv/read.ts';
import {
  putEntries,
  REGISTER_PIECE,
  type RegisterEntry,
  wholeRegister,
} from '../../store/register.ts';
import type { Reader, Store } from '../../store/store.ts';
import { hasDatabase, withDatabase, withNewDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { startProgress } from '../progress.ts';
import { type CheckedRows, checkRow, noRows, withoutContradicted } from './check-rows.ts';
import { type Columns, columnsOf, isHeader } from './columns.ts';

export interface ImportOptions {
  configPath: string;
  file: string;
  /** Only say what would happen. */
  dryRun: boolean;
  /** Take in the good lines although others are refused. */
  skipRefused: boolean;
}

/** Resolves to the exit code: 1 where nothing was taken in, or not all of it. */
export async function importSeekers(options: ImportOptions, outlet: Outlet): Promise<number> {
  const list = readList(options.file);
  if ('problems' in list) {
    for (const problem of list.problems) outlet.complain(problem);
    outlet.complain('名簿は変えていません。');
    return 1;
  }
  const checked = await checkAll(list);
  tellOfFile(list, checked, outlet);
  if (checked.refused.length > 0 && !options.skipRefused) {
    outlet.complain(
      '名簿は変えていません。良い行だけを入れるときは --skip-refused を付けてください。',
    );
    return 1;
  }
  const entries = withoutContradicted(checked);
  const counts = options.dryRun
    ? await wouldTakeIn(options.configPath, outlet, entries)
    : await withNewDatabase(options.configPath, outlet, (store) => takeIn(store, entries));
  const { added, changed, unchanged } = counts;
  const verb = options.dryRun ? '（試しただけで、名簿は変えていません）' : '';
  outlet.out(`新しい方 ${added}人、変わった方 ${changed}人、変わらない方 ${unchanged}人${verb}`);
  return checked.refused.length > 0 ? 1 : 0;
}

interface List {
  encoding: Encoding;
  columns: Columns;
  rows: CsvRow[];
}

/** A header stands among the first rows; above it an office may have a title and a date. */
const HEADER_WITHIN = 10;

function readList(file: string): List | { problems: string[] } {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') return { problems: [bytes] };
  const { text, encoding } = decodeFile(bytes);
  const csv = readCsv(text);
  if (csv.kind === 'unclosed_quote') {
    return { problems: [`${csv.line}行目から始まる引用符「"」が、閉じていません。`] };
  }
  const header = csv.rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => isHeader(cells));
  const top = csv.rows[Math.max(header, 0)];
  if (top === undefined) return { problems: [`${file}：行がありません。`] };
  const columns = columnsOf(top.cells);
  if ('problems' in columns) {
    return { problems: columns.problems.map((problem) => `${top.line}行目：${problem}`) };
  }
  return { encoding, columns, rows: csv.rows.slice(Math.max(header, 0) + 1) };
}

/** The bytes, or one sentence why they cannot be had. */
function readBytes(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return `${file}：ファイルを読めません（${why}）。場所と名前を確かめてください。`;
  }
}

async function checkAll({ rows, columns }: List): Promise<CheckedRows> {
  const progress = startProgress('確かめています', rows.length);
  const checked = noRows();
  for (const row of rows) {
    checkRow(checked, row, columns);
    await progress.advance(1);
  }
  progress.end();
  return checked;
}

const ENCODING_WORDS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS（CP932）',
};

function tellOfFile({ encoding, columns, rows }: List, checked: CheckedRows, outlet: Outlet): void {
  outlet.out(`文字コード ${ENCODING_WORDS[encoding]}、${rows.length}行を読みました。`);
  if (columns.unused.length > 0) outlet.out(`使わなかった列：${columns.unused.join('、')}`);
  if (columns.at.phone === undefined) outlet.out('電話番号の列はありません。');
  if (checked.repeated > 0)
    outlet.out(`同じ内容の重なり ${checked.repeated}行は、1人として数えます。`);
  if (checked.zerosRestored > 0) {
    outlet.out(`電話番号の先頭の0を補った行 ${checked.zerosRestored}行`);
  }
  for (const { line, value, reason } of checked.refused) {
    outlet.complain(`${line}行目「${value}」：${reason}`);
  }
  const lines = new Set(checked.refused.map(({ line }) => line)).size;
  if (lines > 0) outlet.complain(`受けられない行が${lines}行あります。`);
}

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

/** Makes nothing: before the first start everybody is new. */
async function wouldTakeIn(
  configPath: string,
  outlet: Outlet,
  entries: readonly RegisterEntry[],
): Promise<Counts> {
  if (!hasDatabase(readConfig(configPath)))
    return { added: entries.length, changed: 0, unchanged: 0 };
  return withDatabase(configPath, outlet, ({ read }) => compare(read, entries));
}

async function compare(db: Reader, entries: readonly RegisterEntry[]): Promise<Counts> {
  const known = new Map((await wholeRegister(db)).map((seeker) => [seeker.seekerNumber, seeker]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { seekerNumber, name, address, phone } of entries) {
    const seeker = known.get(seekerNumber);
    if (seeker === undefined) counts.added += 1;
    else if (
      seeker.name === name &&
      (address === null || seeker.address === address) &&
      (phone === null || seeker.phone === phone)
    )
      counts.unchanged += 1;
    else counts.changed += 1;
  }
  return counts;
}

/** All of it in one transaction: a list is in the register whole or not at all. */
function takeIn(store: Store, entries: readonly RegisterEntry[]): Promise<Counts> {
  return store.transact(async (tx) => {
    const counts = await compare(tx, entries);
    const progress = startProgress('名簿に入れています', entries.length);
    for (let i = 0; i < entries.length; i += REGISTER_PIECE) {
      const piece = entries.slice(i, i + REGISTER_PIECE);
      await putEntries(tx, piece, systemClock.now());
      await progress.advance(piece.length);
    }
    progress.end();
    return counts;
  });
}
