/**
 * The whole matrix of states and events, written out by hand beside the table that is tested.
 * Every pair that is not listed here must be refused.
 */
import { describe, expect, it } from 'vitest';
import { BOOKING_STATES, type BookingState } from '../../src/domain/booking.ts';
import {
  BIRTHS,
  LIFECYCLE,
  LIFECYCLE_EVENTS,
  type LifecycleEvent,
  lifecycleRow,
} from '../../src/domain/lifecycle.ts';
import { ABOUT_NO_BOOKING, MAIL_KINDS } from '../../src/domain/mail-kind.ts';
import { FOR_ONE_SESSION } from '../../src/domain/reminders.ts';
import { legalMoves } from './legal-moves.ts';

/** state, event, where it leads, article ("-": none), a person looks (staff), mails to the seeker. */
const MATRIX = `
requested       details_asked                    same            6(2)  -      seeker.action.details
requested       slots_offered                    same            6(2)  -      seeker.action.offer
requested       staff_asked                      same            2(1)  staff  seeker.notice.receipt
requested       terms_sent                       same            6(3)  -      seeker.action.terms
requested       terms_accepted                   awaiting_reply  6(3)  -
requested       terms_bounced                    same            6(3)  staff
requested       terms_announced                  same            13    -      seeker.notice.terms_changed
requested       terms_not_sent                   same            6(3)  staff  seeker.notice.receipt
requested       reply_confirmed                  confirmed       6(3)  -      seeker.notice.confirmed
requested       reply_confirmed_with_note        confirmed       6(3)  staff  seeker.notice.confirmed
requested       reply_doubtful                   same            6(3)  staff  seeker.notice.received
requested       reply_late                       same            6(4)  staff
requested       deadline_passed                  void:incomplete 6(2)  -      seeker.notice.lapsed
requested       never_decided                    void:incomplete 6(1)  staff
requested       wish_passed                      void:incomplete 6(2)  staff
requested       never_eligible                   void:ineligible 2(1)  staff
requested       counselor_confirmed              confirmed       6(1)  -      seeker.notice.confirmed
requested       counselor_cancelled              cancelled       6(6)  -      seeker.notice.cancelled
requested       office_cancelled                 cancelled       9     -      seeker.notice.office_cancelled
requested       rescheduled                      same            6(3)  -      seeker.action.terms
requested       site_booked                      confirmed       6(3)  -
requested       site_cancelled                   cancelled       6(6)  -
requested       refused                          same            12(1) -
requested       refusal_lifted                   same            12(1) -
requested       corrected                        same            6(2)  -
requested       settled                          same            -     -

awaiting_reply  terms_bounced                    same            6(3)  staff
awaiting_reply  terms_announced                  same            13    -      seeker.notice.terms_changed
awaiting_reply  reply_confirmed                  confirmed       6(3)  -      seeker.notice.confirmed
awaiting_reply  reply_confirmed_with_note        confirmed       6(3)  staff  seeker.notice.confirmed
awaiting_reply  reply_doubtful                   same            6(3)  staff  seeker.notice.received
awaiting_reply  reply_late                       same            6(4)  staff
awaiting_reply  deadline_passed                  void:no_reply   6(4)  -      seeker.notice.void
awaiting_reply  deadline_passed_with_late_reply  void:no_reply   6(4)  -      seeker.notice.late_reply
awaiting_reply  never_decided                    void:incomplete 6(1)  staff
awaiting_reply  counselor_confirmed              confirmed       6(1)  -      seeker.notice.confirmed
awaiting_reply  counselor_cancelled              cancelled       6(6)  -      seeker.notice.cancelled
awaiting_reply  office_cancelled                 cancelled       9     -      seeker.notice.office_cancelled
awaiting_reply  rescheduled                      requested       6(3)  -      seeker.action.terms
awaiting_reply  site_booked                      confirmed       6(3)  -
awaiting_reply  site_cancelled                   cancelled       6(6)  -
awaiting_reply  refused                          same            12(1) -
awaiting_reply  refusal_lifted                   same            12(1) -
awaiting_reply  corrected                        same            6(2)  -
awaiting_reply  settled                          same            -     -

confirmed       terms_accepted                   same            6(3)  -
confirmed       terms_bounced                    same            6(3)  staff
confirmed       terms_announced                  same            13    -      seeker.notice.terms_changed
confirmed       reply_repeated                   same            6(3)  -
confirmed       reply_doubtful                   same            6(3)  staff  seeker.notice.received
confirmed       counselor_cancelled              cancelled       6(6)  -      seeker.notice.cancelled
confirmed       office_cancelled                 cancelled       9     -      seeker.notice.office_cancelled
confirmed       attended                         attended        6(1)  -
confirmed       no_show                          no_show         6(6)  -
confirmed       rescheduled                      same            6(3)  -      seeker.notice.rescheduled
confirmed       site_cancelled                   cancelled       6(6)  -
confirmed       refused                          same            12(1) -
confirmed       refusal_lifted                   same            12(1) -
confirmed       corrected                        same            6(2)  -
confirmed       settled                          same            -     -

attended        reply_to_closed                  same            -     staff
attended        refused                          same            12(1) -
attended        refusal_lifted                   same            12(1) -
attended        settled                          same            -     -

no_show         reply_to_closed                  same            -     staff
no_show         refused                          same            12(1) -
no_show         refusal_lifted                   same            12(1) -
no_show         settled                          same            -     -

cancelled       terms_accepted                   same            6(3)  -
cancelled       reply_to_closed                  same            -     staff
cancelled       refused                          same            12(1) -
cancelled       refusal_lifted                   same            12(1) -
cancelled       settled                          same            -     -

void            terms_accepted                   same            6(3)  -
void            reply_late                       same            6(4)  staff  seeker.notice.late_reply
void            reply_in_time_after_void         same            6(3)  staff  seeker.notice.received
void            reply_to_closed                  same            -     staff
void            settled                          same            -     -
void            counselor_confirmed              confirmed       6(1)  -      seeker.notice.confirmed
void            refused                          same            12(1) -
void            refusal_lifted                   same            12(1) -
`;

const written = new Map(
  MATRIX.split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [state = '', event = '', ...rest] = line.split(/ +/);
      return [`${state} ${event}`, rest.join(' ').trim()];
    }),
);

/** The table's cell in the words of the matrix. */
function cell(state: BookingState, event: LifecycleEvent): string {
  const row = lifecycleRow(state, event);
  if (row === null) return 'refused';
  const to = row.voidReason ? `${row.to}:${row.voidReason}` : row.to;
  return [to, row.article ?? '-', row.staff ? 'staff' : '-', ...row.mails].join(' ');
}

describe.each(BOOKING_STATES)('%s', (state) => {
  it.each(LIFECYCLE_EVENTS)('meets %s', (event) => {
    expect(cell(state, event)).toBe(written.get(`${state} ${event}`) ?? 'refused');
  });
});

describe('the table', () => {
  it('has no pair of state and event twice', () => {
    const pairs = LIFECYCLE.flatMap(({ event, from }) => from.map((state) => `${state} ${event}`));
    expect(pairs.length).toBe(new Set(pairs).size);
    expect(pairs.sort()).toEqual([...written.keys()].sort());
  });

  it('leads somewhere from every event', () => {
    const events = new Set(LIFECYCLE.map(({ event }) => event));
    expect([...events].sort()).toEqual([...LIFECYCLE_EVENTS].sort());
  });

  it('has exactly the arrows of the requirements, section 4, and that of 変更', () => {
    expect(legalMoves()).toEqual(
      [
        'requested>awaiting_reply',
        // A reply that is read before the program learns that the relay took the terms mail.
        'requested>confirmed',
        'requested>void',
        'requested>cancelled',
        'awaiting_reply>confirmed',
        // 変更: the relay has yet to accept the terms mail of the new date.
        'awaiting_reply>requested',
        'awaiting_reply>void',
        'awaiting_reply>cancelled',
        'confirmed>attended',
        'confirmed>no_show',
        'confirmed>cancelled',
        'void>confirmed',
      ].sort(),
    );
  });

  it('brings a void booking back by a counselor’s word alone', () => {
    const back = LIFECYCLE.filter(({ from, to }) => from.includes('void') && to !== 'same');
    expect(back.map(({ event }) => event)).toEqual(['counselor_confirmed']);
  });

  it('confirms by a plain reply, a counselor’s word or the booking site, by nothing else', () => {
    const confirming = LIFECYCLE.filter(({ to }) => to === 'confirmed');
    expect(confirming.map(({ event }) => event)).toEqual([
      'reply_confirmed',
      'reply_confirmed_with_note',
      'counselor_confirmed',
      'site_booked',
    ]);
  });

  it('bears a booking confirmed only in a session and on the booking site (6(3) ただし, 6(5))', () => {
    const born = BIRTHS.map(({ event, to, channels, mails }) => [event, to, ...channels, ...mails]);
    expect(born).toEqual([
      ['requested', 'requested', 'mail', 'phone', 'site'],
      ['session_booked', 'confirmed', 'session', 'seeker.notice.session_booked'],
      ['site_booked', 'confirmed', 'site'],
    ]);
  });

  it('counts nobody as a no-show but by a word, never by the clock or a reply', () => {
    const rows = LIFECYCLE.filter(({ to }) => to === 'no_show');
    expect(rows.map(({ event, from }) => [event, ...from])).toEqual([['no_show', 'confirmed']]);
  });

  it('voids with a reason, and gives a reason for nothing else', () => {
    for (const { to, voidReason } of LIFECYCLE) {
      expect(voidReason !== undefined).toBe(to === 'void');
    }
  });

  it('uses every kind of mail to a seeker about a booking that the clock alone does not write, and writes to no one else', () => {
    const used = new Set([...LIFECYCLE, ...BIRTHS].flatMap(({ mails }) => mails));
    const others = [...FOR_ONE_SESSION, ...ABOUT_NO_BOOKING];
    const toSeekers = MAIL_KINDS.filter(
      (kind) => kind.startsWith('seeker.') && !others.includes(kind),
    );
    expect([...used].sort()).toEqual([...toSeekers].sort());
  });

  it('cites articles of the terms', () => {
    for (const { article } of [...LIFECYCLE, ...BIRTHS]) {
      if (article !== null) expect(article).toMatch(/^([1-9]|1[0-4])(\([1-6]\))?$/);
    }
  });
});
