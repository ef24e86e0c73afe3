import { describe, expect, it } from 'vitest';
import { splitFields } from '../../../src/reading/items/fields.ts';
import { layOut } from '../../../src/reading/items/sheet.ts';

/** Kind and value of every field that was filled in. */
function fieldsOf(text: string): [string, string][] {
  const sheet = layOut(text);
  return splitFields(sheet)
    .filter((field) => field.end > field.start)
    .map((field) => [field.kind, sheet.text.slice(field.start, field.end)]);
}

const FIVE: [string, string][] = [
  ['name', '小林花子'],
  ['seekerNumber', '45010-12345678'],
  ['wish', '12月3日 10:00'],
  ['phone', '090-1234-5678'],
  ['topic', '書類の書き方'],
];

describe('labelled forms', () => {
  it.each([
    [
      'circled numbers and spaces',
      '①氏名　小林花子\n②求職番号　45010-12345678\n③希望日時　12月3日 10:00\n④連絡先電話番号　090-1234-5678\n⑤相談内容　書類の書き方',
    ],
    [
      'brackets without a colon',
      '【氏名】小林花子\n【求職番号】45010-12345678\n【希望日時】12月3日 10:00\n【電話番号】090-1234-5678\n【相談内容】書類の書き方',
    ],
    [
      'spaces inside the labels',
      '■氏　　名：小林花子\n■求 職 番 号：45010-12345678\n■希 望 日 時：12月3日 10:00\n■電　話：090-1234-5678\n■内　容：書類の書き方',
    ],
    [
      'equal signs on one line',
      '氏名=小林花子；求職番号=45010-12345678；希望日時=12月3日 10:00；TEL=090-1234-5678；内容=書類の書き方',
    ],
    [
      'labels on the line above',
      '氏名\n小林花子\n求職番号\n45010-12345678\n希望日時\n12月3日 10:00\n電話番号\n090-1234-5678\n相談内容\n書類の書き方',
    ],
    [
      'a row of labels above a row of values',
      '氏名\t求職番号\t希望日時\t電話番号\t相談内容\n小林花子\t45010-12345678\t12月3日 10:00\t090-1234-5678\t書類の書き方',
    ],
    [
      'a block of labels above a block of values',
      '氏名\n求職番号\n希望日時\n電話番号\n相談内容\n小林花子\n45010-12345678\n12月3日 10:00\n090-1234-5678\n書類の書き方',
    ],
    [
      'bars of a flattened table',
      '| 氏名 | 小林花子 |\n| 求職番号 | 45010-12345678 |\n| 希望日時 | 12月3日 10:00 |\n| 電話番号 | 090-1234-5678 |\n| 相談内容 | 書類の書き方 |',
    ],
    [
      'a bare numbered list in the order of the article',
      '①小林花子\n②45010-12345678\n③12月3日 10:00\n④090-1234-5678\n⑤書類の書き方',
    ],
    [
      'a bare numbered list on one line',
      '①小林花子　②45010-12345678　③12月3日 10:00　④090-1234-5678　⑤書類の書き方',
    ],
    [
      'a numbered list of which some lines bear a label',
      '①小林花子\n②45010-12345678\n③希望日時 12月3日 10:00\n④電話 090-1234-5678\n⑤書類の書き方',
    ],
    [
      'commas, as dictation writes them',
      '氏名、小林花子\n求職番号、45010-12345678\n希望日時、12月3日 10:00\n電話番号、090-1234-5678\n相談内容、書類の書き方',
    ],
    [
      'labels without any separator',
      '①氏名小林花子②求職番号45010-12345678③希望日時12月3日 10:00④電話番号090-1234-5678⑤相談内容書類の書き方',
    ],
    [
      'half-width kana and misspelt labels',
      'ｼﾒｲ:小林花子\n休職番号:45010-12345678\nｷﾎﾞｳ:12月3日 10:00\nﾃﾞﾝﾜ:090-1234-5678\n相談内客:書類の書き方',
    ],
  ])('are cut alike: %s', (_form, text) => {
    expect(fieldsOf(text)).toEqual(FIVE);
  });

  it.each([
    ['氏名（漢字）：奥 誠司', 'name', '奥 誠司'],
    ['氏名（カナ）：オク セイジ', 'kana', 'オク セイジ'],
    ['氏名・ふりがな：奥 誠司', 'name', '奥 誠司'],
    ['電話番号（携帯）：090-1', 'mobile', '090-1'],
    ['希望日時（○月○日 ○：○～）：12/3 10時', 'wish', '12/3 10時'],
    ['日中連絡のとれる電話番号：0984', 'phone', '0984'],
    ['お名前（フルネーム・必須） 奥 誠司', 'name', '奥 誠司'],
    ['＜電話＞0984-22-0000', 'phone', '0984-22-0000'],
    ['受付日時：11月24日', 'other', '11月24日'],
    ['求人番号 45010-12345678 に応募', 'other', '45010-12345678'],
    ['第2希望：12/4 10:00', 'wish', '12/4 10:00'],
    ['希望日時１：12/4 10:00', 'wish', '12/4 10:00'],
  ])('understands the label of %s', (text, kind, value) => {
    expect(fieldsOf(text)).toContainEqual([kind, value]);
  });

  it('keeps all lines of the matter and stops at a closing formula', () => {
    const text = '相談内容：\n・履歴書\n・面接\n\nよろしくお願いします。\n山田';
    expect(fieldsOf(text)).toEqual([['topic', '・履歴書\n・面接']]);
  });

  it('does not take the signature under the matter for a part of it', () => {
    expect(fieldsOf('内容：求人の見方\n野間 悠子')).toEqual([['topic', '求人の見方']]);
  });

  it.each(['相談したいです。', '電話口で言われました。', '希望はありません', '名前を忘れました'])(
    'leaves prose alone: %s',
    (text) => {
      expect(fieldsOf(text).filter(([kind]) => kind !== 'wish')).toEqual([]);
    },
  );

  it('reads date and time under two labels', () => {
    expect(fieldsOf('希望日：12月28日\n希望時間：9:00')).toEqual([
      ['wishDate', '12月28日'],
      ['wishTime', '9:00'],
    ]);
  });
});
