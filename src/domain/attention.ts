/**
 * What waits for a person: the reasons for which something lands on the staff's list.
 * Nothing that a machine cannot decide is dropped; it gets one of these codes. The words
 * that staff read for each code are in `words/attention-words.ts`.
 */
import type { BookingState } from './booking.ts';

export const ATTENTION_REASONS = [
  // about a request
  'unknown_seeker',
  'seeker_disagrees',
  'refused_seeker',
  'no_address',
  'items_still_missing',
  'short_notice',
  'nothing_free',
  'too_many_bookings',
  'not_a_request',
  'change_or_cancel',
  'never_decided',
  'wish_passed',
  // about a reply
  'reply_declines',
  'reply_wishes_change',
  'reply_asks',
  'reply_unclear',
  'reply_late',
  'reply_in_time_after_void',
  'reply_to_closed',
  'question_beside_consent',
  'question_beside_choice',
  'attendant_announced',
  'other_sender',
  'authentication_failed',
  'several_bookings',
  'doubles_booking',
  // about a booking site's notices
  'site_unreadable',
  'site_clash',
  'site_check',
  'site_moved',
  // about machines and trouble
  'machine_mail',
  'terms_mail_bounced',
  'terms_not_sent',
  'delivery_failed',
  'meeting_waits',
  'meeting_replaced',
  'mail_limit_reached',
  'too_large',
  'not_handed_out',
  'unreadable',
  'not_understood',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** Whether the person may use the service at all is what nobody has decided (2(1), 12(1)). */
export const ELIGIBILITY: readonly AttentionReason[] = [
  'unknown_seeker',
  'seeker_disagrees',
  'refused_seeker',
];

/**
 * Mails in which a seeker's own words wait for a person: they may be the answer that was due (6(4)),
 * or say that he does not come (6(6) 連絡).
 */
export const WORDS_FROM_SEEKER: readonly AttentionReason[] = [
  'reply_declines',
  'reply_wishes_change',
  'reply_asks',
  'reply_unclear',
  'other_sender',
  'authentication_failed',
  'too_large',
  'not_handed_out',
  'unreadable',
];

/** The same in a mail that names no booking: it may mean any that its writer has. */
export const WORDS_ABOUT_NO_BOOKING: readonly AttentionReason[] = [
  'several_bookings',
  'change_or_cancel',
  'not_a_request',
  'authentication_failed',
  'unreadable',
];

/** What only a word about the booking settles, for as long as nobody has decided it. */
const DECIDED_BY_WORD: ReadonlySet<AttentionReason> = new Set([
  'unknown_seeker',
  'seeker_disagrees',
  'refused_seeker',
  'no_address',
  'items_still_missing',
  'short_notice',
  'nothing_free',
  'too_many_bookings',
  'reply_declines',
  'reply_wishes_change',
  'reply_asks',
  'reply_unclear',
  'site_clash',
  'terms_mail_bounced',
  'terms_not_sent',
]);

/**
 * Whether a matter waits for a decision about its booking, so that 済 does not settle it. About a
 * confirmed or closed booking, and where there is none, nothing has to be decided.
 */
export function isDecisionDue(matter: {
  reason: AttentionReason;
  state: BookingState | null;
}): boolean {
  const isUndecided = matter.state === 'requested' || matter.state === 'awaiting_reply';
  return isUndecided && DECIDED_BY_WORD.has(matter.reason);
}
