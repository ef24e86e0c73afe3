/**
 * A mail as the flow takes it in hand: its ledger row, the parsed message, who or what sent it,
 * and which booking it speaks of. Reads the store, writes nothing.
 */
import type { Booking } from '../../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import { doubtInJapanese } from '../../message/doubt-words.ts';
import { replyText } from '../../message/reply-text.ts';
import { threadKeys } from '../../message/thread-keys.ts';
import { bookingById, bookingByReference } from '../../store/bookings.ts';
import type { InboxRow } from '../../store/inbox.ts';
import { latestMailTo, ourMail } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import type { Cause } from '../cause.ts';
import type { Office } from '../office.ts';
import { type MailInHand, senderOf } from './understand.ts';

export interface Arrival extends MailInHand {
  row: InboxRow;
  /** The booking that the mail speaks of by its thread; null where it is in none of ours. */
  thread: Thread | null;
}

/** The booking whose thread a mail is in, and the text of ours that it answers. */
export interface Thread {
  bookingId: number;
  /** The mail of ours that is answered, where its Message-ID says so. */
  mailId: number | null;
  /** What that mail is. */
  kind: MailKind | null;
  ourText: string | null;
}

/**
 * Parses a mail, finds its thread and judges its origin. Throws `UnreadableMail` where the mail
 * is at fault, `ParserTrouble` or a database error where it is not.
 */
export async function openArrival(office: Office, row: InboxRow): Promise<Arrival> {
  let thread: Thread | null = null;
  const source = row.raw ?? Buffer.alloc(0);
  const { message, verdict } = await office.parser.open(source, async (parsed) => {
    thread = await findThread(office, { message: parsed, sender: senderOf(parsed) });
    return thread?.ourText ?? null;
  });
  const arrivedAt = row.internalDate.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  return { row, message, verdict, sender: senderOf(message), arrivedAt, thread };
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
    if (!mail?.bookingId) continue;
    const { bookingId, id: mailId, kind, text: ourText } = mail;
    return { bookingId, mailId, kind, ourText };
  }
  const reference = keys.reference ?? (plusAddressing ? keys.plusReference : null);
  const booking = reference === null ? null : await bookingByReference(db, reference);
  if (booking === null) return null;
  const latest = await latestMailTo(db, booking.id, sender);
  return { bookingId: booking.id, mailId: null, kind: null, ourText: latest?.text ?? null };
}

/** The booking of the thread as it is now, inside the transaction that may change it. */
export async function threadBooking(tx: Writer, { thread }: Arrival): Promise<Booking | null> {
  return thread === null ? null : bookingById(tx, thread.bookingId);
}

const EXCERPT_LENGTH = 2000;

/**
 * What a person has to read of a mail: in a thread of ours what was written anew and how it is
 * signed, since our own terms below it would hide that; the whole text where the cut is unsure.
 */
function excerptOf({ message, thread }: Arrival): string {
  if (!thread?.ourText) return message.text;
  const { newText, signature, certain } = replyText(message, thread.ourText);
  const own = [newText, signature].filter((part) => part !== '').join('\n\n');
  if (certain && own !== '') return own;
  return newText === '' ? message.text : `${own}\n\n（以下、届いたままの全文）\n${message.text}`;
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
      excerpt: excerptOf(arrival).slice(0, EXCERPT_LENGTH),
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
