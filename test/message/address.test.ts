import { describe, expect, test } from 'vitest';
import { addressKey } from '../../src/message/address.ts';
import { parseAddresses } from '../../src/message/address-header.ts';

const read = (body: string) => parseAddresses(body).map(({ name, address }) => [name, address]);

describe('addresses out of a header', () => {
  test.each<[string, string, string[][]]>([
    ['bare', 'taro@example.jp', [['', 'taro@example.jp']]],
    ['in brackets', '<taro@Example.JP>', [['', 'taro@example.jp']]],
    ['with a name', '小林 太郎 <taro@example.jp>', [['小林 太郎', 'taro@example.jp']]],
    ['with an encoded name', '=?UTF-8?B?44GC?= <a@b.jp>', [['あ', 'a@b.jp']]],
    ['with an encoded name in quotes', '"=?UTF-8?B?44GC?=" <a@b.jp>', [['あ', 'a@b.jp']]],
    ['with an old comment as name', 'a@b.jp (Taro)', [['Taro', 'a@b.jp']]],
    ['a comma in the name', '"Kobayashi, Taro" <a@b.jp>', [['Kobayashi, Taro', 'a@b.jp']]],
    ['an encoded comma in the name', '=?utf-8?Q?A=2C_B?= <a@b.jp>', [['A, B', 'a@b.jp']]],
    [
      'two',
      'a@x.jp, B <b@y.jp>',
      [
        ['', 'a@x.jp'],
        ['B', 'b@y.jp'],
      ],
    ],
    [
      'two after Outlook',
      'a@x.jp; b@y.jp',
      [
        ['', 'a@x.jp'],
        ['', 'b@y.jp'],
      ],
    ],
    [
      'a group',
      'Staff: a@x.jp, b@y.jp;',
      [
        ['', 'a@x.jp'],
        ['', 'b@y.jp'],
      ],
    ],
    ['an empty group', 'undisclosed-recipients:;', []],
    ['dots outside the RFC', '.a..b.@docomo.ne.jp', [['', '.a..b.@docomo.ne.jp']]],
    ['dots, quoted', '".a..b."@docomo.ne.jp', [['', '.a..b.@docomo.ne.jp']]],
    ['dots, quoted, in brackets', 'T <"a..b."@docomo.ne.jp>', [['T', 'a..b.@docomo.ne.jp']]],
    ['an unclosed quote', '"Taro <a@b.jp>', [['Taro', 'a@b.jp']]],
    ['an old route', '<@relay.jp:a@b.jp>', [['', 'a@b.jp']]],
    ['the null path', '<>', []],
    ['a name alone', 'MAILER-DAEMON', [['MAILER-DAEMON', '']]],
    ['nothing', '', []],
  ])('%s', (_name, body, mailboxes) => {
    expect(read(body)).toEqual(mailboxes);
  });

  test.each([
    ['two in one bracket', '<a@x.jp, b@y.jp>'],
    ['a blank inside', '<a b@x.jp>'],
    ['two signs', 'a@x.jp@y.jp'],
    ['two within quotes', '"a@x.jp, b"@y.jp'],
    ['a quoted blank', '"a b"@x.jp'],
    ['a quoted bracket', '"a>b"@x.jp'],
    ['a NUL', '"a\u0000b"@x.jp'],
    ['an invisible sign', 'a\u200B@x.jp'],
  ])('%s is no address that anything could be sent to or matched with', (_name, body) => {
    expect(
      parseAddresses(body)
        .map((one) => one.address)
        .filter((one) => one !== ''),
    ).toEqual([]);
    expect(addressKey(body)).toBe('');
  });

  test('a name carries no line break', () => {
    expect(read('=?utf-8?Q?A=0D=0ABcc:_x@y.jp,?= <a@b.jp>')).toEqual([
      ['A  Bcc: x@y.jp,', 'a@b.jp'],
    ]);
  });
});

describe('the same address', () => {
  test.each([
    ['domains know no case', 'taro@example.jp', 'taro@EXAMPLE.jp'],
    ['carriers know no case', 'Taro@docomo.ne.jp', 'taro@docomo.ne.jp'],
    ['quotes do not count', '"a..b."@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['brackets do not count', '<taro@example.jp>', 'taro@example.jp'],
    ['older carrier hosts', 'TARO@t.vodafone.ne.jp', 'taro@t.vodafone.ne.jp'],
  ])('%s', (_name, a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
    expect(addressKey(a)).not.toBe('');
  });

  test.each([
    ['local parts elsewhere know case', 'Taro@example.jp', 'taro@example.jp'],
    ['dots count', 'a.b@docomo.ne.jp', 'ab@docomo.ne.jp'],
    ['consecutive dots count', 'a..b@docomo.ne.jp', 'a.b@docomo.ne.jp'],
    ['plus tags count', 'a+x@example.jp', 'a@example.jp'],
    ['a domain that only ends so', 'a@xdocomo.ne.jp', 'a@docomo.ne.jp'],
  ])('%s', (_name, a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  test.each(['', 'taro', 'a@x.jp, b@y.jp'])('"%s" is no single address and has no key', (text) => {
    expect(addressKey(text)).toBe('');
  });

  test('the key of an address is the form in which it is compared', () => {
    expect(addressKey('".A..b."@DOCOMO.ne.jp')).toBe('.a..b.@docomo.ne.jp');
    expect(addressKey('Taro@Example.JP')).toBe('Taro@example.jp');
  });
});

test.each([
  ['docomo.ne.jp', true],
  ['ezweb.ne.jp', true],
  ['au.com', true],
  ['i.softbank.jp', true],
  ['k.vodafone.ne.jp', true],
  ['ymobile.ne.jp', true],
  ['example.jp', false],
  ['notdocomo.ne.jp', false],
  ['docomo.ne.jp.example.com', false],
])('%s is a carrier’s, whose local parts know no case: %s', (domain, carrier) => {
  expect(addressKey(`Taro@${domain}`)).toBe(`${carrier ? 'taro' : 'Taro'}@${domain}`);
});
