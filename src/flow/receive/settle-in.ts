/**
 * Finds the place in the mailbox from which to read: the start line on the first run, and every
 * known mail again under a new UIDVALIDITY. It works on no mail.
 */
import { startingPoint } from '../../imap/cursor.ts';
import type { MailboxSession } from '../../imap/types.ts';
import { knownUids, recordMail } from '../../store/inbox.ts';
import { readdressMail, rowFromEarlierValidity } from '../../store/inbox-places.ts';
import { mailboxPlace, setMailboxPlace } from '../../store/mailbox.ts';
import type { Office } from '../office.ts';
import { ledgerRow } from './not-fetched.ts';

/** Rows written in one transaction where nothing has to be worked on. */
const NOTE_PIECE = 500;

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
