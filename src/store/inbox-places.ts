/**
 * Where the ledger's mails lie on the server: what the server has yet to be told, and where a
 * mail is found again under a new UIDVALIDITY. The mails themselves are in `inbox.ts`.
 */
import { formsOfMessageId } from './message-id-hash.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/**
 * Under a changed UIDVALIDITY: the row of the same mail from before, known by Message-ID, size
 * and INTERNALDATE, whatever its new UID (trap 9).
 */
export async function rowFromEarlierValidity(
  db: Reader,
  mail: { messageId: string | null; sizeBytes: number; internalDate: Temporal.Instant },
  uidValidity: string,
): Promise<number | null> {
  let query = db
    .selectFrom('inbox')
    .select('id')
    .where('size_bytes', '=', mail.sizeBytes)
    .where('uid_validity', '!=', uidValidity);
  query =
    mail.messageId === null
      ? query
          .where('message_id', 'is', null)
          .where('internal_date', '=', toStored(mail.internalDate))
      : query.where('message_id', 'in', formsOfMessageId(mail.messageId));
  const row = await query.orderBy('id').executeTakeFirst();
  return row?.id ?? null;
}

/** Gives a known mail its place under the new UIDVALIDITY. */
export async function readdressMail(
  tx: Writer,
  id: number,
  place: { uidValidity: string; uid: number },
): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ uid_validity: place.uidValidity, uid: place.uid })
    .where('id', '=', id)
    .execute();
}

/** Mails whose outcome the server has not been told, at most `limit`. */
export async function unfiledMails(
  db: Reader,
  uidValidity: string,
  limit: number,
): Promise<{ id: number; uid: number; forStaff: boolean }[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'uid', 'state'])
    .where('filed_at', 'is', null)
    .where('uid_validity', '=', uidValidity)
    .where('state', '!=', 'received')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, uid, state }) => ({ id, uid, forStaff: state === 'for_staff' }));
}

export async function markFiled(
  tx: Writer,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ filed_at: toStored(now) })
    .where('id', 'in', ids)
    .execute();
}
