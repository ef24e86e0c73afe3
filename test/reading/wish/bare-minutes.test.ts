import { describe, expect, it } from 'vitest';
import { readWish } from '../../../src/reading/wish.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const kindOf = (text: string) => readWish(text, reference).wish.kind;

describe('minutes without 分', () => {
  it('are read where two digits stand', () => {
    expect(readWish('12月3日10時05', reference).wish).toMatchObject({ kind: 'exact' });
    expect(kindOf('12月3日10時15')).toBe('exact');
  });

  it('are asked about where one digit ends the text or the line', () => {
    expect(kindOf('12月3日10時5')).toBe('ambiguous');
    expect(kindOf('12月3日10時3\nお願いします')).toBe('ambiguous');
    expect(kindOf('12月3日10時5。')).toBe('ambiguous');
  });

  it('are none where the digit counts something else', () => {
    expect(kindOf('12月3日10時2名')).toBe('exact');
    expect(kindOf('12月3日10時5分')).toBe('exact');
  });

  it('asks about an hour of returning that explains another wish', () => {
    expect(kindOf('12月3日、14時に戻るので15時でお願いします')).toBe('ambiguous');
  });

  it('reads the numerals that nobody can alter', () => {
    expect(readWish('十二月十五日　午後弐時', reference).wish).toMatchObject({ kind: 'exact' });
  });
});
