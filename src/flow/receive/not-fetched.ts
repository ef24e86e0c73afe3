/**
 * Mails that are known by their announcement only: too large to be fetched, or not handed out by
 * the server. Each is listed with the booking that it may answer, as far as its header fields
 * tell, so that silence is not taken for that answer. Nothing else is done with them.
 */
import type { AttentionReason } from '../../domain/attention.ts';
import type { Announced, MailboxSession } from '../../imap/types.ts';
import { type ReceivedMail, recordMail } from '../../store/inbox.ts';
import { causeOfUnread } from '../arrival/arrival.ts';
import { bookingByHeader } from '../arrival/booking-by-header.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';

/** Puts a mail that was not fetched on the staff's list; its ledger row says that it is done. */
export async function setAsideUnfetched(
  office: Office,
  session: MailboxSession,
  {
    mail,
    reason,
  }: { mail: Announced; reason: Extract<AttentionReason, 'too_large' | 'not_handed_out'> },
): Promise<void> {
  await office.store.transact(async (tx) => {
    const row = await recordMail(tx, ledgerRow(office, session, mail), 'for_staff');
    const booking = await bookingByHeader(tx, mail);
    const cause = causeOfUnread(row, office.clock.now());
    await alertStaff(tx, office, { reason, booking, cause });
  });
  office.log.warn('mail_not_fetched', { uid: mail.uid, reason });
}

/** The ledger row of a mail without its bytes. */
export function ledgerRow(office: Office, session: MailboxSession, mail: Announced): ReceivedMail {
  return {
    uidValidity: session.uidValidity,
    uid: mail.uid,
    messageId: mail.messageId,
    sizeBytes: mail.sizeBytes,
    internalDate: mail.internalDate,
    receivedAt: office.clock.now(),
    raw: null,
  };
}
