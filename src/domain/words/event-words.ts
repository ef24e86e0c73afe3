/**
 * What each event means, as one Japanese sentence for officials, and the article that it follows:
 * in the demo, in the database's views, in a booking's story. Mostly data.
 */
import type { BirthRow, LifecycleEvent } from '../lifecycle.ts';

export const EVENT_WORDS: Record<LifecycleEvent | BirthRow['event'], string> = {
  requested: '申込みを受け付けました',
  details_asked: '足りない事項をたずねました',
  slots_offered: '空いている日時を案内しました',
  terms_sent: '枠を押さえ、規約と日時のメールを用意しました',
  terms_accepted: '規約のメールを送り出し、返信を待っています',
  terms_bounced: '規約のメールが届きませんでした',
  terms_not_sent: '期限までに規約のメールを送り出せませんでした',
  terms_announced: '利用規約の変更をお知らせしました',
  staff_asked: '担当者の判断を待っています',
  reply_confirmed: '返信を受け取り、予約が確定しました',
  reply_confirmed_with_note: '返信を受け取り、予約が確定しました（担当者へのお知らせあり）',
  reply_repeated: '確定した後に、もう一度返信がありました',
  reply_doubtful: '返信を受け取りましたが、担当者の判断を待っています',
  reply_late: '期限を過ぎてから返信がありました',
  reply_in_time_after_void: '無効にした後に、期限内の返信が見つかりました',
  reply_to_closed: '終わった予約に返信がありました',
  deadline_passed: '期限までに返信がなく、無効になりました',
  deadline_passed_with_late_reply: '期限内の返信がなく、無効になりました（遅れて返信あり）',
  never_decided: '担当者の判断がないまま相談の時刻になり、無効になりました',
  wish_passed: '担当者の判断がないまま希望の日時を過ぎ、無効になりました',
  never_eligible: '利用できる方かを確かめられないまま希望の日時を過ぎ、無効になりました',
  counselor_confirmed: '担当者が予約を確定しました',
  counselor_cancelled: '担当者が予約を取り消しました',
  office_cancelled: '所の都合で予約を取り消しました',
  rescheduled: '日時を変更しました',
  session_booked: '相談の場で次回の予約が決まり、確定しました',
  site_booked: '予約サイトで予約が確定しました',
  site_cancelled: '予約サイトで予約が取り消されました',
  attended: '相談を行いました',
  no_show: '連絡なく来られませんでした',
  refused: '今後の利用をお断りしました',
  refusal_lifted: '利用のお断りを解除しました',
  corrected: '担当者が予約の記録を直しました',
  settled: '担当者がお知らせを済みにしました',
};

/** The sentence of an event as the story has recorded it; a code without words stays as it is. */
export function eventInWords(type: string): string {
  return Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as keyof typeof EVENT_WORDS] : type;
}

/** What stands behind an event, without the fingerprint that only a program compares. */
export function detailInWords(detail: string): string {
  return detail.replace(/ sha256:[0-9a-f]+$/, ' の版');
}

/** "6(3)" as 第6条(3). */
export function articleInWords(article: string): string {
  return article.replace(/^(\d+)/, '第$1条');
}
