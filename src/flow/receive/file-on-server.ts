/**
 * Tells the server what became of the mails, by keyword or folder, in batches: always the last
 * that is done with a mail. It decides nothing about any of them.
 */
import { MailboxTrouble } from '../../imap/trouble.ts';
import type { MailboxSession } from '../../imap/types.ts';
import { markFiled, unfiledMails } from '../../store/inbox-places.ts';
import type { Office } from '../office.ts';

const FILE_PIECE = 500;

/** Files all that is not filed yet; a folder that refuses is reported, not fatal. */
export async function fileOnServer(office: Office, session: MailboxSession): Promise<void> {
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
