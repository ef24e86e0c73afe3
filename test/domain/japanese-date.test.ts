/** Dates and times as people read them. */
import { expect, it } from 'vitest';
import {
  clockTime,
  longDate,
  longDateTime,
  shortDateTime,
} from '../../src/domain/japanese-date.ts';
import { at, clock, day, japan } from './booking-samples.ts';

it.each([
  ['2026-11-23', '2026年11月23日（月）'],
  ['2026-12-01', '2026年12月1日（火）'],
  ['2026-12-02', '2026年12月2日（水）'],
  ['2026-12-03', '2026年12月3日（木）'],
  ['2026-12-04', '2026年12月4日（金）'],
  ['2026-12-05', '2026年12月5日（土）'],
  ['2026-12-06', '2026年12月6日（日）'],
  ['2027-01-01', '2027年1月1日（金）'],
])('%s is %s', (date, words) => {
  expect(longDate(day(date))).toBe(words);
});

it('a time is written in Japanese time, whatever zone it comes in', () => {
  const inNewYork = japan('2026-12-03T10:00').withTimeZone('America/New_York');
  expect(longDateTime(inNewYork)).toBe('2026年12月3日（木）10時00分');
  expect(longDate(inNewYork)).toBe('2026年12月3日（木）');
  expect(longDateTime(at('2026-12-03T00:30'))).toBe('2026年12月3日（木）0時30分');
});

it('the deadline is printed as the minute it ends in', () => {
  expect(longDateTime(at('2026-12-02T23:59:59'))).toBe('2026年12月2日（水）23時59分');
});

it('a subject leaves the year out', () => {
  expect(shortDateTime(japan('2026-12-03T09:05'))).toBe('12月3日（木）9時05分');
});

it('a clock time has two digits of minutes', () => {
  expect([clock('08:30'), clock('17:05'), clock('00:00')].map(clockTime)).toEqual([
    '8時30分',
    '17時05分',
    '0時00分',
  ]);
});
