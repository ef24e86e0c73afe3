/**
 * What a counselor is told to do next about a matter on the staff's list, by the state of its
 * booking: only words that the booking can still take. The common sentences are in
 * `attention-words.ts`; here stands what differs from them. Data, and one look-up.
 */
import type { AttentionReason } from '../attention.ts';
import { BOOKING_STATES, type BookingState } from '../booking.ts';
import { ATTENTION_WORDS } from './attention-words.ts';

/** The sentences for a reason, one a line; `state` null: the matter is about no booking. */
export function todoOf(reason: AttentionReason, state: BookingState | null): string {
  const special = state === null ? undefined : BY_STATE[reason]?.[state];
  return special ?? ATTENTION_WORDS[reason].todo;
}

/** Every reason and state of which the sentences differ from the common ones. */
export function specialTodos(): { reason: AttentionReason; state: BookingState; todo: string }[] {
  return Object.entries(BY_STATE).flatMap(([reason, todos]) =>
    BOOKING_STATES.flatMap((state) => {
      const todo = todos[state];
      return todo === undefined ? [] : [{ reason: reason as AttentionReason, state, todo }];
    }),
  );
}

const AGAIN =
  '予約は動かしていません。\n1行に1つだけ書いて、もう一度このメールに返信してください。';
const SETTLE = '読んで済んだお知らせには、「済」と返信してください。';
const CHANGE = '日時を変えるときは、「変更 12月4日 14時」のように返信してください。';
const ITEMS =
  '電話番号などを直すときは、「電話番号: 番号」のように、1行に1つずつ書いて返信してください。';
const CANCEL = '取りやめるときは、「取消」か「所側取消」と理由を返信してください。';
const NEXT = 'あとの相談の日時は、「次回 12月17日 10時」のように返信してください。';
const REFUSE = '今後の利用については、「お断り」か「お断り解除」と理由を返信してください。';
const NEW_MEMO = '新しい申込みは、新しいメールで受付メモとして送ってください。';
const STAYS_CONFIRMED = '予約は動かしていません。\nもう確定している予約です。';
const IN_REQUEST = [
  '文面を読み、分からないときは電話で確かめてください。',
  '足りない事項は、「電話番号: 番号」のように、1行に1つずつ書いて返信してください。',
  '日時は、「変更 12月4日 14時」のように返信してください。',
  '足りない事項があっても受けるときは、日時の次の行に「確定」と理由を書いて返信してください。',
  '受けないときは、「取消」と理由を返信してください。',
];
const GOES_ON = '予約を続けるときは、「済」と返信してください。';

const BY_STATE: Partial<Record<AttentionReason, Partial<Record<BookingState, string>>>> = {
  reply_declines: {
    confirmed: [
      STAYS_CONFIRMED,
      'ご本人に電話で確かめてください。',
      '取りやめるときは、このメールに「取消」と理由を返信してください。',
      GOES_ON,
    ].join('\n'),
  },
  reply_wishes_change: {
    requested: ['予約は動かしていません。', ...IN_REQUEST].join('\n'),
    confirmed: [
      STAYS_CONFIRMED,
      'ご本人に電話で日時を確かめてください。',
      '日時を変えるときは、このメールに「変更 12月4日 14時」の形で返信してください。',
      '取りやめるときは、「取消」と理由を返信してください。',
      GOES_ON,
    ].join('\n'),
  },
  reply_asks: {
    requested: [
      '予約は動かしていません。\nご本人に連絡し、質問に答えてください。',
      ...IN_REQUEST.slice(1),
    ].join('\n'),
    confirmed: [
      STAYS_CONFIRMED,
      'ご本人に連絡し、質問に答えてください。',
      '済んだら、このメールに「済」と返信してください。',
    ].join('\n'),
  },
  reply_unclear: {
    requested: ['予約は動かしていません。', ...IN_REQUEST].join('\n'),
    confirmed: [
      STAYS_CONFIRMED,
      '文面を読み、分からないときは電話で確かめてください。',
      '取りやめるときは、このメールに「取消」と理由を返信してください。',
      GOES_ON,
    ].join('\n'),
  },
  other_sender: {
    confirmed: [
      STAYS_CONFIRMED,
      'ご本人に電話で確かめてください。',
      '取りやめるときは、このメールに「取消」と理由を返信してください。',
      GOES_ON,
    ].join('\n'),
  },
  terms_mail_bounced: {
    confirmed: [
      'もう確定している予約です。',
      'ご本人に電話で、日時とZoomの入り方を伝えてください。',
      '迷惑メールの設定で届かないこともあります。',
      '済んだら、このメールに「済」と返信してください。',
    ].join('\n'),
  },
  not_understood: {
    requested: [
      AGAIN,
      '氏名や電話番号などは、「電話番号: 番号」のように、1行に1つずつ書いて返信してください。',
      '日時は、「変更 12月4日 14時」のように返信してください。',
      '受けるときは、「確定」と理由を返信してください。',
      'ほかに、「登録確認」、「送信許可」、「メール: アドレス」と返信できます。',
      '受けないときは、「取消」と理由を返信してください。',
    ].join('\n'),
    awaiting_reply: [
      AGAIN,
      CHANGE,
      '返信を待たずに決めるときは、「確定」と理由を返信してください。',
      CANCEL,
      ITEMS,
      SETTLE,
    ].join('\n'),
    confirmed: [
      AGAIN,
      '来られたときは「来談」、来られないときは「不在」とだけ書いて返信してください。',
      CHANGE,
      NEXT,
      CANCEL,
      ITEMS,
      SETTLE,
    ].join('\n'),
    attended: [AGAIN, 'この記録は、元に戻せません。', NEXT, REFUSE, SETTLE].join('\n'),
    no_show: [AGAIN, 'この記録は、元に戻せません。', REFUSE, NEW_MEMO, SETTLE].join('\n'),
    cancelled: [AGAIN, 'この予約は、元に戻せません。', REFUSE, NEW_MEMO, SETTLE].join('\n'),
    void: [
      AGAIN,
      '枠が空いていて受けるときは、「確定」と理由を返信してください。',
      REFUSE,
      NEW_MEMO,
      SETTLE,
    ].join('\n'),
  },
};
