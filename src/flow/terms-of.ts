/**
 * Which terms a booking is sent and was sent (Article 13). It chooses and looks up, and writes
 * nothing.
 */
import type { Booking, Slot } from '../domain/booking.ts';
import { dayInJapan } from '../domain/deadline.ts';
import { type TermsVersion, termsFor, termsWithHash } from '../domain/terms.ts';
import type { Office } from './office.ts';

/** The version that a booking of this slot is sent now. */
export function termsForSlot({ terms, clock }: Office, { start }: Slot): TermsVersion {
  const today = dayInJapan(clock.now());
  return termsFor(terms, { session: start.toPlainDate(), today });
}

/** The version that a booking was sent. Throws where it was sent none, or the config has lost it. */
export function termsSentTo(office: Office, { id, termsSha256 }: Booking): TermsVersion {
  if (termsSha256 === null) throw new Error(`booking ${id} was sent no terms`);
  return termsByHash(office, termsSha256);
}

/** The version with this text. Throws where the config has lost it. */
export function termsByHash({ terms }: Office, sha256: string): TermsVersion {
  const version = termsWithHash(terms, sha256);
  if (version === null) throw new Error(`the terms ${sha256} are not configured`);
  return version;
}
