/**
 * Everything that is kept about one booking beside its row: its story, the mails that came and the
 * mails that left. It only looks.
 */
import type { Selectable } from 'kysely';
import { eventsOf } from './events.ts';
import type { OutboxSelection } from './outbox.ts';
import type { EventTable } from './schema.ts';
import type { Reader } from './store.ts';
import { fromStored } from './stored-time.ts';

export interface KeptMail {
  id: number;
  arrivedAt: Temporal.Instant;
  /** Null after its retention time. */
  raw: Buffer | null;
}

export interface BookingFile {
  events: Selectable<EventTable>[];
  received: KeptMail[];
  sent: OutboxSelection[];
}

export async function bookingFile(db: Reader, bookingId: number): Promise<BookingFile> {
  const received = await db
    .selectFrom('inbox')
    .select(['id', 'internal_date', 'raw'])
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .execute();
  const sent = await db
    .selectFrom('outbox')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .execute();
  return {
    events: await eventsOf(db, bookingId),
    received: received.map(({ id, internal_date: at, raw }) => ({
      id,
      arrivedAt: fromStored(at),
      raw: raw === null ? null : Buffer.from(raw),
    })),
    sent,
  };
}
