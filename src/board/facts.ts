/**
 * Everything that the board shows, asked of the database in one place. It only looks, and turns
 * nothing into words.
 */
import { ATTENTION_REASONS, type AttentionReason } from '../domain/attention.ts';
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';
import type { OfficeCalendar } from '../domain/office-calendar.ts';
import { ATTENTION_WORDS } from '../domain/words/attention-words.ts';
import {
  type BoardSession,
  type Cut,
  type DueReply,
  type LostMail,
  lostMails,
  type OpenPoint,
  openPoints,
  repliesDue,
  sessionsBetween,
} from '../store/board.ts';
import { type BoardHealth, boardHealth } from '../store/board-health.ts';
import { type MonthCount, type MonthWaits, monthCounts, monthWaits } from '../store/months.ts';
import type { Reader } from '../store/store.ts';

/** What the office has set about the board, and what it must know of the office. */
export interface BoardSettings {
  officeName: string;
  calendar: OfficeCalendar;
  /** In the order of the config; `counselor` is the desk that people know. */
  lanes: readonly { id: string; counselor: string }[];
  refreshSeconds: number;
  pollTooOldMinutes: number;
  undeliveredDays: number;
  months: number;
  rowsPerList: number;
}

export interface BoardFacts {
  now: Temporal.ZonedDateTime;
  /** Of this week; at a weekend of the coming one. The week after it is looked at too. */
  monday: Temporal.PlainDate;
  sessions: readonly BoardSession[];
  points: Cut<OpenPoint>;
  due: Cut<DueReply>;
  lost: Cut<LostMail>;
  health: BoardHealth;
  firstMonth: Temporal.PlainYearMonth;
  counts: readonly MonthCount[];
  waits: readonly MonthWaits[];
}

/** Reasons that ask nobody for anything: they only wait to be looked at. */
const ONLY_SEEN: readonly AttentionReason[] = ATTENTION_REASONS.filter(
  (reason) => !ATTENTION_WORDS[reason].mail,
);

export async function boardFacts(
  db: Reader,
  settings: BoardSettings,
  at: Temporal.Instant,
): Promise<BoardFacts> {
  const now = at.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const today = now.toPlainDate();
  const monday = mondayOf(today);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(OFFICE_TIME_ZONE).toInstant();
  const firstMonth = today.toPlainYearMonth().subtract({ months: settings.months - 1 });
  const since = midnight(firstMonth.toPlainDate({ day: 1 }));
  const limit = settings.rowsPerList;
  const first = Temporal.PlainDate.compare(today, monday) < 0 ? today : monday;
  const lostSince = at.subtract({ hours: 24 * settings.undeliveredDays });
  return {
    now,
    monday,
    sessions: await sessionsBetween(db, {
      from: midnight(first),
      to: midnight(monday.add({ weeks: 2 })),
    }),
    points: await openPoints(db, { limit, except: ONLY_SEEN }),
    due: await repliesDue(db, limit),
    lost: await lostMails(db, { since: lostSince, limit }),
    health: await boardHealth(db, at.subtract({ minutes: settings.pollTooOldMinutes })),
    firstMonth,
    counts: await monthCounts(db, since),
    waits: await monthWaits(db, since),
  };
}

/** The Monday of the week at hand; on Saturday and Sunday that is the coming one. */
function mondayOf(today: Temporal.PlainDate): Temporal.PlainDate {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return today.dayOfWeek > 5 ? monday.add({ weeks: 1 }) : monday;
}
