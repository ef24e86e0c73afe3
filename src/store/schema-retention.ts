/**
 * The tables of retention and disclosure (Articles 7 and 8) as TypeScript types; part of
 * `schema.ts`.
 */
import type { Generated } from 'kysely';
import type { BookingState, Channel } from '../domain/booking.ts';

/** One row while a purge is under way, never a committed one. */
export interface PurgingTable {
  id: number;
}

/** Counts of forgotten bookings (Article 8). */
export interface StatisticTable {
  month: string;
  channel: Channel;
  outcome: BookingState | 'office_cancelled';
  bookings: number;
}

/** Who was given what under which law (Article 7(2)); only ever added to. */
export interface DisclosureTable {
  id: Generated<number>;
  at: string;
  law: string;
  recipient: string;
  ordered_by: string;
  about: string;
  what: string;
  sha256: string;
}
