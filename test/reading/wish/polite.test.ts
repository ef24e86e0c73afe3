import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from './support.ts';

const HEADS = [
  '',
  '希望日時：',
  '③希望日時　',
  'お世話になります。',
  'できれば',
  '小林です。',
  '第1希望：',
  '①',
  'オンライン相談を',
  '次回は',
  '昨日電話しました。',
  '11月20日に申し込みました。',
  '昭和55年3月4日生まれです。',
  '■ ',
  '12月15日に面接があるので、',
];
const DATES = [
  '12月3日',
  '12/3',
  '１２月３日',
  '12月3日(木)',
  '12/3（木）',
  '12月3日木曜',
  '十二月三日',
  '2026年12月3日',
  '令和8年12月3日',
  'R8.12.3',
  '2026-12-03',
  '3日',
  '来週木曜',
  '来週木曜日（3日）',
  '来月3日',
];
const JOINTS = [' ', 'の', '　', '、', 'に', '、時間は', 'で、'];
const TIMES = [
  '14時',
  '14:00',
  '１４：００',
  '午後2時',
  '14時00分',
  'PM2:00',
  '十四時',
  '午後二時',
  'お昼の2時',
];
const TAILS = [
  '',
  '～',
  'から',
  'より',
  'でお願いします',
  'を希望します',
  '頃',
  'でいかがでしょうか？',
  'は空いていますか',
  '(30分)',
  '希望。',
  'にお願いしたいのですが可能でしょうか',
  'で予約したいです。求職番号は45010-12345678です。',
  'に相談させてください',
  'を考えています',
  '\n電話 090-1234-5678',
  'でお願いします。12月31日で契約が切れます。',
  'がいいです。週3日、1日5時間の仕事を探しています。',
];

describe('polite and terse sentences around one wish', () => {
  test('do not change it', () => {
    const sentence = fc.tuple(
      fc.constantFrom(...HEADS),
      fc.constantFrom(...DATES),
      fc.constantFrom(...JOINTS),
      fc.constantFrom(...TIMES),
      fc.constantFrom(...TAILS),
    );
    fc.assert(
      fc.property(sentence, (parts) => {
        expect(read(parts.join(''))).toBe('2026-12-03T14:00');
      }),
      { numRuns: 800 },
    );
  });

  test('glued digits are asked, not cut', () => {
    expect(read('12/315時30分')).toMatch(/^\?/);
    expect(read('12/315時、または12月11日の11時')).toMatch(/^\?/);
  });
});
