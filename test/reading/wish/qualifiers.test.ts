import { describe, expect, test } from 'vitest';
import { read } from './support.ts';

describe('a day whose year, stretch or base was not read is asked', () => {
  test.each([
    '来年の第1金曜10時',
    '2027年最初の水曜10時',
    '来年 水曜10時',
    '年始最初の水曜10時',
    '年明けの7日10時',
    '月末の金曜10時',
    '毎月第2水曜10時',
    '給料日後の水曜10時',
    '面接の3日前の10時',
    '最初の月曜10時',
    '12月14日の週の午前中',
    '12月第2週の水曜10時',
    '第2週の木曜10時',
  ])('%s', (text) => {
    expect(read(text)).toMatch(/^\? vague/);
  });

  test('a week named by one of its days is stretched or narrowed', () => {
    expect(read('12月14日の週')).toBe('? vague 2026-12-14..2026-12-18');
    expect(read('12月14日の週の水曜')).toBe('2026-12-16');
  });
});

describe('days counted back', () => {
  test.each([
    ['5日前の新聞', '2026-11-19 past'],
    ['3週間前', '2026-11-03 past'],
    ['さきおととい', '2026-11-21 past'],
    ['12月10日の2日前の10時', '2026-12-08T10:00'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a weekday and a date said later are one day', () => {
  test.each([
    ['水曜10時 日付12/16', '2026-12-16T10:00'],
    ['木曜日の10時からで、日付は12月10日です', '2026-12-10T10:00'],
    ['木曜の10時。12月17日希望', '2026-12-17T10:00'],
    [
      '水曜10時でお願いします。12月17日も可能です',
      '? weekday_mismatch 2026-12-17T10:00 2026-12-16T10:00',
    ],
    ['①水曜10時②12月17日14時', '2026-11-25T10:00 | 2026-12-17T14:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('with a line between they are asked about', () => {
    expect(read('水曜14時\n12/16希望')).toMatch(/^\? vague/);
  });
});

describe('ranks, arrows and concessions', () => {
  test.each([
    ['12月9日10時→第二、12月10日10時→第一', '2026-12-10T10:00 | 2026-12-09T10:00'],
    ['12月9日10時（第二希望）、12月10日10時（第一希望）', '2026-12-10T10:00 | 2026-12-09T10:00'],
    ['12月9日10時→◎、12月10日10時→○', '2026-12-09T10:00 | 2026-12-10T10:00'],
    ['12月9日10時⇒やはり12月10日10時で', '2026-12-10T10:00'],
    ['12月10日10時希望ですが11時でも可', '2026-12-10T10:00 | 2026-12-10T11:00'],
    ['2026/12/28-2027/1/4', '2026-12-28..2027-01-04'],
    ['12月3日の件ですが、中止でお願いします', '? cancel'],
    ['12月3日の件ですが、12月9日10時に変更してください', '2026-12-09T10:00'],
    ['二十日市さん', 'none'],
    ['一日千秋の思い', 'none'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
