/**
 * What caused a change: who, by which mail, and when the program learnt of it. A counselor's word
 * may come without a mail, from the command line.
 */
import type { Booking } from '../domain/booking.ts';
import type { OpenPoint } from '../domain/decide-request.ts';
import type { TermsVersion } from '../domain/terms.ts';
import type { EventTable } from '../store/schema.ts';

/** The mail that is being answered, for the thread (RFC 5322 3.6.4). */
export interface Answered {
  inboxId: number;
  messageId: string | null;
  references: readonly string[];
}

/** What a mail says beside the booking itself. */
export interface MailExtras {
  /** When the mail is written. */
  now?: Temporal.Instant;
  points?: readonly OpenPoint[];
  /** The confirmation carries the terms, because no terms mail left before it. */
  withTerms?: boolean;
  /** The version whose coming is announced (Article 13). */
  announcedTerms?: TermsVersion;
  /** The seeker answered the notice of it, while the reply to the terms mail is due. */
  aboutTermsChange?: boolean;
  /** What a delivery notice means, for the counselor. */
  advice?: string | null;
  /** The terms mail replaces one of another date, which may have been read. */
  changed?: boolean;
  /** Further bookings that a counselor has to decide on together with this one. */
  others?: readonly Booking[];
}

/** The mail that caused something, as far as answers and alerts need it. */
export interface CausingMail extends Answered {
  /** Canonical address of the writer. */
  from: string;
  subject: string;
  arrivedAt: Temporal.Instant;
  /** The beginning of its text, for a counselor. */
  excerpt: string;
}

/** What caused the move: who, by which mail. */
export interface Cause {
  actor: EventTable['actor'];
  now: Temporal.Instant;
  /** Answered in its thread where the answer goes to its writer. */
  mail: CausingMail | null;
  extras?: MailExtras;
  detail?: string;
  /** Who gave the word at the command line, kept in the booking's story. */
  by?: string;
}

/** What the story keeps beside an event: the reason or circumstance, and who was at the keyboard. */
export function detailOf(cause: Cause, reason: string | null = null): string | null {
  const why = reason ?? cause.detail ?? null;
  if (cause.by === undefined) return why;
  return why === null ? cause.by : `${why}（${cause.by}）`;
}

/** What a counselor did that moves nothing, with who did it: at the keyboard, or by whose mail. */
export function signed({ by, mail }: Cause, what: string): string {
  const who = by ?? mail?.from ?? '';
  return who === '' ? what : `${what}（${who}）`;
}

/** Tells one cause from another: its mail, or where there is none the time. */
export function causeKey({ mail, now }: Cause): string {
  return mail === null ? now.toString() : `mail ${mail.inboxId}`;
}
