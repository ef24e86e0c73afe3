/**
 * Promises about Zoom, where each booking has a meeting: nobody is told of one that is not, and
 * in the end each session that is held has one, at its time, and nothing else is left there.
 */
import { inJapan, type Promised, stored } from './scene.ts';

const HOLDING = ['requested', 'awaiting_reply', 'confirmed'];
const LINK = /https:\/\/zoom\.example\/j\/\S+/g;

/** Every link in a mail was made for the booking that the mail is about. */
export const linksAreOfTheBooking: Promised = ({ real, bookings, outbox }) => {
  if (real.house.zoom === 'rooms') return [];
  return outbox.flatMap(({ id, kind, booking_id, text }) => {
    const booking = bookings.find((each) => each.id === booking_id);
    const links = text.match(LINK) ?? [];
    const wrong = links.filter((link) => real.zoom.links.get(link) !== booking?.reference);
    return wrong.map(
      (link) => `${kind} ${id} tells of ${link}, not a meeting of ${booking?.reference}`,
    );
  });
};

/** When Zoom is well and all work is done. */
export const meetingsFitTheBookings: Promised = ({ real, bookings }) => {
  if (real.house.zoom === 'rooms') return [];
  const now = stored(real.clock.now());
  // What is over is left to Zoom, which forgets it by itself.
  const meetings = [...real.zoom.meetings.values()].filter(({ start }) => stored(start) > now);
  return bookings.flatMap(({ id, reference, state, slot_start_at: start, lane }) => {
    const mine = meetings.filter((meeting) => meeting.reference === reference);
    const holds = start !== null && HOLDING.includes(state);
    if (state === 'attended' || state === 'no_show' || (holds && start <= now)) return [];
    if (!holds) return mine.length === 0 ? [] : [`booking ${id} is ${state} and has a meeting`];
    const [only, another] = mine;
    if (only === undefined || another) return [`booking ${id} has ${mine.length} meetings`];
    const right =
      only.start.equals(inJapan(start).toInstant()) && only.user.startsWith(`soudan-${lane}@`);
    return right
      ? []
      : [`booking ${id} at ${start} has a meeting at ${only.start} of ${only.user}`];
  });
};

/** A mail that waits for a meeting is written when the meeting is there. */
export const noMailWaitsForAMeeting: Promised = ({ real, bookings, waiting }) => {
  const now = stored(real.clock.now());
  return waiting.flatMap(({ booking_id, kind }) => {
    const booking = bookings.find(({ id }) => id === booking_id);
    const start = booking?.slot_start_at ?? null;
    return start !== null && start > now && HOLDING.includes(booking?.state ?? '')
      ? [`${kind} of booking ${booking_id} still waits`]
      : [];
  });
};
