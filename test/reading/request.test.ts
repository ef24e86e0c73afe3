import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/reading/request.ts';
import type { ItemName, RequestText } from '../../src/reading/types.ts';

const REFERENCE = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

function read(text: string, over: Partial<RequestText> = {}) {
  const sender = { name: '', address: 'someone@example.jp' };
  return readRequest({ subject: '', text, sender, ...over }, REFERENCE);
}

const LINES: Record<ItemName, string> = {
  name: '氏名：小林花子',
  seekerNumber: '求職番号：45010-12345678',
  datetime: '希望日時：12月3日 10:00',
  phone: '電話番号：090-1234-5678',
  topic: '相談内容：応募書類の書き方',
};
const ITEMS = Object.keys(LINES) as ItemName[];
const SUBSETS = Array.from({ length: 2 ** ITEMS.length }, (_, bits) =>
  ITEMS.filter((_item, i) => ((bits >> i) & 1) === 1),
);

describe('the five items of Article 6(2)', () => {
  it.each(SUBSETS.map((missing) => [missing.join(', ') || 'nothing', missing] as const))(
    'names exactly what is missing: %s',
    (_title, missing) => {
      const lines = ITEMS.filter((item) => !missing.includes(item)).map((item) => LINES[item]);
      const text = ['オンライン職業相談を申し込みます。', ...lines].join('\n');
      expect(read(text).missing).toEqual(missing);
    },
  );

  it('gives each value with the words of the raw text that it came from', () => {
    const text =
      '①氏名　髙橋　﨑子\n②求職番号　４５０１０－００００１１１１\n④電話　０９０－１１１１－２２２２';
    const { name, seekerNumber, phone } = read(text).items;
    const spans = [name, seekerNumber, phone].map((found) =>
      found?.span ? text.slice(found.span.start, found.span.end) : null,
    );
    expect(spans).toEqual([
      '髙橋　﨑子',
      '４５０１０－００００１１１１',
      '０９０－１１１１－２２２２',
    ]);
    expect(seekerNumber?.value).toBe('45010-00001111');
    expect(phone?.value).toBe('090-1111-2222');
  });

  it('says why an item must be asked back, and does not call it missing', () => {
    const reading = read(
      '氏名：河野早苗\n求職番号：よんごぜろいちぜろの12340009\n希望日時：12月8日（火）午前\n電話：ゼロハチゼロ12340009\n相談内容：派遣',
    );
    expect(reading.unclear.map(({ item }) => item)).toEqual(['seekerNumber', 'datetime', 'phone']);
    expect(reading.missing).toEqual([]);
    for (const { reason } of reading.unclear) expect(reason).not.toBe('');
  });
});

describe('相談内容', () => {
  it.each([
    ['再就職の件でZoom相談をお願いしたく、12月21日10時半でいかがでしょうか。', '再就職'],
    ['同居の母の介護があり、短時間の仕事を探しています。よろしくお願いします。', '短時間の仕事'],
    ['12/10 14:00\n090 1600 0033\n建設業', '建設業'],
    ['予約お願い / ﾊﾟｰﾄ', 'ﾊﾟｰﾄ'],
    ['12/21 10:30希望。有川です。45010-51000046。花屋さん', '花屋さん'],
    ['有川 正樹\n宮崎県えびの市大字原田123番地\n12/21 10:30\nパン屋', 'パン屋'],
    ['内容は「次の仕事をどう探せばよいか分からない」とのことでした。', 'どう探せば'],
    ['相談内容：\n・履歴書\n・面接', '・面接'],
  ])('is found in %s', (text, part) => {
    expect(read(text).items.topic?.value).toContain(part);
  });

  it.each([
    ['オンライン職業相談を申し込みます。よろしくお願いいたします。'],
    ['12月9日の14時でお願いします。'],
    ['不足していた電話番号は090-1300-0006です。'],
    ['いつもお世話になっております。'],
  ])('is not the wish for an appointment: %s', (text) => {
    expect(read(text).items.topic).toBeNull();
  });
});

describe('what a mail wants', () => {
  it.each([
    ['12月3日10時に予約をお願いします。求職番号45010-12345678', 'request'],
    ['先ほどのメールに電話番号を書き忘れました。090-1300-0006です。', 'supplement'],
    ['希望日時を12月15日の15時に変更してください。', 'change'],
    ['12月3日の予約を取り消したいです。', 'cancel'],
    ['12/3に予約しております白石ですが、取り消しをお願いします。', 'cancel'],
    ['12/3の予約を取り消して、12/9 10時でお願いします。', 'change'],
    ['12月3日の件ですが、中止してください。', 'cancel'],
    ['子どもが熱を出し、伺えなくなりました。キャンセルをお願いします。', 'cancel'],
    ['オンライン相談は土日もできますか。', 'question'],
    ['Zoomに入れません。至急お願いします。', 'trouble'],
    ['先日はありがとうございました。おかげで採用になりました。', 'thanks'],
    ['窓口の職員の態度がひどいです。謝罪を求めます。', 'complaint'],
    ['【自動返信】ただいま不在にしております。', 'auto_reply'],
  ])('%s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it('knows an added number in an answer to our question', () => {
    expect(read('求職番号は45010-21000067です。', { subject: 'Re: 必要事項' }).intent).toBe(
      'supplement',
    );
  });
});

it('takes the telephone of the person that a mail speaks for', () => {
  const text =
    '代理で申し込みます。妹（伊地知 芽衣、45010-35000002）が12/9の11時を希望しています。妹の電話は090-3500-0002、私のは090-3500-9902。';
  expect(read(text).items.phone?.value).toBe('090-3500-0002');
});

it('takes the last word of a terse mail for the matter, where the name is known', () => {
  const text = '12月24日10時\n西小野 卓\n45010-36000004\n09036000004\n木工';
  const { name, topic } = read(text).items;
  expect([name?.value, topic?.value]).toEqual(['西小野 卓', '木工']);
});

it('notes the device and a mail address without deciding on them', () => {
  const reading = read('スマホから参加します。メール: .taro..y@docomo.ne.jp');
  expect(reading.device).toBe('スマホ');
  expect(reading.address?.value).toBe('.taro..y@docomo.ne.jp');
});

it('reads any text without an error, and every span lies within the text', () => {
  const words = fc.constantFrom(
    ...Object.values(LINES),
    '氏名',
    '：',
    '\n',
    '\t',
    '　',
    '①',
    '様より電話',
    'です。',
    '12/3',
    '〇九〇',
    'ゼロハチゼロ',
    '\u{E0100}',
    '𠮷',
    '\u0000',
    '（',
    '）',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { items, unclear } = read(text);
      const spans = [...Object.values(items), ...unclear].flatMap((found) => found?.span ?? []);
      for (const { start, end } of spans) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});
