/**
 * Plays stories of random events through a mortal office and holds every promise against each
 * step and the end; then a year goes by, and what retention must take is gone. Throws with the
 * shortest story that breaks a promise.
 */
import fc from 'fast-check';
import type { Parser } from '../../src/flow/parse-guard.ts';
import { happenings } from './happenings.ts';
import { type House, houses } from './house.ts';
import { MortalOffice, modelParser } from './mortal-office.ts';
import { Outside } from './outside.ts';
import { BOOKING_DAYS, bookingsCounted, CONTENT_DAYS, wordsLeft } from './promises/retention.ts';
import { assertAtRest } from './promises.ts';

export interface Explored {
  runs: number;
  bookings: number;
  deaths: number;
  letters: number;
  /** How often each event of a booking and each kind of mail was met. */
  met: Map<string, number>;
}

/** The story's own bad moment in the year after it: a commit point of the purge. */
const deathInTheYear = fc.integer({ min: 1, max: 6 });
const stories = fc.commands(happenings, { size: 'max', maxCommands: 60 });

export async function explore(options: {
  runs: number;
  seed: number;
  path?: string;
}): Promise<Explored> {
  const parser = modelParser();
  const seen: Explored = { runs: 0, bookings: 0, deaths: 0, letters: 0, met: new Map() };
  const { runs: numRuns, seed, path } = options;
  try {
    await fc.assert(
      fc.asyncProperty(houses, stories, deathInTheYear, async (house, story, dieAfter) => {
        await play(house, parser, async (real) => {
          const outside = new Outside(real);
          await fc.asyncModelRun(() => ({ model: outside, real }), story);
          await comeToRest(real);
          await assertAtRest(outside, real);
          await count(seen, outside, real);
          await growOld(real, dieAfter);
        });
      }),
      { numRuns, seed, ...(path ? { path } : {}) },
    );
    return seen;
  } finally {
    await parser.close();
  }
}

async function play(
  house: House,
  parser: Parser,
  story: (real: MortalOffice) => Promise<void>,
): Promise<void> {
  const real = new MortalOffice(house, parser);
  try {
    await real.begin();
    await story(real);
  } finally {
    await real.end();
  }
}

/** The servers are well again, and time passes until nothing is put off any more. */
async function comeToRest(real: MortalOffice): Promise<void> {
  real.relay.mood = 'accepts';
  real.zoom.mood = 'works';
  real.mailbox.isDown = false;
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await real.work();
    real.passMinutes(120);
  }
  await real.work();
}

/** Past the two times of retention, killed on the way; and no mail is answered a second time. */
async function growOld(real: MortalOffice, dieAfter: number): Promise<void> {
  const before = await bookingsCounted(real);
  for (const days of [CONTENT_DAYS + 30, BOOKING_DAYS]) {
    real.passMinutes(60 * 24 * days);
    await real.work({ dieAfter });
    await real.work();
  }
  const left = await wordsLeft(real);
  const after = await bookingsCounted(real);
  if (after.rows + after.counts !== before.rows) {
    left.push(`of ${before.rows} bookings ${after.rows} are left and ${after.counts} counted`);
  }
  const written = await mailsWritten(real);
  real.mailbox.renumber();
  await real.work();
  if ((await mailsWritten(real)) !== written) left.push('an old mail was answered again');
  if (left.length > 0) throw new Error(left.map((line) => `retention: ${line}`).join('\n'));
}

async function mailsWritten({ office }: MortalOffice): Promise<number> {
  const { id } = await office.store.read
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

async function count(seen: Explored, outside: Outside, real: MortalOffice): Promise<void> {
  const db = real.office.store.read;
  const events = await db.selectFrom('event').select('type').execute();
  const mails = await db.selectFrom('outbox').select('kind').execute();
  for (const name of [...events.map(({ type }) => type), ...mails.map(({ kind }) => kind)]) {
    seen.met.set(name, (seen.met.get(name) ?? 0) + 1);
  }
  seen.runs += 1;
  seen.bookings += (await bookingsCounted(real)).rows;
  seen.deaths += real.deaths;
  seen.letters += outside.letters.length;
}
