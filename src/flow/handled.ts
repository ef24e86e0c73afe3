/**
 * What became of a mail, for its ledger row and the log. Types only.
 */
import type { MailOutcome } from '../store/inbox.ts';

/** What became of a mail: its booking and one English phrase for the ledger. */
export interface Handled {
  state: MailOutcome['state'];
  outcome: string;
  bookingId: number | null;
}
