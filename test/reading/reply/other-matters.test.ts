import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/reading/reply.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const booked = Temporal.ZonedDateTime.from('2026-12-03T10:00:00+09:00[Asia/Tokyo]');
const intentOf = (text: string) => readReply(text, reference, { booked, offered: [] }).intent;

describe('what is cancelled or changed beside the session', () => {
  it.each([
    ['面接が中止になったので、その時間で問題ありません。', 'confirm'],
    ['バイトがキャンセルになったので大丈夫です。', 'confirm'],
    ['面接が延期になったのでその日に重なりました。', 'decline'],
    ['相談が中止になったと聞きましたが、よろしくお願いします。', 'unclear'],
    ['相談は中止でお願いします。', 'decline'],
  ])('makes room where it is another event: %s', (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  it.each([
    ['承知しました。携帯の番号が変わりました。080-1234-5678です。', 'confirm_with_question'],
    ['よろしくお願いします。なお電話番号が080-1234-5678に変わります。', 'confirm_with_question'],
    ['了解です。勤務先が変わりました。', 'unclear'],
    ['はい、予定が変わりました。', 'unclear'],
    ['電話番号が変わりました。参加できません。', 'decline'],
  ])('is told to the staff where it is how to reach the person: %s', (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });
});
