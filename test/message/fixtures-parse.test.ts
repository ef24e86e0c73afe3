import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '../../src/message/parse.ts';

const FOLDER = '../shared/fixtures/mail';
const present = existsSync(FOLDER);
if (!present) console.warn(`skipped: ${FOLDER} is absent`);

const files = present
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.eml'),
    )
  : [];
const parse = (file: string) =>
  parseMessage(readFileSync(`${FOLDER}/${file}`), { authservId: null });

/** Mails whose sender gave no readable text: what must be told about them. */
const DOUBTFUL = /^hostile\/|(?:phpimap-issue-410|flanker-outlook-express)\.eml$/;

const CARRIER_EMOJI = /[\uE000-\uF8FF]/g;

describe.skipIf(!present)('the given real mails', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test.each(files)('%s is read without loss', async (file) => {
    const message = await parse(file);
    expect(structuredClone(message)).toEqual(message);
    if (DOUBTFUL.test(file)) return;
    expect(message.doubts).toEqual([]);
    expect(message.text + message.subject).not.toMatch(/[\uFFFD\u001B\0]/);
    expect(message.parts.length + message.attached.length).toBeGreaterThan(0);
  });

  test.each([
    ['jpmobile-au-email', '※本文はこのままで送信してね', '本文'],
    ['jpmobile-au-emoji', '題名', '本文'],
    ['jpmobile-docomo-decomail', 'テスト', 'テストです'],
    ['jpmobile-docomo-jis', 'テスト', 'テスト本文'],
    ['jpmobile-iphone-message', 'iPhone au メッセージ', '施設に送信。'],
    [
      'jpmobile-pc-mail-single',
      'タイトルの長いメールの場合の対処を実装するためのテストケースとしてのメールに含まれている件名であるサブジェクト部分',
      '本文です',
    ],
    ['jpmobile-softbank-blank', '', ''],
    ['jpmobile-softbank-emoji', '題名', '本文'],
    ['jpmobile-softbank-gmail-sjis-2', 'テスト', 'テストです'],
    ['mailgem-japanese', 'まみむめも', 'かきくえこ'],
    ['mailgem-japanese_shift_jis', 'test', '今後ともよろしくお願い申し上げます！'],
    ['mimekit-japanese', '日本語メールテスト (testing Japanese emails)', '送れているか'],
    ['mpr-email_ja_1_2', 'Re: booking', 'それでは 11:00 にお待ちしております。'],
    ['stalwart-thirdparty-005', '', '『世界人権宣言』'],
  ])('%s has its Japanese subject and text', async (name, subject, says) => {
    const message = await parse(`japanese/${name}.eml`);
    expect(message.subject.replace(CARRIER_EMOJI, '')).toBe(subject);
    expect(message.text).toContain(says);
  });

  test.each(['jpmobile-au-emoji', 'jpmobile-softbank-emoji', 'jpmobile-softbank-gmail-sjis-2'])(
    '%s keeps its carrier emoji as private use characters',
    async (name) => {
      const { subject } = await parse(`japanese/${name}.eml`);
      expect(subject).toMatch(/[\uE000-\uF8FF]/);
    },
  );
});
