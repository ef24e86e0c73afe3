/**
 * What a counselor reads for each reason on the staff's list: what happened, and what to do next.
 * `mail` says whether a mail is written at once; the others only wait on the list. Data only.
 */
import type { AttentionReason } from '../domain/attention.ts';

export interface AttentionWords {
  what: string;
  todo: string;
  mail: boolean;
}

const REPLY_WITH_WORD =
  'このメールに「確定」または「取消」と、続けて理由を書いて返信してください。';

export const ATTENTION_WORDS: Record<AttentionReason, AttentionWords> = {
  unknown_seeker: {
    what: '名簿にない求職番号での申込みがありました。',
    todo: '求職登録を確かめ、登録済みなら「登録確認」と、次の行に「メール: マイページのアドレス」を書いて返信してください。',
    mail: true,
  },
  seeker_disagrees: {
    what: '申込みの氏名と、名簿の氏名が合いません。',
    todo: 'ご本人に電話で確かめ、正しければ「登録確認」と返信してください。',
    mail: true,
  },
  refused_seeker: {
    what: '利用をお断りしている方からの申込みがありました。',
    todo: 'ご案内は送っていません。対応を決めてください。',
    mail: true,
  },
  no_address: {
    what: '求職者マイページのメールアドレスが分からない申込みがありました。',
    todo: '「メール: アドレス」と返信してください。',
    mail: true,
  },
  items_still_missing: {
    what: '予約に必要な事項がそろっていません。',
    todo: '足りない事項を書いて返信するか、ご本人に電話で確かめてください。',
    mail: true,
  },
  short_notice: {
    what: '返信の期限までに時間がほとんどない申込みがありました。',
    todo: 'ご本人に電話をして、受ける場合は「確定」と理由を返信してください。',
    mail: true,
  },
  nothing_free: {
    what: '希望の前後に空きがない申込みがありました。',
    todo: 'ご本人に電話で日時を相談してください。',
    mail: true,
  },
  too_many_bookings: {
    what: '同じ方の予約が多くなっています。',
    todo: 'ご本人に確かめ、受ける場合は「確定」と理由を返信してください。',
    mail: true,
  },
  not_a_request: {
    what: '申込みとは読み取れないメールが届きました。',
    todo: '内容を読んで、対応を決めてください。',
    mail: true,
  },
  change_or_cancel: {
    what: '予約の変更または取りやめの連絡がメールで届きました。',
    todo: 'ご本人に電話で確かめてください。予約はまだ変わっていません。',
    mail: true,
  },
  reply_declines: {
    what: '辞退と読めるご返信がありました。',
    todo: REPLY_WITH_WORD,
    mail: true,
  },
  reply_wishes_change: {
    what: '別の日時を希望するご返信がありました。',
    todo: 'ご本人に電話で日時を相談してください。予約はまだ変わっていません。',
    mail: true,
  },
  reply_asks: {
    what: 'ご質問だけのご返信がありました。予約は確定していません。',
    todo: 'ご質問に答え、同意が分かれば「確定」と理由を返信してください。',
    mail: true,
  },
  reply_unclear: {
    what: '同意かどうか読み取れないご返信がありました。',
    todo: REPLY_WITH_WORD,
    mail: true,
  },
  reply_late: {
    what: '期限を過ぎてからご返信がありました。',
    todo: '枠が空いていて受ける場合は「確定」と理由を返信してください。',
    mail: true,
  },
  reply_in_time_after_void: {
    what: '無効にした予約に、期限内に届いていたご返信が見つかりました。',
    todo: 'ご本人に連絡し、枠が空いていれば「確定」と理由を返信してください。',
    mail: true,
  },
  reply_to_closed: {
    what: '終わった予約、または取り消した予約へのご返信がありました。',
    todo: '内容を読んで、必要なら対応してください。',
    mail: true,
  },
  question_beside_consent: {
    what: '予約は確定しました。ご質問かお知らせが書かれています。',
    todo: 'ご質問に答えてください。',
    mail: true,
  },
  other_sender: {
    what: '登録と違うメールアドレスからご返信がありました。予約は動かしていません。',
    todo: 'ご本人に電話で確かめ、同意なら「確定」と理由を返信してください。',
    mail: true,
  },
  authentication_failed: {
    what: '差出人を確かめられないメールが届きました。予約は動かしていません。',
    todo: 'ご本人に電話で確かめ、同意なら「確定」と理由を返信してください。',
    mail: true,
  },
  several_bookings: {
    what: 'どの予約についてか分からないメールが届きました。',
    todo: '内容を読んで、どの予約かを決めてください。',
    mail: true,
  },
  machine_mail: {
    what: '自動で送られたメールが届きました。',
    todo: '予約には影響しません。念のため目を通してください。',
    mail: false,
  },
  terms_mail_bounced: {
    what: '利用規約のメールが届きませんでした。',
    todo: '電話でご本人に連絡してください。返信の期限は延びません。',
    mail: true,
  },
  terms_not_sent: {
    what: '返信の期限までに、利用規約のメールを送り出せませんでした。',
    todo: 'ご本人に電話をしてください。受ける場合は「確定」と理由を、取りやめる場合は「取消」と返信してください。',
    mail: true,
  },
  delivery_failed: {
    what: 'メールを送れませんでした。',
    todo: '宛先のアドレスを確かめ、電話でご本人に連絡してください。',
    mail: true,
  },
  mail_limit_reached: {
    what: '短い間に多くのメールを送りそうになったので、送信を止めました。',
    todo: '相手が自動返信の機械でないか確かめてください。',
    mail: true,
  },
  too_large: {
    what: '大きすぎるメールが届きました。中身は取り込んでいません。',
    todo: 'メールソフトで開いて、対応してください。',
    mail: true,
  },
  unreadable: {
    what: '読み取れないメールが届きました。',
    todo: 'メールソフトで開いて、対応してください。',
    mail: true,
  },
  not_understood: {
    what: 'ご返信のことばを読み取れませんでした。予約は動かしていません。',
    todo: '「確定」「取消」「来談」「不在」などのことばで、もう一度返信してください。',
    mail: true,
  },
};
