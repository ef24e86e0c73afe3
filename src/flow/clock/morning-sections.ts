/**
 * Under which heading of the morning list each matter that waits for a person stands; what is not
 * named here waits for a decision. Data only.
 */
import type { AttentionReason } from '../../domain/attention.ts';

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
  attendant_announced: 'read',
  reply_to_closed: 'read',
  machine_mail: 'read',
  not_understood: 'read',
};

export function sectionOf(reason: AttentionReason): MorningSection {
  return SECTION_OF[reason] ?? 'decide';
}

/** Heading and what to do, in the order of the list. */
export const MORNING_WORDS: Record<MorningSection, { title: string; todo: string }> = {
  decide: {
    title: '判断を待っているもの',
    todo: '前にお送りしたメールに返信してください。',
  },
  undelivered: {
    title: '届かなかったメール',
    todo: 'ご本人に電話で伝えてください。',
  },
  read: {
    title: '読んで確かめるもの',
    todo: '前にお送りしたメールか、共有の受信箱で読んでください。\nすべて済んだら、このメールに「済」と返信してください。',
  },
};

export const WITHOUT_WORD = {
  title: '出欠未入力',
  todo: '前にお送りしたメールに「来談」か「不在」と返信してください。',
};
