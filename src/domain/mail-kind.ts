/**
 * The kinds of mail the office sends, named `<audience>.<action|notice>.<name>`; an `action`
 * asks for an answer. Each kind has its template of the same name in `templates/`.
 */

export const MAIL_KINDS = [
  'seeker.action.details',
  'seeker.action.offer',
  'seeker.action.terms',
  'seeker.action.nudge',
  'seeker.notice.terms_changed',
  'seeker.notice.receipt',
  'seeker.notice.received',
  'seeker.notice.call_us',
  'seeker.notice.confirmed',
  'seeker.notice.rescheduled',
  'seeker.notice.session_booked',
  'seeker.notice.reminder',
  'seeker.notice.void',
  'seeker.notice.lapsed',
  'seeker.notice.late_reply',
  'seeker.notice.cancelled',
  'seeker.notice.office_cancelled',
  'staff.action.decide',
  'staff.action.attendance',
  'staff.notice.echo',
  'staff.notice.done',
  'staff.notice.morning',
  'staff.notice.holidays',
  'staff.notice.mailbox_lost',
  'staff.notice.mailbox_back',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** A seeker's mails about no booking: no event of the lifecycle stands behind them. */
export const ABOUT_NO_BOOKING: readonly MailKind[] = ['seeker.notice.call_us'];
