/**
 * Promises about bookings: one holder a slot, no move without its cause, no silence where somebody
 * has answered, a consent that keeps its text.
 */
import { type LifecycleEvent, lifecycleRow } from '../../../src/domain/lifecycle.ts';
import type { WrittenLetter } from '../outside.ts';
import {
  type Booking,
  bookingAnswered,
  type Event,
  inJapan,
  letterBehind,
  type Promised,
  type Scene,
  stored,
  storyOf,
  wordsAbout,
} from './scene.ts';

export const slotsHaveOneHolder: Promised = ({ bookings }) => {
  const holders = new Map<string, number>();
  return bookings.flatMap(({ id, slot_start_at, lane, state }) => {
    if (slot_start_at === null || state === 'void' || state === 'cancelled') return [];
    const slot = `${slot_start_at} ${lane}`;
    const other = holders.get(slot);
    holders.set(slot, id);
    return other === undefined ? [] : [`bookings ${other} and ${id} hold ${slot}`];
  });
};

export const eventsExplainStates: Promised = (scene) =>
  scene.bookings.flatMap(({ id, state }) => {
    const breaches: string[] = [];
    let reached: string | null = null;
    for (const { type, from_state, to_state } of storyOf(scene, id)) {
      if (from_state !== reached) breaches.push(`booking ${id}: ${type} from ${from_state}`);
      const row = from_state && lifecycleRow(from_state, type as LifecycleEvent);
      if (from_state !== null && !row) breaches.push(`booking ${id}: ${type} in ${from_state}`);
      reached = to_state;
    }
    if (reached !== state) breaches.push(`booking ${id} is ${state}, its story says ${reached}`);
    return breaches;
  });

/** Which word of a counselor each of these events needs; nothing else causes them. */
const BY_WORD: Record<string, RegExp> = {
  counselor_confirmed: /^確定/,
  session_booked: /^次回/,
  counselor_cancelled: /^取消/,
  office_cancelled: /^所側取消/,
  attended: /^来談/,
  no_show: /^不在/,
  rescheduled: /^変更/,
};

/**
 * Only a counselor's word confirms by override, books a next session, cancels, tells of attendance
 * and moves a session; the site's own booking is moved by the site, once.
 */
export const onlyWordsDecide: Promised = (scene) =>
  scene.events.flatMap((event) => {
    const wanted = BY_WORD[event.type];
    const letter = letterBehind(scene, event);
    if (wanted === undefined) return [];
    const isWord = letter?.kind === 'word' && wanted.test(letter.text);
    return (isWord && event.actor === 'counselor') || isFirstMoveBySite(scene, event)
      ? []
      : [`booking ${event.booking_id}: ${event.type} by "${letter?.text}" of a ${letter?.kind}`];
  });

function isFirstMoveBySite(scene: Scene, event: Event): boolean {
  const { booking_id: id, type } = event;
  const first = storyOf(scene, id).find((each) => each.type === 'rescheduled');
  const ofSite = scene.bookings.find((booking) => booking.id === id)?.channel === 'site';
  return (
    ofSite &&
    first?.id === event.id &&
    letterBehind(scene, event)?.kind === 'site_booked' &&
    type === 'rescheduled'
  );
}

/** 6(3) a seeker's reply to this booking's terms, in time, or the site's notice; 6(5); an override. */
export const confirmedOnlyByAPerson: Promised = (scene) =>
  scene.events.flatMap((event) => {
    if (event.to_state !== 'confirmed' || event.from_state === 'confirmed') return [];
    const letter = letterBehind(scene, event);
    const booking = scene.bookings.find(({ id }) => id === event.booking_id);
    const breach = `booking ${event.booking_id} by ${event.type}`;
    if (letter === undefined || booking === undefined) return [`${breach} without a mail`];
    if (event.type in BY_WORD) return [];
    const ofTheSite = letter.kind === 'site_booked' || isConfirmation(letter);
    if (event.type === 'site_booked' && ofTheSite) return [];
    if (letter.kind !== 'consent') return [`${breach} by a ${letter.kind}`];
    return consentBreaches(scene, { event, booking, letter }).map((why) => `${breach}${why}`);
  });

/** After a clash with a site's booking a counselor lets it have the slot that was freed. */
function isConfirmation({ kind, text }: WrittenLetter): boolean {
  return kind === 'word' && text.startsWith('確定');
}

function consentBreaches(
  scene: Scene,
  { event, booking, letter }: { event: Event; booking: Booking; letter: WrittenLetter },
): string[] {
  // A later 変更 takes the deadline away; until then each step has held it.
  const movedLater = storyOf(scene, booking.id).some(
    ({ id, type }) => id > event.id && (type === 'rescheduled' || type === 'site_booked'),
  );
  const inTime = movedLater || (booking.reply_by !== null && event.at <= booking.reply_by);
  return [
    ...(bookingAnswered(scene, letter)?.id === booking.id ? [] : [': a reply to another booking']),
    ...(letter.from.address === booking.registered_address ? [] : [': somebody else']),
    ...(inTime ? [] : [` at ${event.at}, due ${booking.reply_by}`]),
    ...(booking.consented_at === event.at ? [] : [`: consented ${booking.consented_at}`]),
  ];
}

const BY_SILENCE = ['deadline_passed', 'deadline_passed_with_late_reply'];

/** Article 6(4): silence is known only by a poll that began after the deadline (trap 2). */
export const voidOnlyAfterCoveringPoll: Promised = ({ bookings, events, polls }) =>
  events.flatMap(({ booking_id, type, from_state }) => {
    if (!BY_SILENCE.includes(type) || from_state !== 'awaiting_reply') return [];
    const due = bookings.find(({ id }) => id === booking_id)?.reply_by ?? '';
    return polls.some(({ began_at }) => began_at > due)
      ? []
      : [`booking ${booking_id}, due ${due}, with no poll begun later`];
  });

/** An answer in time that only a person can read is no silence, until a counselor has spoken (trap 5). */
export const answersAreNoSilence: Promised = (scene) =>
  scene.outside.letters.flatMap((letter) => {
    const booking = letter.kind === 'doubt' ? bookingAnswered(scene, letter) : undefined;
    if (booking === undefined || letter.text === '') return [];
    const inTime = booking.reply_by !== null && stored(letter.arrivedAt) <= booking.reply_by;
    const silent = storyOf(scene, booking.id).find(
      ({ type, from_state }) => BY_SILENCE.includes(type) && from_state === 'awaiting_reply',
    );
    const spoken = wordsAbout(scene, booking).length > 0;
    return silent && inTime && !spoken
      ? [`booking ${booking.id} by ${silent.type} in spite of "${letter.text}"`]
      : [];
  });

/** Never a seeker's own doing: nobody is written off before the session has begun (6(6)). */
export const neverDecidedOnlyAtTheSession: Promised = ({ bookings, events }) =>
  events.flatMap(({ booking_id, type, recorded_at }) => {
    const start = bookings.find(({ id }) => id === booking_id)?.slot_start_at ?? null;
    return type === 'never_decided' && start !== null && recorded_at < start
      ? [`booking ${booking_id} at ${recorded_at}, before ${start}`]
      : [];
  });

/** A consent was given to the text that was sent before it, and stays with it (Article 13). */
export const consentKeepsItsText: Promised = (scene) =>
  scene.bookings.flatMap((booking) => {
    const { id, consented_at, terms_sha256, channel } = booking;
    if (consented_at === null || channel === 'session' || channel === 'site') return [];
    const story = storyOf(scene, id);
    if (story.some(({ type }) => type === 'rescheduled')) return [];
    const sent = scene.outbox.filter(
      (mail) => mail.booking_id === id && mail.kind === 'seeker.action.terms',
    );
    const texts = sent.map(({ text }) => (text.includes('令和7年12月8日') ? 'new' : 'old'));
    const kept = scene.real.office.terms.find(({ sha256 }) => sha256 === terms_sha256);
    const keeps = kept?.text.includes('令和7年12月8日') ? 'new' : 'old';
    return sent.length === 0 || sent.some(({ purged_at }) => purged_at) || texts.includes(keeps)
      ? []
      : [`booking ${id} was sent the ${texts} terms and keeps the ${keeps} ones`];
  });

/** A consent of the right person in time confirms, unless a counselor had closed or moved the booking. */
export const trueRepliesCount: Promised = (scene) =>
  scene.outside.letters.flatMap((letter) => {
    const booking = letter.kind === 'consent' ? bookingAnswered(scene, letter) : undefined;
    if (booking === undefined || letter.from.address !== booking.registered_address) return [];
    const story = storyOf(scene, booking.id);
    const excused = story.some(
      ({ type, to_state }) => to_state === 'cancelled' || type === 'rescheduled',
    );
    const confirmed = story.some(({ to_state }) => to_state === 'confirmed');
    const inTime = booking.reply_by !== null && stored(letter.arrivedAt) <= booking.reply_by;
    if (!inTime || excused || confirmed) return [];
    const row = scene.inbox.find(({ message_id }) => message_id === letter.messageId);
    return [`booking ${booking.id} is ${booking.state}; ${letter.messageId}: "${row?.outcome}"`];
  });

/** From the moment that the relay has the terms mail the booking awaits its reply. */
export const sentTermsAreAwaited: Promised = ({ bookings, outbox }) =>
  bookings.flatMap(({ id, state }) => {
    const terms = outbox.findLast(
      (mail) => mail.booking_id === id && mail.kind === 'seeker.action.terms',
    );
    return state === 'requested' && terms?.state === 'sent'
      ? [`booking ${id} is requested, and its terms mail is sent`]
      : [];
  });

/** A deadline takes its course: who did not answer is void, unless an answer waits for a person. */
export const silenceEnds: Promised = (scene) =>
  scene.bookings.flatMap(({ id, state, reply_by }) => {
    if (state !== 'awaiting_reply' || reply_by === null) return [];
    const over = inJapan(reply_by).add({ minutes: 2 }).toInstant();
    const covered = scene.polls.some(({ began_at }) => began_at > stored(over));
    const waits = scene.attention.some((row) => row.booking_id === id && row.settled_at === null);
    return covered && !waits ? [`booking ${id} awaits a reply that was due ${reply_by}`] : [];
  });

/** What the site has booked is a booking that it confirmed, or a counselor has been told (6(3) ただし). */
export const siteNoticesCount: Promised = (scene) =>
  scene.outside.letters.flatMap((letter) => {
    if (letter.kind !== 'site_booked' && letter.kind !== 'site_cancelled') return [];
    const rows = scene.inbox.filter(({ message_id }) => message_id === letter.messageId);
    const row = rows.find(({ state }) => state !== 'duplicate');
    const booking = scene.bookings.find(({ id }) => id === row?.booking_id);
    const story = booking ? storyOf(scene, booking.id) : [];
    // A clash was shown when it first came.
    const shown = scene.attention.some(
      ({ inbox_id, booking_id, reason }) =>
        inbox_id === row?.id || (booking_id === booking?.id && reason === 'site_clash'),
    );
    // Asked for by mail as well it may be confirmed, or called off, already (trap 20).
    const meant = letter.kind === 'site_booked' ? 'confirmed' : 'cancelled';
    const reached = story.findLast(({ inbox_id }) => (inbox_id ?? 0) <= (row?.id ?? 0));
    const counted =
      story.some(({ to_state }) => to_state === meant) &&
      !(letter.kind === 'site_booked' && reached?.to_state === 'cancelled');
    return shown || counted ? [] : [`${letter.kind} ${letter.messageId}: "${row?.outcome}"`];
  });
