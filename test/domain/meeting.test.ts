/**
 * From a booking and what is known of its meeting to the next step at Zoom: the whole table.
 */
import { describe, expect, test } from 'vitest';
import type { BookingState } from '../../src/domain/booking.ts';
import {
  type MeetingRecord,
  type MeetingStep,
  meetingStep,
  nextTryAt,
} from '../../src/domain/meeting.ts';
import { at, sampleBooking } from './booking-samples.ts';

const NOW = at('2026-11-24T09:00');
const START = Temporal.ZonedDateTime.from('2026-12-03T10:00[Asia/Tokyo]');
const MEETING = { meetingId: '812 3456 7890', passcode: '123456', url: 'https://zoom.example/j/1' };

function record(changes: Partial<MeetingRecord> = {}): MeetingRecord {
  return { state: 'there', tried: false, lane: 'A', start: START.toInstant(), ...changes };
}

interface Case {
  state?: BookingState;
  slot?: { start: Temporal.ZonedDateTime; lane: string } | null;
  told?: boolean;
  record: MeetingRecord | null;
}

const slot = { start: START, lane: 'A' };
const past = { start: START.subtract({ months: 1 }), lane: 'A' };

// biome-ignore format: one case a line, so that it reads as the table it is
const CASES: [string, Case, MeetingStep | null][] = [
  ['a booking that takes a slot', { record: null }, 'make'],
  ['a booking without a slot', { slot: null, record: null }, null],
  ['a session that has begun', { slot: past, record: null }, null],
  ['a try whose end is unknown', { record: record({ state: 'making', tried: true }) }, 'make'],
  ['a meeting the booking was not told of', { record: record() }, 'give'],
  ['all as it should be', { told: true, record: record() }, null],
  ['another time', { told: true, slot: { ...slot, start: START.add({ hours: 1 }) }, record: record() }, 'change'],
  ['another lane, whose meetings another user holds', { slot: { ...slot, lane: 'B' }, record: record() }, 'remove'],
  ['a cancelled booking', { state: 'cancelled', record: record() }, 'remove'],
  ['a void booking', { state: 'void', record: record() }, 'remove'],
  ['a void booking whose meeting was never asked for', { state: 'void', record: record({ state: 'making' }) }, 'forget'],
  ['a void booking whose meeting may be there', { state: 'void', record: record({ state: 'making', tried: true }) }, 'remove'],
  ['a removal that was begun, though the booking is confirmed again', { state: 'confirmed', record: record({ state: 'removing' }) }, 'remove'],
  ['a session that was held', { state: 'attended', slot: past, told: true, record: record() }, null],
  ['nobody came', { state: 'no_show', slot: past, told: true, record: record() }, null],
];

describe('the next step', () => {
  test.each(CASES)(
    '%s',
    (_, { state = 'requested', slot: held = slot, told, record: known }, step) => {
      const booking = sampleBooking({ state, slot: held, meeting: told ? MEETING : null });
      expect(meetingStep(booking, known, NOW)).toBe(step);
    },
  );
});

describe('another try', () => {
  test.each([
    [1, null, 15],
    [3, null, 120],
    [99, null, 1800],
    [1, 90_000, 90],
    [3, 1_000, 120],
  ])('after %i with Retry-After %s ms comes in %i seconds', (tries, retryAfterMs, seconds) => {
    expect(NOW.until(nextTryAt(NOW, { tries, retryAfterMs })).total('seconds')).toBe(seconds);
  });
});
