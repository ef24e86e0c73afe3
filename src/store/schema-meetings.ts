/**
 * The tables about Zoom's meetings as TypeScript types; part of `schema.ts`.
 */
import type { Generated } from 'kysely';
import type { MailKind } from '../domain/mail-kind.ts';

export interface MeetingTable {
  id: Generated<number>;
  booking_id: number;
  lane: string;
  /** Whose meeting it is at Zoom. */
  zoom_user: string;
  /** When Zoom has been told that it begins, or shall be told. */
  start_at: string;
  state: 'making' | 'there' | 'removing' | 'gone';
  /** Zoom's own number of it; null until it is known. */
  zoom_id: string | null;
  passcode: string;
  url: string | null;
  tries: Generated<number>;
  next_try_at: string;
  /** Why the last try failed. */
  answer: string | null;
  wanted_at: string;
  /** When staff was told that it is not there yet. */
  alerted_at: string | null;
}

export interface WaitingMailTable {
  id: Generated<number>;
  booking_id: number;
  kind: MailKind;
  occasion: string;
  /** JSON; personal, and gone as soon as the mail is written. */
  cause: string;
  waits_since: string;
}
