/**
 * Plays stories of random events through a mortal office and holds every promise against each
 * step and the end; throws with the shortest story that breaks one.
 */
import fc from 'fast-check';
import { happenings } from './actions.ts';
import { MortalOffice, modelParser } from './mortal-office.ts';
import { Outside } from './outside.ts';
import { assertAtRest } from './promises.ts';

export interface Explored {
  runs: number;
  bookings: number;
  confirmed: number;
  deaths: number;
  letters: number;
}

export async function explore(options: {
  runs: number;
  seed: number;
  path?: string;
}): Promise<Explored> {
  const parser = modelParser();
  const seen: Explored = { runs: 0, bookings: 0, confirmed: 0, deaths: 0, letters: 0 };
  const stories = fc.commands(happenings, { size: 'max', maxCommands: 60 });
  try {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const real = new MortalOffice(parser);
        await real.begin();
        const outside = new Outside(real);
        try {
          await fc.asyncModelRun(() => ({ model: outside, real }), story);
          await comeToRest(real);
          await assertAtRest(outside, real);
          await count(seen, outside, real);
        } finally {
          await real.end();
        }
      }),
      {
        numRuns: options.runs,
        seed: options.seed,
        ...(options.path ? { path: options.path } : {}),
      },
    );
    return seen;
  } finally {
    await parser.close();
  }
}

/** The servers are well again, and time passes until nothing is put off any more. */
async function comeToRest(real: MortalOffice): Promise<void> {
  real.relay.mood = 'accepts';
  real.mailbox.isDown = false;
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await real.work();
    real.passMinutes(120);
  }
  await real.work();
}

async function count(seen: Explored, outside: Outside, real: MortalOffice): Promise<void> {
  const db = real.office.store.read;
  const rows = await db.selectFrom('booking').select('state').execute();
  seen.runs += 1;
  seen.bookings += rows.length;
  seen.confirmed += rows.filter(({ state }) => state === 'confirmed').length;
  seen.deaths += real.deaths;
  seen.letters += outside.letters.length;
}
