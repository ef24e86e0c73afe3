/**
 * The headings of the morning list and what is to be done about what stands below them. Data only.
 */
import type { MorningSection } from '../morning-section.ts';

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
