/**
 * Promises about what the office does by the clock: not before its time, not without its reason,
 * and not forgotten where the office was at work when it was due. Where the clock was ever set
 * back, before and after are nobody's to say, and these are not asked.
 */
import type { BookingState } from '../../../src/domain/booking.ts';
import {
  type Booking,
  bookingAnswered,
  inJapan,
  type OurMail,
  type Promised,
  type Scene,
  stored,
  storyOf,
} from './scene.ts';

const HOURS = { nudge: '12:00', reminder: '17:00', list: '08:15', close: '17:15' };

/** A promise that asks what came first. */
function inOrder(promised: Promised): Promised {
  return (scene) => (scene.real.wentBack ? [] : promised(scene));
}

function onTheDayBefore(session: string, time: string): string {
  const day = inJapan(session).toPlainDate().subtract({ days: 1 });
  return `${day.toString()}T${time}:00+09:00`;
}

/** The state of a booking at a stored time; null before its birth. */
function stateAt(scene: Scene, bookingId: number, at: string): BookingState | null {
  return storyOf(scene, bookingId).findLast((event) => event.recorded_at <= at)?.to_state ?? null;
}

/** Whether a booking was in a state at a stored time, or at some moment of that second. */
function wasIn(
  scene: Scene,
  bookingId: number,
  { state, at }: { state: BookingState; at: string },
) {
  return storyOf(scene, bookingId).some(
    (event) =>
      (event.recorded_at === at && (event.from_state === state || event.to_state === state)) ||
      stateAt(scene, bookingId, at) === state,
  );
}

const mailsOf = ({ outbox }: Scene, kind: string): OurMail[] =>
  outbox.filter((mail) => mail.kind === kind);

/** From midday of the day before on, to whom nobody knows an answer of, and once for a session. */
export const nudgesAreDue = inOrder((scene) =>
  mailsOf(scene, 'seeker.action.nudge').flatMap((mail) => {
    const { id, date, occasion, booking_id } = mail;
    const polled = scene.polls.map(({ began_at }) => began_at).filter((began) => began <= date);
    const covered = polled.sort().at(-1) ?? '';
    const answered = scene.outside.letters.find(
      (letter) =>
        (letter.kind === 'consent' || letter.kind === 'doubt') &&
        bookingAnswered(scene, letter)?.id === booking_id &&
        letter.from.address === mail.to_address &&
        stored(letter.arrivedAt) < covered,
    );
    const due = onTheDayBefore(occasion, HOURS.nudge);
    return [
      ...(date >= due && date < occasion ? [] : [`nudge ${id} at ${date} for ${occasion}`]),
      ...(answered ? [`nudge ${id} at ${date} in spite of "${answered.text}"`] : []),
      ...(stateAt(scene, booking_id ?? 0, date) === null ? [`nudge ${id} for nobody`] : []),
    ];
  }),
);

/** From 17:00 of the day before until the session, to whom is confirmed. */
export const remindersAreDue = inOrder((scene) =>
  mailsOf(scene, 'seeker.notice.reminder').flatMap(({ id, date, occasion, booking_id }) => {
    const due = onTheDayBefore(occasion, HOURS.reminder);
    const confirmed = wasIn(scene, booking_id ?? 0, { state: 'confirmed', at: date });
    return date >= due && date < occasion && confirmed
      ? []
      : [`reminder ${id} at ${date} for ${occasion}, confirmed: ${confirmed}`];
  }),
);

/** From ten minutes after the start on, of whom is confirmed (6(6)). */
export const attendanceIsAskedInTime = inOrder((scene) =>
  mailsOf(scene, 'staff.action.attendance').flatMap(({ id, date, occasion, booking_id }) => {
    const from = stored(inJapan(occasion).add({ minutes: 10 }).toInstant());
    const confirmed = wasIn(scene, booking_id ?? 0, { state: 'confirmed', at: date });
    return date >= from && confirmed
      ? []
      : [`question ${id} at ${date} for ${occasion}, confirmed: ${confirmed}`];
  }),
);

/** One an office day, from a quarter past eight until the office closes. */
export const morningListsAreDue = inOrder((scene) => {
  const days = new Set<string>();
  return mailsOf(scene, 'staff.notice.morning').flatMap(({ date }) => {
    const [day = '', time = ''] = date.split('T');
    const breach = days.has(day) || !isOfficeTime(scene, date) ? [`morning list at ${date}`] : [];
    days.add(day);
    return time >= HOURS.list ? breach : [...breach, `morning list at ${date}`];
  });
});

function isOfficeTime({ real }: Scene, at: string): boolean {
  const local = inJapan(at);
  const time = local.toPlainTime().toString().slice(0, 5);
  const isClosed = real.office.policy.calendar.isClosedDay(local.toPlainDate());
  return !isClosed && time >= HOURS.list && time < HOURS.close;
}

/** When the office was at work while a booking was in a state, between two times. */
function workedWhile(
  scene: Scene,
  { id }: Booking,
  { state, from, until }: { state: BookingState; from: string; until: string },
): boolean {
  return scene.real.worked.map(stored).some((at) => {
    // What changed in that very second may have changed before or after the round of work.
    const changed = storyOf(scene, id).some(({ recorded_at }) => recorded_at === at);
    return at >= from && at < until && !changed && stateAt(scene, id, at) === state;
  });
}

/** Whom the clock had to write to, and did not. Only bookings that were never moved are asked about. */
export const nobodyIsForgotten = inOrder((scene) =>
  scene.bookings.flatMap((booking) => {
    const { id, slot_start_at: start } = booking;
    const story = storyOf(scene, id);
    if (start === null || story.some(({ type }) => type === 'rescheduled')) return [];
    const has = (kind: string) => mailsOf(scene, kind).some((mail) => mail.booking_id === id);
    const confirmed = story.find(({ to_state }) => to_state === 'confirmed')?.recorded_at;
    const reminded = { from: onTheDayBefore(start, HOURS.reminder), until: start };
    const missed: string[] = [];
    const canHave = booking.registered_address !== null && !scene.real.zoom.wasInTrouble;
    if (
      canHave &&
      confirmed !== undefined &&
      confirmed < reminded.from &&
      workedWhile(scene, booking, { state: 'confirmed', ...reminded }) &&
      !has('seeker.notice.reminder')
    ) {
      missed.push(`booking ${id} was not reminded of ${start}`);
    }
    const asked = {
      from: stored(inJapan(start).add({ minutes: 10 }).toInstant()),
      until: stored(inJapan(start).add({ days: 6 }).toInstant()),
    };
    if (
      workedWhile(scene, booking, { state: 'confirmed', ...asked }) &&
      !has('staff.action.attendance')
    ) {
      missed.push(`nobody was asked whether booking ${id} came at ${start}`);
    }
    return missed;
  }),
);

/** Each office day but the first on which the office was at work between the two times. */
export const noMorningIsForgotten = inOrder((scene) => {
  const worked = scene.real.worked.map(stored).filter((at) => isOfficeTime(scene, at));
  const listed = mailsOf(scene, 'staff.notice.morning').map(({ date }) => date.slice(0, 10));
  return [...new Set(worked.map((at) => at.slice(0, 10)))].flatMap((day) =>
    day > '2025-11-25' && !listed.includes(day) ? [`no morning list on ${day}`] : [],
  );
});
