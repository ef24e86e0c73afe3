import { describe, expect, it } from 'vitest';
import { readFlags } from '../../../src/reading/items/flags.ts';

describe('Article 12(3): who else is there', () => {
  it.each([
    ['友人の通訳（王さん）が同席します。', ['interpreter']],
    ['手話通訳者と一緒に受けることはできますか。', ['interpreter']],
    ['友達が通訳します。', ['interpreter']],
    ['当日は介助者（長女）が付き添います。', ['attendant']],
    ['支援員の小川さんと一緒に相談を受けたいです。', ['attendant']],
    ['母が隣で操作を手伝います。', ['attendant']],
    ['娘の代わりに母が申し込みます。', ['third_party']],
    ['お母様からお電話。ご本人は戸高様。', ['third_party']],
    ['夫婦で申し込みます。', ['multiple_people']],
    ['妻と二人分の予約をお願いします。', ['multiple_people']],
  ])('%s', (text, flags) => {
    expect(readFlags(text, [])).toEqual(flags);
  });

  it.each([
    ['英語の通訳の仕事を探しています。'],
    ['通訳案内士の資格があります。'],
    ['介助の仕事をしたいです。'],
    ['ヘルパー2級の資格があります。'],
    ['付き添いなし、一人で受けます。'],
    ['同席者はいません。'],
    ['通訳は不要です。'],
    ['母の介護があり、短時間の仕事を探しています。'],
    ['息子が保育園に通っています。'],
  ])('nobody in %s', (text) => {
    expect(readFlags(text, [])).toEqual([]);
  });

  it('reads the field 同席者, also where it says nobody', () => {
    expect(readFlags('', ['有（手話通訳）'])).toEqual(['interpreter']);
    expect(readFlags('', ['母'])).toEqual(['attendant']);
    expect(readFlags('', ['なし'])).toEqual([]);
  });
});
