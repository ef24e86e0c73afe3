/**
 * `uketsuke stats`: the months in counts, without anything that identifies a person or a device
 * (Article 7(2)). It reads counts only, so that nothing else can be in its output.
 */
import { writeCsv } from '../csv/write.ts';
import { CHANNEL_WORDS, STATE_WORDS } from '../domain/words/booking-words.ts';
import { bookingCounts, type Count, type Outcome } from '../store/statistics.ts';
import { columnsOf, padded } from './line/width.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';

export interface StatsOptions {
  configPath: string;
  json: boolean;
  csv: boolean;
}

const CHANNELS = ['mail', 'phone', 'site', 'session'] as const;
const OUTCOMES = [
  'requested',
  'awaiting_reply',
  'confirmed',
  'attended',
  'no_show',
  'cancelled',
  'office_cancelled',
  'void',
] as const satisfies readonly Outcome[];
const OUTCOME_WORDS: Record<Outcome, string> = {
  ...STATE_WORDS,
  office_cancelled: '所の都合の中止',
};

interface Month {
  month: string;
  requests: number;
  channels: Record<(typeof CHANNELS)[number], number>;
  outcomes: Record<Outcome, number>;
}

/** Prints the months, the oldest first; resolves to exit code 0. */
export async function stats(
  { configPath, json, csv }: StatsOptions,
  outlet: Outlet,
): Promise<number> {
  const months = monthsOf(
    await withDatabase(configPath, outlet, ({ read }) => bookingCounts(read)),
  );
  if (json) outlet.out(JSON.stringify(months, null, 2));
  else if (csv) outlet.out(writeCsv(HEADER, months.map(cells)).replace(/\r\n$/, ''));
  else for (const line of table(months)) outlet.out(line);
  return 0;
}

function monthsOf(counts: readonly Count[]): Month[] {
  const sum = (all: readonly Count[]) => all.reduce((total, { bookings }) => total + bookings, 0);
  return [...new Set(counts.map(({ month }) => month))].sort().map((month) => {
    const own = counts.filter((count) => count.month === month);
    const by = <K extends string>(keys: readonly K[], keyOf: (count: Count) => string) =>
      Object.fromEntries(
        keys.map((key) => [key, sum(own.filter((count) => keyOf(count) === key))]),
      ) as Record<K, number>;
    return {
      month,
      requests: sum(own),
      channels: by(CHANNELS, ({ channel }) => channel),
      outcomes: by(OUTCOMES, ({ outcome }) => outcome),
    };
  });
}

const HEADER = [
  '申込みの月',
  '申込み',
  ...CHANNELS.map((channel) => CHANNEL_WORDS[channel]),
  ...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome]),
];

function cells({ month, requests, channels, outcomes }: Month): (string | number)[] {
  return [
    month,
    requests,
    ...CHANNELS.map((channel) => channels[channel]),
    ...OUTCOMES.map((outcome) => outcomes[outcome]),
  ];
}

function table(months: readonly Month[]): string[] {
  if (months.length === 0) return ['まだ予約がありません。'];
  const rows = [HEADER, ...months.map(cells)];
  const widths = HEADER.map((_, i) => Math.max(...rows.map((row) => columnsOf(String(row[i])))));
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, i) => padded(String(cell), widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    ...rows.map(line),
    '数が少ないところは、だれのことか分かることがあります。外に出す前に確かめてください。',
  ];
}
