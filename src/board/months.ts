/**
 * The counted months as figures: what each chart draws and what the table beneath it says. A
 * booking counts in the month of its application. Pure.
 */
import type { BookingState, Channel } from '../domain/booking.ts';
import { CHANNEL_WORDS } from '../domain/words/booking-words.ts';
import type { BoardFacts } from './facts.ts';

export interface Series {
  name: string;
  /** One value a month; null where there is nothing to say. */
  values: (number | null)[];
}

export interface Figure {
  title: string;
  /** What one number means. */
  unit: string;
  kind: 'stacked' | 'lines';
  /** "11月", in the order of time. */
  months: string[];
  /** "2026年11月", for the table. */
  longMonths: string[];
  series: Series[];
}

const OUTCOMES: readonly [string, readonly BookingState[]][] = [
  ['確定・実施', ['confirmed', 'attended']],
  ['手続き中', ['requested', 'awaiting_reply']],
  ['キャンセル', ['cancelled']],
  ['無効', ['void']],
  ['無断キャンセル', ['no_show']],
];

export function figuresOf(facts: BoardFacts): Figure[] {
  const months = monthsOf(facts);
  const named = {
    months: months.map(({ month }) => `${month}月`),
    longMonths: months.map(({ year, month }) => `${year}年${month}月`),
  };
  const keys = months.map((month) => month.toString());
  const channels = Object.entries(CHANNEL_WORDS) as [Channel, string][];
  const sum = (key: string, fits: (row: BoardFacts['counts'][number]) => boolean) =>
    facts.counts
      .filter((row) => row.month === key && fits(row))
      .reduce((total, { count }) => total + count, 0);
  const hours = (key: string, which: 'medianHours' | 'mostHours') => {
    const found = facts.waits.find(({ month }) => month === key);
    return found?.[which] ?? null;
  };
  return [
    {
      title: '申込みの数（受付の方法ごと）',
      unit: '件',
      kind: 'stacked',
      ...named,
      series: channels.map(([channel, name]) => ({
        name,
        values: keys.map((key) => sum(key, (row) => row.channel === channel)),
      })),
    },
    {
      title: '申込みのその後（今の状態）',
      unit: '件',
      kind: 'stacked',
      ...named,
      series: OUTCOMES.map(([name, states]) => ({
        name,
        values: keys.map((key) => sum(key, (row) => states.includes(row.state))),
      })),
    },
    {
      title: '申込みから返信で確定するまで',
      unit: '時間',
      kind: 'lines',
      ...named,
      series: [
        { name: '半数の方', values: keys.map((key) => hours(key, 'medianHours')) },
        { name: '9割の方', values: keys.map((key) => hours(key, 'mostHours')) },
      ],
    },
  ];
}

function monthsOf({ firstMonth, now }: BoardFacts): Temporal.PlainYearMonth[] {
  const last = now.toPlainDate().toPlainYearMonth();
  const months = [];
  for (
    let month = firstMonth;
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  ) {
    months.push(month);
  }
  return months;
}
