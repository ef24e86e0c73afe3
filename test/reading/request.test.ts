import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookableStarts } from '../../src/reading/items/wish-doubt.ts';
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

describe('希望日時 beside other dates', () => {
  const starts = (text: string) => {
    const wish = read(text).items.wish?.value;
    return wish ? bookableStarts(wish).map((start) => String(start.toPlainDateTime())) : [];
  };

  it.each([
    [
      '11月20日にお電話した際、案内されました。12月23日の9時半を希望いたします。',
      '2026-12-23T09:30:00',
    ],
    [
      '12月2日（水）は参観日のため都合が悪く、12月3日（木）の11時を希望します。',
      '2026-12-03T11:00:00',
    ],
    ['生年月日：昭和60年3月14日\n希望日時：12月3日 11時', '2026-12-03T11:00:00'],
    ['希望日：12月28日（月）\n希望時間：9:00～9:30', '2026-12-28T09:00:00'],
    ['仕事は8:30～17:30です。12月14日の16時半に受けます。', '2026-12-14T16:30:00'],
    ['12月4日10時の予約を12月8日14時に変更をお願いします。', '2026-12-08T14:00:00'],
    [
      '12月7日14時から予約しておりますが、15時半に遅らせることは可能でしょうか。',
      '2026-12-07T15:30:00',
    ],
    ['五月女 七海です。10日の11時でお願いします。', '2026-12-10T11:00:00'],
    ['二　十八（したなが とおや）と申します。45010-31000083 12月8日9時', '2026-12-08T09:00:00'],
  ])('%s', (text, start) => {
    expect(starts(text)).toEqual([start]);
  });

  it.each([
    [
      '職業訓練の説明会が12月5日13時からありますが、その前の12月4日13時に相談したいです。',
      '2026-12-04T13:00:00',
    ],
    ['来週は火曜と水曜がだめで、木曜10時なら行けます。', '2026-12-03T10:00:00'],
    [
      '11/24 9:10\n谷様TEL\n12/8 14:00希望\n折り返し本日11時までに欲しいとのこと',
      '2026-12-08T14:00:00',
    ],
    [
      '予約受付日時：2026年11月24日 08:30\nご利用日時：2026年12月8日(火) 14:00〜14:30\nキャンセル期限：2026年12月7日 17:00',
      '2026-12-08T14:00:00',
    ],
    ['前回11月10日14時に相談しました。次は12月8日の14時でお願いします。', '2026-12-08T14:00:00'],
    ['12月3日10時（11月20日に電話で相談済み）を希望します。', '2026-12-03T10:00:00'],
  ])('keeps apart what is no wish: %s', (text, start) => {
    expect(starts(text)).toEqual([start]);
  });

  it('takes a booking that was made before for no new wish', () => {
    expect(
      starts('12/3 10時で予約していたのですが、仕事になったので12/5以降でお願いできますか。'),
    ).toEqual([]);
    expect(starts('12月3日10時の予約の確認です。')).toEqual([]);
  });

  it('books nothing from a cancellation or an absence notice', () => {
    expect(read('12月3日10時の予約をキャンセルしてください。').items.wish).toBeNull();
    expect(read('【自動返信】12月7日10時まで不在にしております。').items.wish).toBeNull();
  });

  it('gives the second of two people nothing of the first, and the first nothing of the second', () => {
    const reading = read(
      '夫婦で申し込みます。\n①夫　野間口 徹　45010-21000005　12月11日 9:30　090-2100-0005　農業法人の求人\n②妻　野間口 咲　45010-21000006　12月11日 10:00　090-2100-0006　パートの求人',
    );
    expect(reading.flags).toContain('multiple_people');
    expect(reading.items.name?.value).toBe('野間口 徹');
    expect(reading.items.topic?.value).not.toContain('パート');
    expect(reading.items.wish?.value).toMatchObject({ kind: 'exact' });
  });
});

describe('相談内容', () => {
  it.each([
    ['再就職の件でZoom相談をお願いしたく、12月21日10時半でいかがでしょうか。', '再就職'],
    ['同居の母の介護があり、短時間の仕事を探しています。よろしくお願いします。', '短時間の仕事'],
    ['12/10 14:00\n090 1600 0033\n建設業', '建設業'],
    ['予約お願い / ﾊﾟｰﾄ', 'ﾊﾟｰﾄ'],
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
