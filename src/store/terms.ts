/**
 * The texts of the terms that were ever sent or announced, by their sha256: the consent of a
 * booking points to the exact text (Article 13).
 */
import type { TermsText } from '../domain/terms.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

export async function keepTerms(
  tx: Writer,
  { sha256, label, text }: TermsText,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('terms')
    .values({ sha256, label, text, first_used_at: toStored(now) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** The bookings whose story says that they were told of a version, by the detail of that event. */
export async function bookingsToldOf(db: Reader, detail: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('event')
    .select('booking_id')
    .where('type', '=', 'terms_announced')
    .where('detail', '=', detail)
    .execute();
  return new Set(rows.map((row) => row.booking_id));
}
