import { describe, expect, it } from 'vitest';
import { asksToBook } from '../../../src/reading/items/application.ts';

describe('a mail that asks for a booking and leaves everything else out', () => {
  it.each([
    ['', 'オンライン相談を申し込みたいです。高橋です。'],
    ['予約', 'オンライン職業相談を予約したいです。よろしくお願いします。'],
    ['オンライン相談', 'お願いします。高橋'],
    ['オンライン相談申込み', '申し込みます。高橋'],
    ['', 'ズームでの相談を希望します'],
    ['', 'オンラインでの面談をお願いします'],
    ['', '相談の予約をお願いします。高橋です'],
    ['', 'オンライン相談を申し込みたいのですが、どうすればいいですか？'],
    ['', 'オンライン相談の予約をしたいのですが、どのように申し込めばよいですか。'],
    ['', 'オンライン相談の予約をお願いできますでしょうか。'],
    ['相談予約', '予約を取りたいです'],
    ['', 'zoom相談受けたいです'],
    ['', 'いつもお世話になっております。オンライン相談の申込みをしたく、ご連絡いたしました。'],
    ['', 'オンライン相談の申込をお願い致します。方法を教えてください。'],
    ['', '予約おねがいします'],
  ])('%s / %s', (subject, text) => {
    expect(asksToBook(subject, text)).toBe(true);
  });
});

describe('a mail that is not to be asked for the items of 6(2)', () => {
  it.each([
    ['thanks', '', 'ありがとうございました。またよろしくお願いします。'],
    ['advertising', '', 'オンライン相談を申し込みませんか？無料です。'],
    ['a firm', '', '弊社サービスのオンライン面談をお願いしたく'],
    ['an invitation', '', 'ご予約をお願いします'],
    ['an invitation with a link', '', 'オンライン相談を予約したい方は https://example.com/ へ'],
    ['a question', '', 'オンライン相談は土日もできますか？'],
    ['whether at all', '', 'オンライン相談ができるか教えてください'],
    ['a question beside it', '', 'オンライン相談を申し込みたいです。土曜日は開いていますか？'],
    ['where the answer stays', '', '先日オンライン相談を申し込みましたが返事がありません。'],
    ['second thoughts', '', 'オンライン相談を申し込みたいと思っていましたが、やめます。'],
    ['a change', '予約の変更', '変更をお願いします'],
    ['a report', '', 'オンライン相談を受けた者です。お礼申し上げます。'],
    ['another wish', '', 'パンフレットを送ってほしいです。お願いします。'],
    ['trouble', 'オンライン相談', 'URLが届きません。お願いします'],
    [
      'politeness under its subject',
      'オンライン相談',
      '今日はありがとうございました。お願いします',
    ],
    ['of somebody else', '', '友人がオンライン相談を受けたいと言っていました'],
    ['any consultation', '', '相談をお願いします'],
  ])('%s', (_, subject, text) => {
    expect(asksToBook(subject, text)).toBe(false);
  });

  it('takes no time over a text of many near-misses', () => {
    const text = 'オンライン相談のオンライン相談の'.repeat(30);
    expect(asksToBook(text, text)).toBe(false);
  });
});
