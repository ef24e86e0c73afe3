/**
 * Questions about the mails that the office has written: how many to whom, and which of them a
 * person answers. Reads the outbox, never writes it.
 */
import type { MailKind } from '../domain/mail-kind.ts';
import type { Reader } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

/** How many mails were written to `address` since `since` (trap 17). */
export async function mailsToAddressSince(
  db: Reader,
  address: string,
  since: Temporal.Instant,
): Promise<number> {
  return countOf(
    db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('to_address', '=', address)
      .where('date', '>=', toStored(since))
      .executeTakeFirstOrThrow(),
  );
}

/** Whether a mail of one kind was written to `address` since `since`. */
export async function wasWrittenTo(
  db: Reader,
  address: string,
  { kind, since }: { kind: MailKind; since: Temporal.Instant },
): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('to_address', '=', address)
    .where('kind', '=', kind)
    .where('date', '>=', toStored(since))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many mails of one kind a booking has had. */
export async function mailsOfKind(db: Reader, bookingId: number, kind: MailKind): Promise<number> {
  return countOf(
    db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('booking_id', '=', bookingId)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow(),
  );
}

/** A mail of ours: which booking it was about and what it said. */
export interface OurMail {
  id: number;
  bookingId: number | null;
  kind: MailKind;
  text: string;
  writtenAt: Temporal.Instant;
}

/** The mail of ours with this Message-ID. */
export async function ourMail(db: Reader, messageId: string): Promise<OurMail | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'booking_id', 'kind', 'text', 'date'])
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  if (!row) return null;
  const { id, kind, text } = row;
  return { id, bookingId: row.booking_id, kind, text, writtenAt: fromStored(row.date) };
}

/** The newest mail of ours about a booking that the seeker may be answering. */
export async function latestMailTo(
  db: Reader,
  bookingId: number,
  address: string,
): Promise<{ messageId: string; text: string } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['message_id', 'text'])
    .where('booking_id', '=', bookingId)
    .where('to_address', '=', address)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { messageId: row.message_id, text: row.text } : null;
}

/** A mail of ours as far as it matters whether somebody can have answered it. */
export interface WrittenMail {
  id: number;
  writtenAt: Temporal.Instant;
  /** When the relay accepted it; null before that. */
  sentAt: Temporal.Instant | null;
  /** Whether a try to send it has begun; before that nobody can have read it. */
  tried: boolean;
  /** Whether it was refused for good, or withdrawn. */
  failed: boolean;
}

/** The newest mail of one kind about a booking; null where none was written. */
export async function newestOfKind(
  db: Reader,
  bookingId: number,
  kind: MailKind,
): Promise<WrittenMail | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'date', 'attempts', 'state', 'sent_at'])
    .where('booking_id', '=', bookingId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    writtenAt: fromStored(row.date),
    sentAt: row.sent_at === null ? null : fromStored(row.sent_at),
    tried: row.attempts > 0,
    failed: row.state === 'failed',
  };
}

/** The id of the newest mail of one kind about a booking; nothing of its long row is read for it. */
export async function newestIdOfKind(
  db: Reader,
  bookingId: number,
  kind: MailKind,
): Promise<number | null> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('booking_id', '=', bookingId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether a mail about a booking carries a calendar entry and was not refused or withdrawn. */
export async function hasCalendarEntry(db: Reader, bookingId: number): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('booking_id', '=', bookingId)
    .where('calendar_content', 'is not', null)
    .where('state', '<>', 'failed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function countOf(query: Promise<{ n: number | bigint }>): Promise<number> {
  return Number((await query).n);
}
