import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wireAddress } from '../../src/smtp/address.ts';

it.each([
  ['hanako@example.jp', 'hanako@example.jp'],
  ["o'hara+x@mail.example.co.jp", "o'hara+x@mail.example.co.jp"],
  ['.a..b.@docomo.ne.jp', '".a..b."@docomo.ne.jp'],
  ['a..b@ezweb.ne.jp', '"a..b"@ezweb.ne.jp'],
  ['"a..b"@ezweb.ne.jp', '"a..b"@ezweb.ne.jp'],
  ['Hanako@Example.JP', 'Hanako@Example.JP'],
])('writes %s as %s', (address, wire) => {
  expect(wireAddress(address)).toBe(wire);
});

it.each([
  '',
  'hanako',
  '@example.jp',
  'hanako@',
  'hanako@localhost',
  'a@x.jp, b@y.jp',
  'a,b@y.jp',
  'a@x.jp\r\nRCPT TO:<b@y.jp>',
  'a\n@x.jp',
  'a b@x.jp',
  '<a@x.jp>',
  'a@x.jp>',
  'Hanako <a@x.jp>',
  '"a@b"@x.jp',
  '"a, b"@x.jp',
  '"a"b"@x.jp',
  'group:a@x.jp;',
  'a@x.jp SIZE=1',
  'a@x..jp',
  'a@-x.jp',
  'a@[127.0.0.1]',
  'a(b)@x.jp',
  '花子@example.jp',
  'a@例え.jp',
  `${'a'.repeat(65)}@x.jp`,
])('refuses %j, which is not plainly one mailbox', (address) => {
  expect(wireAddress(address)).toBeNull();
});

it('lets nothing through that could break a line, a bracket or a list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '@x.jp'), (text, tail) => {
      const wire = wireAddress(text + tail);
      expect(wire === null || /^[^\s<>,;:()]+$/.test(wire)).toBe(true);
    }),
  );
});
