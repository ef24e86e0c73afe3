/**
 * The register of seekers (Article 2(1)): who may book, and to which My-Page address their mail
 * goes (6(3)). Addresses enter only by an admin's or a counselor's act, never from a From: line.
 */
import type { AttentionReason } from '../domain/attention.ts';
import type { Reader, Writer } from './store.ts';
import { toStored } from './stored-time.ts';

export interface Seeker {
  seekerNumber: string;
  name: string;
  /** Null where the My-Page address is not known. */
  address: string | null;
  phone: string | null;
  /** Why later use was refused (6(6), 12(1)); null: not refused. */
  refusedReason: string | null;
}

export async function seekerByNumber(db: Reader, seekerNumber: string): Promise<Seeker | null> {
  const row = await db
    .selectFrom('seeker')
    .selectAll()
    .where('seeker_number', '=', seekerNumber)
    .executeTakeFirst();
  if (!row) return null;
  return {
    seekerNumber: row.seeker_number,
    name: row.name,
    address: row.address,
    phone: row.phone,
    refusedReason: row.refused_reason,
  };
}

/** Why a request waits for the register (Article 2(1)). */
export const WAITS_FOR_REGISTER: readonly AttentionReason[] = [
  'unknown_seeker',
  'no_address',
  'seeker_disagrees',
];

/** Requests that wait for a word about the register, and whose number it holds by now with an address. */
export async function requestsOfRegistered(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('attention')
    .innerJoin('booking', 'booking.id', 'attention.booking_id')
    .innerJoin('seeker', 'seeker.seeker_number', 'booking.seeker_number')
    .select('booking.id')
    .distinct()
    .where('attention.settled_at', 'is', null)
    .where('attention.reason', 'in', WAITS_FOR_REGISTER)
    .where('booking.state', '=', 'requested')
    .where('booking.slot_start_at', 'is', null)
    .where('booking.channel', '<>', 'site')
    .where('seeker.address', 'is not', null)
    .orderBy('booking.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Adds a seeker or replaces what is known of one. */
export async function putSeeker(tx: Writer, seeker: Seeker, now: Temporal.Instant): Promise<void> {
  const values = {
    name: seeker.name,
    address: seeker.address,
    phone: seeker.phone,
    refused_reason: seeker.refusedReason,
  };
  await tx
    .insertInto('seeker')
    .values({ seeker_number: seeker.seekerNumber, registered_at: toStored(now), ...values })
    .onConflict((conflict) => conflict.column('seeker_number').doUpdateSet(values))
    .execute();
}
