/**
 * The answer to a mail that cancels or moves something without saying which booking (6(6)): please
 * phone. It holds nothing about anybody, since it goes to whoever wrote, and moves no booking.
 */
import { wasWrittenTo } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { officeData } from '../mail/mail-views.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';

/** Once in so long a time to one address, so that no robot is answered for ever (trap 17). */
const QUIET_HOURS = 24;

export async function askToPhone(tx: Writer, office: Office, arrival: Arrival): Promise<void> {
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  const kind = 'seeker.notice.call_us';
  const since = cause.now.subtract({ hours: QUIET_HOURS });
  if (await wasWrittenTo(tx, arrival.sender, { kind, since })) return;
  await writeMail(tx, office, {
    kind,
    occasion: `mail ${arrival.row.id}`,
    booking: null,
    to: { name: '', address: arrival.sender },
    text: office.templates.render(kind, { office: officeData(office) }),
    answers: cause.mail,
    now: cause.now,
  });
}
