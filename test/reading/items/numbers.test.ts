import { describe, expect, it } from 'vitest';
import { splitFields } from '../../../src/reading/items/fields.ts';
import { findNumbers } from '../../../src/reading/items/numbers.ts';
import { readPhone, toNational } from '../../../src/reading/items/phone.ts';
import { readSeekerNumber } from '../../../src/reading/items/seeker-number.ts';
import { layOut } from '../../../src/reading/items/sheet.ts';

function read(text: string) {
  const sheet = layOut(text);
  const fields = splitFields(sheet);
  const numbers = findNumbers(sheet, fields);
  return {
    kinds: numbers.map((number) => number.kind),
    seeker: readSeekerNumber(sheet, fields, numbers),
    phone: readPhone(sheet, fields, numbers),
  };
}

describe('求職番号', () => {
  it.each([
    ['求職番号：45010-12345678', '45010-12345678'],
    ['求職番号　４５０１０－１２３４５６７８', '45010-12345678'],
    ['求職番号 45010ー00234567', '45010-00234567'],
    ['求職番号 45010 - 12345678', '45010-12345678'],
    ['求職番号 45010 12345678', '45010-12345678'],
    ['求職番号 4501012345678', '45010-12345678'],
    ['求職番号：275207654321', '27520-7654321'],
    ['求職番号は四五〇一〇－一二三四五六七八です', '45010-12345678'],
    ['田中 45010-16000001', '45010-16000001'],
    ['番号は4501014000007です', '45010-14000007'],
    ['求職番号は45010-11111111ではなく45010-22222222です', '45010-22222222'],
    ['求人番号45010-01234561の求人です。求職番号45010-15000005', '45010-15000005'],
  ])('is read in %s', (text, number) => {
    expect(read(text).seeker.found?.value).toBe(number);
  });

  it.each([
    ['求人番号：45010-03456761'],
    ['45070-02345661の求人に応募したい'],
    ['事業所番号4507-100123-4'],
    ['雇用保険被保険者番号 4501-123456-7'],
    ['マイナンバー 1234 5678 9012'],
    ['〒886-0004'],
    ['予約番号：20261124-000123'],
    ['携帯 09012345678'],
    ['99010-12345678'],
    ['求職番号は忘れました'],
  ])('is not %s', (text) => {
    expect(read(text).seeker).toEqual({ found: null, doubt: null });
  });

  it.each([
    ['求職番号：よんごぜろいちぜろの12340009', /4501012340009/],
    ['求職番号：45010-123', /桁数/],
    ['求職番号：45010-11111111\n求職番号：45010-22222222', /二つ以上/],
  ])('is asked back: %s', (text, reason) => {
    const { found, doubt } = read(text).seeker;
    expect(found).toBeNull();
    expect(doubt?.reason).toMatch(reason);
  });
});

describe('連絡先電話番号', () => {
  it.each([
    ['電話：０９０－１１１１－２２２２', '090-1111-2222'],
    ['TEL 0984(22)0002', '0984-22-0002'],
    ['電話（0984）22-0002', '0984-22-0002'],
    ['090(7890)1234', '090-7890-1234'],
    ['09016000001', '090-1600-0001'],
    ['090 1600 0009', '090-1600-0009'],
    ['090.3100.0029', '090-3100-0029'],
    ['090の1234の5678', '090-1234-5678'],
    ['電話〇九八四（二五）〇〇〇四', '0984-25-0004'],
    ['+81 90-1234-5678', '090-1234-5678'],
    ['+81 (0)984-22-0002', '0984-22-0002'],
    ['06-6300-0016', '06-6300-0016'],
    ['12/3 10:00 090-1234-5678', '090-1234-5678'],
    ['電話 0984-22-0002 内線 12', '0984-22-0002'],
    ['電話 0984-22-0002　FAX 0984-22-0003', '0984-22-0002'],
    ['電話・FAX 0984-22-0002', '0984-22-0002'],
    ['0984-22-1111（自宅）/090-2222-3333（携帯）', '090-2222-3333'],
    ['0984-24-0012（留守番電話）、090-1500-0006（つながりやすい）', '090-1500-0006'],
    ['090-1800-0010（つながらない時は 0984-33-0019 母）', '090-1800-0010'],
    ['ご本人の携帯090-1234-0010、お母様の携帯は080-9999-0010', '090-1234-0010'],
    ['親の携帯ですが080-5050-6060に電話ください', '080-5050-6060'],
    ['090-1111-1111ではなく090-2222-2222です', '090-2222-2222'],
    ['ハローワーク小林 0984-23-0099\n私の携帯 090-1234-5678', '090-1234-5678'],
  ])('is read in %s', (text, number) => {
    expect(read(text).phone.found?.value).toBe(number);
  });

  it.each([
    ['FAX 0984-23-0021'],
    ['ハローワーク小林　0984-23-0099'],
    ['代表番号0985-20-0119までご連絡ください'],
    ['0120-123-456'],
    ['求職番号 45010-12345678'],
    ['〒886-0004'],
    ['1234 5678 9012'],
  ])('is not %s', (text) => {
    expect(read(text).phone.found).toBeNull();
  });

  it('is asked back where it is read out in kana or has a digit too few', () => {
    expect(read('ご連絡先　ゼロハチゼロ　1234　0009').phone.doubt?.reason).toMatch(/08012340009/);
    expect(read('電話番号：090-1234-567').phone.doubt?.reason).toMatch(/桁数/);
  });

  it('is written with the hyphens of its area', () => {
    expect(toNational('0984230000')).toBe('0984-23-0000');
    expect(toNational('0312345678')).toBe('03-1234-5678');
    expect(toNational('123')).toBeNull();
  });
});

it('says of every number what it is', () => {
  const text = '〒886-0004 求人番号45010-01234561 4507-100123-4 45010-15000005 090-1500-0005';
  expect(read(text).kinds).toEqual(['postal', 'job_offer', 'establishment', 'seeker', 'phone']);
});
