/**
 * Everything that may happen, in any order: mails of all kinds, the clock, servers that fail, and
 * deaths. Weighted so that bookings are made, answered and closed in most stories.
 */
import fc from 'fast-check';
import { type Happening as AnyHappening, Happening, mostlyAtOnce } from './happenings/happening.ts';
import { announcement, attendance, list, memo, word } from './happenings/office.ts';
import { booked, choice, consent, doubled, doubt, machine, request } from './happenings/seekers.ts';
import { siteBooks, siteCancels, siteChanges } from './happenings/site.ts';
import { back, moment, outage, time, timeAtWork } from './happenings/time.ts';
import { RELAY_MOODS } from './paper-relay.ts';
import { ZOOM_MOODS } from './paper-zoom.ts';

const work = new Happening('the office works', (_outside, real) => real.work());
const death = fc
  .integer({ min: 1, max: 14 })
  .map(
    (points) =>
      new Happening(`killed at commit point ${points}`, (_outside, real) =>
        real.work({ dieAfter: points }),
      ),
  );
const relay = fc.constantFrom(...RELAY_MOODS, 'accepts', 'accepts').map(
  (mood) =>
    new Happening(`the relay ${mood}`, (_outside, real) => {
      real.relay.mood = mood;
    }),
);
const zoom = fc.constantFrom(...ZOOM_MOODS, 'works').map(
  (mood) =>
    new Happening(`Zoom ${mood}`, (_outside, real) => {
      real.zoom.mood = mood;
    }),
);
const mailbox = fc.constantFrom(true, false, false).map(
  (isDown) =>
    new Happening(`the mailbox is ${isDown ? 'out of reach' : 'back'}`, (_outside, real) => {
      real.mailbox.isDown = isDown;
    }),
);
const renumber = fc.constant(
  new Happening('UIDVALIDITY changes', (_outside, real) => real.mailbox.renumber()),
);

const WEIGHTED: [number, fc.Arbitrary<AnyHappening>][] = [
  ...(
    [
      [3, request],
      [3, booked],
      [1, memo],
      [3, consent],
      [3, doubt],
      [1, machine],
      [1, choice],
      [4, word],
      [2, attendance],
      [1, doubled],
      [2, siteBooks],
      [1, siteChanges],
      [1, siteCancels],
    ] as [number, fc.Arbitrary<AnyHappening>][]
  ).map(([weight, letter]): [number, fc.Arbitrary<AnyHappening>] => [weight, mostlyAtOnce(letter)]),
  [1, time],
  [3, timeAtWork],
  [3, moment],
  [1, fc.constant(work)],
  [1, death],
  [1, relay],
  [1, zoom],
  [1, mailbox],
  [2, outage],
  [1, renumber],
  [1, list],
  [1, announcement],
];

/** As fast-check wants them: each as often in the list as it weighs. The clock is set back rarely. */
export const happenings: fc.Arbitrary<
  fc.AsyncCommand<import('./outside.ts').Outside, import('./mortal-office.ts').MortalOffice>
>[] = [
  ...WEIGHTED.flatMap(([weight, happening]) => Array.from({ length: weight }, () => happening)),
  back,
];
