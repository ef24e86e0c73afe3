import { describe, expect, it } from 'vitest';
import { bookableStarts } from '../../src/reading/items/wish-doubt.ts';
import { readRequest } from '../../src/reading/request.ts';
import type { RequestText } from '../../src/reading/types.ts';

const REFERENCE = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

function read(text: string, over: Partial<RequestText> = {}) {
  const sender = { name: '', address: 'someone@example.jp' };
  return readRequest({ subject: '', text, sender, ...over }, REFERENCE);
}

describe('a time that nobody wishes for a session', () => {
  it.each([
    '山田様 45010-32000013 090-3200-0013 日時は11/25 13時に再度電話で決める',
    '12月15日9時開始の求人について聞きたいです。日時はいつでもいいです。45010-31000001',
    '時間は10:30→11:00に訂正です。\n希望日時：12/9(水) 10:30\n求職番号：45010-31000001',
  ])('is not taken: %s', (text) => {
    const wish = read(text).items.wish?.value;
    expect(wish ? bookableStarts(wish) : []).toEqual([]);
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
    ['12月10日14時に病院の予約があります。12月11日10時でお願いします。', '2026-12-11T10:00:00'],
    ['12月10日13時半から会社の面接です。12月9日の10時に練習したいです。', '2026-12-09T10:00:00'],
    ['12月14日は説明会に行くので12月15日の13時からでお願いします。', '2026-12-15T13:00:00'],
    ['9:05 蛯原様より入電。12/10 10時希望。45010-32000013 090-3200-0013', '2026-12-10T10:00:00'],
    ['1月10日は病院なので、11日の10時でお願いします。', '2027-01-11T10:00:00'],
    ['来週の水曜は歯医者があるので木曜の10時希望です。', '2026-12-03T10:00:00'],
    ['12月10日10時に模擬面接を受けたいです。', '2026-12-10T10:00:00'],
    [
      '希望日時\n\n12月15日（火）\n\n11:00 ～ 11:30\n\n電話番号\n\n090-5100-0015',
      '2026-12-15T11:00:00',
    ],
    ['12/21 10:30 介護の仕事を探しています', '2026-12-21T10:30:00'],
    ['12/3の予約を取り消して、12/9 10時でお願いします。', '2026-12-09T10:00:00'],
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

  it.each([
    ['12月10日14時に病院の予約があります。相談をお願いします。'],
    ['12月10日14時に子どもの面談があります。'],
    ['12月10日14時に友人と会います。相談の予約をお願いします。'],
    ['12月10日14時に別のハローワークの予約があります。'],
    ['12月10日14時に電話ください。'],
    ['12月10日14時に荷物が届きます。'],
  ])('takes an event for no wish: %s', (text) => {
    expect(starts(text)).toEqual([]);
  });

  it('reads the subject only where it is the wish', () => {
    const inSubject = (subject: string, text: string) => {
      const wish = read(text, { subject }).items.wish?.value;
      return wish ? bookableStarts(wish).length : 0;
    };
    expect(inSubject('予約 12/11 10:00', '件名の日時でお願いします。')).toBe(1);
    expect(inSubject('12/11 10:00', '題名の時間でお願いします。だめなら12/12の10時。')).toBe(2);
    expect(inSubject('12月11日10時 相談希望', '外山 45010-51000025')).toBe(1);
    expect(inSubject('Re: ご予約 12/11 10:00', '外山 45010-51000025です')).toBe(0);
    expect(inSubject('12/3 10:00の予約の件', '外山 45010-51000025 電話が変わりました')).toBe(0);
    expect(inSubject('12/3 10:00', '件名の日時を変更したいです')).toBe(0);
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
