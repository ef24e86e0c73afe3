/**
 * Data for tests: what people write who must not be taken for machines: away but coming,
 * forms and robots mentioned, shop owners' signatures, counselors' memos, newsletters quoted.
 */
export interface PersonText {
  name: string;
  from: string;
  subject: string;
  text: string;
}

const mail = (
  name: string,
  text: string,
  subject = 'Re: 【ハローワーク小林】オンライン職業相談のご案内',
  from = 'hanako@docomo.ne.jp',
): PersonText => ({ name, from, subject, text });

export const PERSONS: PersonText[] = [
  mail('empty', ''),
  mail('yes', 'はい'),
  mail('was away', '不在にしておりました、参加します。'),
  mail(
    'was away, late answer',
    '昨日まで出張で不在にしておりましたので、返信が遅くなり申し訳ありません。12月3日10時で参加します。よろしくお願いいたします。',
  ),
  mail('on leave but coming', '育休中ですが、12月3日10時に参加できます。返信が遅れてすみません。'),
  mail('away on another day', '12月4日は出張で不在ですので、12月3日10時でお願いします。'),
  mail(
    'will be late answering',
    '仕事中は返信できませんが、3日の10時は大丈夫です。急ぎの場合は電話ください。090-1234-5678',
  ),
  mail(
    'thanks for contact',
    'ご連絡いただきありがとうございます。内容を確認しました。参加いたします。',
  ),
  mail(
    'thanks, polite',
    'この度はご連絡を頂き、誠にありがとうございます。利用規約に同意いたします。当日はよろしくお願いいたします。\n\n小林 花子',
  ),
  mail('got the mail', 'メールを受信しました。予約の確定をお願いいたします。'),
  mail(
    'received your mail',
    'オンライン職業相談のメール、確かに受領いたしました。よろしくお願いいたします。',
  ),
  mail('asks whether automatic', 'このメールは自動送信でしょうか？返信しても届きますか。'),
  mail('mentions an automatic mail', '自動返信メールを受け取りました。12月3日10時、参加します。'),
  mail(
    'could not answer the other mail',
    '先日のメールに返信できませんでしたので、こちらからお送りします。10時で参加します。',
  ),
  mail('asks about no-reply', 'このアドレスは送信専用ですか？'),
  mail(
    'shop owner signature',
    '参加します。よろしくお願いします。\n\n--\n小林理容店\n営業時間 9:00～18:00 定休日 月曜\nTEL 0984-00-0000',
  ),
  mail(
    'shop owner signature with closed days',
    '12月3日の件、承知しました。\n\n************\n小林商店 小林太郎\n営業時間 10時～19時（年末年始休業 12/30～1/3）\n************',
  ),
  mail(
    'quotes our notice',
    '参加します。\n\n> このメールは自動送信されています。\n> ご返信いただくと予約が確定します。',
  ),
  mail(
    'quotes Outlook style',
    'よろしくお願いします。\n\n-----Original Message-----\nFrom: ハローワーク小林 <booking@example.jp>\nSent: Tuesday, November 24, 2026 9:00 AM\nTo: hanako@docomo.ne.jp\nSubject: ご案内\n\nこのメールは自動送信です。\nお問い合わせは電話でお願いします。',
  ),
  mail(
    'form memo of a counselor',
    '電話で予約を受け付けました。\n氏名：小林花子\n求職番号：12345-67890\n希望日時：12月3日10時\n連絡先：090-0000-0000\n相談内容：書類の書き方',
    '電話受付メモ',
    'madoguchi@office.example.jp',
  ),
  mail(
    'counselor word',
    '不在',
    'Re: 【確認】12/3 10:00 来談・不在',
    'madoguchi@office.example.jp',
  ),
  mail(
    'counselor word with subject',
    '佐藤様は不在でした。',
    '【不在】12/3 10:00',
    'madoguchi@office.example.jp',
  ),
  mail(
    'counselor, call back',
    '小林様よりお電話あり。お問い合わせの件、担当者より折り返し連絡してほしいとのこと。090-0000-0000',
    '電話メモ',
    'madoguchi@office.example.jp',
  ),
  mail('question', '相談内容は就職活動の進め方です。問い合わせですが、スマホでも大丈夫ですか？'),
  mail(
    'request',
    '氏名　小林花子\n求職番号　12345-67890\n希望日時　12月3日　10：00～\n連絡先電話番号　090-0000-0000\n相談内容　前の会社を退職いたしました。次の仕事の相談をしたいです。',
    'オンライン職業相談の申込み',
  ),
  mail(
    'request by somebody who left',
    '先月退職いたしました小林です。オンライン相談を申し込みます。12月3日10時希望です。電話は仕事中で出られないことがあります。',
    '申し込み',
  ),
  mail(
    'request by somebody applying',
    '御社ではなくハローワークの求人に応募しました。エントリーありがとうございますというメールが来ましたが、その後連絡がありません。相談したいです。',
    '相談',
  ),
  mail(
    'complains about auto mail',
    '自動返信ばかりで困っています。担当者から連絡をください。',
    '苦情',
  ),
  mail('temporarily cannot look', '今日は外出中のため詳しく確認できませんが、3日10時で結構です。'),
  mail('hospital', '入院のため12月3日は休みをいただきます。また連絡します。'),
  mail(
    'works at a desk',
    'お世話になっております。株式会社サンプル サポートセンターの田中と申します。オンライン職業相談の件、12月3日10時でお願いいたします。',
    'オンライン職業相談の件',
    'info@sample.example.jp',
  ),
  mail(
    'non-native',
    'わたしは ブラジルじんです。12月3日 10じ だいじょうぶです。ありがとうございます。',
  ),
  mail('asks to call', '急ぎの場合は携帯にお電話ください。よろしくお願いします。'),
  mail(
    'english',
    "Yes, I will join. I'm out of the office on Friday, so Thursday is good. Thank you for contacting me.",
  ),
  mail(
    'english thanks',
    'Thank you for your email. I received your message and I agree. See you on December 3.',
  ),
  mail(
    'unsubscribe question',
    '求人メルマガの配信停止はどうすればいいですか。あと3日の相談は参加します。',
  ),
  mail(
    'reports a bounce',
    'メールが送信できませんでしたと出たので、もう一度送ります。参加します。',
  ),
  mail('mailbox full', '容量がいっぱいでメールが受信できませんでした。すみません、参加します。'),
  mail('old subject of a robot', '了解です。', 'Re: 自動応答: オンライン職業相談のご案内'),
  mail('emoji', '👍'),
  mail('iPhone', '参加します\n\niPhoneから送信'),
  mail('family', '母の代わりに連絡しています。母は今外出中ですが、3日に参加するとのことです。'),
  mail('waits', 'お返事お待ちしております。'),
  mail(
    'asks to wait',
    '家族と相談しますので少々お待ちください。明日25日に改めてご連絡いたします。',
  ),
  mail('follow-up', '確認して、後ほどご連絡いたします。'),
  mail('holiday worry', '年末年始の休業日はいつですか。急ぎの場合はどこに電話すればいいですか。'),
  mail(
    'wrong recipient footer',
    '参加いたします。\n\n※本メールにお心当たりのない場合は、破棄していただきますようお願いいたします。\n株式会社サンプル 田中',
  ),
  mail('decline', '申し訳ありませんが、今回は遠慮します。'),
  mail('change', '12月3日は会議のため出席できません。4日以降に変更をお願いします。'),
  mail(
    'application confirmed',
    '予約の申し込み内容、以下の通りで間違いありません。よろしくお願いします。',
  ),
];
