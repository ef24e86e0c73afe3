/**
 * Whether a mail can be the answer to a certain mail of ours: nobody consents to terms, or chooses
 * among slots, that had not been written when he wrote (6(3) 当該メール). It judges no words.
 */
import type { WrittenMail } from '../../store/our-mails.ts';
import type { Arrival } from './arrival.ts';

/**
 * By the thread, where it names the mail that is answered: that mail or a later one of ours.
 * Otherwise by time: it arrived when ours had been written. Ours must have begun to leave, unless
 * the answer names it.
 */
export function canAnswer({ thread, row }: Arrival, ours: WrittenMail | null): boolean {
  if (ours === null) return false;
  const answered = thread?.mailId ?? null;
  if (answered === ours.id) return true;
  if (!ours.tried) return false;
  if (answered !== null) return answered > ours.id;
  return Temporal.Instant.compare(row.internalDate, ours.writtenAt) >= 0;
}
