/**
 * Mails that were set aside because the program could not work on them, and their way back: after
 * an upgrade they are tried again. Their raw bytes were kept; a mail without bytes stays aside.
 */
import type { Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/**
 * Puts every mail that was set aside back to `received`, to be taken up like a new one, and
 * settles what the staff's list says of it. The server is told anew what becomes of it. Returns
 * how many there were.
 */
export async function retrySetAside(tx: Writer, now: Temporal.Instant): Promise<number> {
  const rows = await tx
    .updateTable('inbox')
    .set({ state: 'received', outcome: null, origin: null, evidence: null, filed_at: null })
    .where('state', '=', 'for_staff')
    .where('outcome', 'like', 'set aside%')
    .where('raw', 'is not', null)
    .returning('id')
    .execute();
  for (const { id } of rows) {
    await tx
      .updateTable('attention')
      .set({ settled_at: toStored(now) })
      .where('inbox_id', '=', id)
      .where('settled_at', 'is', null)
      .execute();
  }
  return rows.length;
}
