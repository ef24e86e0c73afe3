/**
 * The words in which `uketsuke explain` speaks to an office: kinds, items, evidence, intents,
 * and what the bot would do. Plain Japanese. Data only.
 */
import type { ItemName } from '../../domain/booking.ts';
import type { Origin } from '../../message/types.ts';
import type { Evidence, ReplyIntent, RequestFlag } from '../../reading/types.ts';
import type { MailClass } from './kind.ts';

export const KIND_WORDS: Record<MailClass, string> = {
  request: '申込み',
  reply: '返信',
  counselor: '窓口からのメール',
  site_notice: '予約サイトの通知',
  machine: '自動のメール',
  bounce: '不達の知らせ',
  other: 'そのほか',
};

export const ORIGIN_WORDS: Record<Origin, string> = {
  person: '人が書いたメール',
  own: '事務所のアドレスから出たメール（このボットのメールなど）',
  read_receipt: '開封通知',
  calendar_reply: '予定表の出欠',
  vacation: '不在の自動返信',
  bounce: '不達や遅れの知らせ',
  feedback_report: '迷惑メールの申告',
  bulk: '一斉配信や送信専用のメール',
  acknowledgement: '受付などの自動返信',
  challenge: '送信者の確認を求める自動返信',
};

export const ITEM_WORDS: Record<ItemName, string> = {
  name: '氏名',
  seekerNumber: '求職番号',
  datetime: '希望日時',
  phone: '電話番号',
  topic: '相談内容',
};

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  label: '項目名のある行',
  prose: '文の中',
  signature: '署名',
  subject: '件名',
  sender: '差出人の名前',
};

export const FLAG_WORDS: Record<RequestFlag, string> = {
  interpreter: '通訳の同席',
  attendant: '介助などの同席',
  third_party: '本人でない人からの連絡',
  multiple_people: '2人以上の申込み',
};

export const INTENT_WORDS: Record<ReplyIntent, string> = {
  confirm: '参加する',
  decline: '参加しない',
  change: '日時を変えたい',
  confirm_with_question: '参加する（質問あり）',
  question: '質問だけ',
  unclear: '読み取れない',
};

export const REFERENCE_WORDS = {
  told: '指定した日時',
  date: 'メールの日付',
  present: '今の日時',
} as const;

/** What the bot does next, as far as it does not depend on the register and the free slots. */
export const NEXT_STEPS = {
  request_complete:
    '求職番号を名簿で確かめます。登録があり、日時が空いていれば、規約と日時のメールを、登録されたアドレスへ送ります。空いていなければ、空いている日時を案内します。',
  request_asks: '足りないことや、はっきりしないことを、1通のメールでたずねます。',
  memo_complete:
    '電話の受付メモとして受け付けます。名簿と空きを確かめ、ご本人の登録されたアドレスへ規約と日時のメールを送り、窓口へ控えを返します。',
  memo_asks:
    '電話の受付メモとして受け付け、足りないことや、はっきりしないことを、窓口にたずねます。',
  memo_supplement:
    '予約についての返信なら、書かれた事項を申込みに足します。足せることがなければ、読み取れなかったことを窓口へ知らせます。',
  words: '返信先の予約に、ことばのとおりの処理をして、結果を窓口へ知らせます。',
  settle:
    '返信先のお知らせのうち、読むだけのものを済みにして、窓口へ知らせます。判断が要るものは、どのことばで決まるかを知らせます。',
  words_without_thread:
    'どの予約のことか分からないので、処理をしません。予約のメールに返信するか、件名に予約番号を書いてください。',
  not_understood: '読み取れなかったことを窓口へ知らせます。予約は動かしません。',
  confirm: '登録されたアドレスからで、期限までに届いていれば、予約を確定します。',
  confirm_with_question:
    '登録されたアドレスからで、期限までに届いていれば、予約を確定し、質問などを職員に知らせます。',
  decline: '予約は動かしません。参加しないと読めることを職員に知らせ、職員が決めます。',
  change: '予約は動かしません。別の日時の希望を職員に知らせ、職員が決めます。',
  question: '予約は動かしません。質問を職員に知らせます。',
  unclear: '予約は動かしません。職員が文面を読んで決めます。',
  supplement: 'こちらの質問への答えなら、書かれた事項を申込みに足します。',
  other:
    '返信待ちの予約が1つだけある人なら、その返信として読みます。それ以外は、職員の一覧に出します。本人への返事は送りません。',
  unsure: '文字や引用を確かに読み取れないので、職員の一覧に出し、職員が読みます。',
  nobody: '差出人が分からないので、職員の一覧に出します。',
  unproven: '差出人を確かめられないので、予約は動かしません。職員に知らせ、職員が決めます。',
  machine: '予約は動かしません。返事も送りません。職員の一覧に出します。',
  own: '何もしません。返事も送りません。',
  bounce_failed:
    '規約のメールが届かなかったときは、すぐに職員へ知らせます。返信の期限は延びません。',
  bounce_quiet: '遅れや配達の知らせなので、予約は動かしません。',
  site_notice:
    '予約サイトの通知と読めますが、設定の bookingSite にない差出人か件名です。自動のメールとして職員の一覧に出し、予約は作りません。',
  site_booked:
    '枠が空いていれば、確定した予約として記録します。返信は求めず、メールも送りません。枠がほかの予約でふさがっていれば、すぐに職員へ知らせます。',
  site_cancelled: 'その予約を取り消し、枠を空けます。予約が見つからなければ、職員へ知らせます。',
  site_unreadable: '予約の日時を読み取れないので、予約を作らず、職員へ知らせます。',
} as const;

/** Explaining asks no store; the bot compares with what it sent. */
export const BOT_KNOWS_MORE =
  '実際の処理では、こちらが送ったメールの控えと見比べて引用を除くので、ここより正しく読めることがあります。';

export const STRANGERS_FORWARD =
  '転送されたメールです。差出人が職員なら、設定の staff.addresses に加えると、受付メモとして読みます。';
