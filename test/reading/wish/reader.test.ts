import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWish } from '../../../src/reading/wish.ts';
import { REFERENCE, read, say } from './support.ts';

describe('the span of a wish', () => {
  test.each([
    ['希望は１２月３日（木）１０：３０〜です。', '１２月３日（木）１０：３０〜'],
    ['𠮷田です。㋋4日の10時でお願いします', '㋋4日の10時'],
    ['①1月8日　13:30\r\n②1月9日　9:30', '1月8日　13:30\r\n②1月9日　9:30'],
    ['2日はだめ、12月3日の10時で', '12月3日の10時'],
  ])('in "%s" lies in the raw text', (text, words) => {
    const { span } = readWish(text, REFERENCE);
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(words);
  });

  test('is null where there is no wish', () => {
    expect(readWish('よろしくお願いします', REFERENCE).span).toBeNull();
  });
});

describe('the reason of a reading', () => {
  test('quotes the words and says what is in doubt, in Japanese', () => {
    const { because } = readWish('12月3日の3時でお願いします', REFERENCE);
    expect(because).toBe('「12月3日の3時」：午前か午後かが分かりません');
  });
});

describe('the reference instant', () => {
  test('counts days in Japan, whatever zone it is given in', () => {
    // 24 November 20:00 UTC is already the 25th in Japan
    const evening = Temporal.ZonedDateTime.from('2026-11-24T20:00:00Z[UTC]');
    expect(read('明日の10時', evening)).toBe('2026-11-26T10:00');
    expect(say(readWish('12月3日10時', evening.withTimeZone('America/New_York')).wish)).toBe(
      '2026-12-03T10:00',
    );
  });

  test('gives instants in Japan', () => {
    const { wish } = readWish('12月3日10時', REFERENCE.withTimeZone('America/New_York'));
    expect(wish.kind === 'exact' ? wish.start.toString() : wish.kind).toBe(
      '2026-12-03T10:00:00+09:00[Asia/Tokyo]',
    );
  });

  test('near the end of the year the next January is meant, and the last December asked', () => {
    const late = Temporal.ZonedDateTime.from('2026-12-28T09:00:00+09:00[Asia/Tokyo]');
    const january = Temporal.ZonedDateTime.from('2027-01-04T09:00:00+09:00[Asia/Tokyo]');
    expect(read('1月8日', late)).toBe('2027-01-08');
    expect(read('12月28日', january)).toBe('? past 2026-12-28');
  });

  test('on 29 February and in short months no day is invented', () => {
    const january = Temporal.ZonedDateTime.from('2027-01-30T09:00:00+09:00[Asia/Tokyo]');
    expect(read('2月29日', january)).toBe('? impossible');
    expect(read('29日', january)).toBe('2027-03-29');
    expect(read('来月30日', january)).toBe('? impossible');
  });
});

describe('any text', () => {
  const PIECES = [
    '12/3',
    '12月3日',
    '3日',
    '(木)',
    '木曜',
    '来週',
    '明日',
    '10時',
    '10:00',
    '午後',
    '3時',
    'か',
    'の',
    'は',
    '、',
    '。',
    '\n',
    '~',
    'から',
    'まで',
    '以降',
    '第1希望',
    '①',
    'だめなら',
    'やっぱり',
    'キャンセル',
    '無理',
    '以外',
    'お願いします',
    '変更',
    'ので',
    '同じ時間',
    '同日',
    '翌日',
    '九',
    '十',
    '9999',
    '日後',
    '週間後',
    '月末',
    'R',
    '令和',
    '年',
    '月',
    '日',
    '(',
    ')',
    '/',
    '-',
    ' ',
    '0',
    '時間後',
    '分後',
    '最終',
    '第',
    '成人の日',
    'を',
    'に',
  ];

  test('gives a wish and a span within the text, and never throws', () => {
    const words = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 14 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), (text) => {
        const { wish, span } = readWish(text, REFERENCE);
        expect(wish.kind).toBeTypeOf('string');
        if (span !== null) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a text longer than any wish is asked, not read in part', () => {
    const { wish } = readWish(`12月3日10時 ${'12/4 11:00、'.repeat(1000)}`, REFERENCE);
    expect(wish.kind).toBe('ambiguous');
  });
});
