/**
 * Promises about mails: each that arrived has an end, each of ours is written once for its cause,
 * goes to whom it may, and leaves once but for the gap that no protocol closes.
 */
import { COUNSELOR } from '../../../src/demo/people.ts';
import {
  type BirthRow,
  birthRow,
  type LifecycleEvent,
  lifecycleRow,
} from '../../../src/domain/lifecycle.ts';
import type { MailKind } from '../../../src/domain/mail-kind.ts';
import {
  type Booking,
  letterBehind,
  type OurMail,
  type Promised,
  type Scene,
  stored,
  storyOf,
  wordsAbout,
} from './scene.ts';

/** How many mails of a kind a booking may have; what is not named is bound by its cause. */
const AT_MOST: Partial<Record<MailKind, (scene: Scene, booking: Booking) => number>> = {
  'seeker.action.terms': (scene, booking) => 1 + wordsAbout(scene, booking).length,
  'seeker.action.offer': (scene, { id }) => eventsOf(scene, id, ['slots_offered']),
  'seeker.action.details': () => 2,
  'seeker.action.nudge': (scene, { id }) => 1 + eventsOf(scene, id, ['rescheduled']),
  'seeker.notice.reminder': (scene, { id }) => 1 + eventsOf(scene, id, ['rescheduled']),
  'staff.action.attendance': (scene, { id }) => 1 + eventsOf(scene, id, ['rescheduled']),
  'seeker.notice.confirmed': () => 1,
  'seeker.notice.rescheduled': (scene, { id }) => eventsOf(scene, id, ['rescheduled']),
  'seeker.notice.received': (scene, { id }) =>
    eventsOf(scene, id, ['reply_doubtful', 'reply_in_time_after_void']),
  'seeker.notice.terms_changed': () => 1,
  'seeker.notice.receipt': () => 1,
  'seeker.notice.session_booked': () => 1,
  'seeker.notice.void': () => 1,
  'seeker.notice.lapsed': () => 1,
  'seeker.notice.late_reply': () => 1,
  'seeker.notice.cancelled': () => 1,
  'seeker.notice.office_cancelled': () => 1,
};

function eventsOf(scene: Scene, bookingId: number, types: readonly string[]): number {
  return storyOf(scene, bookingId).filter(({ type }) => types.includes(type)).length;
}

/** Each (booking, kind) at most once, unless a counselor asks again or the session is another. */
export const mailsAreWrittenOnce: Promised = (scene) => {
  const byCause = new Set<string>();
  const counts = new Map<string, number>();
  return scene.outbox.flatMap(({ booking_id, inbox_id, kind, occasion }) => {
    const cause = `${booking_id} ${kind} ${occasion} ${booking_id === null ? inbox_id : ''}`;
    const doubled = byCause.has(cause) ? [`${cause} is written twice`] : [];
    byCause.add(cause);
    const booking = scene.bookings.find(({ id }) => id === booking_id);
    const most = booking && AT_MOST[kind]?.(scene, booking);
    const count = (counts.get(`${booking_id} ${kind}`) ?? 0) + 1;
    counts.set(`${booking_id} ${kind}`, count);
    return most !== undefined && count > most
      ? [...doubled, `booking ${booking_id} has ${count} of ${kind}, not ${most}`]
      : doubled;
  });
};

/** Before an address is known these may go back to who wrote; they hold nothing personal. */
const HARMLESS: readonly MailKind[] = [
  'seeker.action.details',
  'seeker.notice.receipt',
  'seeker.notice.received',
  'seeker.notice.lapsed',
];

/** To an address that a register or a counselor has named for this person, and to nobody else (6(3)). */
export const personalMailGoesHome: Promised = (scene) =>
  scene.outbox.flatMap((mail) => {
    const { booking_id, kind, to_address, purged_at } = mail;
    if (purged_at !== null || !kind.startsWith('seeker.')) return [];
    const booking = scene.bookings.find(({ id }) => id === booking_id);
    return booking && homesOf(scene, booking, kind).has(to_address)
      ? []
      : [`${kind} of booking ${booking_id} goes to ${to_address}`];
  });

function homesOf(scene: Scene, booking: Booking, kind: MailKind): Set<string> {
  const { outside, real, bookings } = scene;
  const homes = new Set(outside.addresses.get(booking.seeker_number ?? ''));
  for (const { reference, text } of outside.letters.filter((each) => each.kind === 'word')) {
    const about = bookings.find((each) => each.reference === reference);
    const named = /メール: (\S+)/.exec(text)?.[1];
    if (named && about?.seeker_number === booking.seeker_number) homes.add(named);
  }
  const [birth] = storyOf(scene, booking.id);
  const writer = birth && letterBehind(scene, birth);
  const mayGoBack = real.house.registration === 'sender' || HARMLESS.includes(kind);
  if (writer && booking.channel === 'mail' && mayGoBack) homes.add(writer.from.address);
  return homes;
}

/** One recipient a mail, as it was written; a mail that left is in the outbox. */
export const sentOnce: Promised = ({ outbox, real }) => {
  const sunk = Map.groupBy(real.relay.sink, ({ messageId }) => messageId);
  const unsure = real.deaths + real.relay.silences;
  return [...sunk].flatMap(([messageId, copies]) => {
    const row = outbox.find(({ message_id }) => message_id === messageId);
    if (row === undefined) return [`${messageId} left and is not in the outbox`];
    const texts = new Set(copies.map(({ text, subject, to }) => text + subject + to.address));
    if (texts.size > 1) return [`${messageId} left with two texts`];
    const told = copies.every(({ to, text }) => isAsWritten(row, to.address, text));
    if (!told) return [`${messageId} left otherwise than it was written`];
    return copies.length > 1 + unsure ? [`${messageId} left ${copies.length} times`] : [];
  });
};

function isAsWritten({ to_address, text, purged_at }: OurMail, to: string, sent: string): boolean {
  return purged_at !== null || (to_address === to && text === sent);
}

/** On the staff's list, or answered to the counselor who wrote it. */
export const everyMailEnds: Promised = ({ inbox, attention, outbox, outside }) =>
  outside.letters.flatMap(({ messageId, kind, copies }) => {
    const rows = inbox.filter(({ message_id }) => message_id === messageId);
    const once = rows.filter(({ state }) => state !== 'duplicate');
    const [row] = once;
    const breach = `${kind} ${messageId}, ${copies} copies, became ${rows.map((r) => r.state)}`;
    if (rows.length !== copies || once.length !== 1 || row === undefined) return [breach];
    if (row.state === 'handled') return [];
    const shown =
      attention.some(({ inbox_id }) => inbox_id === row.id) ||
      outbox.some(({ inbox_id, kind }) => inbox_id === row.id && kind.startsWith('staff.'));
    return row.state === 'for_staff' && shown ? [] : [`${breach}, shown to nobody`];
  });

/** A machine is answered by nothing, in whoever's name it writes (trap 3). */
export const machinesAreNotAnswered: Promised = ({ inbox, outbox, outside }) =>
  outside.letters.flatMap(({ kind, messageId, from }) => {
    if (kind !== 'machine' && kind !== 'forged') return [];
    const ids = inbox.filter((row) => row.message_id === messageId).map(({ id }) => id);
    return outbox
      .filter(
        ({ inbox_id, to_address }) => ids.includes(inbox_id ?? 0) && to_address === from.address,
      )
      .map((mail) => `${mail.kind} answers the ${kind} ${messageId}`);
  });

export const everyMailLeaves: Promised = ({ outbox, attention, real }) => {
  const sunk = new Set(real.relay.sink.map(({ messageId }) => messageId));
  return outbox.flatMap(({ id, kind, state, message_id, response, booking_id }) => {
    if (state === 'sent')
      return sunk.has(message_id) ? [] : [`${kind} ${id} is sent, nobody has it`];
    if (state !== 'failed') return [`${kind} ${id} is ${state}`];
    const withdrawn = response?.startsWith('withdrawn') === true;
    const shown = attention.some((row) => row.outbox_id === id || row.booking_id === booking_id);
    return withdrawn || shown ? [] : [`${kind} ${id} failed and nobody is told`];
  });
};

export const filedAsInTheLedger: Promised = ({ inbox, real }) =>
  real.mailbox.mails.flatMap(({ uid, filedAs }) => {
    const states = inbox.filter((row) => row.uid === uid).map(({ state }) => state);
    const right = filedAs === 'for_staff' ? ['for_staff'] : ['handled', 'duplicate'];
    return states.some((state) => right.includes(state))
      ? []
      : [`UID ${uid}: ${filedAs}, ${states}`];
  });

const WAITING = ['requested', 'awaiting_reply'];

/** What the table of the lifecycle says is told to the seeker has been written to him. */
export const nobodyGoesWithout: Promised = (scene) =>
  scene.bookings.flatMap((booking) => {
    const { id, channel, registered_address, slot_start_at: start } = booking;
    const waits = scene.real.house.zoom === 'meetings';
    const isOver = start !== null && start <= stored(scene.real.clock.now());
    if (channel === 'site' || (waits && (isOver || scene.real.zoom.wasInTrouble))) return [];
    // What waited for a meeting is not written where the booking has moved on meanwhile.
    const isDue = (kind: MailKind) =>
      !waits || (kind === 'seeker.action.terms' ? WAITING : ['confirmed']).includes(booking.state);
    const due = storyOf(scene, id).flatMap(({ type, from_state }) =>
      from_state === null
        ? birthRow(type as BirthRow['event']).mails
        : (lifecycleRow(from_state, type as LifecycleEvent)?.mails ?? []),
    );
    const reaches = (kind: MailKind) =>
      HARMLESS.includes(kind) ? channel === 'mail' : registered_address !== null;
    const has = (kind: MailKind) =>
      scene.outbox.some((mail) => mail.booking_id === id && mail.kind === kind);
    return [...new Set(due)]
      .filter((kind) => reaches(kind) && isDue(kind) && !has(kind))
      .map((kind) => `booking ${id} was never written ${kind}`);
  });

/** The 相談内容 stands in no subject and in no mail to a seeker (Article 8). */
export const topicStaysInside: Promised = ({ real }) =>
  real.relay.sink.flatMap(({ to, subject, text, messageId }) => {
    const isStaff = to.address === COUNSELOR.address;
    return subject.includes(TOPIC) || (!isStaff && text.includes(TOPIC))
      ? [`${messageId} to ${to.address} holds the topic`]
      : [];
  });

/** The topic of every request and notice in the model. */
const TOPIC = '応募書類の書き方';
