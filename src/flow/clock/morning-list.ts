/**
 * The list that the counselors find on the morning of every office day: today's sessions, what
 * waits for a decision, whose attendance nobody told, what was not delivered. It decides nothing
 * and holds no 相談内容 (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import { dayInJapan, OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { lastKnownHoliday } from '../../domain/holidays.ts';
import { longDate } from '../../domain/japanese-date.ts';
import { type MorningSection, sectionOf } from '../../domain/morning-section.ts';
import { startsOfDay } from '../../domain/reminders.ts';
import { NO_SHOW_AFTER_MINUTES } from '../../domain/session.ts';
import { MORNING_WORDS, WITHOUT_WORD } from '../../domain/words/morning-words.ts';
import type { MorningListData } from '../../message/staff-mail-data.ts';
import { choreDone, setChoreDone } from '../../store/chores.ts';
import { mailsWaiting, openMatters } from '../../store/open-matters.ts';
import { sessionsHeld, sessionsWithoutWord } from '../../store/sessions.ts';
import type { Reader } from '../../store/store.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';
import {
  isNews,
  matterEntry,
  sessionEntry,
  stillMatters,
  unansweredEntry,
} from './morning-entries.ts';
import { holidaysRunOut } from './warn-holidays.ts';

/** Longer sections end with the number of what is left out. */
const ENTRIES_AT_MOST = 30;

/** Writes the list once on an office day, from the set time until the office closes. */
export async function sendMorningList(office: Office): Promise<void> {
  const { store, clock, policy, config, templates } = office;
  const { morningListAt, morningListWhenEmpty } = policy.reminders;
  if (morningListAt === null) return;
  const now = clock.now();
  const local = now.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const today = local.toPlainDate();
  const reached = Temporal.PlainTime.compare(local.toPlainTime(), morningListAt) >= 0;
  const last = await choreDone(store.read, 'morning_list');
  if (last === null) {
    // The first start of all: there is no yesterday to tell of, and today's time may be over.
    const doneFor = (reached ? today : today.subtract({ days: 1 })).toString();
    await store.transact((tx) => setChoreDone(tx, 'morning_list', { doneFor, doneAt: now }));
    return;
  }
  const { hours, isClosedDay } = policy.calendar;
  const over = Temporal.PlainTime.compare(local.toPlainTime(), hours.close) >= 0;
  if (!reached || over || last.doneFor === today.toString() || isClosedDay(today)) return;
  await store.transact(async (tx) => {
    const data = await morningList(tx, office, { now, since: last.doneAt });
    const kind = 'staff.notice.morning';
    if (!data.empty || morningListWhenEmpty === 'send') {
      const written = await writeMail(tx, office, {
        kind,
        occasion: today.toString(),
        booking: null,
        to: { name: '', address: config.staff.notify },
        text: templates.render(kind, data),
        answers: null,
        now,
      });
      if (written === 'capped') return;
    }
    await setChoreDone(tx, 'morning_list', { doneFor: today.toString(), doneAt: now });
  });
}

/** What stands in the list at `now`; news are those since the last list. */
async function morningList(
  db: Reader,
  office: Office,
  { now, since }: { now: Temporal.Instant; since: Temporal.Instant },
): Promise<MorningListData> {
  const today = dayInJapan(now);
  const sessions = await sessionsHeld(db, startsOfDay(today));
  const sections = [
    ...(await matterSections(db, office, { now, since })),
    ...(await wordless(db, now)),
  ];
  const notices = await noticesOf(db, office, now);
  return {
    date: longDate(today),
    sessions: sessions.map((booking) => sessionEntry(booking, office)),
    sections,
    notices,
    empty: sessions.length === 0 && sections.length === 0 && notices.length === 0,
  };
}

async function matterSections(
  db: Reader,
  { policy }: Office,
  { now, since }: { now: Temporal.Instant; since: Temporal.Instant },
): Promise<MorningListData['sections']> {
  const repeated = now.subtract({ hours: 24 * policy.reminders.morningListDays });
  const oldest = Temporal.Instant.compare(repeated, since) < 0 ? repeated : since;
  const matters = (await openMatters(db, oldest)).filter(
    (matter) => isNews(matter, since) || stillMatters(matter, now),
  );
  const order: MorningSection[] = ['decide', 'undelivered', 'read'];
  return order.flatMap((name) =>
    section(
      MORNING_WORDS[name],
      matters.filter(({ reason }) => sectionOf(reason) === name).map(matterEntry),
    ),
  );
}

async function wordless(db: Reader, now: Temporal.Instant): Promise<MorningListData['sections']> {
  const asked = now.subtract({ minutes: NO_SHOW_AFTER_MINUTES });
  const bookings: Booking[] = await sessionsWithoutWord(db, asked, ENTRIES_AT_MOST + 1);
  return section(WITHOUT_WORD, bookings.map(unansweredEntry));
}

function section(
  words: { title: string; todo: string },
  entries: MorningListData['sections'][number]['entries'],
): MorningListData['sections'] {
  if (entries.length === 0) return [];
  const more = Math.max(0, entries.length - ENTRIES_AT_MOST);
  return [{ ...words, entries: entries.slice(0, ENTRIES_AT_MOST), more }];
}

async function noticesOf(db: Reader, office: Office, now: Temporal.Instant): Promise<string[]> {
  const { held, late } = await mailsWaiting(db, now.subtract({ hours: 1 }));
  return [
    held > 0 ? `管理者の許可を待っているメールが、${held}通あります。` : null,
    late > 0
      ? `1時間以上送れていないメールが、${late}通あります。管理者に知らせてください。`
      : null,
    holidaysRunOut(office)
      ? `祝日のデータは、${longDate(lastKnownHoliday())}で終わります。管理者に知らせてください。`
      : null,
  ].filter((notice) => notice !== null);
}
