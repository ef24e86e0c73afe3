/**
 * Every reply keeps its sense inside the politeness that people put around it: each of
 * our replies with each opening and each closing.
 */
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/reading/reply.ts';
import { REPLIES } from './replies.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');

const OPENINGS = [
  'お世話になっております。山田です。\n',
  'ご連絡ありがとうございます。\n',
  'ハローワーク小林 御中\n\nお世話になります。先日申し込んだ佐藤花子です。\n\n',
  'メールありがとうございました。\n\n',
  'こんにちは。\n',
  '返信が遅くなり申し訳ございません。\n',
];
const CLOSINGS = [
  '\nよろしくお願いいたします。',
  '\nお手数をおかけしますが、何卒よろしくお願い申し上げます。\n\n佐藤花子\n090-1234-5678',
  '\n\n--\n山田太郎\nTEL 0984-23-0000\nyamada@example.ne.jp',
  '\niPhoneから送信',
  '\nお忙しいところ恐れ入ります。',
  '\n取り急ぎご返信まで。',
];

const cores = REPLIES.flatMap(({ right, replies }) =>
  replies
    .split('\n')
    .map((line) => line.trim().replaceAll('⏎', '\n'))
    .filter((line) => line !== '')
    .map((text) => ({ text, intents: (right.split('+')[0] ?? '').split('/') })),
);
/** Says nothing at all, so that thanks beside it are a plain confirmation. */
const SAYS_NOTHING =
  /^(お世話になって.*|山田太郎です|すみません|申し訳ありません|返信不要です|ハローワークの電話番号)$/;
const isConfirming = (intent: string) => intent.startsWith('confirm');
const framed = (text: string) => [
  ...OPENINGS.map((opening) => opening + text),
  ...CLOSINGS.map((closing) => text + closing),
];

describe('a reply in its frame of politeness', () => {
  it('never becomes a confirmation where it was none', () => {
    const others = cores.filter(
      ({ text, intents }) => !intents.some(isConfirming) && !SAYS_NOTHING.test(text),
    );
    const wrong = others
      .flatMap(({ text }) => framed(text))
      .filter((text) => isConfirming(readReply(text, reference, { booked, offered: [] }).intent));
    expect(wrong).toEqual([]);
  });

  it('stays a confirmation where it was one, but for 2 in 100', () => {
    const plain = cores.filter(({ intents }) => intents.length === 1 && intents[0] === 'confirm');
    const texts = plain.flatMap(({ text }) => framed(text));
    const lost = texts.filter(
      (text) => readReply(text, reference, { booked, offered: [] }).intent !== 'confirm',
    );
    expect(lost.length / texts.length, lost.slice(0, 40).join('\n---\n')).toBeLessThan(0.02);
  });
});
