/**
 * Disclosure under law (Article 7(2)): all that is stored of bookings, and the row that says to
 * whom it was given. Nothing else reads so much at once.
 */
import type { Selectable } from 'kysely';
import type {
  AttentionTable,
  BookingTable,
  EventTable,
  InboxTable,
  OutboxTable,
  SeekerTable,
} from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/** Every row about some bookings, and the register's entry of the seeker. */
export interface Dossier {
  seeker: Selectable<SeekerTable> | null;
  bookings: Selectable<BookingTable>[];
  events: Selectable<EventTable>[];
  inbox: Selectable<InboxTable>[];
  outbox: Selectable<OutboxTable>[];
  attention: Selectable<AttentionTable>[];
}

/** Of one booking by its reference, or of one seeker by the number. */
export async function dossierOf(
  db: Reader,
  about: { reference: string } | { seekerNumber: string },
): Promise<Dossier> {
  const query = db.selectFrom('booking').selectAll().orderBy('id');
  const bookings = await ('reference' in about
    ? query.where('reference', '=', about.reference)
    : query.where('seeker_number', '=', about.seekerNumber)
  ).execute();
  const ids = bookings.map(({ id }) => id);
  const number = 'reference' in about ? (bookings[0]?.seeker_number ?? '') : about.seekerNumber;
  const seeker = await db
    .selectFrom('seeker')
    .selectAll()
    .where('seeker_number', '=', number)
    .executeTakeFirst();
  const rowsOf = <T extends 'event' | 'outbox' | 'attention' | 'inbox'>(table: T) =>
    db
      .selectFrom(table as 'event')
      .selectAll()
      .where('booking_id', 'in', ids)
      .orderBy('id')
      .execute();
  return {
    seeker: seeker ?? null,
    bookings,
    events: await rowsOf('event'),
    inbox: (await rowsOf('inbox')) as unknown as Selectable<InboxTable>[],
    outbox: (await rowsOf('outbox')) as unknown as Selectable<OutboxTable>[],
    attention: (await rowsOf('attention')) as unknown as Selectable<AttentionTable>[],
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
