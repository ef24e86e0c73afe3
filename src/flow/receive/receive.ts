/**
 * Brings new mail from the mailbox into the ledger and has it worked on, replies to our own mails
 * first; what is filed on the server is filed last. While one piece is worked on, the next one is
 * fetched and parsed. One call is one poll: it ends when everything that the server listed has been worked on.
 */
import { notYetSeen, repliesFirst } from '../../imap/cursor.ts';
import type { MailWithheld } from '../../imap/trouble.ts';
import type { Announced, MailboxSession } from '../../imap/types.ts';
import { knownUids, unhandledMails } from '../../store/inbox.ts';
import { mailboxPlace, recordPoll, setMailboxPlace } from '../../store/mailbox.ts';
import { both } from '../both.ts';
import { type OpenedMail, openMail } from '../handle/handle.ts';
import type { Office } from '../office.ts';
import { fetchPiece, type Patience } from './fetch-piece.ts';
import { fileOnServer } from './file-on-server.ts';
import { type HandlingHooks, handleInOrder } from './handle-in-order.ts';

/** So many mails, of so many bytes, are fetched before the server is asked again for a reply. */
const PIECE = { count: 10, bytes: 8_000_000 };

/** Takes up mails that were recorded but not worked on when the program ended. */
export async function resumeHandling(office: Office, hooks: HandlingHooks): Promise<void> {
  for (;;) {
    const rows = await unhandledMails(office.store.read, PIECE.count);
    if (rows.length === 0 || hooks.signal.aborted) return;
    await handleInOrder(
      office,
      rows.map((row) => openMail(office, row)),
      hooks,
    );
  }
}

/**
 * One poll. Throws `MailboxTrouble` where the connection breaks or a mail was withheld; what was
 * recorded stays, and no deadline is judged by such a poll.
 */
export async function poll(
  office: Office,
  session: MailboxSession,
  { hooks, patience }: { hooks: HandlingHooks; patience: Patience },
): Promise<void> {
  const { store, config, clock } = office;
  const { folder } = config.imap;
  const place = await mailboxPlace(store.read, folder);
  if (place === null) throw new Error('the mailbox was not settled in');
  const beganAt = clock.now();
  const seen = await knownUids(store.read, session.uidValidity, place.cursorUid);
  let listedUpTo = place.cursorUid;
  let waiting: Announced[] = [];
  let withheld: MailWithheld | null = null;
  const listNew = async (): Promise<void> => {
    const listed = await session.list(listedUpTo);
    const fresh = notYetSeen(listed, { lowWater: place.cursorUid, seen });
    for (const { uid } of fresh) seen.add(uid);
    listedUpTo = Math.max(listedUpTo, listed.at(-1)?.uid ?? 0);
    if (fresh.length === 0) return;
    waiting = repliesFirst([...waiting, ...fresh], (mail) => concernsUs(office, mail));
  };
  const receiveNext = async (): Promise<Promise<OpenedMail>[]> => {
    const piece = takePiece(waiting);
    if (piece.length === 0) return [];
    const fetched = await fetchPiece(office, session, { piece, patience });
    withheld ??= fetched.withheld;
    const opened = fetched.rows.map((row) => openMail(office, row));
    if (waiting.length > 0) await listNew();
    return opened;
  };
  await listNew();
  let mails = 0;
  let received: Promise<OpenedMail>[] = [];
  while ((waiting.length > 0 || received.length > 0) && !hooks.signal.aborted) {
    mails += received.length;
    [, received] = await both(handleInOrder(office, received, hooks), receiveNext());
  }
  // What the server is told, and the poll that deadlines are judged by, must not be lost behind it.
  await store.onDisk();
  await fileOnServer(office, session);
  if (hooks.signal.aborted) return;
  if (withheld !== null) throw withheld;
  await store.transact(async (tx) => {
    if (listedUpTo > place.cursorUid) {
      await setMailboxPlace(tx, folder, { ...place, cursorUid: listedUpTo, now: clock.now() });
    }
    await recordPoll(tx, { beganAt, endedAt: clock.now(), mails });
  });
}

/** By the thread headers or our code in the subject; wrong guesses cost only order. */
function concernsUs({ config }: Office, mail: Announced): boolean {
  const { address } = config.smtp.from;
  const domain = address.slice(address.lastIndexOf('@'));
  const thread = `${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.toLowerCase();
  return thread.includes(`${domain.toLowerCase()}>`) || mail.subject.includes('予約番号');
}

/** Takes the first mails out of `waiting`, at least one where there is one. */
function takePiece(waiting: Announced[]): Announced[] {
  let bytes = 0;
  let count = 0;
  for (const { sizeBytes } of waiting) {
    bytes += sizeBytes;
    if (count === PIECE.count || (count > 0 && bytes > PIECE.bytes)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}
