/**
 * Which version of the terms a booking is sent: the one in force on the day of its session,
 * unless the office says from when a later one goes to everybody (Article 13).
 */
import { describe, expect, test } from 'vitest';
import { type TermsVersion, termsFor, termsWithHash } from '../../src/domain/terms.ts';
import { day } from './booking-samples.ts';

const version = (label: string, from: string | null, sendFrom: string | null = null) =>
  ({
    sha256: `sha of ${label}`,
    label,
    text: label,
    effectiveFrom: from === null ? null : day(from),
    sendFrom: sendFrom === null ? null : day(sendFrom),
  }) satisfies TermsVersion;

const OLD = version('old', '2025-03-11');
const NEW = version('new', '2027-01-04');
const EARLY = version('new', '2027-01-04', '2026-12-14');
const LAST = version('last', '2027-06-01');

describe('the version for a session', () => {
  test.each<[string, string, string, [TermsVersion, ...TermsVersion[]], string]>([
    ['before the new one holds', '2026-12-28', '2026-12-01', [OLD, NEW], 'old'],
    [
      'on the first day of the new one, made before it',
      '2027-01-04',
      '2026-12-01',
      [OLD, NEW],
      'new',
    ],
    ['after it', '2027-01-05', '2027-01-05', [OLD, NEW], 'new'],
    ['between two coming ones', '2027-03-01', '2026-12-01', [OLD, NEW, LAST], 'new'],
    [
      'before the day from which the new one is sent',
      '2026-12-28',
      '2026-12-13',
      [OLD, EARLY],
      'old',
    ],
    ['on that day, for a session before it holds', '2026-12-28', '2026-12-14', [OLD, EARLY], 'new'],
    [
      'where no version holds yet: the first there is',
      '2025-01-01',
      '2025-01-01',
      [OLD, NEW],
      'old',
    ],
    [
      'where there is only a text without a day',
      '2026-12-28',
      '2026-12-01',
      [version('sole', null)],
      'sole',
    ],
  ])('%s', (_name, session, today, versions, label) => {
    expect(termsFor(versions, { session: day(session), today: day(today) }).label).toBe(label);
  });
});

test('a version is found by its text alone', () => {
  expect(termsWithHash([OLD, NEW], 'sha of new')).toBe(NEW);
  expect(termsWithHash([OLD, NEW], 'sha of another')).toBeNull();
});
