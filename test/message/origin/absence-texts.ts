/**
 * Data for tests: absence replies as Japanese programs and groupware send them for people,
 * invented. The headers give nothing away, only the words do.
 */
import type { MachineText } from './acknowledgement-texts.ts';

const mail = (name: string, subject: string, text: string): MachineText => ({
  name,
  from: 'tanaka@example.co.jp',
  subject,
  text,
});

export const ABSENCES: MachineText[] = [
  mail(
    'away until, deputy',
    'Re: オンライン職業相談のご案内',
    `お世話になっております。田中です。
11月24日から12月2日まで不在にしております。
お急ぎの場合は、総務課 鈴木（0984-00-0000）までご連絡ください。`,
  ),
  mail(
    'summer closing',
    'Re: ご案内',
    `メールをお送りいただきありがとうございます。
誠に勝手ながら、8月11日～8月16日は夏季休業とさせていただきます。
いただいたメールには8月17日以降、順次返信いたします。`,
  ),
  mail(
    'on leave, reply late',
    'Re: ご案内',
    `ただいま休暇中です。
メールの確認ができないため、返信が遅れます。`,
  ),
  mail(
    'business trip',
    'Re: ご案内',
    `現在出張中のため、メールをすぐに確認することができません。
戻り次第ご連絡いたします。`,
  ),
  mail(
    'maternity',
    'Re: ご案内',
    `産休・育休をいただいております。
後任の佐藤(sato@example.co.jp)までご連絡をお願いいたします。`,
  ),
  mail(
    'left the company',
    'Re: ご案内',
    `田中は10月末日をもって退職いたしました。
今後のご連絡は、後任の佐藤 sato@example.co.jp までお願いいたします。`,
  ),
  mail(
    'new year',
    'Re: ご案内',
    `年末年始休業のお知らせ
12月29日から1月3日まで休業いたします。
期間中にいただいたご連絡への回答は、1月4日以降となります。`,
  ),
  mail(
    'automatic word',
    'Re: ご案内',
    `※自動返信
本日は終日不在です。`,
  ),
  mail(
    'reading later',
    'Re: ご案内',
    `本日は研修のため、終日メールを確認できません。
明日25日に改めてご連絡いたします。`,
  ),
  mail(
    'English',
    'Re: booking',
    `I am out of the office until December 3 with limited access to email.
For urgent matters please contact my colleague suzuki@example.co.jp.`,
  ),
  mail('outlook subject', '自動応答: オンライン職業相談のご案内', `不在です。`),
  mail('outlook subject, empty', '自動応答: オンライン職業相談のご案内', ``),
  mail('cybozu', '【自動返信】不在のため', `外出しております。17時頃戻ります。`),
  mail(
    'holiday, courteous',
    'Re: ご案内',
    `ご連絡ありがとうございます。
申し訳ございませんが、本日より12/2(水)まで休みをいただいております。
ご返信は12/3(木)以降になりますこと、ご了承ください。`,
  ),
  mail(
    'moved address',
    'Re: ご案内',
    `このメールアドレスは使用しておりません。自動返信にてお知らせしております。
新しいアドレス：tanaka2@example.co.jp`,
  ),
  mail(
    'limited hours',
    'Re: ご案内',
    `勤務時間外のため、翌営業日に対応いたします。
緊急の場合は携帯(090-0000-0000)へお電話ください。`,
  ),
];
