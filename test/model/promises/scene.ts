/**
 * What the promises look at: the database as it is, the mailbox and the relay's sink, and what
 * people outside wrote. Few words for what many of them ask.
 */
import type { Selectable } from 'kysely';
import type {
  AttentionTable,
  BookingTable,
  EventTable,
  InboxTable,
  OutboxTable,
} from '../../../src/store/schema.ts';
import type { MortalOffice } from '../mortal-office.ts';
import type { Outside, WrittenLetter } from '../outside.ts';

export type Booking = Selectable<BookingTable>;
export type Event = Selectable<EventTable>;
export type OurMail = Selectable<OutboxTable>;
export type LedgerRow = Omit<Selectable<InboxTable>, 'raw'>;

export interface Scene {
  outside: Outside;
  real: MortalOffice;
  bookings: Booking[];
  events: Event[];
  inbox: LedgerRow[];
  outbox: OurMail[];
  attention: Selectable<AttentionTable>[];
  polls: { began_at: string }[];
  /** Mails that wait for a Zoom meeting. */
  waiting: { booking_id: number; kind: string }[];
}

/** Each promise names what broke it, one line a breach. */
export type Promised = (scene: Scene) => string[];

const LEDGER = [
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

/** Reads all of it; the bytes of mails are left out. */
export async function look(outside: Outside, real: MortalOffice): Promise<Scene> {
  const db = real.office.store.read;
  return {
    outside,
    real,
    bookings: await db.selectFrom('booking').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('event').selectAll().orderBy('id').execute(),
    inbox: await db.selectFrom('inbox').select(LEDGER).orderBy('id').execute(),
    outbox: await db.selectFrom('outbox').selectAll().orderBy('id').execute(),
    attention: await db.selectFrom('attention').selectAll().orderBy('id').execute(),
    polls: await db.selectFrom('poll').select('began_at').execute(),
    waiting: await db.selectFrom('waiting_mail').select(['booking_id', 'kind']).execute(),
  };
}

/** The story of a booking, in the order in which it was written. */
export function storyOf({ events }: Scene, bookingId: number): Event[] {
  return events.filter(({ booking_id }) => booking_id === bookingId);
}

/** The booking that a letter answers by its thread. */
export function bookingAnswered(
  { outbox, bookings }: Scene,
  { answers }: WrittenLetter,
): Booking | undefined {
  const ours = answers && outbox.find(({ message_id }) => message_id === answers);
  return bookings.find(({ id }) => ours && id === ours.booking_id);
}

/** The letter by which an event was caused; undefined where it was by none. */
export function letterBehind(
  { inbox, outside }: Scene,
  { inbox_id }: Event,
): WrittenLetter | undefined {
  const messageId = inbox.find(({ id }) => id === inbox_id)?.message_id ?? null;
  return outside.letters.find((each) => each.messageId === messageId);
}

/** What counselors wrote about a booking. */
export function wordsAbout({ outside }: Scene, { reference }: Booking): WrittenLetter[] {
  return outside.letters.filter(
    (letter) => letter.kind === 'word' && letter.reference === reference,
  );
}

/** As the database stores a time. */
export function stored(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Asia/Tokyo');
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** A stored time as a time in Japan. */
export function inJapan(text: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Tokyo');
}
