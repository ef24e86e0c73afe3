import { describe, expect, it } from 'vitest';
import { splitReply } from '../../../src/message/reply-text.ts';
import { marked } from './clients.ts';
import { DETAILS_MAIL, OUR_MAIL } from './our-mail.ts';

const KEPT_WHOLE: readonly (readonly [string, string])[] = [
  [
    'a wish with date, time and a trailing colon line',
    '希望日時 2026年12月3日(木) 10:00\n求職番号 45010-11000001',
  ],
  ['a date line alone', '2026年12月3日(木) 10:00'],
  ['a date line that ends in a colon', '2026年12月3日(木) 10:00:\n相談内容は転職です。'],
  [
    'dashes as decoration',
    'お世話になります。\n---\n希望日時：12月3日 10:00\n---\nよろしくお願いします。',
  ],
  [
    'a form framed by heavy rules',
    '━━━━━━━━━━\n氏名：山田花子\n求職番号：45010-11000001\n希望日時：12月3日 10:00\n電話：090-1111-2222\n相談内容：転職\n━━━━━━━━━━',
  ],
  [
    'a form with two labels of a mail header',
    '件名：相談の予約\n日時：12月3日 10:00\n氏名：山田花子',
  ],
  [
    'a form addressed like a letter',
    '宛先：ハローワーク小林\n件名：オンライン相談希望\n日時：12月3日 10時\n名前：山田 花子',
  ],
  ['a face that begins with the mark', '参加します\n>_<\nすみません'],
  ['a wide face', '＞＜ まちがえました。12月4日でお願いします'],
  ['an arrow in the text', '12/3→12/4に変更をお願いします'],
  ['a table with bars', '|氏名|山田花子|\n|希望日時|12月3日 10:00|'],
  ['a question below a rule', 'よろしくお願いします。\n━━━━━\n駐車場はありますか？'],
  ['a wish below the delimiter', 'はい。\n--\n希望日時を12月4日に変えてください'],
  ['a person who writes about forwarded mail', '転送メールは見られません。電話をください。'],
  ['"のメール" in a sentence', '先日のメール：\n届いていませんでした。もう一度お願いします。'],
  ['"wrote" in a sentence', 'I wrote: yes, I come on December 3.'],
  [
    'an address on a line with a colon',
    'メールアドレス hanako@example.jp です:\nよろしくお願いします。',
  ],
  ['a phone number alone', '090-1111-2222'],
  ['a labelled phone number alone', '電話番号：090-1111-2222'],
  ['a name and a number', '山田花子です。\n45010-11000001'],
  ['stars around a word', '***重要***\n12月3日は行けません'],
  ['a word about sending from a phone', 'スマートフォンから送信できないので電話します'],
  ['a form behind bars', '┃氏名　山田花子\n┃求職番号　45010-11000001\n┃希望日時　12月3日 10:00'],
  ['headings behind guillemets', '》希望日時\n12月3日 10:00\n》相談内容\n転職'],
  ['a decision below a delimiter', '--\nむり'],
  ['a decision below a rule', 'お世話になります。\n━━━━━\n欠席'],
  [
    'a decision and a name below a rule',
    'お世話になります。\n━━━━━\nキャンセル\n山田 090-1111-2222',
  ],
  ['a short word below a rule, alone', '━━━━\nパス'],
  ['another person who sent the mail', '父の代わりに娘から送信しました。'],
  ['a mail sent in error', 'このメールは誤って返信しました。参加しません。'],
  ['a question about a clause', '免責事項について質問があります。'],
  [
    'a form with three labels of a mail header',
    '送信者：山田花子\n件名：相談希望\n日時：12月3日 10:00\n相談内容：転職',
  ],
  [
    'a long list of wishes',
    '第一希望 12月3日 10:00\n第二希望 12月4日 11:00\n第三希望 12月7日 13:00',
  ],
];

describe('a text without quotation stays whole', () => {
  it.each(KEPT_WHOLE)('%s', (_, text) => {
    const split = splitReply(text, null);
    expect(split.newText).toBe(text);
    expect(split.certain).toBe(true);
    expect(splitReply(text, OUR_MAIL).newText).toBe(text);
  });
});

const q = (text: string) => marked(text);

describe('words inside a quotation are not lost', () => {
  it('takes answers between quoted lines', () => {
    const text =
      '> 1. 12月3日（木）10:00はいかがですか\n大丈夫です\n> 2. Zoomは使えますか\nはい、スマホで使います';
    const split = splitReply(text, null);
    expect(split.newText).toBe('大丈夫です\nはい、スマホで使います');
    expect(split.quotedText).toContain('12月3日');
  });

  it('takes what is filled in behind our labels in the quotation', () => {
    const filled = DETAILS_MAIL.replace('氏名：', '氏名：山田花子').replace(
      '希望日時：',
      '希望日時： 12月3日 10時',
    );
    const split = splitReply(
      `お願いします\n\n2026年11月20日(金) 10:15 小林 <online@example.go.jp>:\n\n${q(filled)}`,
      DETAILS_MAIL,
    );
    expect(split.newText).toBe('お願いします\n\n氏名：山田花子\n希望日時： 12月3日 10時');
  });

  it('takes what is filled in behind the items of a list of ours', () => {
    const our =
      '山田 花子 様\n\n予約のために、次のことを教えてください。\n\n・氏名\n・連絡先電話番号\n・相談内容\n\nこのメールに返信して、お書きください。\n';
    const filled = our
      .replace('・氏名', '・氏名　山田花子')
      .replace('・相談内容', '・相談内容：転職');
    const split = splitReply(
      `2026年11月20日(金) 10:15 小林 <a@example.go.jp>:\n\n${q(filled)}`,
      our,
    );
    expect(split.newText).toBe('・氏名　山田花子\n・相談内容：転職');
    expect(split.certain).toBe(true);
  });

  it('takes what is filled in behind our labels without any mark', () => {
    const filled = DETAILS_MAIL.replace('氏名：', '氏名：山田花子').replace(
      '連絡先電話番号：',
      '連絡先電話番号：090-1111-2222',
    );
    const split = splitReply(
      `-----Original Message-----\nFrom: 小林 <online@example.go.jp>\nSent: Friday\nTo: hanako\nSubject: x\n\n${filled}`,
      DETAILS_MAIL,
    );
    expect(split.newText).toContain('氏名：山田花子');
    expect(split.newText).toContain('連絡先電話番号：090-1111-2222');
    expect(split.newText).not.toContain('教えてください');
  });

  it('takes a line typed inside the quotation of a phone, and asks a person', () => {
    const typed = OUR_MAIL.replace('■ 相談の日時', 'その日は行けません\n■ 相談の日時');
    const split = splitReply(
      `2026/11/20 10:15、小林 <online@example.go.jp>のメール:\n\n${q(typed)}`,
      OUR_MAIL,
    );
    expect(split.newText).toBe('その日は行けません');
    expect(split.certain).toBe(false);
  });

  it.each([
    ['words behind an offer', '2. 2026年12月4日（金）11:00　←これでお願いします'],
    ['a circle before an offer', '○ 2. 2026年12月4日（金）11:00'],
  ])('takes %s in the quotation, and asks a person', (_, answer) => {
    const our = `山田 様\n\n次の日時が空いています。\n\n1. 2026年12月3日（木）10:00\n2. 2026年12月4日（金）11:00\n\nご希望の番号を書いてください。\n`;
    const filled = our.replace('2. 2026年12月4日（金）11:00', answer);
    const split = splitReply(
      `2026/11/20 10:15、小林 <a@example.go.jp>のメール:\n\n${q(filled)}`,
      our,
    );
    expect(split.newText).toBe(answer);
    expect(split.certain).toBe(false);
  });

  it('asks a person where the words say that the answers stand inside', () => {
    const text = `文中に赤字で回答しました。\n\n2026/11/20 10:15、小林 <a@example.go.jp>のメール:\n\n${q('電話番号は？ 090-1111-2222')}`;
    expect(splitReply(text, null).certain).toBe(false);
  });

  it('keeps a copied offer as the answer', () => {
    const our =
      '山田 様\n\n次の日時が空いています。\n\n1. 2026年12月3日（木）10:00\n2. 2026年12月4日（金）11:00\n\nご希望の番号を書いて、このメールに返信してください。\n';
    expect(splitReply('2. 2026年12月4日（金）11:00', our).newText).toBe(
      '2. 2026年12月4日（金）11:00',
    );
    expect(splitReply('2. 2026年12月4日（金）11:00でお願いします', our).certain).toBe(true);
    const quoted = splitReply(
      `2. 2026年12月4日（金）11:00\n\n2026/11/20 10:15、小林 <a@example.go.jp>のメール:\n\n${q(our)}`,
      our,
    );
    expect(quoted.newText).toBe('2. 2026年12月4日（金）11:00');
    expect(quoted.certain).toBe(true);
  });

  it('keeps common words that our mail holds too', () => {
    expect(splitReply('電話でご連絡ください。', OUR_MAIL).newText).toBe('電話でご連絡ください。');
    expect(splitReply('はい', OUR_MAIL).newText).toBe('はい');
  });

  it('keeps the words above a wrapped attribution', () => {
    const text = `C'est bon !\nLe 4 janv. 2026 19:03, "小林"\n<online@example.go.jp>\na écrit :\n\n> texte`;
    expect(splitReply(text, null).newText).toBe("C'est bon !");
  });
});

describe('the quoted terms never speak for the person', () => {
  it('says nothing for an empty answer above our mail', () => {
    const split = splitReply(
      `\n\n2026/11/20 10:15、小林 <online@example.go.jp>のメール:\n\n${q(OUR_MAIL)}`,
      OUR_MAIL,
    );
    expect(split.newText).toBe('');
    expect(split.certain).toBe(true);
    expect(split.quotedText).toContain('キャンセル');
  });

  it('says nothing for an answer that is our mail without any mark', () => {
    const split = splitReply(OUR_MAIL, OUR_MAIL);
    expect(split.newText).toBe('');
    expect(split.certain).toBe(true);
  });

  it('knows our mail whose signs a client has lost', () => {
    const damaged = OUR_MAIL.replace(/[①-⑤]/g, '?').replace(/■/g, '・').replace(/〜/g, '?');
    const split = splitReply(
      `はい\n\n________________________________\n差出人: 小林\n送信日時: 2026年11月20日 10:15\n宛先: 山田\n件名: 予約\n\n${damaged}`,
      OUR_MAIL,
    );
    expect(split.newText).toBe('はい');
  });

  it('knows our mail in which a client has trimmed lines', () => {
    const trimmed =
      OUR_MAIL.slice(0, OUR_MAIL.indexOf('■ Zoom')) + OUR_MAIL.slice(OUR_MAIL.indexOf('第6条'));
    expect(splitReply(`はい\n\n${trimmed}`, OUR_MAIL).newText).toBe('はい');
  });

  it.each([
    ['ハローワーク小林 wrote (2026/11/20 10:15):'],
    ['ハローワーク小林さんからのメール：'],
    ['2026年11月20日(金) 午前10:15 ハローワーク小林 <a@example.go.jp>:'],
    ['---- ハローワーク小林さんは書きました ----'],
  ])('takes "%s" for no word of the person', (line) => {
    expect(splitReply(`はい\n\n${line}\n${q('予約です。')}`, null).newText).toBe('はい');
  });

  it('is not unsure because of a warning that a mail system put on top', () => {
    const split = splitReply(
      `はい\n\n________________________________\n差出人: 小林 <online@example.go.jp>\n送信日時: 2026年11月20日 10:15\n宛先: hanako@example.jp\n件名: 予約\n\n【外部メール】差出人に心当たりのない場合はご注意ください\n\n${OUR_MAIL}`,
      OUR_MAIL,
    );
    expect(split.newText).toBe('はい');
    expect(split.certain).toBe(true);
  });

  it('leaves a person to judge an answer without words whose quotation nobody can compare', () => {
    const text = `2026/11/20 10:15、小林 <a@example.go.jp>のメール:\n\n${q('12月3日（木）10:00です。\n行けません')}`;
    expect(splitReply(text, null).certain).toBe(false);
    expect(splitReply(text, OUR_MAIL).certain).toBe(false);
  });

  it('leaves a person to judge a mail whose lines a client ran together', () => {
    const text = `はい ${OUR_MAIL.replace(/\n+/g, ' ')}`;
    expect(splitReply(text, OUR_MAIL).certain).toBe(false);
  });

  it('leaves a person to judge where nothing stands above an unknown quotation', () => {
    const text =
      '-----Original Message-----\nFrom: 小林 <online@example.go.jp>\nSent: Friday\nTo: hanako\nSubject: x\n\n参加できません';
    expect(splitReply(text, null).certain).toBe(false);
    expect(splitReply(text, OUR_MAIL).certain).toBe(false);
  });

  it('leaves a person to judge a lone marked line that is not ours', () => {
    expect(splitReply('> 12月4日に変えてください', OUR_MAIL).certain).toBe(false);
    expect(splitReply('> 12月4日に変えてください', null).certain).toBe(false);
  });

  it('counts marks of several levels', () => {
    const text =
      'はい\n\n2026年11月21日(土) 9:00 小林 <a@example.go.jp>:\n\n> 了解しました\n>\n> 2026年11月20日(金) 10:15 山田 <h@example.jp>:\n>\n>> キャンセルします';
    expect(splitReply(text, null).newText).toBe('はい');
  });
});
