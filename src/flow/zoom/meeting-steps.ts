/**
 * What is written before and after a question to Zoom about one booking's meeting, each in one
 * transaction: the step begun, the meeting made or gone, the mails that waited for it, and the
 * alert where it is not there in time. It asks Zoom nothing.
 */
import type { Booking } from '../../domain/booking.ts';
import { deadlinePassed, OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { isTimeToTry, meetingStep } from '../../domain/meeting.ts';
import { SESSION_MINUTES } from '../../domain/session.ts';
import { settleReason } from '../../store/attention.ts';
import { bookingById } from '../../store/bookings.ts';
import {
  changeMeeting,
  giveMeeting,
  type MeetingRow,
  meetingOf,
  wantMeeting,
} from '../../store/meetings.ts';
import type { Writer } from '../../store/store.ts';
import { takeWaitingMails, type WaitingMail } from '../../store/waiting-mails.ts';
import type { MadeMeeting, ZoomResult } from '../../web/zoom.ts';
import { spacedMeetingId } from '../../web/zoom-form.ts';
import { mailSeeker } from '../apply.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import { causeFromText } from '../mail/waiting-cause.ts';
import type { Office } from '../office.ts';
import type { BegunStep } from './ask-zoom.ts';

/**
 * Begins what is due for a booking's meeting. `written`: it needed nothing of Zoom, and mails that
 * waited are written; null: nothing is due now.
 */
export async function beginStep(
  tx: Writer,
  office: Office,
  bookingId: number,
): Promise<BegunStep | 'written' | null> {
  const now = office.clock.now();
  const booking = await bookingById(tx, bookingId);
  if (booking === null) return null;
  const known = await meetingOf(tx, bookingId);
  const step = meetingStep(booking, known, now);
  if (step === null) return null;
  if (step === 'give' && known !== null) return give(tx, office, { booking, row: known });
  if (step === 'forget' && known !== null) {
    await changeMeeting(tx, known.id, { state: 'gone' });
    await takeWaitingMails(tx, bookingId);
    return null;
  }
  const row = known ?? (await want(tx, office, booking));
  if (row === null || step === 'give' || step === 'forget') return null;
  if (step !== 'remove') await alertWhereLate(tx, office, { booking, row });
  if (!isTimeToTry(row.nextTryAt, now)) return null;
  const tries = row.tries + 1;
  await changeMeeting(tx, row.id, { tries, ...(step === 'remove' ? { state: 'removing' } : {}) });
  const start = step === 'remove' || booking.slot === null ? row.start : booking.slot.start;
  return {
    step,
    meetingId: row.id,
    bookingId,
    tries,
    zoomId: row.zoomId,
    order: {
      user: row.zoomUser,
      reference: booking.reference,
      start: start instanceof Temporal.Instant ? start.toZonedDateTimeISO(OFFICE_TIME_ZONE) : start,
      minutes: SESSION_MINUTES,
      passcode: row.passcode,
    },
  };
}

/** Writes what became of a step. */
export async function endStep(
  tx: Writer,
  office: Office,
  {
    begun,
    result,
    retryAt,
  }: { begun: BegunStep; result: ZoomResult<MadeMeeting | null>; retryAt: Temporal.Instant },
): Promise<'written' | null> {
  const { meetingId: id, bookingId, step, order } = begun;
  const now = office.clock.now();
  const booking = await bookingById(tx, bookingId);
  if ('trouble' in result) {
    const { kind, why } = result.trouble;
    // Somebody took it away at Zoom: another is made, and a person tells the seeker.
    const lost = kind === 'gone' && step === 'change';
    await changeMeeting(tx, id, {
      answer: why,
      nextTryAt: retryAt,
      ...(lost ? { state: 'gone' } : {}),
    });
    if (!lost || booking === null) return null;
    await giveMeeting(tx, bookingId, null);
    const cause = { actor: 'clock' as const, now, mail: null };
    await alertStaff(tx, office, { reason: 'meeting_replaced', booking, cause, once: true });
    return null;
  }
  const settled = { tries: 0, answer: null, nextTryAt: now };
  if (step === 'remove') {
    await changeMeeting(tx, id, { ...settled, state: 'gone' });
    return null;
  }
  const made = result.done;
  await changeMeeting(tx, id, {
    ...settled,
    start: order.start.toInstant(),
    ...(made === null ? {} : { state: 'there', zoomId: made.id, url: made.url }),
    ...(made?.passcode ? { passcode: made.passcode } : {}),
  });
  await settleReason(tx, { bookingId, reason: 'meeting_waits', now });
  const row = await meetingOf(tx, bookingId);
  if (booking === null || row === null || meetingStep(booking, row, now) !== 'give') return null;
  return give(tx, office, { booking, row });
}

/** The first word about a booking's meeting; null where its lane has no Zoom user any more. */
async function want(tx: Writer, office: Office, booking: Booking): Promise<MeetingRow | null> {
  const lane = office.config.lanes.find(({ id }) => id === booking.slot?.lane);
  if (booking.slot === null || !lane?.zoomUser) return null;
  const digits = new DataView(office.randomBytes(4).slice().buffer).getUint32(0) % 1_000_000;
  await wantMeeting(
    tx,
    {
      bookingId: booking.id,
      lane: lane.id,
      zoomUser: lane.zoomUser,
      start: booking.slot.start.toInstant(),
      passcode: String(digits).padStart(6, '0'),
    },
    office.clock.now(),
  );
  return meetingOf(tx, booking.id);
}

interface Meant {
  booking: Booking;
  row: MeetingRow;
}

/** Tells the booking of its meeting, and writes the mails that waited for it. */
async function give(tx: Writer, office: Office, { booking, row }: Meant): Promise<'written'> {
  await giveMeeting(tx, booking.id, {
    meetingId: spacedMeetingId(row.zoomId ?? ''),
    passcode: row.passcode,
    url: row.url ?? '',
  });
  const now = office.clock.now();
  const told = await bookingById(tx, booking.id);
  for (const mail of await takeWaitingMails(tx, booking.id)) {
    if (told === null || !stillDue(mail, told, now)) continue;
    const cause = causeFromText(mail.cause, now);
    await mailSeeker(tx, office, { kind: mail.kind, booking: told, cause });
  }
  return 'written';
}

/** A terms mail asks for an answer that must still be possible; the others tell of what is confirmed. */
function stillDue({ kind }: WaitingMail, booking: Booking, now: Temporal.Instant): boolean {
  if (kind !== 'seeker.action.terms') return booking.state === 'confirmed';
  const { state, replyBy } = booking;
  return state === 'requested' && replyBy !== null && !deadlinePassed(now, replyBy);
}

async function alertWhereLate(tx: Writer, office: Office, { booking, row }: Meant): Promise<void> {
  const { zoom } = office.config;
  const now = office.clock.now();
  if (zoom.kind !== 'meetings' || row.state !== 'making' || row.alertedAt !== null) return;
  const late = row.wantedAt.add({ minutes: zoom.alertAfterMinutes });
  if (Temporal.Instant.compare(now, late) < 0) return;
  await changeMeeting(tx, row.id, { alertedAt: now });
  const cause = { actor: 'clock' as const, now, mail: null };
  await alertStaff(tx, office, { reason: 'meeting_waits', booking, cause, once: true });
  // Who wrote hears nothing else until the meeting is there.
  if (booking.state === 'requested' && booking.channel === 'mail') {
    await mailSeeker(tx, office, { kind: 'seeker.notice.receipt', booking, cause });
  }
}
