/**
 * Brings new mail from the mailbox into the ledger and works on it, replies to our own mails
 * first; what is filed on the server is filed last, in batches. One call is one poll: it ends
 * when everything that the server listed has been worked on.
 */
import { notYetSeen, repliesFirst, startingPoint } from '../imap/cursor.ts';
import { MailboxTrouble } from '../imap/trouble.ts';
import type { Announced, MailboxSession } from '../imap/types.ts';
import {
  type InboxRow,
  knownUids,
  type ReceivedMail,
  recordMail,
  unhandledMails,
} from '../store/inbox.ts';
import {
  markFiled,
  readdressMail,
  rowFromEarlierValidity,
  unfiledMails,
} from '../store/inbox-places.ts';
import { mailboxPlace, recordPoll, setMailboxPlace } from '../store/mailbox.ts';
import { alertStaff } from './alert-staff.ts';
import { causeOfUnread } from './arrival.ts';
import { handleMail } from './handle.ts';
import type { Office } from './office.ts';

/** So many mails are worked on before the server is asked again whether a reply has come. */
const PIECE = 20;
/** Rows written in one transaction where nothing has to be worked on. */
const NOTE_PIECE = 500;

export interface PollHooks {
  /** After each mail: something may have to be sent. */
  onHandled(): void;
  /** Ends the poll early between two mails. */
  signal: AbortSignal;
}

/** Sets the start line on the first run, and finds every mail again under a new UIDVALIDITY. */
export async function settleIn(office: Office, session: MailboxSession): Promise<void> {
  const { store, config, clock, log } = office;
  const { folder } = config.imap;
  const { uidValidity } = session;
  const place = await mailboxPlace(store.read, folder);
  const known = place && { uidValidity: place.uidValidity, lowWater: place.cursorUid };
  const start = startingPoint(known, session);
  if (start.kind === 'go_on') return;
  const listed = await session.list(0);
  // What arrived after SELECT is new mail already; a server without UIDNEXT cannot tell.
  const firstStart = start.kind === 'first_start' && session.uidNext !== null;
  // Ended between noting and setting the start line: what is noted already is not noted again.
  const noted =
    start.kind === 'first_start' ? await knownUids(store.read, uidValidity, 0) : new Set<number>();
  const present = listed.filter(
    ({ uid }) => !noted.has(uid) && (!firstStart || uid <= start.afterUid),
  );
  const lastUid = firstStart ? start.afterUid : (listed.at(-1)?.uid ?? 0);
  for (let i = 0; i < present.length; i += NOTE_PIECE) {
    await store.transact(async (tx) => {
      for (const mail of present.slice(i, i + NOTE_PIECE)) {
        if (start.kind === 'first_start') {
          await recordMail(tx, ledgerRow(office, session, mail), 'noted');
          continue;
        }
        const id = await rowFromEarlierValidity(tx, mail, uidValidity);
        if (id !== null) await readdressMail(tx, id, { uidValidity, uid: mail.uid });
      }
    });
  }
  const cursorUid = start.kind === 'first_start' ? lastUid : 0;
  const now = clock.now();
  const next = { uidValidity, startUid: place?.startUid ?? lastUid, cursorUid, now };
  await store.transact((tx) => setMailboxPlace(tx, folder, next));
  log.info('mailbox_settled', { start: start.kind, present: present.length });
}

/** Takes up mails that were recorded but not worked on when the program ended. */
export async function resumeHandling(office: Office, hooks: PollHooks): Promise<void> {
  for (;;) {
    const rows = await unhandledMails(office.store.read, PIECE);
    if (rows.length === 0 || hooks.signal.aborted) return;
    for (const row of rows) {
      await handleMail(office, row);
      hooks.onHandled();
    }
  }
}

/** One poll. Throws `MailboxTrouble` where the connection breaks; what was recorded stays. */
export async function poll(
  office: Office,
  session: MailboxSession,
  hooks: PollHooks,
): Promise<void> {
  const { store, config, clock } = office;
  const { folder } = config.imap;
  const place = await mailboxPlace(store.read, folder);
  if (place === null) throw new Error('the mailbox was not settled in');
  const beganAt = clock.now();
  const seen = await knownUids(store.read, session.uidValidity, place.cursorUid);
  let listedUpTo = place.cursorUid;
  let waiting: Announced[] = [];
  const listNew = async (): Promise<void> => {
    const listed = await session.list(listedUpTo);
    const fresh = notYetSeen(listed, { lowWater: place.cursorUid, seen });
    for (const { uid } of fresh) seen.add(uid);
    listedUpTo = Math.max(listedUpTo, listed.at(-1)?.uid ?? 0);
    waiting = repliesFirst([...waiting, ...fresh], (mail) => concernsUs(office, mail));
  };
  await listNew();
  let mails = 0;
  while (waiting.length > 0 && !hooks.signal.aborted) {
    const piece = waiting.splice(0, PIECE);
    await workOn(office, session, { piece, hooks });
    mails += piece.length;
    if (waiting.length > 0) await listNew();
  }
  await fileOnServer(office, session);
  if (hooks.signal.aborted) return;
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

/** Fetches a piece, commits each mail, then works on it; too large ones are never fetched. */
async function workOn(
  office: Office,
  session: MailboxSession,
  { piece, hooks }: { piece: Announced[]; hooks: PollHooks },
): Promise<void> {
  const { store, config, clock } = office;
  const byUid = new Map(piece.map((mail) => [mail.uid, mail]));
  const small = piece.filter(({ sizeBytes }) => sizeBytes <= config.imap.maxMailBytes);
  for (const mail of piece) {
    if (mail.sizeBytes > config.imap.maxMailBytes) await setAsideUnread(office, session, mail);
  }
  for await (const { uid, source, internalDate } of session.fetch(small.map(({ uid }) => uid))) {
    const announced = byUid.get(uid);
    const mail: ReceivedMail = {
      uidValidity: session.uidValidity,
      uid,
      messageId: announced?.messageId ?? null,
      sizeBytes: announced?.sizeBytes ?? source.length,
      internalDate,
      receivedAt: clock.now(),
      raw: source,
    };
    const row: InboxRow = await store.transact((tx) => recordMail(tx, mail, 'received'));
    if (row.state !== 'received') continue;
    await handleMail(office, row);
    hooks.onHandled();
    if (hooks.signal.aborted) return;
  }
}

async function setAsideUnread(
  office: Office,
  session: MailboxSession,
  mail: Announced,
): Promise<void> {
  await office.store.transact(async (tx) => {
    const row = await recordMail(tx, ledgerRow(office, session, mail), 'for_staff');
    const cause = causeOfUnread(row, office.clock.now());
    await alertStaff(tx, office, { reason: 'too_large', booking: null, cause });
  });
}

function ledgerRow(office: Office, session: MailboxSession, mail: Announced): ReceivedMail {
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

const FILE_PIECE = 500;

/** Tells the server what became of the mails; a folder that refuses is reported, not fatal. */
async function fileOnServer(office: Office, session: MailboxSession): Promise<void> {
  const { store, clock, log } = office;
  try {
    for (;;) {
      const rows = await unfiledMails(store.read, session.uidValidity, FILE_PIECE);
      if (rows.length === 0) return;
      for (const forStaff of [false, true]) {
        const group = rows.filter((row) => row.forStaff === forStaff);
        if (group.length === 0) continue;
        await session.file(
          group.map(({ uid }) => uid),
          forStaff ? 'for_staff' : 'handled',
        );
        const ids = group.map(({ id }) => id);
        await store.transact((tx) => markFiled(tx, ids, clock.now()));
      }
    }
  } catch (error) {
    if (!(error instanceof MailboxTrouble) || error.kind !== 'folder') throw error;
    log.error('filing_refused', { setting: error.setting, why: error.message });
  }
}
