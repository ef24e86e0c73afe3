/**
 * For which day (or what else it is due for) a chore by the clock was done last, so that it is
 * done once however often the program starts again.
 */
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export type ChoreName = 'morning_list' | 'holiday_warning' | 'retention' | 'mailbox_alert';

export interface ChoreDone {
  /** What it was done for: a day, "2026-12-03", an hour, "2026-12-03T10", a mail about an outage. */
  doneFor: string;
  doneAt: Temporal.Instant;
}

/** Null before the first time. */
export async function choreDone(db: Reader, name: ChoreName): Promise<ChoreDone | null> {
  const row = await db.selectFrom('chore').selectAll().where('name', '=', name).executeTakeFirst();
  return row ? { doneFor: row.done_for, doneAt: fromStored(row.done_at) } : null;
}

export async function setChoreDone(tx: Writer, name: ChoreName, done: ChoreDone): Promise<void> {
  const values = { done_for: done.doneFor, done_at: toStored(done.doneAt) };
  await tx
    .insertInto('chore')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}
