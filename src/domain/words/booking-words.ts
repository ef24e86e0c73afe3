/**
 * The codes of a booking as officials call them: in mails to the staff, in the database's views,
 * on the board. Data only.
 */
import type { BookingState, Channel, VoidReason } from '../booking.ts';

/** Requirements, section 4. */
export const STATE_WORDS: Record<BookingState, string> = {
  requested: '申込',
  awaiting_reply: '返信待ち',
  confirmed: '確定',
  attended: '実施済',
  no_show: '無断キャンセル',
  cancelled: 'キャンセル',
  void: '無効',
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  mail: 'メール',
  phone: '電話',
  site: '予約サイト',
  session: '相談の場',
};

export const VOID_REASON_WORDS: Record<VoidReason, string> = {
  no_reply: '期限までに返信がなかった',
  incomplete: '期限までに手続きが終わらなかった',
  ineligible: '利用できる方の条件に合わなかった',
};

/** Who caused an event of a booking's story. */
export const ACTOR_WORDS = {
  seeker: '求職者',
  counselor: '担当者',
  clock: '時刻',
  relay: 'メールの配送',
  office: '受付',
} as const;
