/**
 * Mixed Japanese mail for the benchmarks: what an office's box holds, in the charsets and shapes
 * that phones, PCs and old programs write. Which mail comes where follows from its number alone,
 * so that every run has the same.
 */
import Encoding from 'encoding-japanese';
import { answerText, COUNSELOR, type InHand, letterSource } from '../../src/demo/people.ts';
import { slotsOfDay } from '../../src/domain/office-calendar.ts';
import type { BookingPolicy } from '../../src/domain/policy.ts';
import { requestForm } from '../support/world.ts';

/** Every 20 mails of a backlog; `reply` counts only where terms mails lie ready to be answered. */
const MIX = [
  'form',
  'reply',
  'prose',
  'reply',
  'machine',
  'form',
  'reply',
  'memo',
  'form',
  'incomplete',
  'prose',
  'reply',
  'question',
  'form',
  'machine',
  'reply',
  'prose',
  'memo',
  'form',
  'incomplete',
] as const;

export type MailShape = (typeof MIX)[number];

export function shapeOf(number: number): MailShape {
  return MIX[number % MIX.length] ?? 'form';
}

/** Office slots from three weeks on, in order, as people write them. */
export function* wishes(policy: BookingPolicy, from: Temporal.PlainDate): Generator<string> {
  for (let day = from.add({ days: 21 }); ; day = day.add({ days: 1 })) {
    for (const { hour, minute } of slotsOfDay(day, policy.calendar)) {
      const time = minute === 0 ? `${hour}時` : `${hour}時${minute}分`;
      yield `${day.year}年${day.month}月${day.day}日 ${time}`;
    }
  }
}

export interface MailOrder {
  number: number;
  at: Temporal.Instant;
  wish: string;
}

/** A mail that begins something or asks something; the seeker has an address of his own. */
export function freshMail(shape: Exclude<MailShape, 'reply'>, order: MailOrder): string {
  const { number, wish, at } = order;
  const from = { name: '見本 花子', address: `seeker${number}@example.ne.jp` };
  const items = { name: from.name, number: `45010-${10_000_000 + number}`, wish };
  const letter = { from, at, number };
  switch (shape) {
    case 'form':
      return shaped(number, {
        ...letter,
        subject: 'オンライン職業相談の予約',
        text: requestForm(items),
      });
    case 'prose':
      return shaped(number, { ...letter, subject: '相談の申し込み', text: prose(items) });
    case 'incomplete':
      return shaped(number, {
        ...letter,
        subject: '予約',
        text: requestForm({ ...items, phone: '' }),
      });
    case 'memo':
      return letterSource({
        ...letter,
        from: COUNSELOR,
        subject: '電話申込',
        text: memo(items, from.address),
      });
    case 'machine':
      return letterSource({
        ...letter,
        subject: '自動応答: 不在のお知らせ',
        text: 'ただいま外出しております。戻りましたらご連絡いたします。\n',
        headers: ['Auto-Submitted: auto-replied'],
      });
    case 'question':
      return shaped(number, {
        ...letter,
        subject: '質問',
        text: '窓口は何時まで開いていますか。求人票の見方も教えてください。\n',
      });
  }
}

/** A phone's consent to a terms mail that it holds. */
export function replyMail(hand: InHand & { to: string }, order: Omit<MailOrder, 'wish'>): string {
  const { number, at } = order;
  const text = answerText('はい、よろしくお願いします。', hand, at);
  const from = { name: '見本 花子', address: hand.to };
  return letterSource({ from, at, number, subject: `Re: ${hand.subject}`, text, answers: hand });
}

interface Items {
  name: string;
  number: string;
  wish: string;
}

function prose({ name, number, wish }: Items): string {
  return `お世話になっております。求職番号${number}の${name}と申します。
オンラインでの職業相談をお願いしたく、ご連絡いたしました。
${wish}からを希望しております。日中のご連絡は090-0000-0001までお願いいたします。
相談したいのは、事務職への応募書類の書き方と、面接の準備についてです。
どうぞよろしくお願いいたします。
`;
}

function memo({ name, number, wish }: Items, address: string): string {
  return `電話で受けました。\n\n${requestForm({ name, number, wish })}メール: ${address}\n`;
}

type Letter = Parameters<typeof letterSource>[0];

/** Four in five as phones write (UTF-8); the rest in ISO-2022-JP, Shift_JIS, or with HTML. */
function shaped(number: number, letter: Letter): string {
  const way = number % 10;
  if (way === 3) return recoded(letter, { charset: 'ISO-2022-JP', to: 'JIS' });
  if (way === 6) return recoded(letter, { charset: 'Shift_JIS', to: 'SJIS' });
  if (way === 8) return withHtml(letter);
  return letterSource(letter);
}

function recoded(letter: Letter, { charset, to }: { charset: string; to: 'JIS' | 'SJIS' }): string {
  const bytes = Encoding.convert(Encoding.stringToCode(letter.text), { from: 'UNICODE', to });
  return withBody(letter, `text/plain; charset=${charset}`, base64Lines(Buffer.from(bytes)));
}

function withHtml(letter: Letter): string {
  const lines = letter.text.split('\n').map((line) => `<div>${line || '<br>'}</div>`);
  const html = `<html><head><meta charset="UTF-8"><style>p { margin: 0 }</style></head><body>${lines.join('')}</body></html>`;
  const part = (type: string, text: string) =>
    `--part\r\nContent-Type: text/${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(Buffer.from(text))}\r\n`;
  const parts = `${part('plain', letter.text)}${part('html', html)}--part--\r\n`;
  return withBody(letter, 'multipart/alternative; boundary=part', parts);
}

function withBody(letter: Letter, contentType: string, body: string): string {
  const source = letterSource({ ...letter, text: '' });
  const head = source.slice(0, source.indexOf('\r\n\r\n'));
  const changed = head.replace(/^Content-Type:.*$/m, `Content-Type: ${contentType}`);
  const encoding = contentType.startsWith('multipart/') ? '7bit' : 'base64';
  return `${changed.replace(/^(Content-Transfer-Encoding:).*$/m, `$1 ${encoding}`)}\r\n\r\n${body}`;
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
}
