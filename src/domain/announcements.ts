/**
 * What is announced beforehand about a session (Article 12(3)): said once, it stays said, and only
 * a counselor who asks finds out otherwise. Pure.
 */
import type { Announcements } from './booking.ts';

/** What was known, with what is told now. */
export function alsoAnnounced(known: Announcements, told: Announcements): Announcements {
  return {
    interpreter: known.interpreter || told.interpreter,
    attendant: known.attendant || told.attendant,
  };
}
