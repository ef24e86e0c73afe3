/**
 * 国民の祝日に関する法律: the holidays themselves, the day in place of one that falls on a Sunday
 * (第3条第2項), and the day between two holidays (第3条第3項).
 */
import { describe, expect, it } from 'vitest';
import { isPublicHoliday, lastKnownHoliday } from '../../src/domain/holidays.ts';
import { day } from './booking-samples.ts';

/** Every holiday of two years, from the law. */
const HOLIDAYS = {
  2026: `01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23
         10-12 11-03 11-23`,
  2027: `01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11
         11-03 11-23`,
};

describe.each(Object.entries(HOLIDAYS))('in %s', (year, list) => {
  it('the holidays of the law are closed, and no other day', () => {
    const expected = list.split(/\s+/).map((monthDay) => `${year}-${monthDay}`);
    const found: string[] = [];
    for (
      let date = day(`${year}-01-01`);
      date.year === Number(year);
      date = date.add({ days: 1 })
    ) {
      if (isPublicHoliday(date)) found.push(date.toString());
    }
    expect(found).toEqual(expected);
  });
});

it.each([
  ['憲法記念日 on a Sunday moves to the first day after Golden Week', '2026-05-06', true],
  ['a day between two holidays', '2026-09-22', true],
  ['春分の日 on a Sunday moves to Monday', '2027-03-22', true],
  ['the Monday after a Saturday holiday is a working day', '2028-02-14', false],
  ['an ordinary Thursday', '2026-12-03', false],
  ['29 December is a closed day of the office, not a holiday', '2026-12-29', false],
])('%s', (_name, date, expected) => {
  expect(isPublicHoliday(day(date))).toBe(expected);
});

it('the data reaches at least two years beyond any booking that is made today', () => {
  expect(lastKnownHoliday().year).toBeGreaterThanOrEqual(2029);
  expect(isPublicHoliday(lastKnownHoliday())).toBe(true);
  expect(isPublicHoliday(lastKnownHoliday().add({ years: 1 }))).toBe(false);
});
