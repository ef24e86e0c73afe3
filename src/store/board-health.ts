/**
 * How the bot is, as far as the database tells: when it last looked into the mailbox, and how
 * many mails wait to leave. It only counts.
 */
import type { OutboxState } from './schema.ts';
import type { Reader } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

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
  const inState = (states: readonly OutboxState[]) =>
    db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('state', 'in', states);
  const held = await inState(['held']).executeTakeFirstOrThrow();
  const waiting = await inState(['queued', 'sending'])
    .where('date', '<', toStored(late))
    .executeTakeFirstOrThrow();
  return {
    lastPollEnded: poll ? fromStored(poll.ended_at) : null,
    held: held.n,
    late: waiting.n,
  };
}
