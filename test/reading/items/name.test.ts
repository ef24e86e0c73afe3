import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../src/reading/request.ts';

const REFERENCE = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

function nameIn(text: string, sender: string | null = '') {
  const mailbox = sender === null ? null : { name: sender, address: 'yamada.taro@example.jp' };
  return readRequest({ subject: '', text, sender: mailbox }, REFERENCE).items.name?.value ?? null;
}

describe('氏名', () => {
  it.each([
    ['氏名：髙橋　﨑子（たかはし　さきこ）', '髙橋　﨑子'],
    ['氏名：𠮷田 拓郎', '𠮷田 拓郎'],
    ['氏名：葛\u{E0100}城 太郎 様', '葛\u{E0100}城 太郎'],
    ['氏名：神 沙織', '神 沙織'],
    ['氏名：山田太郎 ヤマダタロウ', '山田太郎'],
    ['氏名：岩切 まゆみ', '岩切 まゆみ'],
    ['氏名：陳 美玲（チン ビレイ）', '陳 美玲'],
    ['氏名：一ノ瀬 十三', '一ノ瀬 十三'],
    ['氏名：Maria Clara Dela Cruz（マリア）', 'Maria Clara Dela Cruz'],
    ['氏名：山田太郎　45歳', '山田太郎'],
    ['姓：山田\n名：太郎', '山田 太郎'],
    ['氏名：久保田 渉（くぼた わたる）男 32歳', '久保田 渉'],
    ['氏名：久保田渉 男性', '久保田渉'],
    ['氏名：佐々木（ささき）一郎', '佐々木一郎'],
    ['氏名：久保（くぼ）女性 50代', '久保'],
    ['氏名：山田 和男', '山田 和男'],
    ['①氏名、西山 和也\n②求職番号、45010-51000006\n③希望日時、12月17日', '西山 和也'],
  ])('is cut from the raw text of a label: %s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it.each([
    ['山田太郎と申します。', '山田太郎'],
    ['やまだたろうと申します。', 'やまだたろう'],
    ['小林市在住の松元ヨシ子（72歳）と申します。', '松元ヨシ子'],
    ['私は三浦 海斗です。今年高校を卒業しました。', '三浦 海斗'],
    ['アレクサンドル・ペトロフと申します。', 'アレクサンドル・ペトロフ'],
    ['Nguyen Thi Hoa です。', 'Nguyen Thi Hoa'],
    ['Hello, my name is MARIA SANTOS CRUZ.', 'MARIA SANTOS CRUZ'],
    ['小川と申します。予約をお願いします。\n小川友里', '小川友里'],
    ['青木亮太（45010-89898989）です。', '青木亮太'],
    ['12月9日13:00\n橘 空\n45010-16000008', '橘 空'],
    ['12/3 15時 / 宮田岳 / 45010-16000006', '宮田岳'],
    ['よろしくお願いします。小原', '小原'],
    ['小林市の小林です。小林 小林子ではなく小林 幸（こばやし さち）です。', '小林 幸'],
    ['先ほど申し込んだ榎田です。', '榎田'],
    ['求職番号45010-52000008の安楽 妙子です。', '安楽 妙子'],
    ['有川 正樹\n小林市在住\n45010-51000046', '有川 正樹'],
    ['奥田 ようこです。', '奥田 ようこ'],
    ['朝倉まことと申します。', '朝倉まこと'],
    ['益田 たいちです。', '益田 たいち'],
  ])('is found in prose: %s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it.each([
    ['西田様という方から予約の電話。', '西田'],
    ['池田　守 様（男性・60代）より相談予約希望', '池田　守'],
    ['河野様よりお電話。河野（かわの）早苗様。', '河野早苗'],
    ['お母様からお電話。ご本人は戸高　蓮（とだか　れん）様。', '戸高　蓮'],
    ['11/24 8:50受電　担当 中原\n米良様（女） 45010-31000028', '米良'],
  ])('is the caller in a memo: %s', (text, name) => {
    expect(nameIn(text, null)).toBe(name);
  });

  it.each([
    ['担当の佐藤様にお世話になりました。'],
    ['友人の通訳（王さん）が同席します。'],
    ['ハローワーク小林の山本さんに聞きました。'],
    ['正社員希望です。'],
    ['はじめてです。45歳です。'],
    ['オンライン相談の予約希望です。'],
    ['氏名：求職番号：45010-51000006'],
    ['①テレワーク\n②残業なし\n③土日休み\n④未経験可'],
    ['妻の山田花子と申します。主人の予約をお願いします。\n山田花子'],
  ])('is not taken from %s', (text) => {
    expect(nameIn(text)).toBeNull();
  });

  it.each([
    ['娘の代わりに母が申し込みます。娘の名前は川野 結衣です。\n川野 恵子', '川野 結衣'],
    ['妻の山田花子と申します。主人（山田太郎）の予約をお願いします。', '山田太郎'],
    ['娘の岩切 由美と申します。父 岩切 正一の相談をお願いします。', '岩切 正一'],
    ['母の栫 由紀子です。息子の栫 颯太（かこい そうた）の相談です。', '栫 颯太'],
    ['山田太郎の妻です。夫の予約をお願いします。', '山田太郎'],
    ['長友 保の長女の長友 恵です。父の相談をお願いします。', '長友 保'],
  ])('is the person a mail speaks for, not the writer: %s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it('is not the sender where the mail speaks for another', () => {
    expect(nameIn('妻の山田です。主人の予約をお願いします。', '山田花子')).toBeNull();
    expect(nameIn('二児の母の山田花子です。パートを探しています。')).toBe('山田花子');
  });

  it('comes from the display name only where the text names nobody', () => {
    expect(nameIn('12月10日10時でお願いします。', '安藤 由香')).toBe('安藤 由香');
    expect(nameIn('安藤です。', '安藤 由香')).toBe('安藤 由香');
    expect(nameIn('氏名：佐藤 一', '安藤 由香')).toBe('佐藤 一');
    expect(nameIn('予約します。', '予約システム')).toBeNull();
    expect(nameIn('予約します。')).toBeNull();
  });
});
