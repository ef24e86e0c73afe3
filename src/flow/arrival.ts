/**
 * A mail as the flow takes it in hand: its ledger row, the parsed message, who or what sent it,
 * and which booking it speaks of. Reads the store, writes nothing.
 */
import type { Booking } from '../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';
import { addressKey } from '../message/address.ts';
import { judgeOrigin } from '../message/origin.ts';
import { parseMessage } from '../message/parse.ts';
import { threadKeys, verifyOwnMessageId } from '../message/thread-keys.ts';
import type { InboundMessage, OriginVerdict } from '../message/types.ts';
import { bookingById, bookingByReference } from '../store/bookings.ts';
import type { InboxRow } from '../store/inbox.ts';
import { latestMailTo, ourMail } from '../store/our-mails.ts';
import type { Reader } from '../store/store.ts';
import type { Cause } from './apply.ts';
import type { Office } from './office.ts';

export interface Arrival {
  row: InboxRow;
  message: InboundMessage;
  verdict: OriginVerdict;
  /** Canonical address of the author; '' where the mail names none. */
  sender: string;
  /** The instant of arrival in Japanese time, to which "明日" refers. */
  arrivedAt: Temporal.ZonedDateTime;
}

/** Parses and judges a mail. Throws `UnreadableMail`. */
export async function openArrival(office: Office, row: InboxRow): Promise<Arrival> {
  const message = await parseMessage(row.raw ?? Buffer.alloc(0), {
    authservId: office.config.authservId,
  });
  const verdict = judgeOrigin(message, {
    ownAddresses: [office.config.smtp.from.address],
    isOwnMessageId: (id) => verifyOwnMessageId(id, office.messageIdKey) !== null,
  });
  const author = message.from[0]?.address ?? '';
  return {
    row,
    message,
    verdict,
    sender: author === '' ? '' : addressKey(author),
    arrivedAt: row.internalDate.toZonedDateTimeISO(OFFICE_TIME_ZONE),
  };
}

/** The booking whose thread a mail is in, and the text of ours that it answers. */
export interface Thread {
  booking: Booking;
  ourText: string | null;
}

/** By In-Reply-To, References from the end, then the reference code in the subject (trap 6). */
export async function findThread(db: Reader, { message, sender }: Arrival): Promise<Thread | null> {
  const keys = threadKeys(message);
  for (const id of keys.messageIds) {
    const mail = await ourMail(db, id);
    const booking = mail?.bookingId ? await bookingById(db, mail.bookingId) : null;
    if (mail && booking) return { booking, ourText: mail.text };
  }
  const booking = keys.reference === null ? null : await bookingByReference(db, keys.reference);
  if (booking === null) return null;
  const latest = await latestMailTo(db, booking.id, sender);
  return { booking, ourText: latest?.text ?? null };
}

const EXCERPT_LENGTH = 2000;

/** The mail as the cause of what follows from it. */
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
      excerpt: message.text.slice(0, EXCERPT_LENGTH),
    },
  };
}
