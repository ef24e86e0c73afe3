/**
 * Article 6(1): confirmed by the end of the calendar day before, in Japan, whatever zone the
 * process runs in.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { arrivedInTime, deadlinePassed, replyDeadline } from '../../src/domain/deadline.ts';
import { at, clock, japan } from './booking-samples.ts';

const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each(['UTC', 'Asia/Tokyo', 'America/New_York'])('in a process that runs in %s', (tz) => {
  const inZone = <T>(work: () => T): T => {
    process.env['TZ'] = tz;
    expect(Temporal.Now.timeZoneId()).toBe(tz);
    return work();
  };

  it.each([
    ['the example of the article', '2026-12-22T09:00', '23:59:59', '2026-12-21T23:59:59'],
    ['the last session of the day', '2026-12-22T16:30', '23:59:59', '2026-12-21T23:59:59'],
    ['the first of a month', '2026-12-01T09:00', '23:59:59', '2026-11-30T23:59:59'],
    ['the first working day of a year', '2027-01-04T09:00', '23:59:59', '2027-01-03T23:59:59'],
    ['New Year itself', '2027-01-01T09:00', '23:59:59', '2026-12-31T23:59:59'],
    ['1 March of a leap year', '2028-03-01T09:00', '23:59:59', '2028-02-29T23:59:59'],
    ['1 March of another year', '2027-03-01T09:00', '23:59:59', '2027-02-28T23:59:59'],
    ['29 February', '2028-02-29T09:00', '23:59:59', '2028-02-28T23:59:59'],
    ['an earlier closing', '2026-12-22T09:00', '17:15:00', '2026-12-21T17:15:00'],
    ['a session just after midnight', '2026-12-22T00:00', '23:59:59', '2026-12-21T23:59:59'],
    ['a Monday: the Sunday before', '2026-12-07T09:00', '23:59:59', '2026-12-06T23:59:59'],
  ])('%s', (_name, session, closing, deadline) => {
    const found = inZone(() => replyDeadline(japan(session), clock(closing)));
    expect(found.toString()).toBe(at(deadline).toString());
  });

  it('a session given in another zone has the day that it has in Japan', () => {
    const session = Temporal.ZonedDateTime.from('2026-12-21T20:00:00-05:00[America/New_York]');
    const found = inZone(() => replyDeadline(session, clock('23:59:59')));
    expect(found.toString()).toBe(at('2026-12-21T23:59:59').toString());
  });
});

describe('a reply', () => {
  const deadline = replyDeadline(japan('2026-12-22T09:00'), clock('23:59:59'));

  it.each([
    ['weeks before', '2026-12-01T08:00:00', true],
    ['on the 21st at 23:59:58', '2026-12-21T23:59:58', true],
    ['on the 21st at 23:59:59', '2026-12-21T23:59:59', true],
    ['within the last second', '2026-12-21T23:59:59.999999999', true],
    ['on the 22nd at 00:00:00', '2026-12-22T00:00:00', false],
    ['less than 24 hours before the session', '2026-12-21T20:00:00', true],
    ['on the day of the session', '2026-12-22T08:59:59', false],
  ])('%s', (_name, arrival, inTime) => {
    expect(arrivedInTime(at(arrival), deadline)).toBe(inTime);
    expect(deadlinePassed(at(arrival), deadline)).toBe(!inTime);
  });
});
