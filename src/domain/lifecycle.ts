/**
 * THE TABLE: what may happen to a booking, as data. Each row says in which states an event
 * counts, where it leads, which mails it causes and which article of the terms it follows.
 * What is not in the table is refused. The picture in the README is drawn from it, the
 * database enforces its moves again by a trigger, and its whole matrix is a test.
 * Conditions beyond the state (is the reply in time? whose is it?) are in `decide.ts`.
 */
import type { BookingState, Channel, VoidReason } from './booking.ts';
import type { MailKind } from './mail-kind.ts';

/** What happened to a booking, already judged. */
export const LIFECYCLE_EVENTS = [
  'details_asked',
  'slots_offered',
  'terms_sent',
  'terms_accepted',
  'terms_bounced',
  'terms_not_sent',
  'terms_announced',
  'staff_asked',
  'reply_confirmed',
  'reply_confirmed_with_note',
  'reply_repeated',
  'reply_doubtful',
  'reply_late',
  'reply_in_time_after_void',
  'reply_to_closed',
  'deadline_passed',
  'deadline_passed_with_late_reply',
  'never_decided',
  'wish_passed',
  'never_eligible',
  'counselor_confirmed',
  'counselor_cancelled',
  'office_cancelled',
  'rescheduled',
  'site_booked',
  'site_cancelled',
  'attended',
  'no_show',
  'refused',
  'refusal_lifted',
  'corrected',
  'settled',
] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

export interface LifecycleRow {
  event: LifecycleEvent;
  from: readonly BookingState[];
  /** `same`: the booking stays where it is. */
  to: BookingState | 'same';
  mails: readonly MailKind[];
  /** The article of the terms that the event row cites; null for the office's own working. */
  article: string | null;
  voidReason?: VoidReason;
  /** A person has to look: the booking goes on the staff's list and the counselor is written to. */
  staff?: true;
}

const OPEN: readonly BookingState[] = ['requested', 'awaiting_reply'];
const CLOSED: readonly BookingState[] = ['attended', 'no_show', 'cancelled', 'void'];
const ANY: readonly BookingState[] = [...OPEN, 'confirmed', ...CLOSED];

// biome-ignore format: one row a line, so that it reads as the table it is
export const LIFECYCLE: readonly LifecycleRow[] = [
  // A request is worked out until its terms mail can leave (6(2), 2(1)).
  { event: 'details_asked', from: ['requested'], to: 'same', mails: ['seeker.action.details'], article: '6(2)' },
  { event: 'slots_offered', from: ['requested'], to: 'same', mails: ['seeker.action.offer'], article: '6(2)' },
  { event: 'staff_asked', from: ['requested'], to: 'same', mails: ['seeker.notice.receipt'], article: '2(1)', staff: true },
  { event: 'terms_sent', from: ['requested'], to: 'same', mails: ['seeker.action.terms'], article: '6(3)' },
  { event: 'terms_accepted', from: ['requested'], to: 'awaiting_reply', mails: [], article: '6(3)' },
  { event: 'terms_accepted', from: ['confirmed', 'cancelled', 'void'], to: 'same', mails: [], article: '6(3)' },
  { event: 'terms_bounced', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'same', mails: [], article: '6(3)', staff: true },
  { event: 'terms_not_sent', from: ['requested'], to: 'same', mails: ['seeker.notice.receipt'], article: '6(3)', staff: true },
  // The terms change: told to everybody whose booking is open, whatever was consented to (13).
  { event: 'terms_announced', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'same', mails: ['seeker.notice.terms_changed'], article: '13' },

  // The reply confirms and consents (6(3)); in doubt a counselor decides.
  { event: 'reply_confirmed', from: OPEN, to: 'confirmed', mails: ['seeker.notice.confirmed'], article: '6(3)' },
  { event: 'reply_confirmed_with_note', from: OPEN, to: 'confirmed', mails: ['seeker.notice.confirmed'], article: '6(3)', staff: true },
  { event: 'reply_repeated', from: ['confirmed'], to: 'same', mails: [], article: '6(3)' },
  { event: 'reply_doubtful', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'same', mails: ['seeker.notice.received'], article: '6(3)', staff: true },
  { event: 'reply_to_closed', from: CLOSED, to: 'same', mails: [], article: null, staff: true },

  // No reply by the deadline: void (6(4)); what comes later is told so, and shown to a counselor.
  { event: 'deadline_passed', from: ['awaiting_reply'], to: 'void', mails: ['seeker.notice.void'], article: '6(4)', voidReason: 'no_reply' },
  { event: 'deadline_passed', from: ['requested'], to: 'void', mails: ['seeker.notice.lapsed'], article: '6(2)', voidReason: 'incomplete' },
  { event: 'deadline_passed_with_late_reply', from: ['awaiting_reply'], to: 'void', mails: ['seeker.notice.late_reply'], article: '6(4)', voidReason: 'no_reply' },
  // Kept for a counselor, who never decided: the session begins and nobody was told to come (6(1)).
  { event: 'never_decided', from: OPEN, to: 'void', mails: [], article: '6(1)', voidReason: 'incomplete', staff: true },
  // No slot was kept, and what was wished is over: nothing is left to decide (2(1), 6(2)).
  { event: 'wish_passed', from: ['requested'], to: 'void', mails: [], article: '6(2)', voidReason: 'incomplete', staff: true },
  { event: 'never_eligible', from: ['requested'], to: 'void', mails: [], article: '2(1)', voidReason: 'ineligible', staff: true },
  { event: 'reply_late', from: ['requested', 'awaiting_reply'], to: 'same', mails: [], article: '6(4)', staff: true },
  { event: 'reply_late', from: ['void'], to: 'same', mails: ['seeker.notice.late_reply'], article: '6(4)', staff: true },
  { event: 'reply_in_time_after_void', from: ['void'], to: 'same', mails: ['seeker.notice.received'], article: '6(3)', staff: true },

  // A counselor's word, with a reason that is kept (6(1) 原則として, 6(6), 9, 12(1)).
  { event: 'counselor_confirmed', from: ['requested', 'awaiting_reply', 'void'], to: 'confirmed', mails: ['seeker.notice.confirmed'], article: '6(1)' },
  { event: 'counselor_cancelled', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'cancelled', mails: ['seeker.notice.cancelled'], article: '6(6)' },
  { event: 'office_cancelled', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'cancelled', mails: ['seeker.notice.office_cancelled'], article: '9' },
  // 変更: what is confirmed stays so; otherwise the terms of the new date are sent and answered anew.
  { event: 'rescheduled', from: ['confirmed'], to: 'same', mails: ['seeker.notice.rescheduled'], article: '6(3)' },
  { event: 'rescheduled', from: ['requested'], to: 'same', mails: ['seeker.action.terms'], article: '6(3)' },
  { event: 'rescheduled', from: ['awaiting_reply'], to: 'requested', mails: ['seeker.action.terms'], article: '6(3)' },

  // The booking site (6(3) ただし) confirms by itself, also what was requested by mail for the same
  // time.
  { event: 'site_booked', from: OPEN, to: 'confirmed', mails: [], article: '6(3)' },
  { event: 'site_cancelled', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'cancelled', mails: [], article: '6(6)' },

  { event: 'attended', from: ['confirmed'], to: 'attended', mails: [], article: '6(1)' },
  { event: 'no_show', from: ['confirmed'], to: 'no_show', mails: [], article: '6(6)' },

  // Later use is refused to the person, or allowed again (6(6), 12(1)); the booking stays as it is.
  { event: 'refused', from: ANY, to: 'same', mails: [], article: '12(1)' },
  { event: 'refusal_lifted', from: ANY, to: 'same', mails: [], article: '12(1)' },

  // What a counselor put right, and what was struck off the staff's list by 済: told, nothing moves.
  { event: 'corrected', from: ['requested', 'awaiting_reply', 'confirmed'], to: 'same', mails: [], article: '6(2)' },
  { event: 'settled', from: ANY, to: 'same', mails: [], article: null },
];

/** How a booking comes into being. */
export interface BirthRow {
  event: 'requested' | 'session_booked' | 'site_booked';
  channels: readonly Channel[];
  to: Extract<BookingState, 'requested' | 'confirmed'>;
  mails: readonly MailKind[];
  article: string;
}

// biome-ignore format: one row a line, like the table above
export const BIRTHS: readonly BirthRow[] = [
  { event: 'requested', channels: ['mail', 'phone', 'site'], to: 'requested', mails: [], article: '6(2)' },
  // Fixed in a session (6(5)) or on the booking site (6(3) ただし): no reply is asked, silence voids
  // nothing.
  { event: 'session_booked', channels: ['session'], to: 'confirmed', mails: ['seeker.notice.session_booked'], article: '6(5)' },
  { event: 'site_booked', channels: ['site'], to: 'confirmed', mails: [], article: '6(3)' },
];

/** The row of a birth. */
export function birthRow(event: BirthRow['event']): BirthRow {
  const row = BIRTHS.find((each) => each.event === event);
  if (row === undefined) throw new Error(`no booking is born by ${event}`);
  return row;
}

/** The row for `event` in `state`, or null where the table refuses it. */
export function lifecycleRow(state: BookingState, event: LifecycleEvent): LifecycleRow | null {
  return LIFECYCLE.find((row) => row.event === event && row.from.includes(state)) ?? null;
}
