/**
 * The Zoom meeting of a booking, where each booking has one of its own: what the seeker is told,
 * and which step brings Zoom to what the booking wants. Pure; what is wanted is the booking itself,
 * so that no change of it can forget its meeting.
 */
import type { BookingState, Meeting, Slot } from './booking.ts';

/** What we know of a booking's meeting at Zoom. */
export interface MeetingRecord {
  /** `making`: perhaps at Zoom, perhaps not; `removing` the same at the end. */
  state: 'making' | 'there' | 'removing';
  /** Whether a try has begun, whose end we may not have learnt. */
  tried: boolean;
  lane: string;
  start: Temporal.Instant;
}

export interface MeetingFacts {
  state: BookingState;
  slot: Slot | null;
  /** What the booking's row tells the seeker; null until it is given. */
  meeting: Meeting | null;
}

/**
 * `make`, `change`, `remove`: something to ask of Zoom. `give`: the meeting stands, the booking
 * has yet to be told. `forget`: nothing was asked of Zoom yet, and nothing need be.
 */
export type MeetingStep = 'make' | 'change' | 'remove' | 'give' | 'forget';

const HOLDING: ReadonlySet<BookingState> = new Set(['requested', 'awaiting_reply', 'confirmed']);
const ENDED: ReadonlySet<BookingState> = new Set(['attended', 'no_show']);

/** The next step for a booking and the record of its meeting, or null where all is as it should be. */
export function meetingStep(
  booking: MeetingFacts,
  record: MeetingRecord | null,
  now: Temporal.Instant,
): MeetingStep | null {
  if (record?.state === 'removing') return 'remove';
  // What was held stays at Zoom as it was.
  if (ENDED.has(booking.state)) return null;
  const slot = HOLDING.has(booking.state) ? booking.slot : null;
  const ahead = slot !== null && Temporal.Instant.compare(slot.start.toInstant(), now) > 0;
  if (record === null) return ahead ? 'make' : null;
  if (slot === null || slot.lane !== record.lane) {
    return record.state === 'making' && !record.tried ? 'forget' : 'remove';
  }
  if (!ahead) return null;
  if (record.state === 'making') return 'make';
  if (!slot.start.toInstant().equals(record.start)) return 'change';
  return booking.meeting === null ? 'give' : null;
}

/** Seconds after the first, second … failed try; the last one goes on. */
const RETRY_SECONDS = [15, 60, 120, 300, 900, 1800] as const;

/** No service asks for more patience; what lies further ahead was set by a clock that was wrong. */
const LONGEST_PATIENCE = { hours: 48 } as const;

/** Whether the time of the next try has come. */
export function isTimeToTry(nextTry: Temporal.Instant, now: Temporal.Instant): boolean {
  const { compare } = Temporal.Instant;
  return compare(nextTry, now) <= 0 || compare(nextTry, now.add(LONGEST_PATIENCE)) > 0;
}

/** When Zoom is asked again about one meeting; `tries` is 1 after the first. */
export function nextTryAt(
  now: Temporal.Instant,
  { tries, retryAfterMs }: { tries: number; retryAfterMs: number | null },
): Temporal.Instant {
  const index = Math.min(Math.max(tries, 1), RETRY_SECONDS.length) - 1;
  const usual = (RETRY_SECONDS[index] ?? RETRY_SECONDS[0]) * 1000;
  return now.add({ milliseconds: Math.ceil(Math.max(usual, retryAfterMs ?? 0)) });
}
