import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/reading/normalise.ts';

describe('normalise folds widths and keeps the way back', () => {
  test.each([
    ['１２月３日（木）１０：３０', '12月3日(木)10:30'],
    ['12月3日 10時〜11時', '12月3日 10時~11時'],
    ['12月3日　10：00～', '12月3日 10:00~'],
    ['10:30−11:00', '10:30-11:00'],
    ['10:30ー11:00', '10:30-11:00'],
    ['090ｰ1600ｰ0006 ﾊﾟｰﾄ', '090-1600-0006 パート'],
    ['メールアドレス', 'メールアドレス'],
    ['10時ごろー11時', '10時ごろ-11時'],
    ['㋋4日', '12月4日'],
    ['㋿8年', '令和8年'],
    ['12/3㈭', '12/3(木)'],
    ['12/3㊍', '12/3(木)'],
    ['①1月8日', '①1月8日'],
    ['12月3曰', '12月3日'],
    ['１２\u200b月\r\n３日', '12月\n3日'],
    ['ｵﾝﾗｲﾝ相談ﾃﾞｽ', 'オンライン相談デス'],
    ['𠮷田 髙橋 神', '𠮷田 髙橋 神'],
    ['ＰＭ２：００', 'PM2:00'],
  ])('%s becomes %s', (raw, folded) => {
    expect(normalise(raw).text).toBe(folded);
  });

  test('every folded offset leads to the raw character it came from', () => {
    const raw = '𠮷ﾊﾟｰﾄ\r\n㋋４日';
    const { text, toRaw } = normalise(raw);
    expect(text).toBe('𠮷パート\n12月4日');
    expect(raw.slice(toRaw(text.indexOf('パ')), toRaw(text.indexOf('ー')))).toBe('ﾊﾟ');
    expect(raw.slice(toRaw(text.indexOf('12月')), toRaw(text.indexOf('4日')))).toBe('㋋');
    expect(toRaw(text.indexOf('4'))).toBe(raw.indexOf('４'));
    expect(toRaw(text.length)).toBe(raw.length);
  });

  test('a name in a compatibility ideograph is not replaced by its unified form', () => {
    expect(normalise('\ufa19 沙織').text).toBe('\ufa19 沙織');
  });
});
