/**
 * One mail, from its ledger row to what it causes: opened outside, decided and written in one
 * transaction. The order of the questions is the order of the file; the first that answers ends
 * the mail. Whatever is left over goes on the staff's list, nothing is dropped.
 */
import { readAnnouncedFields } from '../../imap/headers.ts';
import { gatewayText } from '../../message/origin/text-evidence.ts';
import { UnreadableMail } from '../../message/unreadable-mail.ts';
import { concludeMail, type InboxRow } from '../../store/inbox.ts';
import { isDatabaseError } from '../../store/sqlite.ts';
import type { Writer } from '../../store/store.ts';
import {
  type Arrival,
  causeOf,
  causeOfUnread,
  openArrival,
  threadBooking,
} from '../arrival/arrival.ts';
import { bookingByHeader } from '../arrival/booking-by-header.ts';
import { isStaff } from '../arrival/is-staff.ts';
import { type MailInHand, whoSpeaks } from '../arrival/understand.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { untilNotOvertaken } from '../overtaken.ts';
import { ParserTrouble } from '../parse-guard.ts';
import { handleBounce, handleStopped } from './handle-bounce.ts';
import { handleCounselor } from './handle-counselor.ts';
import { handlePerson, toStaff } from './handle-person.ts';
import { handleSite } from './handle-site.ts';
import { isSiteNotice } from './site-notice.ts';

/** A received mail, opened or not to be opened. */
export type OpenedMail = { row: InboxRow } & ({ arrival: Arrival } | { trouble: unknown });

/** Parses and judges a mail and finds its thread; never rejects, trouble is told at the conclusion. */
export async function openMail(office: Office, row: InboxRow): Promise<OpenedMail> {
  try {
    return { row, arrival: await openArrival(office, row) };
  } catch (trouble) {
    return { row, trouble };
  }
}

/**
 * Decides on an opened mail and commits all that follows; that it is on the disk too is waited for
 * by who goes on from there. Returns the booking where a mail of ours about it was answered. Throws
 * only where database or parser fail; the mail then stays received.
 */
export async function concludeArrival(office: Office, mail: OpenedMail): Promise<number | null> {
  const { row } = mail;
  try {
    if ('trouble' in mail) throw mail.trouble;
    const { arrival } = mail;
    const work = async (tx: Writer) => {
      const result = await dispatch(tx, office, arrival);
      const { origin, evidence, rule } = arrival.verdict;
      await concludeMail(tx, row.id, {
        ...result,
        origin,
        evidence: rule === null ? null : `${rule}: ${evidence}`.slice(0, 500),
      });
      return result;
    };
    const handled = await untilNotOvertaken(() =>
      office.store.transact(work, { told: 'committed' }),
    );
    const { state, outcome, bookingId } = handled;
    office.log.info('mail_handled', { inbox: row.id, state, outcome, booking: bookingId });
    return arrival.thread?.bookingId ?? null;
  } catch (error) {
    if (isDatabaseError(error) || error instanceof ParserTrouble) throw error;
    await setAside(office, row, error);
    return null;
  }
}

async function dispatch(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const isSite = (mail: MailInHand) => isSiteNotice(office.config.bookingSite, mail);
  switch (whoSpeaks(arrival, (sender) => isStaff(office, sender), isSite)) {
    case 'own':
      return { state: 'handled', outcome: 'our own mail came back', bookingId: null };
    case 'bounce':
      return handleBounce(tx, office, arrival);
    case 'site':
      return handleSite(tx, office, arrival);
    case 'machine':
      return handleMachine(tx, office, arrival);
    case 'unproven':
      return handleUnproven(tx, office, arrival);
    case 'counselor':
      return handleCounselor(tx, office, arrival);
    case 'nobody':
      return toStaff(tx, office, { arrival, reason: 'not_a_request' });
    case 'seeker':
      return handlePerson(tx, office, arrival);
  }
}

/** The office's server says that the sender is not who he claims: a counselor decides (trap 6). */
async function handleUnproven(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const booking = await threadBooking(tx, arrival);
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  await alertStaff(tx, office, { reason: 'authentication_failed', booking, cause });
  const bookingId = booking?.id ?? null;
  return { state: 'for_staff', outcome: 'sender not authenticated', bookingId };
}

/** A machine's mail confirms nothing and is answered by nothing; it is listed (trap 3). */
async function handleMachine(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const { origin, rule } = arrival.verdict;
  if (rule === gatewayText.name) return handleStopped(tx, office, arrival);
  const booking = await threadBooking(tx, arrival);
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  await alertStaff(tx, office, { reason: 'machine_mail', booking, cause });
  return { state: 'for_staff', outcome: `machine: ${origin}`, bookingId: booking?.id ?? null };
}

/** A mail that cannot be worked on is kept with its bytes and shown; the next one goes on. */
async function setAside(office: Office, row: InboxRow, error: unknown): Promise<void> {
  const why = error instanceof UnreadableMail ? error.reason : String(error);
  await office.store.transact(async (tx) => {
    await concludeMail(tx, row.id, {
      state: 'for_staff',
      origin: null,
      evidence: null,
      outcome: `set aside: ${why}`.slice(0, 300),
      bookingId: null,
    });
    const booking = row.raw && (await bookingByHeader(tx, readAnnouncedFields(row.raw)));
    const cause = causeOfUnread(row, office.clock.now());
    await alertStaff(tx, office, { reason: 'unreadable', booking, cause });
  });
  const kind = error instanceof Error ? error.name : typeof error;
  office.log.error('mail_set_aside', { inbox: row.id, kind });
}
