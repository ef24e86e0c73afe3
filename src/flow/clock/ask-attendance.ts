/**
 * Ten minutes after a session's start the counselor is asked whether the seeker came (6(6)): the
 * program cannot see Zoom, and only that word makes a no-show. It moves no booking.
 */
import type { Booking } from '../../domain/booking.ts';
import { longDateTime, shortDateTime } from '../../domain/japanese-date.ts';
import { startsAskedAfter, stillHolds } from '../../domain/reminders.ts';
import { NO_SHOW_AFTER_MINUTES } from '../../domain/session.ts';
import type { AttendanceMailData } from '../../message/staff-mail-data.ts';
import { noShowsOf, sessionsWithoutMail } from '../../store/sessions.ts';
import type { Writer } from '../../store/store.ts';
import { startToStored } from '../../store/stored-time.ts';
import { heardFromSeeker } from '../heard.ts';
import { bookingFacts } from '../mail/staff-views.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';
import { forEachBooking } from './each-booking.ts';

/** What a counselor needs to know whom it is about, and to phone. */
const TELLS = new Set(['氏名', '求職番号', '名簿との照合', '電話', '同席']);

/** Asks once for each session; one that the hourly limit holds up is asked about later. */
export async function askAttendance(office: Office): Promise<void> {
  const { store, clock, policy, config, templates } = office;
  const kind = 'staff.action.attendance';
  const now = clock.now();
  const span = startsAskedAfter(now, policy.reminders.attendanceDays);
  const ids = await sessionsWithoutMail(store.read, { state: 'confirmed', kind, ...span });
  await forEachBooking(office, ids, async (tx, booking) => {
    if (booking.slot === null) return null;
    const { start } = booking.slot;
    if (!stillHolds({ kind, session: start.toInstant() }, booking, now)) return null;
    const text = templates.render(kind, {
      reference: booking.reference,
      session: longDateTime(start),
      sessionShort: shortDateTime(start),
      minutes: NO_SHOW_AFTER_MINUTES,
      ...(await heardInJapan(tx, booking)),
      noShows: await noShowsOf(tx, booking.items.seekerNumber),
      facts: bookingFacts(booking, { topic: 'left_out' }).filter(({ label }) => TELLS.has(label)),
    });
    const to = { name: '', address: config.staff.notify };
    const occasion = startToStored(start);
    return writeMail(tx, office, { kind, occasion, booking, to, text, answers: null, now });
  });
}

/** When a mail arrived that nobody has judged yet, and whether it names no booking. */
async function heardInJapan(
  tx: Writer,
  booking: Booking,
): Promise<Pick<AttendanceMailData, 'heardAt' | 'heardAboutNone'>> {
  const heard = await heardFromSeeker(tx, booking);
  return {
    heardAt: heard && longDateTime(heard.at),
    heardAboutNone: heard !== null && heard.loose !== null,
  };
}
