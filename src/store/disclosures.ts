/**
 * Disclosure under law (Article 7(2)): all that is stored of a person or of one booking, and the
 * row that says to whom it was given. Nothing else reads so much at once; whether a mail tells of
 * other people, too, is judged elsewhere.
 */
import type { Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

export type About = { reference: string } | { seekerNumber: string };

type Rows<Table extends keyof Database> = Selectable<Database[Table]>[];

/** Every row about some bookings, and the register's entry of the seeker. */
export interface Dossier {
  seeker: Rows<'seeker'>[number] | null;
  bookings: Rows<'booking'>;
  events: Rows<'event'>;
  /** Also those that only the story or the staff's list ties to the bookings. */
  inbox: Rows<'inbox'>;
  outbox: Rows<'outbox'>;
  attention: Rows<'attention'>;
  siteBookings: Rows<'site_booking'>;
  meetings: Rows<'meeting'>;
  /** What was handed out before. */
  disclosures: Rows<'disclosure'>;
}

/** Of one booking by its reference, or of one seeker by the number. */
export async function dossierOf(db: Reader, about: About): Promise<Dossier> {
  const query = db.selectFrom('booking').selectAll().orderBy('id');
  const bookings = await ('reference' in about
    ? query.where('reference', '=', about.reference)
    : query.where('seeker_number', '=', about.seekerNumber)
  ).execute();
  const ids = bookings.map(({ id }) => id);
  const number = 'reference' in about ? (bookings[0]?.seeker_number ?? '') : about.seekerNumber;
  const register = db.selectFrom('seeker').selectAll().where('seeker_number', '=', number);
  const events = await db.selectFrom('event').selectAll().where('booking_id', 'in', ids).execute();
  const attention = await db
    .selectFrom('attention')
    .selectAll()
    .where('booking_id', 'in', ids)
    .execute();
  const tied = [...events, ...attention].flatMap(({ inbox_id: id }) => id ?? []);
  const names = [number, ...bookings.map(({ reference }) => reference)];
  return {
    seeker: (await register.executeTakeFirst()) ?? null,
    bookings,
    events,
    inbox: await db
      .selectFrom('inbox')
      .selectAll()
      .where((eb) => eb.or([eb('booking_id', 'in', ids), eb('id', 'in', tied)]))
      .orderBy('id')
      .execute(),
    outbox: await db
      .selectFrom('outbox')
      .selectAll()
      .where('booking_id', 'in', ids)
      .orderBy('id')
      .execute(),
    attention,
    siteBookings: await db
      .selectFrom('site_booking')
      .selectAll()
      .where('booking_id', 'in', ids)
      .execute(),
    meetings: await db.selectFrom('meeting').selectAll().where('booking_id', 'in', ids).execute(),
    disclosures: await db
      .selectFrom('disclosure')
      .selectAll()
      .where('about', 'in', names)
      .execute(),
  };
}

export interface Disclosure {
  at: Temporal.Instant;
  law: string;
  recipient: string;
  orderedBy: string;
  /** A reference or a 求職番号. */
  about: string;
  what: string;
  sha256: string;
}

export async function recordDisclosure(tx: Writer, disclosure: Disclosure): Promise<void> {
  const { at, law, recipient, orderedBy, about, what, sha256 } = disclosure;
  await tx
    .insertInto('disclosure')
    .values({ at: toStored(at), law, recipient, ordered_by: orderedBy, about, what, sha256 })
    .execute();
}
