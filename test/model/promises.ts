/**
 * What must hold whatever happened: after every step, and at the end when everything has been
 * worked off. The database, the mailbox and the relay's sink are held against what people wrote.
 */
import type { Selectable } from 'kysely';
import { COUNSELOR, SEEKERS } from '../../src/demo/people.ts';
import { type LifecycleEvent, lifecycleRow } from '../../src/domain/lifecycle.ts';
import type {
  AttentionTable,
  BookingTable,
  EventTable,
  InboxTable,
  OutboxTable,
} from '../../src/store/schema.ts';
import type { MortalOffice } from './mortal-office.ts';
import type { Outside, WrittenLetter } from './outside.ts';

interface Scene {
  outside: Outside;
  real: MortalOffice;
  bookings: Selectable<BookingTable>[];
  events: Selectable<EventTable>[];
  inbox: Omit<Selectable<InboxTable>, 'raw'>[];
  outbox: Selectable<OutboxTable>[];
  attention: Selectable<AttentionTable>[];
  polls: { began_at: string }[];
}

/** Each promise names what broke it, one line a breach. */
type Promised = (scene: Scene) => string[];

/** After every single step, also in the middle of trouble. */
const ALWAYS: Record<string, Promised> = {
  'a slot has one holder': slotsHaveOneHolder,
  'confirmed only by a person': confirmedOnlyByAPerson,
  'events explain every state': eventsExplainStates,
  'void only after a covering poll': voidOnlyAfterCoveringPoll,
  'a mail for an occasion is written once': mailsAreWrittenOnce,
  'personal mail goes to the registered address only': personalMailGoesHome,
  'a mail is sent again only where nobody knows, and then as the same': sentOnce,
};

/** When the servers are well again and nothing is left to do. */
const AT_REST: Record<string, Promised> = {
  'every mail ends handled or with the staff': everyMailEnds,
  'a true reply in time is never lost': trueRepliesCount,
  'every mail leaves or is given up visibly': everyMailLeaves,
  'the server shows what the ledger says': filedAsInTheLedger,
};

/** Throws with every breach of what holds at all times. */
export async function assertAlways(outside: Outside, real: MortalOffice): Promise<void> {
  await assertPromises(ALWAYS, outside, real);
}

/** Throws with every breach of what holds when all work is done. */
export async function assertAtRest(outside: Outside, real: MortalOffice): Promise<void> {
  await assertPromises({ ...ALWAYS, ...AT_REST }, outside, real);
}

async function assertPromises(
  promises: Record<string, Promised>,
  outside: Outside,
  real: MortalOffice,
): Promise<void> {
  const scene = await look(outside, real);
  const broken = Object.entries(promises).flatMap(([name, holds]) =>
    holds(scene).map((breach) => `${name}: ${breach}`),
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
}

async function look(outside: Outside, real: MortalOffice): Promise<Scene> {
  const db = real.office.store.read;
  const ledger = [
    'id',
    'uid',
    'uid_validity',
    'message_id',
    'sha256',
    'body_sha256',
    'size_bytes',
    'internal_date',
    'received_at',
    'state',
    'filed_at',
    'origin',
    'evidence',
    'outcome',
    'booking_id',
    'purged_at',
  ] as const;
  return {
    outside,
    real,
    bookings: await db.selectFrom('booking').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('event').selectAll().orderBy('id').execute(),
    inbox: await db.selectFrom('inbox').select(ledger).orderBy('id').execute(),
    outbox: await db.selectFrom('outbox').selectAll().orderBy('id').execute(),
    attention: await db.selectFrom('attention').selectAll().orderBy('id').execute(),
    polls: await db.selectFrom('poll').select('began_at').execute(),
  };
}

function slotsHaveOneHolder({ bookings }: Scene): string[] {
  const holders = new Map<string, number>();
  return bookings.flatMap(({ id, slot_start_at, lane, state }) => {
    if (slot_start_at === null || state === 'void' || state === 'cancelled') return [];
    const slot = `${slot_start_at} ${lane}`;
    const other = holders.get(slot);
    holders.set(slot, id);
    return other === undefined ? [] : [`bookings ${other} and ${id} hold ${slot}`];
  });
}

/** 6(3) a seeker's reply to this booking's terms, in time; 6(5) a session; a counselor's override. */
function confirmedOnlyByAPerson({ bookings, events, inbox, outbox, outside }: Scene): string[] {
  return events.flatMap((event) => {
    if (event.to_state !== 'confirmed' || event.from_state === 'confirmed') return [];
    const messageId = inbox.find(({ id }) => id === event.inbox_id)?.message_id ?? null;
    const letter = outside.letters.find((each) => each.messageId === messageId);
    const booking = bookings.find(({ id }) => id === event.booking_id);
    const breach = `booking ${event.booking_id} by ${event.type}`;
    if (letter === undefined || booking === undefined) return [`${breach} without a mail`];
    if (letter.kind === 'word') {
      return event.actor === 'counselor' ? [] : [`${breach} by a counselor's word`];
    }
    if (letter.kind !== 'consent') return [`${breach} by a ${letter.kind}`];
    const ours = outbox.find(({ message_id }) => message_id === letter.answers);
    // A later 変更 takes the deadline away; until then each step has held it.
    const movedLater = events.some(
      ({ id, booking_id, type }) =>
        id > event.id && booking_id === booking.id && type === 'rescheduled',
    );
    const inTime = movedLater || (booking.reply_by !== null && event.at <= booking.reply_by);
    return [
      ...(ours?.booking_id === booking.id ? [] : [`${breach}: the reply is to another booking`]),
      ...(letter.from.address === booking.registered_address ? [] : [`${breach}: somebody else`]),
      ...(inTime ? [] : [`${breach} at ${event.at}, due ${booking.reply_by}`]),
    ];
  });
}

function eventsExplainStates({ bookings, events }: Scene): string[] {
  return bookings.flatMap(({ id, state }) => {
    const story = events.filter(({ booking_id }) => booking_id === id);
    const breaches: string[] = [];
    let reached: string | null = null;
    for (const { type, from_state, to_state } of story) {
      if (from_state !== reached) breaches.push(`booking ${id}: ${type} from ${from_state}`);
      const row = from_state && lifecycleRow(from_state, type as LifecycleEvent);
      if (from_state !== null && !row) breaches.push(`booking ${id}: ${type} in ${from_state}`);
      reached = to_state;
    }
    if (reached !== state) breaches.push(`booking ${id} is ${state}, its story says ${reached}`);
    return breaches;
  });
}

const BY_SILENCE = ['deadline_passed', 'deadline_passed_with_late_reply'];

function voidOnlyAfterCoveringPoll({ bookings, events, polls }: Scene): string[] {
  return events.flatMap(({ booking_id, type, from_state }) => {
    if (!BY_SILENCE.includes(type) || from_state !== 'awaiting_reply') return [];
    const due = bookings.find(({ id }) => id === booking_id)?.reply_by ?? '';
    return polls.some(({ began_at }) => began_at > due)
      ? []
      : [`booking ${booking_id}, due ${due}, with no poll begun later`];
  });
}

function mailsAreWrittenOnce({ outbox }: Scene): string[] {
  const once = ['seeker.notice.void', 'seeker.notice.lapsed', 'seeker.notice.late_reply'];
  const seen = new Set<string>();
  return outbox.flatMap(({ booking_id, kind, occasion }) => {
    if (booking_id === null) return [];
    const key = `${booking_id} ${kind} ${once.includes(kind) ? '' : occasion}`;
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}

function personalMailGoesHome({ bookings, real }: Scene): string[] {
  const homes = new Map(bookings.map((row) => [row.reference, row.registered_address]));
  return real.relay.sink.flatMap(({ to, subject }) => {
    if (to.address === COUNSELOR.address) return [];
    const known = SEEKERS.some(({ address }) => address === to.address);
    const home = homes.get(/予約番号 ([^］]+)］/.exec(subject)?.[1] ?? '') ?? null;
    const isHome = known && (home === null || home === to.address);
    return isHome ? [] : [`"${subject}" went to ${to.address}`];
  });
}

function sentOnce({ outbox, real }: Scene): string[] {
  const sunk = Map.groupBy(real.relay.sink, ({ messageId }) => messageId);
  return [...sunk].flatMap(([messageId, copies]) => {
    const row = outbox.find(({ message_id }) => message_id === messageId);
    if (row === undefined) return [`${messageId} left and is not in the outbox`];
    const texts = new Set(copies.map(({ text, subject, to }) => text + subject + to.address));
    if (texts.size > 1) return [`${messageId} left with two texts`];
    const unsure = real.deaths + real.relay.silences;
    return copies.length > 1 + unsure ? [`${messageId} left ${copies.length} times`] : [];
  });
}

/** On the staff's list, or answered to the counselor who wrote it. */
function everyMailEnds({ inbox, attention, outbox, outside }: Scene): string[] {
  return outside.letters.flatMap(({ messageId, kind, copies }) => {
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
}

/**
 * A consent of the right person in time confirms, unless a counselor had closed or moved the
 * booking.
 */
function trueRepliesCount({ bookings, events, inbox, outbox, outside }: Scene): string[] {
  return outside.letters.flatMap((letter) => {
    if (letter.kind !== 'consent') return [];
    const ours = outbox.find(({ message_id }) => message_id === letter.answers);
    const booking = bookings.find(({ id }) => id === ours?.booking_id);
    if (booking === undefined || letter.from.address !== booking.registered_address) return [];
    const story = events.filter(({ booking_id }) => booking_id === booking.id);
    const excused = story.some(
      ({ type, to_state }) => to_state === 'cancelled' || type === 'rescheduled',
    );
    const confirmed = story.some(({ to_state }) => to_state === 'confirmed');
    const inTime = booking.reply_by !== null && isoOf(letter) <= booking.reply_by;
    if (!inTime || excused || confirmed) return [];
    const outcome = inbox.find(({ message_id }) => message_id === letter.messageId)?.outcome;
    return [`booking ${booking.id} is ${booking.state}; ${letter.messageId} became "${outcome}"`];
  });
}

function isoOf({ arrivedAt }: WrittenLetter): string {
  const local = arrivedAt.toZonedDateTimeISO('Asia/Tokyo');
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function everyMailLeaves({ outbox, attention, real }: Scene): string[] {
  const sunk = new Set(real.relay.sink.map(({ messageId }) => messageId));
  return outbox.flatMap(({ id, kind, state, message_id, response, booking_id }) => {
    if (state === 'sent')
      return sunk.has(message_id) ? [] : [`${kind} ${id} is sent, nobody has it`];
    if (state !== 'failed') return [`${kind} ${id} is ${state}`];
    const withdrawn = response?.startsWith('withdrawn') === true;
    const shown = attention.some((row) => row.outbox_id === id || row.booking_id === booking_id);
    return withdrawn || shown ? [] : [`${kind} ${id} failed and nobody is told`];
  });
}

function filedAsInTheLedger({ inbox, real }: Scene): string[] {
  return real.mailbox.mails.flatMap(({ uid, filedAs }) => {
    const states = inbox.filter((row) => row.uid === uid).map(({ state }) => state);
    const right = filedAs === 'for_staff' ? ['for_staff'] : ['handled', 'duplicate'];
    return states.some((state) => right.includes(state))
      ? []
      : [`UID ${uid}: ${filedAs}, ${states}`];
  });
}
