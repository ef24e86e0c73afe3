/**
 * The answer to a mail that cancels or moves something without saying which booking (6(6)): please
 * phone. It holds nothing about anybody, since it goes to whoever wrote, and moves no booking.
 */
import type { Writer } from '../../store/store.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import { officeData } from '../mail/mail-views.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';
import { type Arrival, causeOf } from '../receive/arrival.ts';

/** Once for each such mail, as far as the limits of mails to one address go. */
export async function askToPhone(tx: Writer, office: Office, arrival: Arrival): Promise<void> {
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  const kind = 'seeker.notice.call_us';
  const written = await writeMail(tx, office, {
    kind,
    occasion: `mail ${arrival.row.id}`,
    booking: null,
    to: { name: '', address: arrival.sender },
    text: office.templates.render(kind, { office: officeData(office) }),
    answers: cause.mail,
    now: cause.now,
  });
  if (written !== 'capped') return;
  await alertStaff(tx, office, { reason: 'mail_limit_reached', booking: null, cause, once: true });
}
