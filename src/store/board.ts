/**
 * What the board shows of the present: sessions, answers that are due, what waits for a person,
 * mails that did not arrive, the last polls. It only looks, and it reads no 相談内容, no
 * 求職番号 and no mail address (Article 8).
 */
import type { AttentionReason } from '../domain/attention.ts';
import type { BookingState } from '../domain/booking.ts';
import { FREED } from './slots.ts';
import type { Reader } from './store.ts';
import { fromStored, startFromStored, toStored } from './stored-time.ts';

/** Who it is about, as far as it is known; null where no booking is meant. */
export interface Whose {
  reference: string;
  name: string | null;
  phone: string | null;
  start: Temporal.ZonedDateTime | null;
}

export interface BoardSession {
  reference: string;
  name: string | null;
  state: BookingState;
  start: Temporal.ZonedDateTime;
  lane: string;
  interpreter: boolean;
  attendant: boolean;
  unverified: boolean;
}

/** Every session that is held from `from` until before `to`, in the order of time and lane. */
export async function sessionsBetween(
  db: Reader,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<BoardSession[]> {
  const rows = await db
    .selectFrom('booking')
    .select(['reference', 'name', 'state', 'slot_start_at', 'lane'])
    .select(['interpreter', 'attendant', 'unverified'])
    .where('slot_start_at', '>=', toStored(from))
    .where('slot_start_at', '<', toStored(to))
    .where('slot_start_at', 'is not', null)
    .where('state', 'not in', FREED)
    .orderBy('slot_start_at')
    .orderBy('lane')
    .execute();
  return rows.flatMap((row) =>
    row.slot_start_at === null || row.lane === null
      ? []
      : [
          {
            reference: row.reference,
            name: row.name,
            state: row.state,
            start: startFromStored(row.slot_start_at),
            lane: row.lane,
            interpreter: row.interpreter === 1,
            attendant: row.attendant === 1,
            unverified: row.unverified === 1,
          },
        ],
  );
}

/** A list that is cut after so many rows, and how long it is in full. */
export interface Cut<T> {
  rows: T[];
  total: number;
}

export interface DueReply extends Whose {
  replyBy: Temporal.Instant;
}

/** Bookings that wait for the seeker's answer, the most urgent first. */
export async function repliesDue(db: Reader, limit: number): Promise<Cut<DueReply>> {
  const waiting = db
    .selectFrom('booking')
    .where('state', '=', 'awaiting_reply')
    .where('reply_by', 'is not', null);
  const rows = await waiting
    .select(['reference', 'name', 'phone', 'slot_start_at', 'reply_by'])
    .orderBy('reply_by')
    .limit(limit)
    .execute();
  const { total } = await waiting
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const due = rows.map((row) => ({
    reference: row.reference,
    ...personOf(row),
    replyBy: fromStored(row.reply_by ?? ''),
  }));
  return { rows: due, total };
}

export interface OpenPoint {
  reason: AttentionReason;
  raisedAt: Temporal.Instant;
  whose: Whose | null;
  /** Of the booking that it is about; null where it is about none. */
  state: BookingState | null;
}

/** What waits for a person, the oldest first; `except` are reasons that only wait to be seen. */
export async function openPoints(
  db: Reader,
  { limit, except }: { limit: number; except: readonly AttentionReason[] },
): Promise<Cut<OpenPoint>> {
  const open = db
    .selectFrom('attention')
    .where('settled_at', 'is', null)
    .where('reason', 'not in', except);
  const rows = await open
    .leftJoin('booking', 'booking.id', 'attention.booking_id')
    .select(['attention.reason', 'attention.raised_at', 'booking.reference', 'booking.name'])
    .select(['booking.phone', 'booking.slot_start_at', 'booking.state'])
    .orderBy('attention.id')
    .limit(limit)
    .execute();
  const { total } = await open
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const points = rows.map((row) => ({
    reason: row.reason,
    raisedAt: fromStored(row.raised_at),
    whose: whoseOf(row),
    state: row.state,
  }));
  return { rows: points, total };
}

export interface LostMail {
  subject: string;
  date: Temporal.Instant;
  replyCode: number | null;
  whose: Whose | null;
}

/** Mails that were given up since an instant, the newest first. */
export async function lostMails(
  db: Reader,
  { since, limit }: { since: Temporal.Instant; limit: number },
): Promise<Cut<LostMail>> {
  const lost = db
    .selectFrom('outbox')
    .where('outbox.state', '=', 'failed')
    .where('outbox.date', '>=', toStored(since));
  const rows = await lost
    .leftJoin('booking', 'booking.id', 'outbox.booking_id')
    .select(['outbox.subject', 'outbox.date', 'outbox.reply_code', 'booking.reference'])
    .select(['booking.name', 'booking.phone', 'booking.slot_start_at'])
    .orderBy('outbox.id', 'desc')
    .limit(limit)
    .execute();
  const { total } = await lost
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const mails = rows.map((row) => ({
    subject: row.subject,
    date: fromStored(row.date),
    replyCode: row.reply_code,
    whose: whoseOf(row),
  }));
  return { rows: mails, total };
}

interface PersonRow {
  name: string | null;
  phone: string | null;
  slot_start_at: string | null;
}

function personOf(row: PersonRow): Omit<Whose, 'reference'> {
  const start = row.slot_start_at === null ? null : startFromStored(row.slot_start_at);
  return { name: row.name, phone: row.phone, start };
}

function whoseOf(row: PersonRow & { reference: string | null }): Whose | null {
  return row.reference === null ? null : { reference: row.reference, ...personOf(row) };
}
