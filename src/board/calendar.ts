/**
 * Sessions laid out as a calendar: a week as days × times, each cell with one entry a lane, in
 * the office's hours, closed days and noon break told. Pure.
 */
import { clockTime, longDate } from '../domain/japanese-date.ts';
import { type OfficeCalendar, slotsOfDay } from '../domain/office-calendar.ts';
import { SESSION_MINUTES } from '../domain/session.ts';
import type { BoardSession } from '../store/board.ts';
import { type Entry, entryOf } from './entry.ts';
import type { BoardSettings } from './facts.ts';

export interface Day {
  date: string;
  /** "12月3日（木）" */
  short: string;
  today: boolean;
  closed: boolean;
  /** A day that nobody works on and that holds nothing: told in a narrow column. */
  narrow: boolean;
  entries: Entry[];
}

export interface Cell {
  closed: boolean;
  today: boolean;
  entries: Entry[];
  /** "空き2" beside an entry; null where nobody need know. */
  free: string | null;
}

/** One time of the day; `pause` is the noon break, told once above the row that follows it. */
export interface Row {
  time: string;
  pause: string | null;
  cells: Cell[];
}

export interface Week extends WeekNames {
  columns: number;
  days: Day[];
  rows: Row[];
}

export interface WeekNames {
  /** The anchor in the page. */
  id: string;
  title: string;
}

export interface Scene {
  now: Temporal.ZonedDateTime;
  sessions: readonly BoardSession[];
  settings: BoardSettings;
}

/** The seven days that begin on `monday`. */
export function weekOf(monday: Temporal.PlainDate, names: WeekNames, scene: Scene): Week {
  const dates = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }));
  const days = dates.map((date) => dayOf(date, scene));
  const times = timesOf(dates, scene);
  const rows = times.map((time, i): Row => {
    const before = times[i - 1];
    return {
      time: clockTime(time),
      pause: before === undefined ? null : pauseBetween(before, time, scene.settings.calendar),
      cells: dates.map((date, column) => cellOf(date, time, { scene, day: days[column] })),
    };
  });
  return { ...names, columns: days.length + 1, days, rows };
}

/** Sessions of one date as entries, in the order of time. */
export function entriesOf(date: Temporal.PlainDate, scene: Scene): Entry[] {
  return scene.sessions
    .filter(({ start }) => start.toPlainDate().equals(date))
    .map((session) => entryOf(session, scene));
}

function dayOf(date: Temporal.PlainDate, scene: Scene): Day {
  const entries = entriesOf(date, scene);
  const closed = scene.settings.calendar.isClosedDay(date);
  return {
    date: date.toString(),
    short: longDate(date).replace(/^\d+年/, ''),
    today: date.equals(scene.now.toPlainDate()),
    closed,
    narrow: closed && entries.length === 0,
    entries,
  };
}

/** The office's grid, and every other time at which a session is held. */
function timesOf(dates: readonly Temporal.PlainDate[], scene: Scene): Temporal.PlainTime[] {
  const { calendar } = scene.settings;
  const everyDay = { ...calendar, isClosedDay: () => false };
  const grid = dates.slice(0, 1).flatMap((date) => slotsOfDay(date, everyDay));
  const held = scene.sessions
    .map(({ start }) => start)
    .filter((start) => dates.some((date) => date.equals(start.toPlainDate())));
  const texts = new Set([...grid, ...held].map((start) => start.toPlainTime().toString()));
  return [...texts].sort().map((text) => Temporal.PlainTime.from(text));
}

function pauseBetween(
  before: Temporal.PlainTime,
  after: Temporal.PlainTime,
  { hours }: OfficeCalendar,
): string | null {
  const { breakStart, breakEnd } = hours;
  const isPause =
    Temporal.PlainTime.compare(breakStart, breakEnd) < 0 &&
    Temporal.PlainTime.compare(before, breakStart) < 0 &&
    Temporal.PlainTime.compare(after, breakEnd) >= 0;
  return isPause ? `昼休み ${clockTime(breakStart)}から${clockTime(breakEnd)}まで` : null;
}

function cellOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  { scene, day }: { scene: Scene; day: Day | undefined },
): Cell {
  const entries = (day?.entries ?? []).filter((entry) => entry.time === clockTime(time));
  const over = Temporal.PlainDateTime.compare(
    date.toPlainDateTime(time).add({ minutes: SESSION_MINUTES }),
    scene.now.toPlainDateTime(),
  );
  const free = scene.settings.lanes.length - entries.length;
  const tellFree = entries.length > 0 && free > 0 && over > 0 && day?.closed === false;
  return {
    closed: day?.closed ?? false,
    today: day?.today ?? false,
    entries,
    free: tellFree ? `空き${free}` : null,
  };
}
