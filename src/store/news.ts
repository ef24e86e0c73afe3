/**
 * What has come into the database since a look before: events, mails, matters for staff, for the
 * demo, which tells them as they happen. It only looks.
 */
import type { Selectable } from 'kysely';
import type { BookingState } from '../domain/booking.ts';
import type { AttentionTable, EventTable, OutboxTable } from './schema.ts';
import type { Reader } from './store.ts';
import { startFromStored } from './stored-time.ts';

/** The newest row of each table that was seen; 0 before the first. */
export interface Seen {
  event: number;
  mail: number;
  matter: number;
}

export interface News {
  events: (Pick<Selectable<EventTable>, 'type' | 'article' | 'detail' | 'actor'> & {
    reference: string;
  })[];
  mails: Pick<Selectable<OutboxTable>, 'to_address' | 'subject' | 'state'>[];
  matters: Pick<Selectable<AttentionTable>, 'reason'>[];
  /** For the next look. */
  seen: Seen;
}

export async function newsSince(db: Reader, seen: Seen): Promise<News> {
  const events = await db
    .selectFrom('event')
    .innerJoin('booking', 'booking.id', 'event.booking_id')
    .select(['event.id', 'event.type', 'event.article', 'event.detail', 'event.actor'])
    .select('booking.reference')
    .where('event.id', '>', seen.event)
    .orderBy('event.id')
    .execute();
  const mails = await db
    .selectFrom('outbox')
    .select(['id', 'to_address', 'subject', 'state'])
    .where('id', '>', seen.mail)
    .orderBy('id')
    .execute();
  const matters = await db
    .selectFrom('attention')
    .select(['id', 'reason'])
    .where('id', '>', seen.matter)
    .orderBy('id')
    .execute();
  return {
    events,
    mails,
    matters,
    seen: {
      event: events.at(-1)?.id ?? seen.event,
      mail: mails.at(-1)?.id ?? seen.mail,
      matter: matters.at(-1)?.id ?? seen.matter,
    },
  };
}

/** A booking in the order of its beginning. */
export interface StandingBooking {
  reference: string;
  name: string | null;
  state: BookingState;
  start: Temporal.ZonedDateTime | null;
}

/** Every booking as it stands. */
export async function everyBooking(db: Reader): Promise<StandingBooking[]> {
  const rows = await db
    .selectFrom('booking')
    .select(['reference', 'name', 'state', 'slot_start_at'])
    .orderBy('id')
    .execute();
  return rows.map(({ slot_start_at: start, ...row }) => ({
    ...row,
    start: start === null ? null : startFromStored(start),
  }));
}
