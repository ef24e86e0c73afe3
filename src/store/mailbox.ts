/**
 * How far the mailbox has been read, and when it was last read through. The polls are what a
 * void rests on: only one that began after the deadline and came to its end counts (trap 2).
 */
import type { Selectable } from 'kysely';
import type { MailboxTable } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface MailboxPlace {
  uidValidity: string;
  startUid: number;
  cursorUid: number;
}

export async function mailboxPlace(db: Reader, folder: string): Promise<MailboxPlace | null> {
  const row = await db
    .selectFrom('mailbox')
    .selectAll()
    .where('folder', '=', folder)
    .executeTakeFirst();
  return row ? toPlace(row) : null;
}

export async function setMailboxPlace(
  tx: Writer,
  folder: string,
  place: MailboxPlace & { now: Temporal.Instant },
): Promise<void> {
  const values = {
    uid_validity: place.uidValidity,
    start_uid: place.startUid,
    cursor_uid: place.cursorUid,
  };
  await tx
    .insertInto('mailbox')
    .values({ folder, first_run_at: toStored(place.now), ...values })
    .onConflict((conflict) => conflict.column('folder').doUpdateSet(values))
    .execute();
}

const POLLS_KEPT = 1000;

export async function recordPoll(
  tx: Writer,
  poll: { beganAt: Temporal.Instant; endedAt: Temporal.Instant; mails: number },
): Promise<void> {
  const { id } = await tx
    .insertInto('poll')
    .values({
      began_at: toStored(poll.beganAt),
      ended_at: toStored(poll.endedAt),
      mails: poll.mails,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('poll')
    .where('id', '<=', id - POLLS_KEPT)
    .execute();
}

/** When the newest poll that came to its end had begun; null before the first. */
export async function lastPollBegan(db: Reader): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('poll')
    .select('began_at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromStored(row.began_at) : null;
}

function toPlace(row: Selectable<MailboxTable>): MailboxPlace {
  return { uidValidity: row.uid_validity, startUid: row.start_uid, cursorUid: row.cursor_uid };
}
