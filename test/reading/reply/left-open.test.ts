import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/reading/reply.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');
const intentOf = (text: string) => readReply(text, reference, { booked, offered: [] }).intent;

describe('a yes that breaks off', () => {
  it.each([
    '了解しましたけど…',
    '承知はしましたが',
    '参加します。起きられたら。',
    '行きます、母の具合が良ければですが。',
    'お願いはしたいんですけど、ちょっと。',
    'うーん…',
    '了解です。参加したかったのですが…',
  ])('is none: %s', (text) => {
    expect(intentOf(text)).toBe('unclear');
  });

  it.each([
    'うん、参加します',
    'わかりましたが。3日にお願いします。',
    '参加します。よろしければ。',
    'ご連絡ありがとうございます。参加しますが、スマホから入ります。',
    '了解です。お話しできたら。',
  ])('is whole in: %s', (text) => {
    expect(intentOf(text)).toBe('confirm');
  });
});

describe('what is told of that very day', () => {
  it.each(['その日は会社です。', '当日は子供の保育園が休みです。', 'この時間は職場です。'])(
    'keeps an agreement from being sure: %s',
    (told) => {
      expect(intentOf(`承知しました。${told}`)).toBe('unclear');
    },
  );

  it.each(['その日は空いています。', '当日は自宅です。', 'その日は休みですので大丈夫です。'])(
    'takes nothing back where the person is free: %s',
    (told) => {
      expect(intentOf(`承知しました。${told}`)).toBe('confirm');
    },
  );
});
