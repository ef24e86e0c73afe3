/**
 * Mails that are due but cannot be written yet, because they tell of a Zoom meeting that is still
 * being made: which mail, and its cause. The row goes when the mail is written.
 */
import type { MailKind } from '../domain/mail-kind.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

export interface WaitingMail {
  id: number;
  kind: MailKind;
  /** JSON of the cause, as `flow/mail/waiting-cause.ts` writes and reads it. */
  cause: string;
}

/** Lets a mail wait; the same one waits only once. */
export async function addWaitingMail(
  tx: Writer,
  mail: Omit<WaitingMail, 'id'> & { bookingId: number; occasion: string; since: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('waiting_mail')
    .values({
      booking_id: mail.bookingId,
      kind: mail.kind,
      occasion: mail.occasion,
      cause: mail.cause,
      waits_since: toStored(mail.since),
    })
    .onConflict((conflict) => conflict.columns(['booking_id', 'kind', 'occasion']).doNothing())
    .execute();
}

/** Takes the mails that wait for a booking's meeting, in the order of their causes. */
export async function takeWaitingMails(tx: Writer, bookingId: number): Promise<WaitingMail[]> {
  const rows = await tx
    .deleteFrom('waiting_mail')
    .where('booking_id', '=', bookingId)
    .returning(['id', 'kind', 'cause'])
    .execute();
  return rows.sort((a, b) => a.id - b.id);
}

/** Whether a mail waits for a booking's meeting. */
export async function hasWaitingMail(db: Reader, bookingId: number): Promise<boolean> {
  const row = await db
    .selectFrom('waiting_mail')
    .select('id')
    .where('booking_id', '=', bookingId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
