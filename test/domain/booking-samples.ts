/**
 * Sample values for tests of the domain and the store: a booking on 3 December 2026 and the
 * office's default rules. Every field can be replaced.
 */
import type { Booking } from '../../src/domain/booking.ts';
import { isPublicHoliday } from '../../src/domain/holidays.ts';
import { closedDays, type OfficeCalendar } from '../../src/domain/office-calendar.ts';
import type { BookingPolicy } from '../../src/domain/policy.ts';

/** A wall-clock time in Japan, "2026-12-03T10:00". */
export function japan(local: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo');
}

/** The same as an instant. */
export function at(local: string): Temporal.Instant {
  return japan(local).toInstant();
}

export function day(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

export function clock(time: string): Temporal.PlainTime {
  return Temporal.PlainTime.from(time);
}

export function officeCalendar(
  hours: Partial<OfficeCalendar['hours']> = {},
  extraClosed: string[] = [],
): OfficeCalendar {
  return {
    hours: {
      open: clock('08:30'),
      close: clock('17:15'),
      breakStart: clock('12:00'),
      breakEnd: clock('13:00'),
      gridMinutes: 30,
      ...hours,
    },
    isClosedDay: closedDays(isPublicHoliday, new Set(extraClosed)),
  };
}

/** The defaults of the requirements, section 3. */
export function bookingPolicy(changes: Partial<BookingPolicy> = {}): BookingPolicy {
  return {
    calendar: officeCalendar(),
    lanes: ['A'],
    closing: clock('23:59:59'),
    minimumMinutesToAnswer: 120,
    searchDays: 14,
    maxFutureBookings: 2,
    maxTimesAsked: 2,
    incompleteDays: 7,
    reminders: {
      nudgeAt: clock('12:00'),
      nudgeAfterHours: 12,
      dayBeforeAt: clock('17:00'),
      attendanceDays: 7,
      morningListAt: clock('08:15'),
      morningListWhenEmpty: 'send',
      morningListDays: 7,
      holidayWarningDays: 90,
      calendarAlarmMinutes: 30,
    },
    ...changes,
  };
}

/** A booking that awaits its reply for Thursday 3 December 2026, 10:00. */
export function sampleBooking(changes: Partial<Booking> = {}): Booking {
  return {
    id: 1,
    reference: 'K7QM-2WXA',
    state: 'awaiting_reply',
    voidReason: null,
    channel: 'mail',
    items: {
      name: '小林 花子',
      seekerNumber: '45010-1234567',
      phone: '09000000001',
      topic: '応募書類の書き方',
    },
    announcements: { interpreter: false, attendant: false },
    registeredAddress: 'hanako@mail.example.jp',
    unverified: false,
    requesterAddress: 'hanako@mail.example.jp',
    wish: { kind: 'exact', start: japan('2026-12-03T10:00') },
    slot: { start: japan('2026-12-03T10:00'), lane: 'A' },
    offered: [],
    replyBy: at('2026-12-02T23:59:59'),
    timesAsked: 0,
    appliedAt: at('2026-11-24T09:00'),
    consentedAt: null,
    termsSha256: null,
    meeting: null,
    ...changes,
  };
}
