/**
 * What waits for an admin's release (send mode `hold`): the list of it. Only looks; the release
 * is in `outbox.ts`.
 */
import type { Reader } from './store.ts';

export interface HeldMail {
  id: number;
  toAddress: string;
  subject: string;
}

/** Held mails, the oldest first; all of them, or the one with this id. */
export async function heldMails(db: Reader, id: number | null = null): Promise<HeldMail[]> {
  let query = db
    .selectFrom('outbox')
    .select(['id', 'to_address', 'subject'])
    .where('state', '=', 'held')
    .orderBy('id');
  if (id !== null) query = query.where('id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({ id: row.id, toAddress: row.to_address, subject: row.subject }));
}
