/**
 * What each kind of our mails is for, and how far one is on its way, in a few words for officials.
 * Data only.
 */
import type { MailKind } from '../mail-kind.ts';

export const MAIL_WORDS: Record<MailKind, string> = {
  'seeker.action.details': '足りない事項の問い合わせ',
  'seeker.action.offer': '空いている日時の案内',
  'seeker.action.terms': '規約と日時の案内（返信で確定）',
  'seeker.action.nudge': '返信のお願い（前日）',
  'seeker.notice.terms_changed': '利用規約の変更のお知らせ',
  'seeker.notice.receipt': '受付のお知らせ',
  'seeker.notice.received': '返信を受け取ったお知らせ',
  'seeker.notice.call_us': '電話のお願い',
  'seeker.notice.confirmed': '予約確定のお知らせ',
  'seeker.notice.rescheduled': '日時変更のお知らせ',
  'seeker.notice.session_booked': '次回の予約のお知らせ',
  'seeker.notice.reminder': '相談の日のお知らせ（前日）',
  'seeker.notice.void': '無効のお知らせ',
  'seeker.notice.lapsed': '手続きが終わらなかったお知らせ',
  'seeker.notice.late_reply': '期限後の返信へのお知らせ',
  'seeker.notice.cancelled': '取り消しのお知らせ',
  'seeker.notice.office_cancelled': '所の都合による取り消しのおわび',
  'staff.action.decide': '担当者への判断のお願い',
  'staff.action.attendance': '来談か不在かの問い',
  'staff.notice.echo': '受付メモの読み取り結果',
  'staff.notice.done': '担当者のことばへの返事',
  'staff.notice.morning': '朝の一覧',
  'staff.notice.holidays': '祝日データの期限',
  'staff.notice.mailbox_lost': '受信箱を読めないお知らせ',
  'staff.notice.mailbox_back': '受信箱を読めるようになったお知らせ',
};

export const OUTBOX_WORDS = {
  held: '送信の許可を待っています',
  queued: '送信を待っています',
  sending: '送信しています',
  sent: '送信しました',
  failed: '送れませんでした',
} as const;

/** Of a mail that was given up because what it says no longer holds: nothing to do about it. */
export const WITHDRAWN_WORDS = '内容が古くなったので、送りませんでした';
