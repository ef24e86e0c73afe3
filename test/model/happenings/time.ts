/**
 * Time passes, in which the office works or is at rest; it goes back, as a clock is set; and it
 * comes to the moments at which the office speaks by itself.
 */
import fc from 'fast-check';
import type { MortalOffice } from '../mortal-office.ts';
import { Happening } from './happening.ts';

/** Minutes: seconds apart, hours apart, over midnight, over weeks; and back, as a clock is set. */
export const time = fc
  .constantFrom(1, 11, 180, 60 * 8, 60 * 8, 60 * 24, 60 * 24, 60 * 24 * 7)
  .map(
    (minutes) =>
      new Happening(`${minutes} minutes pass`, (_outside, real) => real.passMinutes(minutes)),
  );
export const timeAtWork = time.map((passed) => passed.thenTheOfficeWorks());
export const back = fc.constant(
  new Happening('the clock is set back by half an hour', (_outside, real) => real.passMinutes(-30)),
);

/** Over a deadline, or the time of a nudge; the office goes on by the clock meanwhile. */
export const outage = fc.constantFrom(60 * 5, 60 * 16, 60 * 24, 60 * 24 * 7).map(
  (minutes) =>
    new Happening(`the mailbox is out of reach for ${minutes} minutes`, async (_outside, real) => {
      real.mailbox.isDown = true;
      real.passMinutes(minutes);
      await real.work();
    }),
);

/** After midday and after 17:00 of the day before a session, and after it has begun. */
const MOMENTS = {
  'the nudge': (start: Temporal.ZonedDateTime) => eveOf(start).add({ hours: 12, minutes: 30 }),
  'the reminder': (start: Temporal.ZonedDateTime) => eveOf(start).add({ hours: 17, minutes: 1 }),
  'the question': (start: Temporal.ZonedDateTime) => start.add({ minutes: 12 }),
} as const;

function eveOf(start: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return start.subtract({ days: 1 }).startOfDay();
}

/** The clock comes to such a moment of a session that is booked, where it lies ahead. */
export const moment = fc
  .tuple(fc.constantFrom(...(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[])), fc.nat(2))
  .map(
    ([name, index]) =>
      new Happening(`it is time for ${name} (${index})`, async (_outside, real) => {
        const start = (await startsAhead(real)).at(index);
        const at = start && MOMENTS[name](start).toInstant();
        const minutes = at ? Math.ceil(real.clock.now().until(at).total('minutes')) : 0;
        if (minutes > 0) real.passMinutes(minutes);
        await real.work();
      }),
  );

async function startsAhead({ office, clock }: MortalOffice): Promise<Temporal.ZonedDateTime[]> {
  const rows = await office.store.read
    .selectFrom('booking')
    .select('slot_start_at as start')
    .where('state', 'in', ['awaiting_reply', 'confirmed'])
    .orderBy('slot_start_at')
    .execute();
  const now = clock.now();
  return rows.flatMap(({ start }) => {
    const at = start === null ? null : Temporal.Instant.from(start);
    const isAhead = at !== null && Temporal.Instant.compare(at, now) > 0;
    return isAhead ? [at.toZonedDateTimeISO('Asia/Tokyo')] : [];
  });
}
