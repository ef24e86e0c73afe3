/** When a session can be held, and what a wish leaves open. */
import { describe, expect, it } from 'vitest';
import { isOfficeSlot, slotsOfDay, windowOf } from '../../src/domain/office-calendar.ts';
import type { SingleWish } from '../../src/domain/wish.ts';
import { clock, day, japan, officeCalendar } from './booking-samples.ts';

const calendar = officeCalendar();

describe('a session can start', () => {
  it.each([
    ['at the opening', '2026-12-03T08:30', true],
    ['in the morning', '2026-12-03T10:00', true],
    ['so that it ends with the break', '2026-12-03T11:30', true],
    ['after the break', '2026-12-03T13:00', true],
    ['so that it ends before the close', '2026-12-03T16:30', true],
  ])('%s', (_name, start, expected) => {
    expect(isOfficeSlot(japan(start), calendar)).toBe(expected);
  });
});

describe('no session starts', () => {
  it.each([
    ['before the opening', '2026-12-03T08:00'],
    ['in the noon break', '2026-12-03T12:00'],
    ['late in the noon break', '2026-12-03T12:30'],
    ['where it would end after the close', '2026-12-03T17:00'],
    ['in the evening', '2026-12-03T19:00'],
    ['where it would end at midnight', '2026-12-03T23:30'],
    ['at midnight', '2026-12-03T00:00'],
    ['beside the grid', '2026-12-03T10:15'],
    ['beside the minute', '2026-12-03T10:00:30'],
    ['a part of a second beside the minute', '2026-12-03T10:00:00.5'],
    ['on a Saturday', '2026-12-05T10:00'],
    ['on a Sunday', '2026-12-06T10:00'],
    ['on a public holiday', '2026-11-23T10:00'],
    ['on a substitute holiday', '2026-05-06T10:00'],
    ['on the day between two holidays', '2026-09-22T10:00'],
    ['on 29 December', '2026-12-29T10:00'],
    ['on 31 December', '2026-12-31T10:00'],
    ['on 2 January', '2029-01-02T10:00'],
    ['on 3 January', '2029-01-03T10:00'],
  ])('%s', (_name, start) => {
    expect(isOfficeSlot(japan(start), calendar)).toBe(false);
  });

  it('on an extra closed day of the office', () => {
    const closed = officeCalendar({}, ['2026-12-03']);
    expect(isOfficeSlot(japan('2026-12-03T10:00'), closed)).toBe(false);
    expect(isOfficeSlot(japan('2026-12-04T10:00'), closed)).toBe(true);
  });
});

it.each([
  ['28 December is open', '2026-12-28T10:00', true],
  ['4 January is open', '2027-01-04T10:00', true],
])('%s', (_name, start, expected) => {
  expect(isOfficeSlot(japan(start), calendar)).toBe(expected);
});

it('a start in another zone is judged by the clock in Japan', () => {
  const start = Temporal.ZonedDateTime.from('2026-12-02T20:00:00-05:00[America/New_York]');
  expect(isOfficeSlot(start, calendar)).toBe(true);
});

describe('the starts of a day', () => {
  const times = (date: string, of = calendar) =>
    slotsOfDay(day(date), of).map((start) => start.toPlainTime().toString().slice(0, 5));

  it('are the grid within the hours, without the break', () => {
    expect(times('2026-12-03').join(' ')).toBe(
      '08:30 09:00 09:30 10:00 10:30 11:00 11:30 13:00 13:30 14:00 14:30 15:00 15:30 16:00 16:30',
    );
  });

  it('are none on a closed day', () => {
    expect(times('2026-12-05')).toEqual([]);
    expect(times('2026-12-29')).toEqual([]);
  });

  it('follow a grid of an hour', () => {
    expect(times('2026-12-03', officeCalendar({ gridMinutes: 60 })).join(' ')).toBe(
      '09:00 10:00 11:00 13:00 14:00 15:00 16:00',
    );
  });

  it('follow the hours of another office', () => {
    const short = officeCalendar({ open: clock('10:00'), close: clock('15:00') });
    expect(times('2026-12-03', short).join(' ')).toBe(
      '10:00 10:30 11:00 11:30 13:00 13:30 14:00 14:30',
    );
  });

  it.each([10, 15, 20, 30, 60])(
    'agree with the judgement of each start, grid %i',
    (gridMinutes) => {
      const of = officeCalendar({ gridMinutes });
      const judged: string[] = [];
      let minute = japan('2026-12-03T00:00');
      for (; minute.day === 3; minute = minute.add({ minutes: 5 })) {
        if (isOfficeSlot(minute, of)) judged.push(minute.toPlainTime().toString().slice(0, 5));
      }
      expect(times('2026-12-03', of)).toEqual(judged);
    },
  );
});

describe('the window of a wish', () => {
  const date = day('2026-12-03');
  const start = japan('2026-12-03T10:00');
  const end = japan('2026-12-03T12:00');

  it.each<[string, SingleWish, string | null, string | null]>([
    ['an exact time', { kind: 'exact', start }, '2026-12-03T10:00', '2026-12-03T10:00'],
    ['a day', { kind: 'date_only', date }, '2026-12-03T00:00', '2026-12-03T23:59'],
    [
      'a morning',
      { kind: 'day_part', date, part: 'morning' },
      '2026-12-03T00:00',
      '2026-12-03T11:59',
    ],
    ['noon', { kind: 'day_part', date, part: 'noon' }, '2026-12-03T11:00', '2026-12-03T14:00'],
    [
      'an afternoon',
      { kind: 'day_part', date, part: 'afternoon' },
      '2026-12-03T12:00',
      '2026-12-03T18:00',
    ],
    [
      'an evening',
      { kind: 'day_part', date, part: 'evening' },
      '2026-12-03T16:00',
      '2026-12-03T20:00',
    ],
    ['a night', { kind: 'day_part', date, part: 'night' }, '2026-12-03T18:00', '2026-12-03T23:59'],
    [
      'any time of a day',
      { kind: 'day_part', date, part: 'day' },
      '2026-12-03T00:00',
      '2026-12-03T23:59',
    ],
    [
      'a span, to the last start in it',
      { kind: 'range', start, end },
      '2026-12-03T10:00',
      '2026-12-03T11:30',
    ],
    [
      'from a time on',
      { kind: 'range', start, end: null, date },
      '2026-12-03T10:00',
      '2026-12-03T23:59',
    ],
    [
      'from a time on, its day unsaid',
      { kind: 'range', start, end: null },
      '2026-12-03T10:00',
      '2026-12-03T23:59',
    ],
    [
      'up to a time',
      { kind: 'range', start: null, end, date },
      '2026-12-03T00:00',
      '2026-12-03T11:30',
    ],
    [
      'several days',
      { kind: 'date_range', first: date, last: day('2026-12-05') },
      '2026-12-03T00:00',
      '2026-12-05T23:59',
    ],
    ['from a day on', { kind: 'date_range', first: date, last: null }, '2026-12-03T00:00', null],
    ['up to a day', { kind: 'date_range', first: null, last: date }, null, '2026-12-03T23:59'],
  ])('%s', (_name, wish, from, to) => {
    const local = (bound: Temporal.ZonedDateTime | null) =>
      bound?.toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null;
    const window = windowOf(wish);
    expect([local(window.from), local(window.to)]).toEqual([from, to]);
  });
});
