import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCounselorWord } from '../../src/reading/counselor-word.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const read = (text: string) => readCounselorWord(text, reference);

describe("a counselor's word", () => {
  it.each([
    ['登録確認', { kind: 'register' }],
    ['登録確認しました。', { kind: 'register' }],
    ['登録　確認', { kind: 'register' }],
    ['来談', { kind: 'attended' }],
    ['来談でした', { kind: 'attended' }],
    ['→【来談】', { kind: 'attended' }],
    ['山田太郎様　来談されました', { kind: 'attended' }],
    ['不在', { kind: 'no_show' }],
    ['不在でした。', { kind: 'no_show' }],
    ['取消', { kind: 'cancel', reason: null }],
    ['取り消しでお願いします', { kind: 'cancel', reason: null }],
    ['キャンセルでお願いします（本人より電話）', { kind: 'cancel', reason: '本人より電話' }],
    ['取消　体調不良のため', { kind: 'cancel', reason: '体調不良のため' }],
    ['取消：本人より電話', { kind: 'cancel', reason: '本人より電話' }],
    ['取消\n理由：本人より電話', { kind: 'cancel', reason: '本人より電話' }],
    ['取消\n本人より電話あり', { kind: 'cancel', reason: '本人より電話あり' }],
    [
      '確定\n電話で本人の意思を確認したため',
      { kind: 'confirm', reason: '電話で本人の意思を確認したため' },
    ],
    [
      'お疲れさまです。\n\n確定でお願いします。\n\n電話で参加の意思を確認しました。\n\nよろしくお願いします。',
      { kind: 'confirm', reason: '電話で参加の意思を確認しました。' },
    ],
    ['確定\n\n職業相談部門 田中\nTEL 0984-00-0000 内線12', { kind: 'confirm', reason: null }],
    ['確定\n\n職業相談部門　田中です', { kind: 'confirm', reason: null }],
    ['確定\n田中', { kind: 'confirm', reason: null }],
    ['確定\nでいいでしょうか', { kind: 'confirm', reason: null }],
    ['確定\n電話番号: 090-0000-0001', { kind: 'confirm', reason: null }],
    ['本人都合により取消', { kind: 'cancel', reason: '本人都合' }],
    ['所側取消（Zoom障害）', { kind: 'office_cancel', reason: 'Zoom障害' }],
    ['確定お願いします', { kind: 'confirm', reason: null }],
    ['確定（電話で意思確認済み）', { kind: 'confirm', reason: '電話で意思確認済み' }],
    ['送信許可', { kind: 'release_mail' }],
    ['送信を許可します', { kind: 'release_mail' }],
    ['お断り　暴言のため', { kind: 'refuse', reason: '暴言のため' }],
    [
      'お断り 3回目の無断キャンセルのため',
      { kind: 'refuse', reason: '3回目の無断キャンセルのため' },
    ],
    [
      '取消 本人から電話でキャンセルの連絡',
      { kind: 'cancel', reason: '本人から電話でキャンセルの連絡' },
    ],
    ['取消　就職が確定したため', { kind: 'cancel', reason: '就職が確定したため' }],
    ['所側取消 担当者不在のため', { kind: 'office_cancel', reason: '担当者不在のため' }],
    ['確定 電話で変更に同意', { kind: 'confirm', reason: '電話で変更に同意' }],
    ['お断り解除（所長判断）', { kind: 'lift_refusal', reason: '所長判断' }],
    [
      'メール：Taro.Yamada@example.ne.jp',
      { kind: 'address', address: 'Taro.Yamada@example.ne.jp' },
    ],
    ['メール: .a..b.@docomo.ne.jp', { kind: 'address', address: '.a..b.@docomo.ne.jp' }],
    ['taro@example.jp', { kind: 'address', address: 'taro@example.jp' }],
  ])('%s', (text, word) => {
    expect(read(text)).toEqual({ words: [word], notUnderstood: [] });
  });

  it.each([
    ['来談 30分早く終了', 'attended'],
    ['来談、10分遅れ', 'attended'],
    ['来談（母同席）', 'attended'],
    ['来談 問題なし', 'attended'],
    ['来談されました。30分で終了', 'attended'],
    ['不在 電話に出ず', 'no_show'],
    ['不在（電話するも応答なし）', 'no_show'],
    ['不在 連絡なし', 'no_show'],
  ])('takes "%s" with its remark, which it leaves out', (text, kind) => {
    expect(read(text)).toEqual({ words: [{ kind, remark: true }], notUnderstood: [] });
  });

  it.each([
    ['来談（不在）'],
    ['来談（ではない）'],
    ['来談、来なかった'],
    ['来談 14時の方'],
    ['来談 12/4の予約'],
    ['来談 K7QM-2WXA'],
    ['来談\n本人ではなく代理の方'],
    ['不在（事前に連絡あり）'],
    ['不在、前日にメールあり'],
    ['不在 Zoomに入れず'],
    ['不在 体調不良のため'],
    ['不在\n前日に電話がありました'],
    ['前日に電話あり\n不在'],
    ['確定（取消かも）'],
    ['取消（来談予定だったが体調不良）'],
  ])('does not act on "%s", whose remark speaks against it or names another', (text) => {
    expect(read(text).words).toEqual([]);
    expect(read(text).notUnderstood).not.toEqual([]);
  });

  it.each([
    ['来談でした。ありがとうございます。', { kind: 'attended' }],
    ['不在\n\n職業相談部門 田中\nTEL 0984-00-0000', { kind: 'no_show' }],
  ])('takes no politeness and no signature for a remark: %s', (text, word) => {
    expect(read(text)).toEqual({ words: [word], notUnderstood: [] });
  });

  it('takes an address right below 登録確認, and none that stands elsewhere', () => {
    const address = 'hanako@example.ne.jp';
    expect(read(`登録確認\n${address}`).words).toEqual([
      { kind: 'register' },
      { kind: 'address', address },
    ]);
    expect(read(`登録確認\n\n職業相談部門 田中\n${address}`).words).toEqual([{ kind: 'register' }]);
  });

  it.each([
    ['変更 12/4 10:00', 'change', '2026-12-04T10:00'],
    ['変更：１２月４日（金）１０時でお願いします', 'change', '2026-12-04T10:00'],
    ['12/4 10:00に変更お願いします', 'change', '2026-12-04T10:00'],
    ['変更 12/3 10:00→12/4 10:00', 'change', '2026-12-04T10:00'],
    ['次回 12/17 10:00', 'next_session', '2026-12-17T10:00'],
    ['次回は12月17日の10時です', 'next_session', '2026-12-17T10:00'],
  ])('takes its wish from "%s"', (text, kind, start) => {
    const { words, notUnderstood } = read(text);
    expect(notUnderstood).toEqual([]);
    expect(words.map((word) => word.kind)).toEqual([kind]);
    const [word] = words;
    const wish = word && 'wish' in word ? word.wish : null;
    expect(
      wish?.kind === 'exact' ? wish.start.toPlainDateTime().toString().slice(0, 16) : wish,
    ).toBe(start);
  });

  it.each([
    ['取消 不在'],
    ['取消 不在のため'],
    ['確定 取消の連絡があったため'],
    ['確定 取消は間違い'],
  ])('does not act where another word speaks against it: %s', (text) => {
    expect(read(text)).toEqual({ words: [], notUnderstood: [text] });
  });

  it('may stand beside another one', () => {
    for (const text of [
      '来談\n次回 12/17 10:00',
      '来談、次回 12/17 10:00',
      '来談。次回は12/17の10時です。',
    ]) {
      expect(read(text).words.map((word) => word.kind)).toEqual(['attended', 'next_session']);
    }
  });

  it.each([
    '済',
    '済み',
    '済です。',
    '対応済',
    '対応済みです',
    '確認済みです。',
    '既読',
    '連絡済み',
  ])('%s settles what was only to be read', (text) =>
    expect(read(text).words).toEqual([{ kind: 'settle' }]),
  );

  it.each([
    ['済（本人に電話で説明）'],
    ['対応しました。本人に電話で説明しています。'],
    ['お疲れさまです。\n山田太郎様の件、対応済みです。\n\n窓口 佐藤'],
  ])('済 may have a remark beside it: %s', (text) => {
    expect(read(text).words).toEqual([{ kind: 'settle' }]);
  });

  it.each([
    ['確定、確認済み', [{ kind: 'confirm', reason: '確認済み' }]],
    ['確定\n電話で本人に確認済み', [{ kind: 'confirm', reason: '電話で本人に確認済み' }]],
    ['来談\n対応済み', [{ kind: 'attended' }]],
    ['確認済みです。\n来談', [{ kind: 'attended' }]],
    ['電話済みのため取消', [{ kind: 'cancel', reason: '電話済み' }]],
    ['登録確認済', [{ kind: 'register' }]],
  ])('済 beside another word is no word: %s', (text, words) => {
    expect(read(text).words).toEqual(words);
  });

  it.each([
    '済んでいません',
    '対応済みですか',
    '確認済みでしょうか？',
    '経済の相談',
    '済むまで待って',
  ])('%s settles nothing', (text) => expect(read(text)).toEqual({ words: [], notUnderstood: [] }));

  it('is found between a greeting and a signature', () => {
    const text =
      'お疲れ様です。\n\n来談でした。\n\nよろしくお願いします。\n\n--\nハローワーク小林\n窓口 佐藤\nE-mail: sato@example.go.jp';
    expect(read(text)).toEqual({ words: [{ kind: 'attended' }], notUnderstood: [] });
  });

  it('is not taken from quoted lines', () => {
    expect(read('> 取消\n了解しました')).toEqual({ words: [], notUnderstood: [] });
    expect(read('来談\n\n-----Original Message-----\n不在').words).toEqual([{ kind: 'attended' }]);
  });

  it("is not the counselor's own address in a signature", () => {
    const text = '来談\n\n窓口 佐藤\nTEL 0984-23-0000 FAX 0984-23-0001\nメール: sato@example.go.jp';
    expect(read(text).words).toEqual([{ kind: 'attended' }]);
  });

  it.each([
    ['取消になるかもしれないと言っていました'],
    ['取消でよいですか'],
    ['取消？'],
    ['取消、ではなく確定の連絡待ちです'],
    ['取消の場合は連絡します'],
    ['来談の予定です'],
    ['来談しませんでした'],
    ['来談します'],
    ['不在かもしれません'],
    ['不在ではありませんでした'],
    ['確定？'],
    ['確定か取消か確認中です'],
    ['確定してよいでしょうか'],
    ['お断りするかもしれません'],
    ['お断りはしません'],
    ['変更はありません'],
    ['変更'],
    ['次回は未定です'],
    ['登録確任'],
    ['メールの件、了解しました'],
    ['本人から電話。取消になるかもしれないとのこと。また連絡あり次第報告します。'],
    ['先方の担当者は不在でしたので、折り返し電話をもらうことになっています。'],
    ['12月4日10時に山田太郎さん、求職番号45010-12345678、電話090-1111-2222、履歴書の相談'],
  ])('does not act where a sentence only holds it: %s', (text) => {
    expect(read(text).words).toEqual([]);
  });

  it('hands back what looks like a word and is none', () => {
    expect(read('来談の予定です').notUnderstood).toEqual(['来談の予定です']);
    expect(read('登録確任').notUnderstood).toEqual(['登録確任']);
  });

  it('does not act where two words exclude each other', () => {
    expect(read('来談\n不在')).toEqual({ words: [], notUnderstood: ['来談', '不在'] });
    expect(read('確定\n取消').words).toEqual([]);
  });

  it('leaves a memo alone', () => {
    const memo = '山田太郎さんより電話。\n12月3日10時希望。\n相談内容：面接の練習';
    expect(read(memo)).toEqual({ words: [], notUnderstood: [] });
  });
});

interface Row {
  id: string;
  text: string;
  reference: string;
  expect: { words: { kind: string }[]; accept?: { kind: string }[][] };
}

describe("the score on our own labelled counselors' mails", () => {
  const file = new URL('../fixtures/own-words.jsonl', import.meta.url);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const results = rows.map((row) => {
    const instant = Temporal.Instant.from(row.reference).toZonedDateTimeISO('Asia/Tokyo');
    const kinds = kindsOf(readCounselorWord(row.text, instant).words);
    const right = [row.expect.words, ...(row.expect.accept ?? [])].map(kindsOf);
    return { id: row.id, kinds, isRight: right.includes(kinds) };
  });

  function kindsOf(words: { kind: string }[]): string {
    return words
      .map((word) => word.kind)
      .sort()
      .join(' ');
  }

  it('acts on nothing that was not said', () => {
    expect(results.filter(({ kinds, isRight }) => kinds !== '' && !isRight)).toEqual([]);
  });

  it('understands at least 97 % of the words', () => {
    const right = results.filter(({ isRight }) => isRight);
    expect(right.length / results.length).toBeGreaterThanOrEqual(0.97);
  });
});
