/**
 * `uketsuke export`: bookings as a CSV that Excel opens, or one booking's file as a folder with
 * its mails (.eml), its story and its data. All of it is personal data: readable by its owner
 * only, and nothing is written over.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { type Cell, writeCsv } from '../../csv/write.ts';
import { BOOKING_STATES } from '../../domain/booking.ts';
import { CHANNEL_WORDS, STATE_WORDS } from '../../domain/words/booking-words.ts';
import { mailSource } from '../../smtp/relay.ts';
import type { BookingFile } from '../../store/booking-file.ts';
import {
  type BookingFilter,
  bookingPage,
  countBookings,
  type ListedBooking,
} from '../../store/booking-list.ts';
import { toMessage } from '../../store/outbox.ts';
import type { Reader } from '../../store/store.ts';
import { troubleWriting, writeNewFile } from '../new-file.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { startProgress } from '../progress.ts';
import { filterOf, type TypedFilter } from './filter.ts';
import { bookingRecord } from './record.ts';
import { asLines, asRecord, openBookingFile } from './show.ts';

export interface ExportOptions extends TypedFilter {
  configPath: string;
  /** The file or the folder to be made. */
  out: string;
}

const HEADER = [
  '予約番号',
  '状態',
  '受付の方法',
  '相談の日時',
  '担当',
  '氏名',
  '求職番号',
  '電話番号',
  '返信の期限',
  '申込みの日時',
  '返信の日時',
  '名簿との照合',
];

const PAGE = 2000;

/**
 * Every booking that is meant, in one CSV; resolves to the exit code. Throws `Misuse` and what
 * `withDatabase` throws.
 */
export async function exportList(options: ExportOptions, outlet: Outlet): Promise<number> {
  const filter = filterOf(options, BOOKING_STATES);
  const rows = await withDatabase(options.configPath, outlet, ({ read }) => rowsOf(read, filter));
  const trouble = writeNewFile(options.out, writeCsv(HEADER, rows));
  return told(trouble, `${rows.length}件を ${options.out} に書きました。`, outlet);
}

async function rowsOf(read: Reader, filter: BookingFilter): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  const progress = startProgress('予約を読んでいます', await countBookings(read));
  for (let afterId = 0; ; ) {
    const page = await bookingPage(read, filter, { afterId, limit: PAGE });
    rows.push(...page.map(cellsOf));
    await progress.advance(page.length);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    afterId = last.id;
  }
  progress.end();
  return rows;
}

function cellsOf(booking: ListedBooking): Cell[] {
  const record = bookingRecord(booking);
  return [
    booking.reference,
    STATE_WORDS[booking.state],
    CHANNEL_WORDS[booking.channel],
    excelTime(record.start),
    booking.lane,
    booking.name,
    booking.seekerNumber,
    booking.phone,
    excelTime(record.replyBy),
    excelTime(record.appliedAt),
    excelTime(record.consentedAt),
    booking.unverified ? '未照合' : '',
  ];
}

/** "2026-12-03 10:00", which Excel takes for a time. */
function excelTime(iso: string | null): string | null {
  return iso?.slice(0, 16).replace('T', ' ') ?? null;
}

/** One booking's file; resolves to the exit code. */
export async function exportBooking(
  { configPath, out, reference }: ExportOptions & { reference: string },
  outlet: Outlet,
): Promise<number> {
  const found = await openBookingFile({ configPath, reference }, outlet);
  if (found === null) return 1;
  const { booking, file } = found;
  const mails = await mailFiles(file, readConfig(configPath).smtp.from);
  const trouble = troubleWriting(out, () => {
    mkdirSync(out, { mode: 0o700 });
    const keep = (name: string, content: string | Buffer) =>
      writeFileSync(join(out, name), content, { mode: 0o600, flag: 'wx' });
    keep('経過.txt', `${asLines(booking, file).join('\r\n')}\r\n`);
    keep('予約.json', `${JSON.stringify(asRecord(booking, file), null, 2)}\n`);
    for (const { name, content } of mails) keep(name, content);
  });
  const done = `予約 ${booking.reference} の記録を ${out} に書きました（メール${mails.length}通）。`;
  return told(trouble, done, outlet);
}

const CARE = '個人情報です。使い終わったら消してください。';

/** In the order of time: what came as it came, what left as it left. */
async function mailFiles(
  { received, sent }: BookingFile,
  from: { name: string; address: string },
): Promise<{ name: string; content: Buffer }[]> {
  const came = received.flatMap(({ arrivedAt, raw }) =>
    raw === null ? [] : [{ at: arrivedAt, way: '受信', content: raw }],
  );
  const left = await Promise.all(
    sent.map(async (row) => {
      const message = toMessage(row, { name: from.name, address: from.address });
      return { at: message.date, way: '送信', content: await mailSource(message) };
    }),
  );
  return [...came, ...left]
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ way, content }, i) => ({
      name: `${String(i + 1).padStart(2, '0')}-${way}.eml`,
      content,
    }));
}

/** Says what was written and that it is personal, or why nothing was; the exit code. */
function told(trouble: string | null, done: string, outlet: Outlet): number {
  if (trouble === null) outlet.out(`${done}${CARE}`);
  else outlet.complain(trouble);
  return trouble === null ? 0 : 1;
}
