/** What happened to a booking, judged: above all its replies (6(3), 6(4), traps 2 and 5). */
import { describe, expect, it } from 'vitest';
import { BOOKING_STATES, type Booking, type BookingState } from '../../src/domain/booking.ts';
import { type BookingEvent, decide } from '../../src/domain/decide.ts';
import type { ReplyJudgement } from '../../src/domain/judge-reply.ts';
import { at, japan, sampleBooking } from './booking-samples.ts';

const IN_TIME = '2026-12-02T23:59:59';
const LATE = '2026-12-03T00:00:00';
const nobody = { interpreter: false, attendant: false };

/** A booking for 3 December 10:00 in `state`, to be answered until the 2nd. */
function inState(state: BookingState, changes: Partial<Booking> = {}): Booking {
  return sampleBooking({ state, voidReason: state === 'void' ? 'no_reply' : null, ...changes });
}

function reply(judgement: ReplyJudgement, arrival = IN_TIME, announcements = nobody): BookingEvent {
  return { type: 'reply', at: at(arrival), judgement, announcements };
}

/** "event -> state (why a person looks)", or "refused event why". */
function outcome(booking: Booking, event: BookingEvent): string {
  const decision = decide(booking, event);
  if (decision.kind === 'refused') return `refused ${decision.event} ${decision.why}`;
  const note = decision.attention === null ? '' : ` (${decision.attention})`;
  return `${decision.event} -> ${decision.to}${note}`;
}

const JUDGEMENTS: ReplyJudgement[] = [
  'confirm',
  'confirm_with_question',
  'decline',
  'change',
  'question',
  'unclear',
];

const confirm = 'reply_confirmed -> confirmed';
const note = 'reply_confirmed_with_note -> confirmed (question_beside_consent)';
const doubtful = (state: BookingState) => [
  `reply_doubtful -> ${state} (reply_declines)`,
  `reply_doubtful -> ${state} (reply_wishes_change)`,
  `reply_doubtful -> ${state} (reply_asks)`,
  `reply_doubtful -> ${state} (reply_unclear)`,
];
const always = (words: string) => JUDGEMENTS.map(() => words);

/** What each judgement comes to, in the order of `JUDGEMENTS`. */
const REPLIES: Record<BookingState, { inTime: string[]; late: string[] }> = {
  requested: {
    inTime: [confirm, note, ...doubtful('requested')],
    late: always('reply_late -> requested (reply_late)'),
  },
  awaiting_reply: {
    inTime: [confirm, note, ...doubtful('awaiting_reply')],
    late: always('reply_late -> awaiting_reply (reply_late)'),
  },
  confirmed: {
    inTime: [
      'reply_repeated -> confirmed',
      'reply_doubtful -> confirmed (reply_asks)',
      ...doubtful('confirmed'),
    ],
    late: [
      'reply_repeated -> confirmed',
      'reply_doubtful -> confirmed (reply_asks)',
      ...doubtful('confirmed'),
    ],
  },
  attended: {
    inTime: always('reply_to_closed -> attended (reply_to_closed)'),
    late: always('reply_to_closed -> attended (reply_to_closed)'),
  },
  no_show: {
    inTime: always('reply_to_closed -> no_show (reply_to_closed)'),
    late: always('reply_to_closed -> no_show (reply_to_closed)'),
  },
  cancelled: {
    inTime: always('reply_to_closed -> cancelled (reply_to_closed)'),
    late: always('reply_to_closed -> cancelled (reply_to_closed)'),
  },
  void: {
    inTime: always('reply_in_time_after_void -> void (reply_in_time_after_void)'),
    late: always('reply_late -> void (reply_late)'),
  },
};

describe.each(BOOKING_STATES)('a reply to a booking that is %s', (state) => {
  it.each(JUDGEMENTS.map((judgement, i) => [judgement, i] as const))('%s', (judgement, i) => {
    expect(outcome(inState(state), reply(judgement, IN_TIME))).toBe(REPLIES[state].inTime[i]);
    expect(outcome(inState(state), reply(judgement, LATE))).toBe(REPLIES[state].late[i]);
  });
});

describe('a reply before anything could be confirmed', () => {
  it.each(JUDGEMENTS)('%s goes to a person while there is no slot', (judgement) => {
    const asked = inState('requested', { slot: null });
    expect(outcome(asked, reply(judgement))).toMatch(/^reply_doubtful -> requested \(.+\)$/);
  });

  it.each(JUDGEMENTS)('%s goes to a person while a slot waits for a counselor', (judgement) => {
    const held = inState('requested', { replyBy: null });
    expect(outcome(held, reply(judgement))).toMatch(/^reply_doubtful -> requested \(.+\)$/);
  });

  it('to a request that lapsed without a slot is shown, and changes nothing', () => {
    const lapsed = inState('void', { slot: null, voidReason: 'incomplete' });
    expect(outcome(lapsed, reply('confirm'))).toBe('reply_to_closed -> void (reply_to_closed)');
  });
});

describe('consent (6(3))', () => {
  const consentOf = (booking: Booking, event: BookingEvent) => {
    const decision = decide(booking, event);
    return decision.kind === 'move' ? (decision.change.consentedAt?.toString() ?? null) : 'refused';
  };

  it('is the arrival of the reply that confirms', () => {
    const arrival = at(IN_TIME).toString();
    expect(consentOf(inState('awaiting_reply'), reply('confirm'))).toBe(arrival);
    expect(consentOf(inState('requested'), reply('confirm'))).toBe(arrival);
    expect(consentOf(inState('awaiting_reply'), reply('confirm_with_question'))).toBe(arrival);
  });

  it.each<[string, BookingState, ReplyJudgement, string]>([
    ['declines', 'awaiting_reply', 'decline', IN_TIME],
    ['asks', 'awaiting_reply', 'question', IN_TIME],
    ['comes late', 'awaiting_reply', 'confirm', LATE],
    ['comes again', 'confirmed', 'confirm', IN_TIME],
    ['comes after the void', 'void', 'confirm', IN_TIME],
    ['comes after the session', 'attended', 'confirm', LATE],
  ])('is not given by a reply that %s', (_name, state, judgement, arrival) => {
    expect(consentOf(inState(state), reply(judgement, arrival))).toBeNull();
  });

  it('is not invented by a counselor’s word', () => {
    const word: BookingEvent = {
      type: 'counselor_confirmed',
      at: at('2026-12-01T10:00'),
      reason: '電話で確認',
    };
    expect(consentOf(inState('awaiting_reply'), word)).toBeNull();
  });
});

describe('an interpreter or helper (12(3))', () => {
  const interpreter = { interpreter: true, attendant: false };
  const both = { interpreter: true, attendant: true };
  const kept = (booking: Booking, event: BookingEvent) => {
    const decision = decide(booking, event);
    return decision.kind === 'move' ? decision.change.announcements : 'refused';
  };

  it('named in a consent confirms, and a counselor is told', () => {
    expect(outcome(inState('awaiting_reply'), reply('confirm', IN_TIME, interpreter))).toBe(
      'reply_confirmed_with_note -> confirmed (attendant_announced)',
    );
  });

  it('known from the request needs no second word', () => {
    const booking = inState('awaiting_reply', { announcements: both });
    expect(outcome(booking, reply('confirm', IN_TIME, interpreter))).toBe(confirm);
  });

  it.each(BOOKING_STATES)('is never forgotten: %s', (state) => {
    const known = { interpreter: false, attendant: true };
    expect(kept(inState(state), reply('unclear', IN_TIME, interpreter))).toEqual(interpreter);
    const booking = inState(state, { announcements: known });
    expect(kept(booking, reply('confirm', LATE))).toEqual(known);
    expect(kept(booking, reply('confirm', LATE, interpreter))).toEqual(both);
  });
});

describe('the deadline (6(4))', () => {
  const passed = (repliedLate = false): BookingEvent => ({
    type: 'deadline_passed',
    at: at('2026-12-03T00:02'),
    repliedLate,
  });

  it('voids what awaits a reply', () => {
    const decision = decide(inState('awaiting_reply'), passed());
    expect(decision).toMatchObject({
      to: 'void',
      voidReason: 'no_reply',
      mails: ['seeker.notice.void'],
      attention: null,
      article: '6(4)',
    });
  });

  it('tells of a late reply where one came before the void', () => {
    const decision = decide(inState('awaiting_reply'), passed(true));
    expect(decision).toMatchObject({ to: 'void', mails: ['seeker.notice.late_reply'] });
  });

  it('lets an incomplete request lapse', () => {
    const decision = decide(inState('requested', { slot: null }), passed());
    expect(decision).toMatchObject({ to: 'void', voidReason: 'incomplete' });
  });

  it('blames nobody where the terms never left: a counselor answers for it from now on', () => {
    const decision = decide(inState('requested'), passed());
    expect(decision).toMatchObject({ to: 'requested', attention: 'terms_not_sent' });
    expect(decision.kind === 'move' && decision.change.replyBy).toBeNull();
  });

  it.each(['confirmed', 'attended', 'no_show', 'cancelled', 'void'] as const)(
    'does nothing to a booking that is %s',
    (state) => {
      expect(outcome(inState(state), passed())).toBe('refused deadline_passed state');
    },
  );
});

describe('a counselor’s word', () => {
  const confirmed = (when: string): BookingEvent => ({
    type: 'counselor_confirmed',
    at: at(when),
    reason: '電話で確認したため',
  });

  it.each(['requested', 'awaiting_reply', 'void'] as const)('confirms what is %s', (state) => {
    const decision = decide(inState(state), confirmed('2026-12-03T08:30'));
    expect(decision).toMatchObject({
      to: 'confirmed',
      voidReason: null,
      reason: '電話で確認したため',
      article: '6(1)',
    });
  });

  it.each([
    ['while no slot is fixed', { slot: null }, '2026-12-01T10:00', 'no_slot'],
    ['once the session has begun', {}, '2026-12-03T10:00', 'too_late'],
  ])('confirms nothing %s', (_name, changes, when, why) => {
    const booking = inState('requested', changes);
    expect(outcome(booking, confirmed(when))).toBe(`refused counselor_confirmed ${why}`);
  });

  it('confirms up to the second before the session', () => {
    expect(outcome(inState('void'), confirmed('2026-12-03T09:59:59'))).toBe(
      'counselor_confirmed -> confirmed',
    );
  });

  it('keeps which terms leave with it', () => {
    const event = { ...confirmed('2026-12-01T10:00'), termsSha256: 'abc' } as BookingEvent;
    expect(decide(inState('requested'), event)).toMatchObject({ change: { termsSha256: 'abc' } });
  });

  it.each([
    ['attended', '2026-12-03T09:59:59', 'refused attended too_early'],
    ['attended', '2026-12-03T10:00:00', 'attended -> attended'],
    ['no_show', '2026-12-03T10:09:59', 'refused no_show too_early'],
    ['no_show', '2026-12-03T10:10:00', 'no_show -> no_show'],
  ] as const)('%s at %s: %s', (type, when, expected) => {
    expect(outcome(inState('confirmed'), { type, at: at(when) })).toBe(expected);
  });

  it.each(['attended', 'no_show'] as const)('%s is said of confirmed bookings only', (type) => {
    for (const state of BOOKING_STATES) {
      const found = outcome(inState(state), { type, at: at('2026-12-03T10:30') });
      expect(found.startsWith('refused')).toBe(state !== 'confirmed');
    }
  });

  it.each([
    ['counselor_cancelled', 'seeker.notice.cancelled'],
    ['office_cancelled', 'seeker.notice.office_cancelled'],
  ] as const)('%s frees the slot of any open booking', (type, mail) => {
    for (const state of ['requested', 'awaiting_reply', 'confirmed'] as const) {
      const decision = decide(inState(state), { type, at: at('2026-12-01T10:00') });
      expect(decision).toMatchObject({ to: 'cancelled', mails: [mail], attention: null });
    }
  });
});

describe('another date', () => {
  const set = { slot: { start: japan('2026-12-04T10:00'), lane: 'A' }, replyBy: null };
  const rescheduled: BookingEvent = { type: 'rescheduled', at: at('2026-11-25T10:00'), set };

  it('is told to the seeker', () => {
    expect(decide(inState('confirmed'), rescheduled)).toMatchObject({
      to: 'confirmed',
      mails: ['seeker.notice.rescheduled'],
    });
  });

  it('that somebody else tells of is in no mail of ours', () => {
    const decision = decide(inState('confirmed'), { ...rescheduled, toldOtherwise: true });
    expect(decision).toMatchObject({ to: 'confirmed', mails: [], change: set });
  });
});

describe('the terms mail', () => {
  const accepted: BookingEvent = { type: 'terms_accepted', at: at('2026-11-24T09:01') };

  it('accepted by the relay begins the wait', () => {
    expect(outcome(inState('requested'), accepted)).toBe('terms_accepted -> awaiting_reply');
  });

  it.each(['confirmed', 'cancelled', 'void'] as const)(
    'accepted late leaves what is %s as it is, its reason too',
    (state) => {
      const booking = inState(state);
      const { voidReason } = booking;
      const decision = decide(booking, accepted);
      expect(decision).toMatchObject({ to: state, voidReason });
      expect(decision.kind === 'move' && decision.change).toEqual({});
    },
  );

  it('that bounced is a counselor’s matter, and the deadline runs on', () => {
    const decision = decide(inState('awaiting_reply'), {
      type: 'terms_bounced',
      at: at('2026-11-24T09:05'),
    });
    expect(decision).toMatchObject({ to: 'awaiting_reply', attention: 'terms_mail_bounced' });
    expect(decision.kind === 'move' && decision.change).toEqual({});
  });
});

it('what an event writes along comes through as given', () => {
  const set = { slot: { start: japan('2026-12-04T10:00'), lane: 'B' }, timesAsked: 1 };
  const decision = decide(inState('requested'), { type: 'terms_sent', at: at(IN_TIME), set });
  expect(decision.kind === 'move' && decision.change).toBe(set);
});

it('a person is only called where the table says so', () => {
  const decision = decide(inState('requested', { slot: null }), {
    type: 'details_asked',
    at: at(IN_TIME),
    attention: 'items_still_missing',
    set: {},
  });
  expect(decision).toMatchObject({ attention: null, mails: ['seeker.action.details'] });
});

it('deciding changes neither the booking nor the event', () => {
  for (const state of BOOKING_STATES) {
    const booking = inState(state);
    const event = reply('confirm', IN_TIME, { interpreter: true, attendant: true });
    const before = JSON.stringify([booking, event]);
    decide(booking, event);
    expect(JSON.stringify([booking, event])).toBe(before);
  }
});

it('shows a counselor an interpreter who is announced after the confirmation (12(3))', () => {
  const confirmed = sampleBooking({ state: 'confirmed' });
  const move = decide(confirmed, {
    type: 'reply',
    at: confirmed.appliedAt,
    judgement: 'confirm',
    announcements: { interpreter: true, attendant: false },
  });
  expect(move).toMatchObject({ kind: 'move', to: 'confirmed', attention: 'attendant_announced' });
});
