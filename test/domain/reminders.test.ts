/**
 * Whose session is reminded of when, and what a waiting mail is still good for: the borders to the
 * second (requirements, section 3; 6(6)).
 */
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../src/domain/booking.ts';
import type { MailKind } from '../../src/domain/mail-kind.ts';
import {
  startsAskedAfter,
  startsOfDay,
  startsRemindedOf,
  stillHolds,
} from '../../src/domain/reminders.ts';
import { at, clock, day, japan, sampleBooking } from './booking-samples.ts';

describe('the sessions that are reminded of at five on the day before', () => {
  it.each([
    ['2026-12-02T16:59:59', '2026-12-02T17:00:00', '2026-12-02T23:59:59', '2026-12-01T17:00:00'],
    ['2026-12-31T16:59:59', '2026-12-31T17:00:00', '2026-12-31T23:59:59', '2026-12-30T17:00:00'],
    ['2026-12-03T00:00:00', '2026-12-03T00:00:01', '2026-12-03T23:59:59', '2026-12-02T17:00:00'],
  ])('at %s start today, from %s to %s', (now, from, to, due) => {
    expect(startsRemindedOf(at(now), clock('17:00'))).toEqual([
      { from: at(from), to: at(to), due: at(due) },
    ]);
  });

  it.each([
    ['2026-12-02T17:00:00', '2026-12-03T00:00:00', '2026-12-03T23:59:59', '2026-12-02T17:00:00'],
    ['2026-12-31T17:00:00', '2027-01-01T00:00:00', '2027-01-01T23:59:59', '2026-12-31T17:00:00'],
  ])('at %s start tomorrow too, from %s to %s', (now, from, to, due) => {
    const [, tomorrow] = startsRemindedOf(at(now), clock('17:00'));
    expect(tomorrow).toEqual({ from: at(from), to: at(to), due: at(due) });
  });
});

it('a session is asked about from its tenth minute on, for the set number of days', () => {
  expect(startsAskedAfter(at('2026-12-03T10:10:00'), 7)).toEqual({
    from: at('2026-11-26T10:10:00'),
    to: at('2026-12-03T10:00:00'),
  });
});

it('a day runs from its midnight to the second before the next', () => {
  expect(startsOfDay(day('2026-12-03'))).toEqual({
    from: at('2026-12-03T00:00:00'),
    to: at('2026-12-03T23:59:59'),
  });
});

describe('a mail that waits', () => {
  const START = at('2026-12-03T10:00');
  const moved = { slot: { start: japan('2026-12-03T11:00'), lane: 'A' } };
  const cases: [MailKind, Partial<Booking>, string, boolean][] = [
    ['seeker.action.terms', { state: 'requested' }, '2026-12-02T23:59:59', true],
    ['seeker.action.terms', { state: 'requested' }, '2026-12-03T00:00:00', false],
    ['seeker.action.terms', { state: 'awaiting_reply' }, '2026-12-01T09:00', false],
    ['seeker.action.nudge', {}, '2026-12-02T23:59:59', true],
    ['seeker.action.nudge', {}, '2026-12-03T00:00:00', false],
    ['seeker.action.nudge', { replyBy: null }, '2026-12-02T13:00', false],
    ['seeker.action.nudge', { state: 'confirmed' }, '2026-12-02T13:00', false],
    ['seeker.action.nudge', moved, '2026-12-02T13:00', false],
    ['seeker.notice.reminder', { state: 'confirmed' }, '2026-12-03T09:59:59', true],
    ['seeker.notice.reminder', { state: 'confirmed' }, '2026-12-03T10:00:00', false],
    ['seeker.notice.reminder', { state: 'cancelled' }, '2026-12-02T17:00', false],
    ['seeker.notice.reminder', { state: 'confirmed', ...moved }, '2026-12-02T17:00', false],
    ['staff.action.attendance', { state: 'confirmed' }, '2026-12-03T15:00', true],
    ['staff.action.attendance', { state: 'attended' }, '2026-12-03T15:00', false],
    ['staff.action.attendance', { state: 'confirmed', ...moved }, '2026-12-03T15:00', false],
    ['seeker.notice.confirmed', { state: 'cancelled' }, '2026-12-05T09:00', true],
    ['staff.action.decide', { state: 'void' }, '2026-12-05T09:00', true],
  ];
  it.each(cases)('%s about a booking with %o holds at %s: %s', (kind, changes, now, holds) => {
    expect(stillHolds({ kind, session: START }, sampleBooking(changes), at(now))).toBe(holds);
  });
});
