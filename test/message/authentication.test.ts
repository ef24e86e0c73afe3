import { describe, expect, test } from 'vitest';
import {
  authenticationFailed,
  readAuthentication,
  staffIsProven,
} from '../../src/message/authentication.ts';
import type { AuthenticationResult } from '../../src/message/types.ts';

const OWN = 'mx.office.example.jp';
const results = (body: string) => ({ name: 'authentication-results', body });
const received = { name: 'received', body: 'from x by y' };
const whole = (...fields: { name: string; body: string }[]) => readAuthentication(fields, OWN);
const read = (...fields: { name: string; body: string }[]) => {
  const { dmarc, dkim, spf } = whole(...fields);
  return { dmarc, dkim, spf };
};
const NOTHING = { dmarc: null, dkim: null, spf: null };

describe('only the office’s own server is believed', () => {
  test.each([
    [
      'one field',
      'mx.office.example.jp; dkim=pass header.d=a.jp; spf=fail smtp.mailfrom=b.jp; dmarc=none',
      { dmarc: 'none', dkim: 'pass', spf: 'fail' },
    ],
    ['with a version', 'mx.office.example.jp 1; spf=pass', { ...NOTHING, spf: 'pass' }],
    ['in other case', 'MX.Office.Example.JP; SPF=Pass', { ...NOTHING, spf: 'pass' }],
    [
      'with comments that speak',
      'mx.office.example.jp (dmarc=pass); dmarc=fail (p=none; dmarc=pass) header.from=a.jp',
      { ...NOTHING, dmarc: 'fail' },
    ],
    [
      'with reasons',
      'mx.office.example.jp; dkim=fail reason="x; dkim=pass"',
      { ...NOTHING, dkim: 'fail' },
    ],
    ['with softfail', 'mx.office.example.jp; spf=softfail', { ...NOTHING, spf: 'fail' }],
    [
      'a comment that never ends',
      'mx.office.example.jp; spf=pass (a(b@x.jp); dmarc=fail header.from=x.jp',
      { dmarc: 'fail', dkim: null, spf: 'pass' },
    ],
    [
      'two signatures, one good',
      'mx.office.example.jp; dkim=fail; dkim=pass',
      { ...NOTHING, dkim: 'pass' },
    ],
    ['no result', 'mx.office.example.jp; none', NOTHING],
    ['an unknown word', 'mx.office.example.jp; spf=excellent', NOTHING],
    ['another id', 'mx.google.com; dmarc=pass', NOTHING],
    ['an id that begins so', 'mx.office.example.jp.evil.com; dmarc=pass', NOTHING],
    ['an id in a comment', '(mx.office.example.jp) evil.com; dmarc=pass', NOTHING],
  ])('%s', (_name, body, expected) => {
    expect(read(results(body))).toEqual(expected);
  });

  test('without a configured id nothing is believed', () => {
    expect(readAuthentication([results(`${OWN}; dmarc=pass`)], null)).toEqual({
      ...NOTHING,
      passedFor: [],
    });
  });

  test('a field further down that repeats a method is a forgery', () => {
    expect(read(results(`${OWN}; dmarc=fail`), results(`${OWN}; dmarc=pass; dkim=pass`))).toEqual({
      ...NOTHING,
      dmarc: 'fail',
    });
    expect(read(results(`${OWN}; spf=none`), received, results(`${OWN}; dmarc=pass`))).toEqual({
      ...NOTHING,
      spf: 'none',
    });
  });

  test('a field further down does not rescue what failed above', () => {
    expect(read(results(`${OWN}; spf=fail`), results(`${OWN}; dmarc=pass`))).toEqual({
      ...NOTHING,
      spf: 'fail',
    });
  });

  test('filters of one server write a field each', () => {
    expect(
      read(
        received,
        results(`${OWN}; spf=pass`),
        results(`${OWN}; dkim=fail`),
        results(`${OWN}; dmarc=pass`),
      ),
    ).toEqual({ dmarc: 'pass', dkim: 'fail', spf: 'pass' });
  });

  test('the field of a relay above does not hide the own one', () => {
    expect(read(results('relay.example; dmarc=fail'), results(`${OWN}; dmarc=pass`))).toEqual({
      ...NOTHING,
      dmarc: 'pass',
    });
  });
});

test.each<
  [AuthenticationResult | null, AuthenticationResult | null, AuthenticationResult | null, boolean]
>([
  [null, null, null, false],
  ['pass', 'fail', 'fail', false],
  ['fail', 'pass', 'pass', true],
  [null, 'pass', 'fail', false],
  [null, 'fail', 'pass', false],
  [null, 'fail', null, true],
  [null, null, 'fail', true],
  ['none', 'none', 'fail', true],
  ['none', 'none', 'neutral', false],
  ['temperror', 'temperror', 'temperror', false],
])('dmarc %s, dkim %s, spf %s: failed is %s', (dmarc, dkim, spf, expected) => {
  expect(authenticationFailed({ dmarc, dkim, spf, passedFor: [] })).toBe(expected);
});

describe('a counselor is believed only where what passed is of his own domain', () => {
  test.each([
    ['the server says nothing', '', true],
    ['DMARC passes', 'dmarc=pass header.from=hw.example.jp', true],
    ['DKIM of his domain', 'dkim=pass header.d=hw.example.jp; dmarc=none', true],
    ['DKIM by an identity', 'dkim=pass header.i=@hw.example.jp', true],
    ['SPF of his address', 'spf=pass smtp.mailfrom=Staff@HW.example.jp', true],
    ['SPF of a host below his domain', 'spf=pass smtp.mailfrom=x@bounce.hw.example.jp', true],
    ['DKIM of the domain above', 'dkim=pass header.d=example.jp', true],
    [
      'one of two signatures is his',
      'dkim=pass header.d=a.com; dkim=pass header.d=hw.example.jp',
      true,
    ],
    [
      'SPF of the host that greeted, for a mail without sender',
      'spf=pass smtp.helo=hw.example.jp',
      true,
    ],
    ['an SPF pass that names no domain', 'spf=pass', false],
    ['a DKIM pass that names only its key', 'dkim=pass header.s=hw.example.jp', false],
    ['a domain that only a comment names', 'spf=pass (smtp.mailfrom=hw.example.jp)', false],
    [
      'a pass without a domain beside one of his',
      'spf=pass; dkim=pass header.d=hw.example.jp',
      true,
    ],
    [
      'as OpenDKIM writes',
      'dkim=pass (2048-bit key; unprotected) header.d=hw.example.jp header.i=@hw.example.jp header.b="x/Y+="',
      true,
    ],
    [
      'as the SPF daemon of Postfix writes',
      'spf=pass (sender SPF authorized) smtp.mailfrom=hw.example.jp (client-ip=192.0.2.1; helo=mx.hw.example.jp; envelope-from=staff@hw.example.jp; receiver=<UNKNOWN>)',
      true,
    ],
    [
      'as Rspamd writes',
      'dkim=pass header.d=hw.example.jp header.s=s1 header.b=xY; spf=pass (mx: domain of staff@hw.example.jp designates 192.0.2.1 as permitted sender) smtp.mailfrom=staff@hw.example.jp; dmarc=none',
      true,
    ],
    [
      'as Google writes',
      'dkim=pass header.i=@hw.example.jp header.s=g header.b=xY; spf=pass (google.com: domain of staff@hw.example.jp designates 192.0.2.1 as permitted sender) smtp.mailfrom=staff@hw.example.jp',
      true,
    ],
    ['SPF of somebody else', 'spf=pass smtp.mailfrom=me@evil.com; dkim=none; dmarc=none', false],
    ['DKIM of somebody else', 'dkim=pass header.d=evil.com; dmarc=none', false],
    ['a domain that ends alike', 'dkim=pass header.d=evilhw.example.jp', false],
    [
      'an address that quotes his',
      'spf=pass smtp.mailfrom="x smtp.mailfrom=a@hw.example.jp y"@evil.com',
      false,
    ],
    ['nothing passes', 'spf=none; dkim=none; dmarc=none', false],
    ['DMARC fails', 'dkim=pass header.d=hw.example.jp; dmarc=fail', false],
  ])('%s: %s', (_name, said, proven) => {
    const authentication = said === '' ? whole() : whole(results(`${OWN}; ${said}`));
    expect(staffIsProven(authentication, 'staff@hw.example.jp')).toBe(proven);
  });
});

describe('Exchange Online, which writes no authserv-id', () => {
  const exchange = (...fields: { name: string; body: string }[]) =>
    readAuthentication(fields, 'microsoft365');
  const mark = (body: string) => ({ name: 'x-ms-exchange-organization-authas', body });
  const GMAIL =
    'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=gmail.com; dkim=pass (signature was verified)' +
    ' header.d=gmail.com;dmarc=pass action=none header.from=gmail.com;compauth=pass reason=100';
  const SPOOFED =
    'spf=none (sender IP is 192.0.2.9) smtp.mailfrom=hw.example.jp; dkim=none (message not signed)' +
    ' header.d=none;dmarc=none action=none header.from=hw.example.jp;compauth=fail reason=001';
  const COLLEAGUE =
    'dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=hw.example.jp;';

  test('what it found out about a stranger’s mail', () => {
    expect(exchange(mark('Anonymous'), results(GMAIL))).toEqual({
      dmarc: 'pass',
      dkim: 'pass',
      spf: 'pass',
      passedFor: ['gmail.com', 'gmail.com'],
    });
  });

  test('its own judgment of a spoof counts as failed, unless DMARC passed', () => {
    expect(authenticationFailed(exchange(results(SPOOFED)))).toBe(true);
    const passed = GMAIL.replace('compauth=pass', 'compauth=fail');
    expect(authenticationFailed(exchange(results(passed)))).toBe(false);
  });

  test.each([
    ['a colleague’s mail', [mark('Internal'), results(COLLEAGUE)], true],
    ['mail from outside in his name', [mark('Anonymous'), results(SPOOFED)], false],
    ['a mark that stands twice', [mark('Anonymous'), results(COLLEAGUE), mark('Internal')], false],
    ['a colleague’s words without the mark', [results(COLLEAGUE)], false],
    ['a verdict that the sender put below', [results(COLLEAGUE), results(GMAIL)], false],
    ['a verdict that names its server', [results('evil.com; dmarc=pass')], false],
    ['no verdict at all', [], false],
  ])('a counselor’s word: %s', (_name, fields, proven) => {
    expect(staffIsProven(exchange(...fields), 'staff@hw.example.jp')).toBe(proven);
  });

  test('its form proves nothing where the office’s server has a name', () => {
    expect(read(results(GMAIL))).toEqual(NOTHING);
  });
});
