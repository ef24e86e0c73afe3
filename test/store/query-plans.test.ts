/**
 * The questions that are asked on every poll and every mail are answered from an index: no table
 * is read through, however long the office has been running.
 */
import Sqlite from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lostMails, openPoints, repliesDue, sessionsBetween } from '../../src/store/board.ts';
import { boardHealth } from '../../src/store/board-health.ts';
import {
  bookingByReference,
  openBookingsOfAddress,
  openBookingsOfSeeker,
  overdueBookings,
} from '../../src/store/bookings.ts';
import { choreDone } from '../../src/store/chores.ts';
import { confirmedAt, eventsOf, hasEvent } from '../../src/store/events.ts';
import { knownUids, recordMail, unhandledMails } from '../../src/store/inbox.ts';
import { rowFromEarlierValidity, unfiledMails } from '../../src/store/inbox-places.ts';
import { lastPollBegan } from '../../src/store/mailbox.ts';
import { monthCounts, monthWaits } from '../../src/store/months.ts';
import { mailsWaiting, openMatters } from '../../src/store/open-matters.ts';
import {
  latestMailTo,
  mailsOfKind,
  mailsToAddressSince,
  newestIdOfKind,
  ourMail,
} from '../../src/store/our-mails.ts';
import { dueMails, nextDue, nextMailId } from '../../src/store/outbox.ts';
import type { Database } from '../../src/store/schema.ts';
import {
  noShowsOf,
  sessionsHeld,
  sessionsWithoutMail,
  sessionsWithoutWord,
  undecidedBookings,
} from '../../src/store/sessions.ts';
import { listedMatters } from '../../src/store/settling.ts';
import { takenSlots } from '../../src/store/slots.ts';
import type { Reader, Writer } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';
import { newPath, received, removeFolders } from './store-samples.ts';

/** As many as an office collects in some decades; most of them over and done with. */
const ROWS = 100_000;

let file: Sqlite.Database;
let asked: { sql: string; parameters: readonly unknown[] }[] = [];
let db: Kysely<Database>;

beforeAll(async () => {
  const path = newPath();
  await (await openStore(path)).close();
  file = new Sqlite(path);
  fill(file);
  db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: file as SqliteDatabase }),
    log: ({ query }) => {
      asked.push(query);
    },
  });
}, 60_000);

afterAll(async () => {
  await db.destroy();
  removeFolders();
});

/** [question, how it is asked, how SQLite answers it] */
const QUESTIONS: [string, (db: Reader) => Promise<unknown>, string[]][] = [
  [
    'bookings past their deadline',
    (db) => overdueBookings(db, at('2026-11-24T09:00')),
    ['SEARCH booking USING INDEX booking_reply_due (state=? AND reply_by<?)'],
  ],
  [
    'bookings that nobody decided before their session',
    (db) => undecidedBookings(db, at('2026-11-24T09:00')),
    ['SEARCH booking USING INDEX booking_by_state_and_start (state=? AND slot_start_at<?)'],
  ],
  [
    'slots held in a month',
    (db) => takenSlots(db, { from: at('2026-11-24T00:00'), to: at('2026-12-24T00:00') }),
    ['SEARCH booking USING INDEX booking_slot_once (slot_start_at>? AND slot_start_at<?)'],
  ],
  [
    'sessions of a fortnight, for the board',
    (db) => sessionsBetween(db, { from: at('2026-11-24T00:00'), to: at('2026-12-08T00:00') }),
    ['SEARCH booking USING INDEX booking_slot_once (slot_start_at>? AND slot_start_at<?)'],
  ],
  [
    'answers that are due, for the board',
    (db) => repliesDue(db, 50),
    [
      'SEARCH booking USING INDEX booking_reply_due (state=? AND reply_by>?)',
      'SEARCH booking USING COVERING INDEX booking_reply_due (state=? AND reply_by>?)',
    ],
  ],
  [
    'what waits for a person, for the board (the indexes hold only these)',
    (db) => openPoints(db, { limit: 50, except: ['machine_mail'] }),
    [
      'SCAN attention USING INDEX attention_open',
      'SEARCH booking USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
      'SCAN attention USING INDEX attention_by_booking',
    ],
  ],
  [
    'mails that were given up, for the board',
    (db) => lostMails(db, { since: at('2026-11-10T00:00'), limit: 50 }),
    [
      'SEARCH outbox USING INDEX outbox_due (state=?)',
      'SEARCH booking USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
      'SEARCH outbox USING INDEX outbox_due (state=?)',
    ],
  ],
  [
    'mails that wait to leave, for the board',
    (db) => boardHealth(db, at('2026-11-24T09:00')),
    [
      'SCAN poll',
      'SEARCH outbox USING COVERING INDEX outbox_due (state=?)',
      'SEARCH outbox USING INDEX outbox_due (state=?)',
    ],
  ],
  [
    'requests by month',
    (db) => monthCounts(db, at('2025-12-01T00:00')),
    ['SEARCH booking USING COVERING INDEX booking_by_month (applied_at>?)'],
  ],
  [
    'waits by month',
    (db) => monthWaits(db, at('2025-12-01T00:00')),
    ['SEARCH booking USING COVERING INDEX booking_by_month (applied_at>?)'],
  ],
  [
    'open bookings of an address',
    (db) => openBookingsOfAddress(db, 'p77@mail.example.jp'),
    [
      'SEARCH booking USING INDEX booking_by_registered_address (registered_address=?)',
      'SEARCH booking USING INDEX booking_by_requester (requester_address=?)',
    ],
  ],
  [
    'open bookings of a seeker',
    (db) => openBookingsOfSeeker(db, '45010-77', at('2026-11-24T09:00')),
    ['SEARCH booking USING INDEX booking_by_seeker (seeker_number=?)'],
  ],
  [
    'a booking by its reference',
    (db) => bookingByReference(db, 'R-77'),
    ['SEARCH booking USING INDEX sqlite_autoindex_booking_1 (reference=?)'],
  ],
  [
    'mails that are due',
    (db) => dueMails(db, at('2026-11-24T09:00'), { limit: 5, notNow: new Set() }),
    [
      'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH outbox USING COVERING INDEX outbox_due (state=? AND next_attempt_at<?)',
      'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH outbox USING COVERING INDEX outbox_due (state=? AND next_attempt_at>?)',
    ],
  ],
  [
    'mails about some bookings that are due',
    (db) =>
      dueMails(db, at('2026-11-24T09:00'), {
        limit: 5,
        notNow: new Set(),
        bookingIds: new Set([7, 77]),
      }),
    [
      'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH outbox USING INDEX outbox_once (booking_id=?)',
      'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH outbox USING INDEX outbox_once (booking_id=?)',
    ],
  ],
  [
    'when the next mail is due',
    (db) => nextDue(db),
    ['SEARCH outbox USING COVERING INDEX outbox_due (state=?)'],
  ],
  ['the next mail id', (db) => nextMailId(db as Writer), ['SEARCH outbox']],
  [
    'our mail by its Message-ID',
    (db) => ourMail(db, '<o77@office.example.jp>'),
    ['SEARCH outbox USING INDEX sqlite_autoindex_outbox_1 (message_id=?)'],
  ],
  [
    'our newest mail to a seeker',
    (db) => latestMailTo(db, 77, 'p77@mail.example.jp'),
    ['SEARCH outbox USING INDEX outbox_by_address (to_address=?)'],
  ],
  [
    'mails to an address in an hour',
    (db) => mailsToAddressSince(db, 'p77@mail.example.jp', at('2026-11-24T08:00')),
    ['SEARCH outbox USING COVERING INDEX outbox_by_address (to_address=? AND date>?)'],
  ],
  [
    'mails of a kind about a booking',
    (db) => mailsOfKind(db, 77, 'seeker.action.terms'),
    ['SEARCH outbox USING COVERING INDEX outbox_once (booking_id=? AND kind=?)'],
  ],
  [
    'the newest mail of a kind about a booking',
    (db) => newestIdOfKind(db, 77, 'seeker.action.terms'),
    ['SEARCH outbox USING COVERING INDEX outbox_once (booking_id=? AND kind=?)'],
  ],
  [
    'mails the server was not told of',
    (db) => unfiledMails(db, '1', 500),
    ['SEARCH inbox USING INDEX inbox_unfiled (uid_validity=?)'],
  ],
  [
    'mails not yet worked on (the index holds only these)',
    (db) => unhandledMails(db, 20),
    ['SCAN inbox USING INDEX inbox_unhandled'],
  ],
  [
    'UIDs that the ledger holds',
    (db) => knownUids(db, '1', ROWS - 10),
    ['SEARCH inbox USING COVERING INDEX sqlite_autoindex_inbox_1 (uid_validity=? AND uid>?)'],
  ],
  [
    'a mail under an earlier UIDVALIDITY',
    (db) => rowFromEarlierValidity(db, moved('<i77@x>'), '2'),
    ['SEARCH inbox USING INDEX inbox_by_message_id (message_id=?)'],
  ],
  [
    'a mail without Message-ID under an earlier UIDVALIDITY',
    (db) => rowFromEarlierValidity(db, moved(null), '2'),
    ['SEARCH inbox USING INDEX inbox_by_message_id (message_id=? AND internal_date=?)'],
  ],
  [
    'whether a mail came before',
    (db) => recordMail(db as Writer, received({ messageId: '<i77@x>', uid: ROWS + 1 }), 'received'),
    ['SEARCH inbox USING INDEX inbox_by_message_id (message_id=?)'],
  ],
  [
    'whether a mail without Message-ID came before',
    (db) => recordMail(db as Writer, received({ messageId: null, uid: ROWS + 2 }), 'received'),
    ['SEARCH inbox USING INDEX inbox_by_sha256 (sha256=?)'],
  ],
  [
    'the story of a booking',
    (db) => eventsOf(db, 77),
    ['SEARCH event USING INDEX event_by_booking (booking_id=?)'],
  ],
  [
    'whether something happened to a booking',
    (db) => hasEvent(db, 77, 'reply_late'),
    ['SEARCH event USING INDEX event_by_booking (booking_id=?)'],
  ],
  [
    'the open list for staff (the index holds only these)',
    (db) => listedMatters(db, { by: 'all' }),
    [
      'SCAN attention USING INDEX attention_open',
      'SEARCH booking USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
    ],
  ],
  [
    'sessions of a day that nobody was reminded of',
    (db) =>
      sessionsWithoutMail(db, {
        state: 'confirmed',
        kind: 'seeker.notice.reminder',
        from: at('2026-11-24T00:00'),
        to: at('2026-11-24T23:59:59'),
        confirmedBefore: at('2026-11-23T17:00'),
      }),
    [
      'SEARCH booking USING COVERING INDEX booking_by_state_and_start (state=? AND slot_start_at>? AND slot_start_at<?)',
      'SEARCH outbox USING COVERING INDEX outbox_once (booking_id=? AND kind=? AND occasion=?)',
      'SEARCH event USING INDEX event_by_booking (booking_id=?)',
    ],
  ],
  [
    'sessions of a day about which nobody was asked',
    (db) =>
      sessionsWithoutMail(db, {
        state: 'confirmed',
        kind: 'staff.action.attendance',
        from: at('2026-11-24T00:00'),
        to: at('2026-11-24T23:59:59'),
      }),
    [
      'SEARCH booking USING COVERING INDEX booking_by_state_and_start (state=? AND slot_start_at>? AND slot_start_at<?)',
      'SEARCH outbox USING COVERING INDEX outbox_once (booking_id=? AND kind=? AND occasion=?)',
    ],
  ],
  [
    'the sessions of a day',
    (db) => sessionsHeld(db, { from: at('2026-11-24T00:00'), to: at('2026-11-24T23:59:59') }),
    [
      'SEARCH booking USING INDEX booking_by_state_and_start (state=? AND slot_start_at>? AND slot_start_at<?)',
    ],
  ],
  [
    'sessions without a word about attendance',
    (db) => sessionsWithoutWord(db, at('2026-11-24T09:00'), 31),
    ['SEARCH booking USING INDEX booking_by_state_and_start (state=? AND slot_start_at<?)'],
  ],
  [
    'the no-shows of a seeker',
    (db) => noShowsOf(db, '45010-77'),
    ['SEARCH booking USING INDEX booking_by_seeker (seeker_number=?)'],
  ],
  [
    'when a booking was confirmed',
    (db) => confirmedAt(db, 77),
    ['SEARCH event USING INDEX event_by_booking (booking_id=?)'],
  ],
  [
    'open matters of a week (the index holds only open ones)',
    (db) => openMatters(db, at('2026-11-24T09:00')),
    [
      'SEARCH attention USING INDEX attention_open_by_age (raised_at>?)',
      'SEARCH inbox USING INTEGER PRIMARY KEY (rowid=?)',
    ],
  ],
  [
    'mails that wait too long',
    (db) => mailsWaiting(db, at('2026-11-24T09:00')),
    [
      'SEARCH outbox USING COVERING INDEX outbox_due (state=?)',
      'SEARCH outbox USING INDEX outbox_due (state=?)',
    ],
  ],
  [
    'when a daily chore was done',
    (db) => choreDone(db, 'morning_list'),
    ['SEARCH chore USING INDEX sqlite_autoindex_chore_1 (name=?)'],
  ],
  ['the last poll (one row from the end)', (db) => lastPollBegan(db), ['SCAN poll']],
];

describe('an index answers the question for', () => {
  it.each(QUESTIONS)('%s', async (_name, ask, expected) => {
    asked = [];
    await ask(db);
    const plan = asked
      .filter(({ sql }) => sql.startsWith('select'))
      .flatMap(({ sql, parameters }) =>
        file
          .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
          .all(...parameters)
          .map(({ detail }) => detail),
      );
    // A list that is given is no table.
    expect(plan.filter((step) => /^(SCAN|SEARCH) (?!json_each)/.test(step))).toEqual(expected);
  });
});

function moved(messageId: string | null) {
  return { messageId, sizeBytes: 1077, internalDate: at('2026-11-24T09:00') };
}

/** Rows by SQL, because a hundred thousand by the program's own way take minutes. */
function fill(into: Sqlite.Database): void {
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS})`;
  const time = `strftime('%Y-%m-%dT%H:%M:00+09:00', '2020-01-01', '+' || (i * 30) || ' minutes')`;
  into.exec(`
    begin;
    insert into writing values (1);
    insert into booking (id, reference, state, channel, seeker_number, registered_address,
        requester_address, wish, slot_start_at, lane, reply_by, applied_at)
      ${numbers} select i, 'R-' || i,
        case when i > ${ROWS - 200} then 'awaiting_reply' else 'attended' end, 'mail',
        '45010-' || i, 'p' || i || '@mail.example.jp', 'p' || i || '@mail.example.jp',
        '{"kind":"none"}', ${time}, 'A', ${time}, ${time} from n;
    insert into inbox (uid_validity, uid, message_id, sha256, body_sha256, size_bytes,
        internal_date, received_at, state, filed_at)
      ${numbers} select '1', i, case when i % 10 = 0 then null else '<i' || i || '@x>' end,
        'sha' || i, 'body' || i, 1000 + i, ${time}, ${time}, 'handled', ${time} from n;
    insert into outbox (id, booking_id, kind, occasion, message_id, date, reply_to, to_name, to_address,
        subject, text, auto_submitted, state, next_attempt_at)
      ${numbers} select i, i, 'seeker.action.terms', '', '<o' || i || '@office.example.jp>', ${time},
        '', '', 'p' || i || '@mail.example.jp', '', '', 'auto-replied', 'sent', ${time} from n;
    insert into event (booking_id, at, recorded_at, type, to_state, actor)
      ${numbers} select i, ${time}, ${time}, 'requested', 'requested', 'seeker' from n;
    insert into attention (reason, booking_id, raised_at, settled_at)
      ${numbers} select 'reply_late', i, ${time}, ${time} from n;
    delete from writing;
    commit;`);
}
