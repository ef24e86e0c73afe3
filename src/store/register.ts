/**
 * The register of seekers as a whole: taken in from an office's list, and handed out again. A
 * single seeker is in `seekers.ts`. Whether somebody is refused is never touched here.
 */
import { sql } from 'kysely';
import type { Seeker } from './seekers.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

/** A line of an office's list; what is null leaves alone what is known. */
export type RegisterEntry = Pick<Seeker, 'seekerNumber' | 'name' | 'address' | 'phone'>;

/** A seeker with the day of entry, ISO 8601. */
export interface RegisteredSeeker extends Seeker {
  registeredAt: string;
}

/** Every seeker, in the order of the numbers. */
export async function wholeRegister(db: Reader): Promise<RegisteredSeeker[]> {
  const rows = await db.selectFrom('seeker').selectAll().orderBy('seeker_number').execute();
  return rows.map((row) => ({
    seekerNumber: row.seeker_number,
    name: row.name,
    address: row.address,
    phone: row.phone,
    refusedReason: row.refused_reason,
    registeredAt: row.registered_at,
  }));
}

/** So many rows go into one statement. */
export const REGISTER_PIECE = 1000;

/** Adds the entries or brings the known ones up to date; at most `REGISTER_PIECE` at a time. */
export async function putEntries(
  tx: Writer,
  entries: readonly RegisterEntry[],
  now: Temporal.Instant,
): Promise<void> {
  const registeredAt = toStored(now);
  await tx
    .insertInto('seeker')
    .values(
      entries.map(({ seekerNumber, name, address, phone }) => ({
        seeker_number: seekerNumber,
        name,
        address,
        phone,
        refused_reason: null,
        registered_at: registeredAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('seeker_number').doUpdateSet({
        name: sql`excluded.name`,
        address: sql`coalesce(excluded.address, seeker.address)`,
        phone: sql`coalesce(excluded.phone, seeker.phone)`,
      }),
    )
    .execute();
}
