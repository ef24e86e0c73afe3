/**
 * Works on received mails in their order: while one is decided and written, the next are parsed in
 * their thread. What the handling of one mail is stands in `handle.ts`.
 */
import type { InboxRow } from '../../store/inbox.ts';
import { concludeArrival, openMail } from '../handle/handle.ts';
import type { Office } from '../office.ts';

/** So many mails are parsed ahead of the one that is being decided. */
const AHEAD = 4;

export interface HandlingHooks {
  /**
   * After each mail: something may have to be sent. `answered`: the booking where a mail of ours
   * about it was answered.
   */
  onHandled(answered: number | null): void;
  /** Ends the work early between two mails. */
  signal: AbortSignal;
}

/**
 * Decides in the order of `rows` and returns when all of it is on the disk. Throws where database
 * or parser fail; those mails, and the ones behind them, then stay received.
 */
export async function handleInOrder(
  office: Office,
  rows: readonly InboxRow[],
  { onHandled, signal }: HandlingHooks,
): Promise<void> {
  const opened: ReturnType<typeof openMail>[] = [];
  const concluded: Promise<void>[] = [];
  const trouble: unknown[] = [];
  for (let i = 0; i < rows.length && !signal.aborted && trouble.length === 0; i += 1) {
    for (const row of rows.slice(opened.length, i + AHEAD)) opened.push(openMail(office, row));
    const mail = await opened[i];
    if (mail === undefined) break;
    // Written in the order of these calls; who waits for one may share its commit with the next.
    const written = concludeArrival(office, mail).then(onHandled);
    concluded.push(written.catch((error: unknown) => void trouble.push(error)));
  }
  await Promise.all(concluded);
  if (trouble.length > 0) throw trouble[0];
}
