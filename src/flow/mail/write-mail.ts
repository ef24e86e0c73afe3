/**
 * Puts one mail into the outbox, complete and with its Message-ID, inside the transaction of its
 * cause. The last gate before a mail exists: the recipient comes from the booking, never from a
 * caller's text, and the caps of trap 17 are kept here. Sending is `flow/deliver/`.
 */
import type { Booking } from '../../domain/booking.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import type { OutboundAddress, OutboundMessage } from '../../domain/outbound.ts';
import type { MailText } from '../../message/templates.ts';
import { ownMessageId } from '../../message/thread-keys.ts';
import { mailsOfKind, mailsToAddressSince } from '../../store/our-mails.ts';
import { addToOutbox, nextMailId } from '../../store/outbox.ts';
import type { Writer } from '../../store/store.ts';
import type { Answered } from '../cause.ts';
import type { Office } from '../office.ts';

export interface MailOrder {
  kind: MailKind;
  /** What makes this mail another one than the last of its kind about the booking. */
  occasion: string;
  booking: Booking | null;
  to: OutboundAddress;
  text: MailText;
  answers: Answered | null;
  /** A calendar entry beside the text; none where left out. */
  calendar?: OutboundMessage['calendar'];
  now: Temporal.Instant;
}

/** Its number in the outbox; null where the same mail had been written before. */
export interface WrittenNow {
  mailId: number | null;
}

/** Writes the mail, or says that a cap was reached; the same mail is written only once. */
export async function writeMail(
  tx: Writer,
  office: Office,
  order: MailOrder,
): Promise<WrittenNow | 'capped'> {
  if (await capReached(tx, office, order)) return 'capped';
  const { smtp, sendMode } = office.config;
  const from = { name: smtp.from.name, address: smtp.from.address };
  const messageId = ownMessageId({
    bookingId: order.booking?.id ?? 0,
    mailId: await nextMailId(tx),
    key: office.messageIdKey,
    domain: from.address.slice(from.address.lastIndexOf('@') + 1),
  });
  const { answers } = order;
  const inReplyTo = answers?.messageId ?? null;
  const mailId = await addToOutbox(
    tx,
    {
      kind: order.kind,
      occasion: order.occasion,
      bookingId: order.booking?.id ?? null,
      inboxId: answers?.inboxId ?? null,
      message: {
        messageId,
        date: order.now,
        from,
        replyTo: { name: from.name, address: replyAddress(office, order.booking) },
        to: order.to,
        subject: order.text.subject,
        text: order.text.text,
        inReplyTo,
        references:
          inReplyTo === null ? [] : [...(answers?.references ?? []).slice(-10), inReplyTo],
        autoSubmitted: inReplyTo === null ? 'auto-generated' : 'auto-replied',
        calendar: order.calendar ?? null,
      },
    },
    sendMode === 'live' ? 'queued' : 'held',
  );
  return { mailId };
}

/** Where answers go: as configured, with the booking's code behind a "+" where the server takes that. */
function replyAddress({ config }: Office, booking: Booking | null): string {
  const { from, replyTo, plusAddressing } = config.smtp;
  const address = replyTo ?? from.address;
  if (!plusAddressing || booking === null) return address;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${booking.reference}${address.slice(at)}`;
}

/** At most so many mails to one address an hour, and of one kind about one booking (trap 17). */
async function capReached(tx: Writer, office: Office, order: MailOrder): Promise<boolean> {
  const { mailsPerAddressAndHour, staffMailsPerHour, mailsPerKindAndBooking } =
    office.config.limits;
  const anHourAgo = order.now.subtract({ hours: 1 });
  const toStaff = order.kind.startsWith('staff.');
  const toAddress = await mailsToAddressSince(tx, order.to.address, anHourAgo);
  if (toAddress >= (toStaff ? staffMailsPerHour : mailsPerAddressAndHour)) return true;
  if (toStaff || order.booking === null) return false;
  return (await mailsOfKind(tx, order.booking.id, order.kind)) >= mailsPerKindAndBooking;
}
