/**
 * Tells the admin by mail, once, that the mailbox has been out of reach for long, and once that it
 * is read again: SMTP often lives while IMAP is down. It moves no booking; without a poll nothing
 * becomes void anyway (trap 2). An outage is known by the last poll before it.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import type { MailText } from '../../message/templates.ts';
import { choreDone, setChoreDone } from '../../store/chores.ts';
import { lastPollBegan } from '../../store/mailbox.ts';
import type { Reader } from '../../store/store.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';

/** The mailbox cannot be read, as the log says it; `since` is the first try that failed. */
export interface Outage {
  since: Temporal.Instant;
  why: string;
}

const LOST = 'staff.notice.mailbox_lost';
const BACK = 'staff.notice.mailbox_back';

/** At each try that failed; writes where `health.alertAfterMinutes` have passed since the first. */
export async function tellOutage(office: Office, { since, why }: Outage): Promise<void> {
  const { alertAfterMinutes } = office.config.health;
  const now = office.clock.now();
  if (alertAfterMinutes === null || since.until(now).total('minutes') < alertAfterMinutes) return;
  const last = await lastPollBegan(office.store.read);
  const outage = nameOf(last);
  if (await outageIsTold(office.store.read, outage)) return;
  const text = office.templates.render(LOST, {
    lastRead: last === null ? null : longDateTime(last),
    minutes: alertAfterMinutes,
    why,
  });
  await tell(office, { kind: LOST, outage, text, now });
}

/** The chore: once the mailbox has been read again after an outage that was told. */
export async function tellMailboxBack(office: Office): Promise<void> {
  const { store, clock, templates } = office;
  const told = await choreDone(store.read, 'mailbox_alert');
  if (told === null || !told.doneFor.startsWith(LOST)) return;
  const outage = told.doneFor.slice(LOST.length + 1);
  const last = await lastPollBegan(store.read);
  if (last === null || nameOf(last) === outage) return;
  const text = templates.render(BACK, {
    from: outage === NEVER_READ ? null : longDateTime(Temporal.Instant.from(outage)),
    to: longDateTime(last),
  });
  await tell(office, { kind: BACK, outage, text, now: clock.now() });
}

/** Whether this outage has been told and nobody has been told yet that it is over. */
export async function outageIsTold(db: Reader, outage: string): Promise<boolean> {
  return (await choreDone(db, 'mailbox_alert'))?.doneFor === `${LOST} ${outage}`;
}

const NEVER_READ = 'never read';

function nameOf(lastPoll: Temporal.Instant | null): string {
  return lastPoll?.toString() ?? NEVER_READ;
}

interface Telling {
  kind: MailKind;
  outage: string;
  text: MailText;
  now: Temporal.Instant;
}

async function tell(office: Office, { kind, outage, text, now }: Telling): Promise<void> {
  const { health, staff } = office.config;
  const written = await office.store.transact(async (tx) => {
    const mail = await writeMail(tx, office, {
      kind,
      occasion: outage,
      booking: null,
      to: { name: '', address: health.alertTo ?? staff.notify },
      text,
      answers: null,
      now,
    });
    if (mail === 'capped') return false;
    await setChoreDone(tx, 'mailbox_alert', { doneFor: `${kind} ${outage}`, doneAt: now });
    return true;
  });
  if (written) office.log.warn('mailbox_alert', { kind, outage });
}
