/**
 * The tables as TypeScript types, one interface a table. The DDL that makes them is in
 * `migrations/`; a test compares the two. Times are ISO 8601 text with the offset +09:00,
 * to the second, so that they sort as text and an official can read them.
 */
import type { Generated } from 'kysely';
import type { AttentionReason } from '../domain/attention.ts';
import type { BookingState, Channel, VoidReason } from '../domain/booking.ts';
import type { MailKind } from '../domain/mail-kind.ts';
import type { MeetingTable, WaitingMailTable } from './schema-meetings.ts';
import type { DisclosureTable, PurgingTable, StatisticTable } from './schema-retention.ts';

export interface Database {
  booking: BookingTable;
  seeker: SeekerTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  event: EventTable;
  attention: AttentionTable;
  terms: TermsTable;
  poll: PollTable;
  mailbox: MailboxTable;
  writing: WritingTable;
  purging: PurgingTable;
  statistic: StatisticTable;
  disclosure: DisclosureTable;
  lock_wait: LockWaitTable;
  site_booking: SiteBookingTable;
  chore: ChoreTable;
  meeting: MeetingTable;
  waiting_mail: WaitingMailTable;
}

export interface BookingTable {
  id: Generated<number>;
  reference: string;
  state: BookingState;
  void_reason: VoidReason | null;
  channel: Channel;
  seeker_number: string | null;
  name: string | null;
  phone: string | null;
  topic: string | null;
  interpreter: number;
  attendant: number;
  /** The My-Page address; the only one that personal mail goes to. */
  registered_address: string | null;
  /** 未照合: no register knew the person (`registration: "sender"`). */
  unverified: Generated<number>;
  requester_address: string;
  /** JSON, see domain/wish-record.ts. */
  wish: string;
  slot_start_at: string | null;
  lane: string | null;
  /** JSON array of starts. */
  offered: Generated<string>;
  reply_by: string | null;
  times_asked: Generated<number>;
  applied_at: string;
  consented_at: string | null;
  terms_sha256: string | null;
  /** The meeting that the seeker is told of, where each booking has its own. */
  zoom_meeting_id: string | null;
  zoom_passcode: string | null;
  zoom_url: string | null;
  /** When 相談内容 and mails were purged (Article 8). */
  purged_at: Generated<string | null>;
}

export interface SeekerTable {
  seeker_number: string;
  name: string;
  address: string | null;
  phone: string | null;
  refused_reason: string | null;
  registered_at: string;
}

export type InboxState = 'noted' | 'received' | 'handled' | 'for_staff' | 'duplicate';

export interface InboxTable {
  id: Generated<number>;
  uid_validity: string;
  uid: number;
  message_id: string | null;
  sha256: string | null;
  /** sha256 of the part after the header, to know a mail that came twice over different ways. */
  body_sha256: string | null;
  size_bytes: number;
  internal_date: string;
  received_at: string;
  raw: Uint8Array | null;
  state: InboxState;
  /** How the server has it: null not yet filed, otherwise when. */
  filed_at: string | null;
  origin: string | null;
  evidence: string | null;
  outcome: string | null;
  booking_id: number | null;
  purged_at: Generated<string | null>;
}

export type OutboxState = 'held' | 'queued' | 'sending' | 'sent' | 'failed';

export interface OutboxTable {
  id: Generated<number>;
  booking_id: number | null;
  /** The mail that this one answers or reports. */
  inbox_id: number | null;
  kind: MailKind;
  /** Tells apart mails of one kind about one booking; kind and occasion go out once (trap 11). */
  occasion: string;
  message_id: string;
  date: string;
  reply_to: string;
  to_name: string;
  to_address: string;
  subject: string;
  text: string;
  in_reply_to: string | null;
  /** JSON array. */
  references_json: string;
  auto_submitted: 'auto-generated' | 'auto-replied';
  calendar_name: string | null;
  calendar_content: string | null;
  state: OutboxState;
  attempts: number;
  next_attempt_at: string;
  reply_code: number | null;
  response: string | null;
  sent_at: string | null;
  purged_at: Generated<string | null>;
}

export interface EventTable {
  id: Generated<number>;
  booking_id: number;
  /** When it counts. */
  at: string;
  /** When the program wrote it. */
  recorded_at: string;
  type: string;
  from_state: BookingState | null;
  to_state: BookingState;
  article: string | null;
  actor: 'seeker' | 'counselor' | 'clock' | 'relay' | 'office';
  inbox_id: number | null;
  detail: string | null;
}

export interface AttentionTable {
  id: Generated<number>;
  reason: AttentionReason;
  booking_id: number | null;
  inbox_id: number | null;
  outbox_id: number | null;
  /** The mail that told the staff of it. */
  alert_id: number | null;
  raised_at: string;
  settled_at: string | null;
}

export interface TermsTable {
  sha256: string;
  label: string;
  text: string;
  first_used_at: string;
}

export interface PollTable {
  id: Generated<number>;
  began_at: string;
  ended_at: string;
  mails: number;
}

export interface MailboxTable {
  folder: string;
  uid_validity: string;
  /** Mails up to this UID were there before the first start: noted, never answered (trap 10). */
  start_uid: number;
  /** Every UID up to this one is in the inbox table. */
  cursor_uid: number;
  first_run_at: string;
}

/** One row while the program writes, never a committed one: what the guards know it by. */
export interface WritingTable {
  id: number;
}

export interface LockWaitTable {
  id: Generated<number>;
  ended_at: string;
  waited_ms: number;
}

/** Which booking a booking site's notice made (6(3) ただし), so that its cancellation is found. */
export interface SiteBookingTable {
  booking_id: number;
  /** The name of the format in the config. */
  site: string;
  /** The site's own number of the booking; null where its notices name none. */
  reference: string | null;
}

export interface ChoreTable {
  name: string;
  /** The day, or whatever it is due for. */
  done_for: string;
  done_at: string;
}
