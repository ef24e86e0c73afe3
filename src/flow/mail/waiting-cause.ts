/**
 * Lets a mail wait for the booking's Zoom meeting: its cause as text and back, so that the mail is
 * later the same as it would have been. It writes no mail.
 */
import type { Booking } from '../../domain/booking.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import type { Writer } from '../../store/store.ts';
import { addWaitingMail } from '../../store/waiting-mails.ts';
import type { Cause } from '../cause.ts';

export async function letMailWait(
  tx: Writer,
  {
    kind,
    occasion,
    booking,
    cause,
  }: { kind: MailKind; occasion: string; booking: Booking; cause: Cause },
): Promise<void> {
  await addWaitingMail(tx, {
    bookingId: booking.id,
    kind,
    occasion,
    cause: JSON.stringify(cause),
    since: cause.now,
  });
}

/** The cause of a mail that waited, as of `now`. */
export function causeFromText(text: string, now: Temporal.Instant): Cause {
  const cause = JSON.parse(text) as Omit<Cause, 'now' | 'mail'> & {
    mail: (Omit<NonNullable<Cause['mail']>, 'arrivedAt'> & { arrivedAt: string }) | null;
  };
  const { mail } = cause;
  return {
    ...cause,
    now,
    mail: mail === null ? null : { ...mail, arrivedAt: Temporal.Instant.from(mail.arrivedAt) },
  };
}
