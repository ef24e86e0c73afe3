/**
 * Days that people name instead of writing a date: public holidays by the 国民の祝日に関する法律 and
 * a few customs. Data and the reckoning of "the second Monday"; substitute holidays are the
 * office calendar's matter.
 */

type Rule =
  | { month: number; day: number }
  /** Happy Monday: the nth Monday of the month. */
  | { month: number; monday: number };

const RULES: Record<string, Rule> = {
  元日: { month: 1, day: 1 },
  元旦: { month: 1, day: 1 },
  成人の日: { month: 1, monday: 2 },
  建国記念の日: { month: 2, day: 11 },
  建国記念日: { month: 2, day: 11 },
  天皇誕生日: { month: 2, day: 23 },
  昭和の日: { month: 4, day: 29 },
  憲法記念日: { month: 5, day: 3 },
  みどりの日: { month: 5, day: 4 },
  こどもの日: { month: 5, day: 5 },
  子どもの日: { month: 5, day: 5 },
  海の日: { month: 7, monday: 3 },
  山の日: { month: 8, day: 11 },
  敬老の日: { month: 9, monday: 3 },
  スポーツの日: { month: 10, monday: 2 },
  文化の日: { month: 11, day: 3 },
  勤労感謝の日: { month: 11, day: 23 },
  クリスマスイブ: { month: 12, day: 24 },
  クリスマスイヴ: { month: 12, day: 24 },
  クリスマス: { month: 12, day: 25 },
  大晦日: { month: 12, day: 31 },
  大みそか: { month: 12, day: 31 },
};

/** The date of a named day in a year, or null for a name that is not known. */
export function holidayIn(year: number, name: string): Temporal.PlainDate | null {
  const rule = RULES[name];
  if (rule === undefined) return null;
  if ('day' in rule) return Temporal.PlainDate.from({ year, month: rule.month, day: rule.day });
  return nthWeekday({ year, month: rule.month, weekday: 1, nth: rule.monday });
}

/** The nth such weekday of a month (-1: the last), or null where the month has none. */
export function nthWeekday(wanted: {
  year: number;
  month: number;
  weekday: number;
  nth: number;
}): Temporal.PlainDate | null {
  const first = Temporal.PlainDate.from({ year: wanted.year, month: wanted.month, day: 1 });
  const offset = (wanted.weekday - first.dayOfWeek + 7) % 7;
  const count = Math.floor((first.daysInMonth - 1 - offset) / 7) + 1;
  const nth = wanted.nth === -1 ? count : wanted.nth;
  if (nth < 1 || nth > count) return null;
  return first.add({ days: offset + (nth - 1) * 7 });
}
