/**
 * A mail as the flow takes it in hand: its ledger row, the parsed message, who or what sent it,
 * and which booking it speaks of. Reads the store, writes nothing.
 */
import type { Booking } from '../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';
import { addressKey } from '../message/address.ts';
import { doubtInJapanese } from '../message/doubt-words.ts';
import { judgeOrigin } from '../message/origin.ts';
import { parseMessage } from '../message/parse.ts';
import { threadKeys, verifyOwnMessageId } from '../message/thread-keys.ts';
import type { InboundMessage, OriginVerdict } from '../message/types.ts';
import { bookingById, bookingByReference } from '../store/bookings.ts';
import type { InboxRow } from '../store/inbox.ts';
import { latestMailTo, ourMail } from '../store/our-mails.ts';
import type { Writer } from '../store/store.ts';
import type { Cause } from './cause.ts';
import type { Office } from './office.ts';

export interface Arrival {
  row: InboxRow;
  message: InboundMessage;
  verdict: OriginVerdict;
  /** Canonical address of the author; '' where the mail names none. */
  sender: string;
  /** The instant of arrival in Japanese time, to which "明日" refers. */
  arrivedAt: Temporal.ZonedDateTime;
  /** The booking that the mail speaks of by its thread; null where it is in none of ours. */
  thread: Thread | null;
}

/** The booking whose thread a mail is in, and the text of ours that it answers. */
export interface Thread {
  bookingId: number;
  ourText: string | null;
}

/** Parses a mail, finds its thread and judges its origin. Throws `UnreadableMail`. */
export async function openArrival(office: Office, row: InboxRow): Promise<Arrival> {
  const { config } = office;
  const message = await parseMessage(row.raw ?? Buffer.alloc(0), { authservId: config.authservId });
  const author = message.from[0]?.address ?? '';
  const sender = author === '' ? '' : addressKey(author);
  const thread = await findThread(office, { message, sender });
  const verdict = judgeOrigin(message, {
    ownAddresses: [config.smtp.from.address],
    isOwnMessageId: (id) => verifyOwnMessageId(id, office.messageIdKey) !== null,
    ourText: thread?.ourText ?? null,
  });
  const arrivedAt = row.internalDate.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  return { row, message, verdict, sender, arrivedAt, thread };
}

/**
 * By In-Reply-To, References from the end, then the reference code in the subject, at last the one
 * behind the "+" of our address where the config says that the server takes it (trap 6).
 */
async function findThread(
  { config, store: { read: db } }: Office,
  { message, sender }: Pick<Arrival, 'message' | 'sender'>,
): Promise<Thread | null> {
  const { plusAddressing } = config.smtp;
  const keys = threadKeys(message);
  for (const id of keys.messageIds) {
    const mail = await ourMail(db, id);
    if (mail?.bookingId) return { bookingId: mail.bookingId, ourText: mail.text };
  }
  const reference = keys.reference ?? (plusAddressing ? keys.plusReference : null);
  const booking = reference === null ? null : await bookingByReference(db, reference);
  if (booking === null) return null;
  const latest = await latestMailTo(db, booking.id, sender);
  return { bookingId: booking.id, ourText: latest?.text ?? null };
}

/** The booking of the thread as it is now, inside the transaction that may change it. */
export async function threadBooking(tx: Writer, { thread }: Arrival): Promise<Booking | null> {
  return thread === null ? null : bookingById(tx, thread.bookingId);
}

const EXCERPT_LENGTH = 2000;

/**
 * Whether the words of a mail are surely the person's and surely all: what was decoded or cut in
 * doubt confirms nothing and begins nothing, a person reads it (traps 4 and 15).
 */
export function isSurelyRead({ message }: Arrival, written: { certain: boolean }): boolean {
  return written.certain && message.doubts.length === 0;
}

/** The mail as the cause of what follows from it; doubts about its text are said to the counselor. */
export function causeOf(arrival: Arrival, actor: Cause['actor'], now: Temporal.Instant): Cause {
  const { message, row, sender } = arrival;
  return {
    actor,
    now,
    mail: {
      inboxId: row.id,
      messageId: message.messageId,
      references: message.references,
      from: sender,
      subject: message.subject,
      arrivedAt: row.internalDate,
      excerpt: message.text.slice(0, EXCERPT_LENGTH),
    },
    extras: { advice: [...new Set(message.doubts.map(doubtInJapanese))].join('。\n') || null },
  };
}

/** A mail as a cause that could not be read: only that it came, and when. */
export function causeOfUnread(
  row: Pick<InboxRow, 'id' | 'internalDate'>,
  now: Temporal.Instant,
): Cause {
  const unread = { messageId: null, references: [], from: '', subject: '', excerpt: '' };
  return {
    actor: 'seeker',
    now,
    mail: { ...unread, inboxId: row.id, arrivedAt: row.internalDate },
  };
}
