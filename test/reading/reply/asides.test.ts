import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/reading/reply.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');
const intentOf = (text: string) => readReply(text, reference, { booked, offered: [] }).intent;

describe('what is said beside a consent', () => {
  it.each([
    ['承知しました。', '柚子を煮ておきます。'],
    ['了解です。', '町内放送が鳴ったらすみません。'],
    ['はい。', '急用が入ったときは電話します。'],
    ['わかりました。', '簿記のことも聞けたらうれしいです。'],
    ['ありがとうございます。', '七十の手習いですが、よろしくお願いします。'],
    ['了解しました', '(｀・ω・´)ゞ'],
    ['よろしくお願いします。', 'わたしは　グエンです。'],
  ])('takes nothing back: %s%s', (yes, aside) => {
    expect(intentOf(yes + aside)).toBe('confirm');
  });

  it.each([
    ['承知しました。', '柚子を煮ます。'],
    ['了解です。', '主人に伝えておきます。'],
    ['わかりました。', '明日電話します。'],
    ['確認しました。', '後ほどあらためて返信いたします。'],
    ['ありがとうございます。', '試合です。'],
    ['承知しました。', '規約は読んでいませんが、よろしくお願いします。'],
    ['はい、', '辞退で承知しました。'],
    ['', '日程変更の件、承知しました。'],
    ['', '先日は参加させていただきありがとうございました。'],
    ['わかりました。', '参加しなくてもいいですか。'],
    ['', '注文を承りました。ありがとうございます。'],
  ])('leaves it to a counselor: %s%s', (yes, rest) => {
    expect(intentOf(yes + rest)).not.toMatch(/^confirm/);
  });

  it('passes over an obstacle that the person overcomes, and over no refusal', () => {
    expect(intentOf('夜勤明けですが大丈夫です。')).toBe('confirm');
    expect(intentOf('夜勤明けですが、よろしくお願いします。')).not.toBe('confirm');
    expect(intentOf('キャンセルしましたが大丈夫です。')).not.toBe('confirm');
  });
});
