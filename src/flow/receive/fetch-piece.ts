/**
 * Fetches a piece of announced mails and commits them to the ledger, before anything else is done
 * with them. What is too large is never fetched, and what the server withholds again and again is
 * handed to the staff. It reads no mail.
 */
import { MailWithheld } from '../../imap/trouble.ts';
import type { Announced, FetchedMail, MailboxSession } from '../../imap/types.ts';
import { type InboxRow, recordMail } from '../../store/inbox.ts';
import type { Writer } from '../../store/store.ts';
import type { Office } from '../office.ts';
import { ledgerRow, setAsideUnfetched } from './not-fetched.ts';

/**
 * How often the server withheld a mail that it lists, by UID; kept from poll to poll, until it hands
 * the mail out or the staff have it.
 */
export type Patience = Map<number, number>;

export interface FetchedPiece {
  /** What is to be worked on, in the order of the piece. */
  rows: InboxRow[];
  /** The trouble of a poll that could not have all; null where it had, or where staff have the rest. */
  withheld: MailWithheld | null;
}

/** Throws `MailboxTrouble` where the connection breaks. */
export async function fetchPiece(
  office: Office,
  session: MailboxSession,
  { piece, patience }: { piece: readonly Announced[]; patience: Patience },
): Promise<FetchedPiece> {
  const { maxMailBytes } = office.config.imap;
  for (const mail of piece) {
    if (mail.sizeBytes <= maxMailBytes) continue;
    await setAsideUnfetched(office, session, { mail, reason: 'too_large' });
  }
  const wanted = piece.filter(({ sizeBytes }) => sizeBytes <= maxMailBytes);
  const mails: FetchedMail[] = [];
  let withheld: MailWithheld | null = null;
  try {
    for await (const mail of session.fetch(wanted.map(({ uid }) => uid))) mails.push(mail);
  } catch (error) {
    if (!(error instanceof MailWithheld)) throw error;
    withheld = error;
  }
  const rows = await record(office, session, { mails, piece });
  for (const { uid } of mails) patience.delete(uid);
  if (withheld === null) return { rows, withheld };
  const { uids } = withheld;
  const kept = piece.filter(({ uid }) => uids.includes(uid));
  const bearable = await bear(office, session, { mails: kept, patience });
  return { rows, withheld: bearable ? withheld : null };
}

/**
 * One transaction for the piece; a mail that came before under another UID is not worked on. What
 * follows from a mail is committed behind it, so that it is on the disk no later than that.
 */
async function record(
  office: Office,
  session: MailboxSession,
  { mails, piece }: { mails: readonly FetchedMail[]; piece: readonly Announced[] },
): Promise<InboxRow[]> {
  if (mails.length === 0) return [];
  const announced = new Map(piece.map((mail) => [mail.uid, mail]));
  const recordAll = async (tx: Writer): Promise<InboxRow[]> => {
    const recorded: InboxRow[] = [];
    for (const { uid, source, internalDate } of mails) {
      const mail = announced.get(uid);
      if (mail === undefined) throw new Error(`the server sent UID ${uid} unasked`);
      const row = { ...ledgerRow(office, session, mail), internalDate, raw: source };
      recorded.push(await recordMail(tx, row, 'received'));
    }
    return recorded;
  };
  const rows = await office.store.transact(recordAll, { told: 'committed' });
  return rows.filter(({ state }) => state === 'received');
}

/**
 * A mail that is listed and withheld may be a reply: its poll counts for no deadline. After some
 * polls it is the staff's, so that one damaged mail does not keep all deadlines waiting. Whether
 * there is any that is still waited for.
 */
async function bear(
  office: Office,
  session: MailboxSession,
  { mails, patience }: { mails: readonly Announced[]; patience: Patience },
): Promise<boolean> {
  let waits = false;
  for (const mail of mails) {
    const times = (patience.get(mail.uid) ?? 0) + 1;
    patience.set(mail.uid, times);
    if (times < office.config.imap.fetchAttempts) {
      waits = true;
      continue;
    }
    await setAsideUnfetched(office, session, { mail, reason: 'not_handed_out' });
    patience.delete(mail.uid);
  }
  return waits;
}
