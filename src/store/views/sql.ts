/**
 * Pieces of SQL that the views are made of: codes in words, times as an official writes them, the
 * day it is in Japan. Only what SQLite 3.35 knows, which the admins' DB Browser 3.12 brings.
 */

export interface View {
  /** As it stands in the list, "10_要確認". */
  name: string;
  /** What it shows, one sentence for 00_はじめに and for whoever opens its definition. */
  about: string;
  select: string;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A code column in words; a code without words stays visible as it is. */
export function inWords(column: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(
    ([code, word]) => `when ${quoted(code)} then ${quoted(word)}`,
  );
  return `case ${column}\n    ${cases.join('\n    ')}\n    else ${column} end`;
}

/** "2026-12-03（木）" of a stored time; null stays null. */
export function dayOf(column: string): string {
  const weekday = `substr('日月火水木金土', 1 + strftime('%w', substr(${column}, 1, 10)), 1)`;
  return `substr(${column}, 1, 10) || '（' || ${weekday} || '）'`;
}

/** "2026-12-03 10:00（木）" of a stored time; null stays null. */
export function timeOf(column: string): string {
  const weekday = `substr('日月火水木金土', 1 + strftime('%w', substr(${column}, 1, 10)), 1)`;
  return `substr(${column}, 1, 10) || ' ' || substr(${column}, 12, 5) || '（' || ${weekday} || '）'`;
}

/** "11月20日 10:12" of a stored time. */
export function shortTimeOf(column: string): string {
  const number = (from: number) => `cast(substr(${column}, ${from}, 2) as integer)`;
  return `${number(6)} || '月' || ${number(9)} || '日 ' || substr(${column}, 12, 5)`;
}

/** The beginning of today in Japan, as it is stored, whatever zone the machine is set to. */
export function midnight(daysFromToday: 0 | 1 | 2): string {
  const moved = daysFromToday === 0 ? '' : `, '+${daysFromToday} day'`;
  return `(strftime('%Y-%m-%d', 'now', '+9 hours'${moved}) || 'T00:00:00+09:00')`;
}

/** This moment, as it is stored. */
export const NOW = "strftime('%Y-%m-%dT%H:%M:%S+09:00', 'now', '+9 hours')";

/** Whole minutes since a stored time. */
export function minutesSince(column: string): string {
  return `cast((julianday('now') - julianday(${column})) * 1440 as integer)`;
}

/** "3分前" of a number of minutes. */
export function agoOf(minutes: string): string {
  return `case
    when ${minutes} < 1 then 'いま'
    when ${minutes} < 60 then ${minutes} || '分前'
    when ${minutes} < 2880 then (${minutes} / 60) || '時間前'
    else (${minutes} / 1440) || '日前' end`;
}

/** What somebody has to know of a booking before the session, in one cell. */
export const NOTES = `trim(case b.interpreter when 1 then '通訳が同席 ' else '' end
    || case b.attendant when 1 then '介助者などが同席 ' else '' end
    || case b.unverified when 1 then '名簿と未照合' else '' end)`;
