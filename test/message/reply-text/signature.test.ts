import { describe, expect, it } from 'vitest';
import { splitReply } from '../../../src/message/reply-text.ts';
import { splitSignature } from '../../../src/message/signature.ts';

const SIGNED: readonly (readonly [string, string, string])[] = [
  ['the delimiter of RFC 3676', 'はい', '-- \n山田 花子\n携帯 090-1111-2222'],
  ['the delimiter without its space', 'はい', '--\n山田 花子'],
  ['heavy rules', '参加します。', '━━━━━━━━\n山田 花子\nhanako@example.jp\n━━━━━━━━'],
  [
    'stars with a warning inside',
    'はい、参加します。',
    '*****************\n山田花子\nキャンセル・変更はお早めに\n*****************',
  ],
  [
    'a delimiter with a warning inside',
    'お願いします。',
    '-- \n山田 花子\n携帯 090-1111-2222\n変更・キャンセルのご連絡はお早めに',
  ],
  [
    'wide equal signs',
    '了解です',
    '＝＝＝＝＝＝＝＝＝＝\n山田花子\nTEL：090-1111-2222\n＝＝＝＝＝＝＝＝＝＝',
  ],
  [
    'dashes',
    '了解です',
    '-------------------------\n〒886-0004 宮崎県小林市細野367-5\n山田花子\n-------------------------',
  ],
  ['a drawn frame', '了解です', '┏━━━━━━━━━━┓\n山田花子\nTEL 090-1111-2222\n┗━━━━━━━━━━┛'],
  [
    'waves and stars',
    '了解です',
    '☆゜・。。・゜゜・。☆\n山田花子\nLINE ID: hana\n☆゜・。。・゜゜・。☆',
  ],
  [
    'no rule, but name, telephone and mail',
    'よろしくお願いいたします。',
    '山田 花子\nTEL 090-1111-2222\nMail hanako@example.jp',
  ],
  [
    'a firm',
    'よろしくお願いいたします。',
    '----\n株式会社みどり商事　営業部\n課長　上床 隆\nTEL 0985-20-1070　FAX 0985-20-0070',
  ],
  ['a line of a phone', 'はい', 'iPhoneから送信'],
  ['a line of a phone with its app', 'はい', 'Yahoo!メールアプリから送信'],
  ['a line of an Android phone', 'はい', '私のAndroidスマートフォンから送信しています'],
  ['an English line of a phone', 'OK', 'Sent from my iPhone'],
  ['Outlook for a phone', '了解しました', 'iOS 版 Outlook を入手'],
  [
    'an English legal footer',
    '参加します',
    'This email and any attachments may contain confidential information.\nIf you are not the intended recipient, cancel and delete it.',
  ],
  [
    'a Japanese legal footer',
    '参加します',
    'このメールには機密情報が含まれている場合があります。\n誤って受信された場合は、お手数ですが取り消しのうえ削除してください。',
  ],
];

describe('a signature is handed out apart from the words', () => {
  it.each(SIGNED)('%s', (_, words, signature) => {
    const split = splitReply(`${words}\n\n${signature}\n`, null);
    expect(split.newText).toBe(words);
    expect(split.signature).toBe(signature.replace('-- ', '--'));
    expect(split.certain).toBe(true);
  });

  it.each(SIGNED)('%s, in front of a quotation', (_, words, signature) => {
    const split = splitReply(
      `${words}\n\n${signature}\n\n2026/11/20 10:15、小林 <a@example.go.jp>のメール:\n\n> 山田 様\n> ご予約です。`,
      null,
    );
    expect(split.newText).toBe(words);
    expect(split.signature).toBe(signature.replace('-- ', '--'));
  });

  it.each(SIGNED)('%s, below the quotation', (_, words, signature) => {
    const split = splitReply(`${words}\n\n> 山田 様\n> ご予約です。\n\n${signature}`, null);
    expect(split.newText).toBe(words);
    expect(split.signature).toBe(signature.replace('-- ', '--'));
  });
});

describe('what is no signature', () => {
  it.each([
    ['a request of short lines', '12月9日13:00\n橘 空\n45010-16000008\n080-1600-0008\n建設業'],
    [
      'a form between rules',
      '＝＝＝＝＝\n氏名 山田花子\nTEL 090-1111-2222\n希望日時 12/3 10:00\n＝＝＝＝＝',
    ],
    [
      'a request below a rule',
      'お世話になります\n----------\n求職番号 45010-11000001\n電話 090-1111-2222',
    ],
    ['a number asked for', '連絡先は\n090-1111-2222'],
    ['a wish in place of a name', 'お願いします\n-----\n第二希望は金曜'],
    ['a sentence after the delimiter', 'はい\n-- \nただし電話でお願いします'],
  ])('%s', (_, text) => {
    expect(splitSignature(text.split('\n'))).toEqual({ body: text.split('\n'), signature: [] });
  });
});
