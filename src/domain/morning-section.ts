/**
 * Under which heading of the morning list each matter that waits for a person stands; what is not
 * named here waits for a decision. Data only.
 */
import type { AttentionReason } from './attention.ts';

export type MorningSection = 'decide' | 'undelivered' | 'read';

const SECTION_OF: Partial<Record<AttentionReason, MorningSection>> = {
  terms_mail_bounced: 'undelivered',
  terms_not_sent: 'undelivered',
  delivery_failed: 'undelivered',
  mail_limit_reached: 'undelivered',
  // To be read or done, and answered by no word.
  never_decided: 'read',
  wish_passed: 'read',
  question_beside_consent: 'read',
  question_beside_choice: 'read',
  attendant_announced: 'read',
  reply_to_closed: 'read',
  machine_mail: 'read',
  not_understood: 'read',
};

export function sectionOf(reason: AttentionReason): MorningSection {
  return SECTION_OF[reason] ?? 'decide';
}
