/** A wish survives the booking row: what is read back is what was written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SingleWish, Wish } from '../../src/domain/wish.ts';
import { wishFromRecord, wishToRecord } from '../../src/domain/wish-record.ts';
import { clock, day, japan } from './booking-samples.ts';
import { anyWish } from './wish-samples.ts';

/** Temporal values have no fields to compare; their text says all. */
const plain = (wish: Wish): unknown => JSON.parse(JSON.stringify(wish));

const exact: SingleWish = { kind: 'exact', start: japan('2026-12-03T10:00') };

it.each<[string, Wish]>([
  ['none', { kind: 'none' }],
  ['an exact time', exact],
  ['an exact time with an end', { ...exact, end: japan('2026-12-03T10:30') }],
  ['an exact time that has passed', { ...exact, past: true }],
  ['a list', { kind: 'choices', choices: [exact, { kind: 'date_only', date: day('2026-12-04') }] }],
  ['a doubt', { kind: 'ambiguous', reason: 'am_pm', readings: [exact] }],
  [
    'a doubt about the day',
    { kind: 'ambiguous', reason: 'no_date', readings: [], time: clock('10:30') },
  ],
  [
    'a doubt about the day, at midnight',
    { kind: 'ambiguous', reason: 'no_date', readings: [], time: clock('00:00') },
  ],
  [
    'an open range',
    { kind: 'range', start: null, end: japan('2026-12-03T15:00'), date: day('2026-12-03') },
  ],
])('%s', (_name, wish) => {
  expect(plain(wishFromRecord(wishToRecord(wish)))).toEqual(plain(wish));
});

it('any wish comes back as it was', () => {
  fc.assert(
    fc.property(anyWish, (wish) => {
      expect(plain(wishFromRecord(wishToRecord(wish)))).toEqual(plain(wish));
    }),
  );
});

it('is plain JSON that an official can read: times with their offset, no zone names', () => {
  expect(wishToRecord(exact)).toBe('{"kind":"exact","start":"2026-12-03T10:00:00+09:00"}');
});

it('comes back in Japanese time, whatever offset a hand has written', () => {
  const wish = wishFromRecord('{"kind":"exact","start":"2026-12-03T01:00:00Z"}');
  expect(plain(wish)).toEqual(plain(exact));
});

describe('what is no record is refused:', () => {
  it.each([
    'text',
    '{}',
    '[]',
    'null',
    '{"kind":"sometime"}',
    '{"kind":"exact"}',
    '{"kind":"exact","start":"tomorrow"}',
    '{"kind":"date_only","date":"2026-02-30"}',
    '{"kind":"choices"}',
    '{"kind":"choices","choices":[{"kind":"none"}]}',
    '{"kind":"day_part","date":"2026-12-03","part":"teatime"}',
    '{"kind":"ambiguous","reason":"because","readings":[]}',
  ])('%s', (record) => {
    expect(() => wishFromRecord(record)).toThrow();
  });
});
