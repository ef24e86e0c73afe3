/**
 * The waits for a lock that another screen held (trap 21), kept for the officials to see. A mark in
 * the views, and nothing rests on it.
 */
import type { Writer } from './store.ts';
import { toStored } from './stored-time.ts';

const WAITS_KEPT = 100;

/** Keeps that a write had to wait; the oldest go. */
export async function recordLockWait(
  tx: Writer,
  { endedAt, waitedMs }: { endedAt: Temporal.Instant; waitedMs: number },
): Promise<void> {
  const { id } = await tx
    .insertInto('lock_wait')
    .values({ ended_at: toStored(endedAt), waited_ms: waitedMs })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('lock_wait')
    .where('id', '<=', id - WAITS_KEPT)
    .execute();
}
