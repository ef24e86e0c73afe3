/**
 * The invented people of the demo and their mails, written as their mail programs would. Data and
 * small text building; nobody here exists, and every address is an example.
 */
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';

export interface Person {
  name: string;
  address: string;
}

export const OFFICE: Person = {
  name: 'ハローワーク小林 オンライン相談',
  address: 'online@office.example.jp',
};
export const COUNSELOR: Person = { name: '職業相談部門', address: 'madoguchi@office.example.jp' };
export const HANAKO: Person = { name: '小林 花子', address: 'hanako@example.ne.jp' };
export const TARO: Person = { name: '山田 太郎', address: 'taro@example.com' };
export const MISAKI: Person = { name: '佐藤 美咲', address: 'misaki@example.ne.jp' };
export const JUN: Person = { name: '鈴木 潤', address: 'jun@example.com' };
export const KEN: Person = { name: '渡辺 健', address: 'ken@example.ne.jp' };
/** The booking site, which writes in Ken's name. */
export const SITE: Person = { name: '予約サイト', address: 'yoyaku@site.example.jp' };

export const SEEKERS = [
  { ...HANAKO, seekerNumber: '45010-10000001', phone: '090-0000-0001' },
  { ...TARO, seekerNumber: '45010-10000002', phone: '090-0000-0002' },
  { ...MISAKI, seekerNumber: '45010-10000003', phone: '090-0000-0003' },
  { ...JUN, seekerNumber: '45010-10000004', phone: '090-0000-0004' },
  { ...KEN, seekerNumber: '45010-10000005', phone: '090-0000-0005' },
];

/** A mail of the office that a person has in hand when answering. */
export interface InHand {
  messageId: string;
  subject: string;
  text: string;
}

export interface Letter {
  from: Person;
  subject: string;
  text: string;
  at: Temporal.Instant;
  /** Makes the Message-ID. */
  number: number;
  answers?: InHand;
  headers?: readonly string[];
}

/** The bytes of a letter as a simple mail program writes them: UTF-8, base64. */
export function letterSource(letter: Letter): string {
  const { from, answers } = letter;
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  const thread = answers
    ? [`In-Reply-To: ${answers.messageId}`, `References: ${answers.messageId}`]
    : [];
  return [
    `From: ${encoded(from.name)} <${from.address}>`,
    `To: ${encoded(OFFICE.name)} <${OFFICE.address}>`,
    `Subject: ${encoded(letter.subject)}`,
    `Date: ${new Date(letter.at.epochMilliseconds).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <demo-${letter.number}@${domain}>`,
    ...thread,
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(letter.text),
  ].join('\r\n');
}

/** An answer as a phone writes it: the new words on top, the whole mail quoted below. */
export function answerText(words: string, { text }: InHand, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const time = `${local.hour}:${String(local.minute).padStart(2, '0')}`;
  const quoted = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const day = `${local.year}/${local.month}/${local.day}`;
  return `${words}\n\niPhoneから送信\n\n${day} ${time}、${OFFICE.name} <${OFFICE.address}>のメール:\n\n${quoted}\n`;
}

function encoded(text: string): string {
  const words = text.match(/.{1,12}/gu) ?? [];
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

function base64Lines(text: string): string {
  const lines =
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return lines.join('\r\n');
}
