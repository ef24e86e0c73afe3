/** From a wish to a slot or an offer: never a time that nobody asked for, never a slot twice. */
import { describe, expect, it } from 'vitest';
import { heldSlots } from '../../src/domain/held-slots.ts';
import type { BookingPolicy } from '../../src/domain/policy.ts';
import { placeWish } from '../../src/domain/slot-search.ts';
import { searchSpan } from '../../src/domain/slot-span.ts';
import type { SingleWish, Wish } from '../../src/domain/wish.ts';
import { at, bookingPolicy, clock, day, japan, officeCalendar } from './booking-samples.ts';

interface Case {
  now?: string;
  /** "start lane" */
  taken?: string[];
  policy?: Partial<BookingPolicy>;
}

/** The placement as text: "slot 2026-12-03T10:00 A", "offer 2026-12-03T09:00 …". */
function place(
  wish: Wish,
  { now = '2026-11-24T09:00', taken = [], policy = {} }: Case = {},
): string {
  const held = taken.map((each) => {
    const [start = '', lane = 'A'] = each.split(' ');
    return { start: japan(start), lane };
  });
  const placed = placeWish(wish, {
    policy: bookingPolicy(policy),
    now: at(now),
    taken: heldSlots(held),
  });
  const local = (start: Temporal.ZonedDateTime) =>
    start.toPlainDateTime().toString({ smallestUnit: 'minute' });
  if (placed.kind === 'offer') return ['offer', ...placed.starts.map(local)].join(' ');
  return `${placed.kind} ${local(placed.slot.start)} ${placed.slot.lane}`;
}

const exact = (start: string): SingleWish => ({ kind: 'exact', start: japan(start) });
const whole = (date: string): SingleWish => ({ kind: 'date_only', date: day(date) });
const morning = (date: string): SingleWish => ({
  kind: 'day_part',
  date: day(date),
  part: 'morning',
});
const between = (from: string, to: string): SingleWish => ({
  kind: 'range',
  start: japan(from),
  end: japan(to),
});
const choices = (...list: SingleWish[]): Wish => ({ kind: 'choices', choices: list });

const TEN = '2026-12-03T10:00';

describe('an exact wish', () => {
  it('that is free is placed', () => {
    expect(place(exact(TEN))).toBe(`slot ${TEN} A`);
  });

  it.each<[string, string, Case, string]>([
    [
      'taken',
      TEN,
      { taken: [`${TEN} A`] },
      'offer 2026-12-03T09:00 2026-12-03T09:30 2026-12-03T10:30',
    ],
    [
      'in the noon break',
      '2026-12-03T12:30',
      {},
      'offer 2026-12-03T11:30 2026-12-03T13:00 2026-12-03T13:30',
    ],
    [
      'before the opening',
      '2026-12-03T08:00',
      {},
      'offer 2026-12-03T08:30 2026-12-03T09:00 2026-12-03T09:30',
    ],
    [
      'in the evening',
      '2026-12-03T19:00',
      {},
      'offer 2026-12-03T15:30 2026-12-03T16:00 2026-12-03T16:30',
    ],
    [
      'late at night',
      '2026-12-03T23:30',
      {},
      'offer 2026-12-03T15:30 2026-12-03T16:00 2026-12-03T16:30',
    ],
    [
      'beside the grid',
      '2026-12-03T10:15',
      {},
      'offer 2026-12-03T09:30 2026-12-03T10:00 2026-12-03T10:30',
    ],
    [
      'on a Saturday',
      '2026-12-05T10:00',
      {},
      'offer 2026-12-04T15:30 2026-12-04T16:00 2026-12-04T16:30',
    ],
    [
      'on a holiday',
      '2027-01-11T10:00',
      {},
      'offer 2027-01-12T08:30 2027-01-12T09:00 2027-01-12T09:30',
    ],
    [
      'in the New Year closing',
      '2026-12-31T10:00',
      {},
      'offer 2026-12-28T15:30 2026-12-28T16:00 2026-12-28T16:30',
    ],
    [
      'in the past',
      '2026-11-20T10:00',
      {},
      'offer 2026-11-25T08:30 2026-11-25T09:00 2026-11-25T09:30',
    ],
    [
      'long past',
      '2026-01-20T10:00',
      {},
      'offer 2026-11-25T08:30 2026-11-25T09:00 2026-11-25T09:30',
    ],
    [
      'today, too late to be confirmed yesterday',
      '2026-11-24T15:00',
      {},
      'offer 2026-11-25T08:30 2026-11-25T09:00 2026-11-25T09:30',
    ],
    [
      'on an extra closed day',
      TEN,
      { policy: { calendar: officeCalendar({}, ['2026-12-03']) } },
      'offer 2026-12-02T15:30 2026-12-02T16:00 2026-12-02T16:30',
    ],
  ])(
    'that is %s gets the three nearest free slots, in the order of time',
    (_name, start, situation, placed) => {
      expect(place(exact(start), situation)).toBe(placed);
    },
  );

  it('that is taken in one lane is placed in the next', () => {
    const policy = { lanes: ['A', 'B', 'C'] };
    expect(place(exact(TEN), { policy, taken: [`${TEN} A`] })).toBe(`slot ${TEN} B`);
    expect(place(exact(TEN), { policy, taken: [`${TEN} B`] })).toBe(`slot ${TEN} A`);
    expect(place(exact(TEN), { policy, taken: [`${TEN} A`, `${TEN} B`] })).toBe(`slot ${TEN} C`);
  });

  it('with an end longer than a session is placed at its start', () => {
    const wish: SingleWish = { kind: 'exact', start: japan(TEN), end: japan('2026-12-03T11:00') };
    expect(place(wish)).toBe(`slot ${TEN} A`);
  });

  it('does not overlap a session of its lane where the grid is finer than a session', () => {
    const policy = { calendar: officeCalendar({ gridMinutes: 10 }) };
    const taken = [`${TEN} A`];
    for (const minutes of ['09:40', '09:50', '10:00', '10:10', '10:20']) {
      expect(place(exact(`2026-12-03T${minutes}`), { policy, taken })).toMatch(/^offer/);
    }
    expect(place(exact('2026-12-03T09:30'), { policy, taken })).toBe('slot 2026-12-03T09:30 A');
    expect(place(exact('2026-12-03T10:30'), { policy, taken })).toBe('slot 2026-12-03T10:30 A');
  });
});

describe('short notice (trap 18)', () => {
  const wish = exact('2026-12-03T10:00');

  it.each([
    ['two hours before the deadline there is time', '2026-12-02T21:59:59', 'slot'],
    ['a second later a counselor decides', '2026-12-02T22:00:00', 'short_notice'],
    ['at 23:40 a counselor decides', '2026-12-02T23:40:00', 'short_notice'],
    ['past the deadline other slots are offered', '2026-12-03T00:00:00', 'offer'],
  ])('%s', (_name, now, kind) => {
    expect(place(wish, { now }).split(' ')[0]).toBe(kind);
  });

  it('counts to an earlier closing', () => {
    const policy = { closing: clock('17:15') };
    expect(place(wish, { now: '2026-12-02T15:10', policy })).toMatch(/^slot/);
    expect(place(wish, { now: '2026-12-02T15:20', policy })).toMatch(/^short_notice/);
    expect(place(wish, { now: '2026-12-02T17:20', policy })).toMatch(/^offer/);
  });

  it('no slot is offered that hardly leaves time to answer', () => {
    const late = place(exact('2026-12-05T10:00'), { now: '2026-12-03T23:00' });
    expect(late).toBe('offer 2026-12-07T08:30 2026-12-07T09:00 2026-12-07T09:30');
  });
});

describe('several wishes', () => {
  const first = exact(TEN);
  const second = exact('2026-12-04T14:00');

  it('the first is placed where it is free', () => {
    expect(place(choices(first, second))).toBe(`slot ${TEN} A`);
    expect(place(choices(second, first))).toBe('slot 2026-12-04T14:00 A');
  });

  it('the second is placed where the first is taken', () => {
    expect(place(choices(first, second), { taken: [TEN] })).toBe('slot 2026-12-04T14:00 A');
  });

  it('slots near the first are offered where all are taken', () => {
    const taken = [TEN, '2026-12-04T14:00'];
    expect(place(choices(first, second), { taken })).toBe(
      'offer 2026-12-03T09:00 2026-12-03T09:30 2026-12-03T10:30',
    );
  });

  it('an open first wish is offered before an exact second one is placed', () => {
    expect(place(choices(morning('2026-12-03'), second))).toBe(
      'offer 2026-12-03T08:30 2026-12-03T09:00 2026-12-03T09:30',
    );
  });

  it('an exact second wish is placed where nothing of an open first one is free', () => {
    expect(place(choices(whole('2026-12-05'), second))).toBe('slot 2026-12-04T14:00 A');
  });

  it('free times of an earlier wish are offered before those of a later one, whatever their days', () => {
    expect(place(choices(morning('2026-12-04'), morning('2026-12-03')))).toBe(
      'offer 2026-12-04T08:30 2026-12-04T09:00 2026-12-04T09:30',
    );
  });

  it('what an earlier wish leaves empty is filled from the next', () => {
    const narrow = between('2026-12-04T10:00', '2026-12-04T11:00');
    expect(place(choices(narrow, morning('2026-12-03')))).toBe(
      'offer 2026-12-03T08:30 2026-12-04T10:00 2026-12-04T10:30',
    );
  });

  it('a slot that two wishes name is offered once', () => {
    const narrow = between('2026-12-03T08:30', '2026-12-03T09:30');
    expect(place(choices(narrow, morning('2026-12-03')))).toBe(
      'offer 2026-12-03T08:30 2026-12-03T09:00 2026-12-03T09:30',
    );
  });
});

describe('an open wish is offered, never placed:', () => {
  it.each<[string, SingleWish, Case, string]>([
    ['a day', whole('2026-12-03'), {}, '2026-12-03T08:30 2026-12-03T09:00 2026-12-03T09:30'],
    [
      'a day that is partly taken',
      whole('2026-12-03'),
      { taken: ['2026-12-03T08:30', '2026-12-03T09:30'] },
      '2026-12-03T09:00 2026-12-03T10:00 2026-12-03T10:30',
    ],
    ['a closed day', whole('2026-12-05'), {}, '2026-12-04T15:30 2026-12-04T16:00 2026-12-04T16:30'],
    [
      'a span',
      between('2026-12-03T14:00', '2026-12-03T16:00'),
      {},
      '2026-12-03T14:00 2026-12-03T14:30 2026-12-03T15:00',
    ],
    [
      'a span over noon',
      between('2026-12-03T11:30', '2026-12-03T13:30'),
      {},
      '2026-12-03T11:30 2026-12-03T13:00',
    ],
    [
      'an evening',
      { kind: 'day_part', date: day('2026-12-03'), part: 'evening' },
      {},
      '2026-12-03T16:00 2026-12-03T16:30',
    ],
    [
      'a night',
      { kind: 'day_part', date: day('2026-12-03'), part: 'night' },
      {},
      '2026-12-03T15:30 2026-12-03T16:00 2026-12-03T16:30',
    ],
    [
      'until a day: from now on',
      { kind: 'date_range', first: null, last: day('2026-12-03') },
      {},
      '2026-11-25T08:30 2026-11-25T09:00 2026-11-25T09:30',
    ],
    [
      'from a day on',
      { kind: 'date_range', first: day('2026-12-05'), last: null },
      {},
      '2026-12-07T08:30 2026-12-07T09:00 2026-12-07T09:30',
    ],
    [
      'days that began long ago',
      { kind: 'date_range', first: day('2026-09-01'), last: day('2026-12-31') },
      {},
      '2026-11-25T08:30 2026-11-25T09:00 2026-11-25T09:30',
    ],
    [
      'tomorrow, late in the evening',
      whole('2026-11-25'),
      { now: '2026-11-24T23:00' },
      '2026-11-26T08:30 2026-11-26T09:00 2026-11-26T09:30',
    ],
  ])('%s', (_name, wish, situation, starts) => {
    expect(place(wish, situation)).toBe(`offer ${starts}`);
  });

  it('also one slot that alone would do', () => {
    const taken = ['2026-12-03T11:00'];
    expect(place(between('2026-12-03T11:00', '2026-12-03T12:00'), { taken })).toBe(
      'offer 2026-12-03T11:30',
    );
  });

  it('the only free slot of a long span, however far into it', () => {
    const wish: SingleWish = {
      kind: 'date_range',
      first: day('2026-12-01'),
      last: day('2027-02-26'),
    };
    const open = new Set(['2027-02-26']);
    const calendar = {
      ...officeCalendar(),
      isClosedDay: (date: Temporal.PlainDate) => !open.has(date.toString()),
    };
    expect(place(wish, { policy: { calendar } })).toBe(
      'offer 2027-02-26T08:30 2027-02-26T09:00 2027-02-26T09:30',
    );
  });
});

it.each(['2026-12-03T10:30', '2026-12-03T10:20'])(
  'a span of one session or less, until %s, is a wish for its start, and is booked',
  (end) => {
    expect(place(between(TEN, end))).toBe('slot 2026-12-03T10:00 A');
  },
);

describe('nothing is offered', () => {
  it('where nothing is free in the days that are searched', () => {
    const closed = { ...officeCalendar(), isClosedDay: () => true };
    expect(place(exact(TEN), { policy: { calendar: closed } })).toBe('offer');
  });

  it('where the office has no lane', () => {
    expect(place(whole('2026-12-03'), { policy: { lanes: [] } })).toBe('offer');
  });

  it.each<Wish>([
    { kind: 'none' },
    { kind: 'ambiguous', reason: 'am_pm', readings: [exact(TEN)] as SingleWish[] },
  ])('for a wish that is $kind', (wish) => {
    expect(place(wish)).toBe('offer');
  });
});

describe('the days that must be known', () => {
  const span = (wish: Wish) => {
    const { from, to } = searchSpan(wish, { policy: bookingPolicy(), now: at('2026-11-24T09:00') });
    return [from, to].map((each) => each.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString());
  };

  it('reach from now to the searched days after the wish', () => {
    expect(span(exact(TEN))).toEqual(['2026-11-24', '2026-12-18']);
  });

  it('reach over all wishes', () => {
    expect(span(choices(exact('2026-12-20T10:00'), exact('2026-12-01T10:00')))[1]).toBe(
      '2027-01-04',
    );
  });

  it('are those around now where no day is wished', () => {
    expect(span({ kind: 'none' })).toEqual(['2026-11-24', '2026-12-09']);
  });
});
