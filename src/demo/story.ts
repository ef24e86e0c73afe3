/**
 * The played days: who does what, when. Each step is told in Japanese and in English; what the
 * bot makes of it is not written here, it is read from the database. Data only.
 */
import { COUNSELOR, HANAKO, JUN, KEN, MISAKI, type Person, SITE, TARO } from './people.ts';

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
    /** Names the newest booking of this person by its code in the subject. */
    about?: Person;
  };
  /** The admin announces the next version of the terms (Article 13). */
  announcesTerms?: true;
}

/** The labelled form of Article 6(2). */
const form = (items: {
  name: string;
  number: string;
  wish: string;
  phone: string;
  topic: string;
}) =>
  [
    `①氏名　${items.name}`,
    `②求職番号　${items.number}`,
    `③希望日時　${items.wish}`,
    `④連絡先電話番号　${items.phone}`,
    `⑤相談内容　${items.topic}`,
    '',
  ].join('\n');

export const STORY: readonly Step[] = [
  {
    at: '2025-11-25T09:10',
    ja: '花子さんが、予約フォームの形でメールを送ります。',
    en: 'Hanako mails a request in the labelled form.',
    mail: {
      from: HANAKO,
      subject: 'オンライン職業相談の予約',
      text: form({
        name: '小林 花子',
        number: '45010-10000001',
        wish: '12月3日 10：00～',
        phone: '090-0000-0001',
        topic: '応募書類の書き方について',
      }),
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
    en: 'Hanako’s mailbox sends an out-of-office answer; it confirms nothing.',
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
    at: '2025-11-25T10:30',
    ja: '潤さんは、花子さんと同じ時刻を希望します。枠は、もう埋まっています。',
    en: 'Jun wishes the time that is held for Hanako: three free slots are offered.',
    mail: {
      from: JUN,
      subject: '相談の申込み',
      text: form({
        name: '鈴木 潤',
        number: '45010-10000004',
        wish: '12/3 10時',
        phone: '090-0000-0004',
        topic: '転職の相談',
      }),
    },
  },
  {
    at: '2025-11-25T10:45',
    ja: '潤さんが、空きの中から3番を選びます。',
    en: 'Jun chooses the third.',
    mail: { from: JUN, answers: true, text: '3番でお願いします。' },
  },
  {
    at: '2025-11-25T12:30',
    ja: '花子さん本人が、スマートフォンから「はい」と返信します。',
    en: 'Hanako herself answers “yes” from her phone.',
    mail: { from: HANAKO, answers: true, text: 'はい' },
  },
  {
    at: '2025-11-25T13:00',
    ja: '潤さんが返信します。',
    en: 'Jun consents.',
    mail: { from: JUN, answers: true, text: '承知しました。よろしくお願いします。' },
  },
  {
    at: '2025-11-25T15:00',
    ja: '予約サイトから、健さんの予約のお知らせが届きます。',
    en: 'The booking site tells of Ken’s booking: confirmed at receipt, no reply asked.',
    mail: {
      from: SITE,
      subject: '【予約完了】オンライン職業相談のご予約',
      headers: ['Auto-Submitted: auto-generated'],
      text: '予約番号：A-1001\n予約日時：2025年12月5日（金）9：00～9：30\nお名前：渡辺 健 様\n求職番号：45010-10000005\n電話番号：090-0000-0005\nご相談内容：資格の取り方\n',
    },
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
    at: '2025-12-01T09:00',
    ja: '管理者が、利用規約の変更を知らせます。予約のある方に、1通ずつ届きます。',
    en: 'The admin announces new terms: everybody with an open booking is told once.',
    announcesTerms: true,
  },
  {
    at: '2025-12-02T17:00',
    ja: '前日の夕方です。予約が確定している方に、お知らせが届きます。',
    en: 'The evening before: a reminder to who is confirmed.',
  },
  {
    at: '2025-12-03T10:10',
    ja: '花子さんの相談が始まって10分です。担当者に、来談か不在かを聞きます。',
    en: 'Ten minutes into Hanako’s session the counselor is asked whether she came.',
  },
  {
    at: '2025-12-03T10:32',
    ja: '担当者が返信します。相談の中で、次の予約も決まりました。',
    en: 'She came, and the next booking was made in the session.',
    mail: { from: COUNSELOR, answers: true, text: '来談\n次回 12/10 10:00' },
  },
  {
    at: '2025-12-03T10:40',
    ja: '潤さんの相談の時刻から10分です。',
    en: 'Ten minutes into Jun’s session.',
  },
  {
    at: '2025-12-03T11:05',
    ja: '潤さんは来ませんでした。連絡もありません。',
    en: 'Jun did not come and did not call; only the counselor’s word makes it a no-show.',
    mail: { from: COUNSELOR, answers: true, text: '不在' },
  },
  {
    at: '2025-12-03T12:00',
    ja: '太郎さんから、まだ返信がありません。前日の正午に、1度だけお願いします。',
    en: 'Taro has not answered yet: one nudge.',
  },
  {
    at: '2025-12-04T00:02',
    ja: '太郎さんは、期限までに返信しませんでした。',
    en: 'Taro let the deadline pass: the booking is void, its slot free.',
  },
  {
    at: '2025-12-04T08:50',
    ja: '太郎さんの返信が、朝になって届きます。',
    en: 'Taro’s reply comes too late; he is told so.',
    mail: { from: TARO, answers: true, text: '参加します。' },
  },
  {
    at: '2025-12-05T09:00',
    ja: '美咲さんから電話があり、担当者が日時を変えます。',
    en: 'Misaki calls, and the counselor moves her booking.',
    mail: { from: COUNSELOR, about: MISAKI, text: '変更 12/9 13:30' },
  },
  {
    at: '2025-12-05T09:31',
    ja: '健さんの相談が終わりました。',
    en: 'Ken’s session is over.',
    mail: { from: COUNSELOR, about: KEN, text: '来談' },
  },
  {
    at: '2025-12-08T17:00',
    ja: '美咲さんの相談の前日です。',
    en: 'The evening before Misaki’s session.',
  },
];
