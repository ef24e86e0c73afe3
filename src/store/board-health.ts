/**
 * How the bot is, as far as the database tells: when it last looked into the mailbox, and how
 * many mails wait to leave. It only counts.
 */
import { mailsWaiting } from './open-matters.ts';
import type { Reader } from './store.ts';
import { fromStored } from './stored-time.ts';

export interface BoardHealth {
  /** The end of the newest poll; null before the first. */
  lastPollEnded: Temporal.Instant | null;
  /** Mails that wait for an admin's release (send mode `hold`). */
  held: number;
  /** Mails that were due before `late` and have not left. */
  late: number;
}

export async function boardHealth(db: Reader, late: Temporal.Instant): Promise<BoardHealth> {
  const poll = await db
    .selectFrom('poll')
    .select('ended_at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    lastPollEnded: poll ? fromStored(poll.ended_at) : null,
    ...(await mailsWaiting(db, late)),
  };
}
