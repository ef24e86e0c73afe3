/**
 * Works on received mails in their order: while one is decided and written, the next are parsed in
 * their thread. What the handling of one mail is stands in `handle.ts`.
 */
import { concludeArrival, type OpenedMail } from '../handle/handle.ts';
import type { Office } from '../office.ts';

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
 * Decides on mails that are being opened, in their order, and returns when all of it is committed.
 * Throws where database or parser fail; those mails, and the ones behind them, then stay received.
 */
export async function handleInOrder(
  office: Office,
  mails: readonly Promise<OpenedMail>[],
  { onHandled, signal }: HandlingHooks,
): Promise<void> {
  const concluded: Promise<void>[] = [];
  const trouble: unknown[] = [];
  for (const opened of mails) {
    const mail = await opened;
    if (signal.aborted || trouble.length > 0) break;
    // Written in the order of these calls; who waits for one may share its commit with the next.
    const written = concludeArrival(office, mail).then(onHandled);
    concluded.push(written.catch((error: unknown) => void trouble.push(error)));
  }
  await Promise.all(concluded);
  if (trouble.length > 0) throw trouble[0];
}
