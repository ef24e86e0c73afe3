/**
 * Data for tests: acknowledgements as Japanese forms, shops, schools, clinics and desks send
 * them, invented. `subject` and `from` are the sender's own; the headers give nothing away.
 */
export interface MachineText {
  name: string;
  from: string;
  subject: string;
  text: string;
}

const mail = (name: string, from: string, subject: string, text: string): MachineText => ({
  name,
  from,
  subject,
  text,
});

export const ACKNOWLEDGEMENTS: MachineText[] = [
  mail(
    'company form, classic',
    'info@yamada-kensetsu.example.jp',
    '【山田建設】お問い合わせありがとうございます',
    `小林 花子 様

この度は株式会社山田建設へお問い合わせいただき、誠にありがとうございます。
以下の内容でお問い合わせを受け付けいたしました。
担当者より3営業日以内にご連絡させていただきますので、今しばらくお待ちくださいませ。

━━━━━━□■□ お問い合わせ内容 □■□━━━━━━
お名前：小林 花子
メールアドレス：hanako@example.jp
お問い合わせ内容：
オンライン職業相談のご案内
━━━━━━━━━━━━━━━━━━━━━━━━━━━━

※このメールは自動返信メールです。本メールにご返信いただいてもお答えできません。
株式会社山田建設  TEL 0984-00-0000`,
  ),
  mail(
    'form without the word automatic',
    'contact@miyazaki-seika.example.jp',
    'お問い合わせを受け付けました',
    `お問い合わせいただきありがとうございます。
内容を確認のうえ、担当者より折り返しご連絡いたします。
なお、お問い合わせの内容によっては回答にお時間をいただく場合がございます。

宮崎青果株式会社 お客様相談室`,
  ),
  mail(
    'auto delivery note only',
    'support@appli.example.com',
    'お問い合わせについて',
    `ご連絡ありがとうございます。
※本メールは自動配信です。

サポートチーム`,
  ),
  mail(
    'recruiting entry',
    'saiyo@kaigo-sakura.example.jp',
    '【さくら介護】エントリーありがとうございます',
    `このたびは、さくら介護の求人にご応募いただきまして誠にありがとうございます。
エントリーを受け付けましたのでお知らせいたします。

書類選考の上、1週間以内に採用担当よりご連絡いたします。
採用担当：田中`,
  ),
  mail(
    'shop order',
    'order@shop-hyuga.example.jp',
    'ご注文ありがとうございます（自動送信メール）',
    `日向ショップをご利用いただきありがとうございます。
ご注文内容をご確認ください。

ご注文番号：20261124-0012
商品の発送が完了しましたら改めてご連絡いたします。`,
  ),
  mail(
    'clinic',
    'yoyaku@kobayashi-dental.example.jp',
    'ご予約受付完了のお知らせ',
    `小林歯科クリニックです。
ご予約を受け付けました。
予約日時：2026年12月3日(木) 10:00
※変更・キャンセルはお電話にてお願いいたします。
このメールは送信専用です。`,
  ),
  mail(
    'library',
    'lib@city.example.jp',
    '【市立図書館】メールを受信しました',
    `お送りいただいたメールを受信しました。
お問い合わせへの回答には数日かかることがあります。
なお、このアドレスは送信専用のため、返信いただいてもお答えできません。`,
  ),
  mail(
    'prefecture desk',
    'kikaku@pref.example.lg.jp',
    '【自動応答】メールを受け付けました',
    `このメールは、システムから自動的に送信しています。
お送りいただいたご意見・ご質問は、担当課で確認いたします。`,
  ),
  mail(
    'help desk ticket',
    'support@kaisya.example.com',
    '[#12345] Re: オンライン職業相談のご案内',
    `お問い合わせいただきありがとうございます。
お問い合わせを承りました。チケット番号: 12345
担当者が確認次第、ご返信いたします。`,
  ),
  mail(
    'outside business hours',
    'desk@rental.example.jp',
    'Re: オンライン職業相談のご案内',
    `お問い合わせありがとうございます。
ただいま営業時間外のため、翌営業日以降に担当よりご連絡いたします。`,
  ),
  mail(
    'closed on weekends',
    'info@hotel.example.jp',
    'Re: ご案内',
    `ご連絡いただきありがとうございます。
土日祝は休業日のため、翌営業日に順次回答いたします。
お急ぎの方はお電話(0985-00-0000)へお願いいたします。`,
  ),
  mail(
    'system notice',
    'system@gakkou.example.ac.jp',
    'メール受信通知',
    `※このメールはシステムより自動送信されています。
メールを受け付けました。`,
  ),
  mail(
    'membership',
    'jimukyoku@nposhien.example.org',
    '会員登録ありがとうございます',
    `NPO支援ネット事務局です。
会員登録のお申込みありがとうございます。
下記のURLより本登録を完了してください。
https://example.org/r/abc

このメールにお心当たりのない場合は、お手数ですが破棄してください。`,
  ),
  mail(
    'brackets',
    'k-support@example.jp',
    'Re: オンライン職業相談のご案内',
    `【自動返信】
メールを受け取りました。担当の者が後日ご連絡します。`,
  ),
  mail(
    'parenthesis',
    'toiawase@koukoku.example.jp',
    'Re: ご予約',
    `（このメールは自動的に返信しております）
ご連絡ありがとうございました。`,
  ),
  mail(
    'wrapped line',
    'info@wrapped.example.jp',
    'Re: ご予約',
    `お世話になっております。このメールはお問い合わせいただいた方へ自動
的にお送りしております。内容の確認後、あらためてご連絡いたします。`,
  ),
  mail(
    'no-reply wording',
    'mail@bank.example.jp',
    'Re: ご予約',
    `いつもご利用いただきありがとうございます。
本メールアドレスは配信専用です。このメールに返信されても、返信内容の確認およびご返答ができません。
あらかじめご了承ください。`,
  ),
  mail(
    'reply not needed',
    'center@kyoukai.example.or.jp',
    'Re: ご予約',
    `ご相談を受け付けました。
順番に対応しておりますので、回答まで2～3日お待ちください。
こちらのメールへの返信は不要です。`,
  ),
  mail(
    'contact form 7 style',
    'wordpress@blog.example.jp',
    'ブログ「おいしい宮崎」お問い合わせ控え',
    `以下の内容で送信されました。

題名: オンライン職業相談のご案内
メッセージ本文:
(本文なし)

--
このメールは おいしい宮崎 (https://blog.example.jp) のお問い合わせフォームから送信されました`,
  ),
  mail(
    'three days rule',
    'cs@kagu.example.jp',
    'お問い合わせの件',
    `お問い合わせ頂き有難うございます。
3営業日を過ぎても返信がない場合は、メールが届いていない可能性がございますので、お手数ですが再度ご連絡ください。`,
  ),
  mail(
    'school',
    'admin@juku.example.jp',
    '資料請求を承りました',
    `この度は資料をご請求いただきありがとうございます。
資料は2～3日でお届けいたします。`,
  ),
  mail(
    'real estate',
    'tokyo@fudosan.example.jp',
    '【お部屋さがし】お問い合わせ内容の確認',
    `※本メールはお問い合わせいただいたお客様に自動でお送りしています。
ご希望の物件の詳細は、店舗の担当者から改めてご連絡差し上げます。`,
  ),
  mail(
    'full width brackets',
    'info@zenkaku.example.jp',
    '＜自動返信＞お問合せ受付のご連絡',
    `お問合せを受け付けました。`,
  ),
  mail(
    'English desk',
    'support@global.example.com',
    'Re: Your booking',
    `Thank you for contacting us. This is an automated response to confirm that we have received your message.
A member of our team will get back to you within 2 business days.`,
  ),
  mail(
    'English short',
    'help@global.example.com',
    'Request received',
    `Your request (45110) has been received and is being reviewed by our support staff.

Please do not reply to this email.`,
  ),
  mail(
    'polite, twice removed',
    'mado@shiyakusho.example.lg.jp',
    'Re: オンライン職業相談',
    `このたびは、お問い合わせをいただきまして、まことにありがとうございます。
いただいた内容につきましては、関係部署で確認の上、後日ご回答させていただきます。
（回答まで1週間程度お時間を頂戴することがございます。）`,
  ),
  mail(
    'line official like',
    'reserve@salon.example.jp',
    'Re: 予約',
    `この度はメールをお送りいただきありがとうございます✨
こちらは自動応答となっております🙇
順番にお返事しておりますので、少々お待ちください♪`,
  ),
  mail(
    'receipt number',
    'uketsuke@kensyu.example.jp',
    '受付番号のお知らせ',
    `研修のお申し込みを受け付けました。
受付番号：K-00381
当日は受付番号をお伝えください。`,
  ),
  mail(
    'privacy desk',
    'privacy@corp.example.co.jp',
    'Re: ご案内',
    `お客様各位
お問い合わせありがとうございます。本メールは、お問い合わせを受信したことをお知らせするために自動的に配信されています。`,
  ),
  mail(
    'unregistered sender',
    'gw@seminar.example.jp',
    'Re: ご案内',
    `このアドレスへのメールは受信しておりません。
このメールは自動応答です。お問い合わせは https://seminar.example.jp/contact からお願いいたします。`,
  ),
];
