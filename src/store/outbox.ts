/**
 * The outgoing mails, each complete before it is tried (trap 11): written in the transaction of
 * the decision that causes it, sent later, and on every retry the same. `held` mails wait for an
 * admin's release, `sending` marks a try whose end is not known.
 */
import { type Selectable, sql } from 'kysely';
import { MAIL_KINDS, type MailKind } from '../domain/mail-kind.ts';
import { type OutboundAddress, type OutboundMessage, WITHDRAWN } from '../domain/outbound.ts';
import type { OutboxState, OutboxTable } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

/** Not held, and without an end yet. */
const WAITING: readonly OutboxState[] = ['queued', 'sending'];

const TO_SEEKERS = MAIL_KINDS.filter((kind) => kind.startsWith('seeker.'));

export interface OutboxEntry {
  kind: MailKind;
  occasion: string;
  bookingId: number | null;
  inboxId: number | null;
  message: OutboundMessage;
}

/**
 * Adds a mail; null where the same kind already went out for the same occasion of the booking,
 * so that nothing is sent twice however often the cause is worked through. A Message-ID that is
 * in use already throws: such a mail must not vanish unseen.
 */
export async function addToOutbox(
  tx: Writer,
  entry: OutboxEntry,
  state: 'held' | 'queued',
): Promise<number | null> {
  const { message } = entry;
  const row = await tx
    .insertInto('outbox')
    .values({
      booking_id: entry.bookingId,
      inbox_id: entry.inboxId,
      kind: entry.kind,
      occasion: entry.occasion,
      message_id: message.messageId,
      date: toStored(message.date),
      reply_to: message.replyTo.address,
      to_name: message.to.name,
      to_address: message.to.address,
      subject: message.subject,
      text: message.text,
      in_reply_to: message.inReplyTo,
      references_json: JSON.stringify(message.references),
      auto_submitted: message.autoSubmitted,
      calendar_name: message.calendar?.fileName ?? null,
      calendar_content: message.calendar?.content ?? null,
      state,
      attempts: 0,
      next_attempt_at: toStored(message.date),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['booking_id', 'kind', 'occasion'])
        .where('booking_id', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The id that the next mail will get; only right inside the writing transaction. */
export async function nextMailId(tx: Writer): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  return Number(row?.id ?? 0) + 1;
}

/** Nothing is put off for longer; what is due later than that was put off by a clock that was wrong. */
const LONGEST_PAUSE = { hours: 2 } as const;

/** Which of the due mails are asked for. */
export interface DueQuestion {
  limit: number;
  /** Mails that are under way, or rest. */
  notNow: ReadonlySet<number>;
  /** Only mails about these bookings; without it all. */
  bookingIds?: ReadonlySet<number>;
}

/** The mails to be tried now: due and not held, the oldest first. */
export async function dueMails(
  db: Reader,
  now: Temporal.Instant,
  { limit, notNow, bookingIds }: DueQuestion,
): Promise<OutboxSelection[]> {
  const waiting = db
    .selectFrom('outbox')
    .select('id')
    // With the plus SQLite does not go through all that wait, but through what is about the bookings.
    .where(bookingIds ? sql<OutboxState>`+state` : 'state', 'in', WAITING)
    .where('id', 'not in', oneOf(notNow))
    .$if(bookingIds !== undefined, (query) =>
      query.where('booking_id', 'in', oneOf(bookingIds ?? [])),
    )
    .orderBy('id')
    .limit(limit);
  // Only the chosen are read whole: their texts are long, and thousands may be waiting.
  const whole = (chosen: typeof waiting) =>
    db.selectFrom('outbox').selectAll().where('id', 'in', chosen).orderBy('id').execute();
  const due = await whole(waiting.where('next_attempt_at', '<=', toStored(now)));
  if (due.length > 0) return due;
  return whole(waiting.where('next_attempt_at', '>', toStored(now.add(LONGEST_PAUSE))));
}

/** Numbers as one parameter: a list of each length would be a statement of its own, and kept. */
function oneOf(numbers: Iterable<number>) {
  return sql<number>`(select value from json_each(${JSON.stringify([...numbers])}))`;
}

export type OutboxSelection = Selectable<OutboxTable>;

/**
 * Marks the beginning of a try; committed before the relay is spoken to. Throws where the mail is
 * held, sent or given up meanwhile, so that it is not sent (again).
 */
export async function markSending(tx: Writer, id: number): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'sending', attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .where('state', 'in', WAITING)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`outbox row ${id} was not waiting to be sent`);
}

/** What the relay said to a try. */
export interface TryResult {
  state: 'sent' | 'queued' | 'failed';
  replyCode: number | null;
  response: string;
  at: Temporal.Instant;
  /** For `queued`: when to try again. */
  nextAttemptAt?: Temporal.Instant;
}

/** Ends a try, or a mail that is no longer wanted; throws where the row has its end already. */
export async function recordTry(tx: Writer, id: number, result: TryResult): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({
      state: result.state,
      reply_code: result.replyCode,
      response: result.response.slice(0, 500),
      ...(result.state === 'sent' ? { sent_at: toStored(result.at) } : {}),
      ...(result.nextAttemptAt ? { next_attempt_at: toStored(result.nextAttemptAt) } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', WAITING)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`outbox row ${id} was not waiting for a result`);
}

/**
 * Gives up the mails to the seeker about a booking that have not begun to leave, because what they
 * say no longer holds; one that is on the wire is judged again before its next try.
 */
export async function withdrawMails(tx: Writer, bookingId: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', response: `${WITHDRAWN}: the booking has changed meanwhile` })
    .where('booking_id', '=', bookingId)
    .where('kind', 'in', TO_SEEKERS)
    .where('state', 'in', ['held', 'queued'])
    .execute();
}

/** When the next waiting mail is due; null where none waits. */
export async function nextDue(db: Reader): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('outbox')
    .select('next_attempt_at')
    .where('state', 'in', WAITING)
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst();
  return row ? fromStored(row.next_attempt_at) : null;
}

/** Lets held mails go; all of them, or one. Returns how many. */
export async function releaseHeld(tx: Writer, id: number | null): Promise<number> {
  let query = tx.updateTable('outbox').set({ state: 'queued' }).where('state', '=', 'held');
  if (id !== null) query = query.where('id', '=', id);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The mail of a row; sender and answers' address bear the office's name. */
export function toMessage(row: OutboxSelection, from: OutboundAddress): OutboundMessage {
  return {
    from,
    replyTo: { name: from.name, address: row.reply_to },
    messageId: row.message_id,
    date: fromStored(row.date),
    to: { name: row.to_name, address: row.to_address },
    subject: row.subject,
    text: row.text,
    inReplyTo: row.in_reply_to,
    references: JSON.parse(row.references_json) as string[],
    autoSubmitted: row.auto_submitted,
    calendar:
      row.calendar_name === null || row.calendar_content === null
        ? null
        : { fileName: row.calendar_name, content: row.calendar_content },
  };
}
