/**
 * The figures by which `status` judges the office, read beside the running program from a file
 * that is only opened to look: nothing is brought up to date, no lock is kept.
 */
import type { HealthFigures } from '../domain/health.ts';
import { isBusy, isClaimed, openPlain, type PlainFile } from './sqlite.ts';
import { fromStored } from './stored-time.ts';

/** Reads them; a write lock of somebody else is waited for `lockMs`. Throws `DatabaseTrouble`. */
export function healthFigures(database: string, { lockMs }: { lockMs: number }): HealthFigures {
  const file = openPlain(database, { readonly: true });
  try {
    return {
      running: isClaimed(database),
      lockedMs: isHeld(database, lockMs) ? lockMs : null,
      lastPollEndedAt: timeIn(file, 'select ended_at as at from poll order by id desc limit 1'),
      oldestUnsentAt: timeIn(
        file,
        "select min(date) as at from outbox where state in ('queued', 'sending')",
      ),
      lastSentAt: timeIn(
        file,
        "select sent_at as at from outbox where state = 'sent' order by id desc limit 1",
      ),
      oldestUnhandledAt: timeIn(
        file,
        "select min(received_at) as at from inbox where state = 'received'",
      ),
      held: countIn(file, "outbox where state = 'held'"),
      undelivered: countIn(
        file,
        "attention where settled_at is null and reason in ('delivery_failed', 'terms_mail_bounced')",
      ),
      waiting: countIn(file, 'attention where settled_at is null'),
    };
  } finally {
    file.close();
  }
}

/** Tries to write nothing: the program itself never holds the lock for more than a moment. */
function isHeld(database: string, lockMs: number): boolean {
  const file = openPlain(database, { readonly: false, waitMs: lockMs });
  try {
    file.exec('begin immediate; rollback');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    file.close();
  }
}

function timeIn(file: PlainFile, query: string): Temporal.Instant | null {
  const at = file.rows<{ at: string | null }>(query)[0]?.at ?? null;
  return at === null ? null : fromStored(at);
}

function countIn(file: PlainFile, rows: string): number {
  return file.rows<{ n: number }>(`select count(*) as n from ${rows}`)[0]?.n ?? 0;
}
