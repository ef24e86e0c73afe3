/**
 * The texts of the terms that were ever sent, by their sha256: the consent of a booking points
 * to the exact text (Article 13).
 */
import type { Writer } from './store.ts';
import { toStored } from './stored-time.ts';

export interface TermsText {
  sha256: string;
  /** The last date at the foot of the text, "2025-03-11". */
  label: string;
  text: string;
}

export async function keepTerms(
  tx: Writer,
  terms: TermsText,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('terms')
    .values({ ...terms, first_used_at: toStored(now) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}
