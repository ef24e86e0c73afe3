/**
 * The played days: who does what, when. Each step is told in Japanese and in English; what the
 * bot makes of it is not written here, it is read from the database.
 */
import { answerText, COUNSELOR, HANAKO, type InHand, JUN, MISAKI, type Person } from './people.ts';

export interface Step {
  /** Wall-clock time in Japan. */
  at: string;
  ja: string;
  en: string;
  /** The mail that somebody sends now; nothing for a step in which only time passes. */
  mail?: {
    from: Person;
    /** Answers the newest mail of the office to this person, quoting it. */
    answers?: true;
    subject?: string;
    text: string;
    headers?: readonly string[];
    /** A bare reply as a machine writes it: no quotation. */
    bare?: true;
  };
}

export const STORY: readonly Step[] = [
  {
    at: '2025-11-25T09:10',
    ja: '花子さんが、予約フォームの形でメールを送ります。',
    en: 'Hanako mails a request in the labelled form.',
    mail: {
      from: HANAKO,
      subject: 'オンライン職業相談の予約',
      text: '①氏名　小林 花子\n②求職番号　45010-10000001\n③希望日時　12月3日 10：00～\n④連絡先電話番号　090-0000-0001\n⑤相談内容　応募書類の書き方について\n',
    },
  },
  {
    at: '2025-11-25T09:20',
    ja: '担当者が、電話で受けた太郎さんの申込みをメモにして送ります。',
    en: 'A counselor mails a memo of Taro’s call.',
    mail: {
      from: COUNSELOR,
      subject: '電話受付',
      text: '氏名：山田 太郎\n求職番号：45010-10000002\n希望日時：12月4日 14:00\n電話番号：090-0000-0002\n相談内容：面接の練習\n',
    },
  },
  {
    at: '2025-11-25T09:40',
    ja: '美咲さんの申込みには、電話番号がありません。',
    en: 'Misaki’s request lacks the telephone number.',
    mail: {
      from: MISAKI,
      subject: '予約お願いします',
      text: '氏名：佐藤 美咲\n求職番号：45010-10000003\n希望日時：12月8日 13:30\n相談内容：職業訓練について\n',
    },
  },
  {
    at: '2025-11-25T09:55',
    ja: '美咲さんが、電話番号を返信します。',
    en: 'Misaki answers with the number.',
    mail: { from: MISAKI, answers: true, text: '電話番号は090-0000-0003です。' },
  },
  {
    at: '2025-11-25T10:00',
    ja: '花子さんのメールボックスが、不在の自動応答を返します。',
    en: 'Hanako’s mailbox sends an out-of-office answer.',
    mail: {
      from: HANAKO,
      answers: true,
      bare: true,
      subject: '自動応答: 不在のお知らせ',
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
      text: 'ただいま不在にしております。戻り次第ご連絡いたします。\n',
    },
  },
  {
    at: '2025-11-25T12:30',
    ja: '花子さん本人が、スマートフォンから「はい」と返信します。',
    en: 'Hanako herself answers “yes” from her phone.',
    mail: { from: HANAKO, answers: true, text: 'はい' },
  },
  {
    at: '2025-11-25T18:05',
    ja: '美咲さんが、お礼と通訳の件を書いて返信します。',
    en: 'Misaki consents and announces an interpreter.',
    mail: {
      from: MISAKI,
      answers: true,
      text: '承知しました。よろしくお願いします。\n当日は通訳が同席します。',
    },
  },
  {
    at: '2025-11-26T09:00',
    ja: '潤さんが、明日の朝の相談を申し込みます。',
    en: 'Jun asks for the next morning.',
    mail: {
      from: JUN,
      subject: '明日の相談',
      text: '氏名：鈴木 潤\n求職番号：45010-10000004\n希望日時：11月27日 9:00\n電話番号：090-0000-0004\n相談内容：転職の相談\n',
    },
  },
  {
    at: '2025-11-27T00:00:00',
    ja: '潤さんの返信は、期限の1秒後に届きます。',
    en: 'Jun’s reply arrives one second after the deadline.',
    mail: { from: JUN, answers: true, text: '参加します。' },
  },
  {
    at: '2025-11-27T00:02',
    ja: '日付が変わり、期限が過ぎています。',
    en: 'The day has turned; the deadline is over.',
  },
  {
    at: '2025-12-04T00:02',
    ja: '太郎さんは、最後まで返信しませんでした。',
    en: 'Taro never answered.',
  },
];

/** The text of a step's mail, with the quotation a phone would add. */
export function stepText(step: Step, inHand: InHand | null, at: Temporal.Instant): string {
  const { mail } = step;
  if (!mail) return '';
  return inHand === null || mail.bare ? mail.text : answerText(mail.text, inHand, at);
}
