/**
 * Bench: what a tick of the clock, a search for free slots, the board and each Japanese view cost
 * with a thousand, a hundred thousand and a million bookings in the file: the past must not be
 * paid for. The files are filled by SQL, and nothing in them is so old that retention ends it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BoardSettings, boardFacts } from '../../src/board/facts.ts';
import { loadConfig } from '../../src/config.ts';
import { PlayedClock } from '../../src/demo/played-clock.ts';
import { placeWish } from '../../src/domain/slot-search.ts';
import { searchSpan } from '../../src/domain/slot-span.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { doChores } from '../../src/flow/clock/chores.ts';
import { cutoffsOf, purge } from '../../src/flow/clock/purge.ts';
import type { Office } from '../../src/flow/office.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { silentLog } from '../../src/log.ts';
import { takenSlots } from '../../src/store/slots.ts';
import { openStore } from '../../src/store/store.ts';
import { VIEWS } from '../../src/store/views.ts';
import { benchConfig } from './office.ts';
import { type Bench, median, spread } from './types.ts';

const NOW = '2026-11-24T10:00';
/** Bookings ahead, in every file the same: ten days, day and night, in two lanes. */
const AHEAD = 960;
/** A million bookings reach back thirty years. */
const RETENTION = { contentDays: 36_500, bookingDays: 36_500 };

export const scale: Bench = {
  name: 'scale',
  what: 'cost of a tick, a slot search, the board and the views by the number of bookings',
  run: async ({ bookings = 1_000_000, rounds = 100 }, say) => {
    for (const count of [1_000, 100_000, 1_000_000].filter((size) => size <= bookings)) {
      const folder = mkdtempSync(join(tmpdir(), 'uketsuke-scale-'));
      try {
        await measure(folder, { count, rounds, say });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  },
};

async function measure(
  folder: string,
  { count, rounds, say }: { count: number; rounds: number; say: (line: string) => void },
): Promise<void> {
  const database = join(folder, 'office.sqlite');
  await (await openStore(database)).close();
  fill(database, count);
  const config = join(folder, 'config.json');
  const whole = benchConfig({ imap: 1, smtp: 1 }, 'x');
  const own = { lanes: whole.lanes.slice(0, 2), retention: RETENTION, database };
  writeFileSync(config, JSON.stringify({ ...whole, ...own }));
  const loaded = loadConfig(config, { env: { SECRET: 'x' } });
  const office = await openOffice(loaded, { clock: new PlayedClock(NOW), log: silentLog });
  try {
    // What was due is done once, as by the first tick of the day.
    await doChores(office);
    say(`${count} bookings`);
    say(`  tick: ${spread(await timed(rounds, () => doChores(office)), 2)}`);
    say(`  of retention, once an hour: ${spread(await timed(5, () => retention(office)), 1)}`);
    say(`  slot search: ${spread(await timed(rounds, () => search(office)), 2)}`);
    const board = await timed(Math.ceil(rounds / 10), () =>
      boardFacts(office.store.read, boardSettings(office), office.clock.now()),
    );
    say(`  board: ${spread(board, 1)}`);
    sayViews(database, say);
  } finally {
    await office.parser.close();
    await office.store.close();
  }
}

/** The first 100 rows of each view, as a viewer asks for them. */
function sayViews(database: string, say: (line: string) => void): void {
  const file = new Sqlite(database, { readonly: true });
  const costs = VIEWS.map(({ name }) => {
    const query = file.prepare(`select * from "${name}" limit 100`);
    const samples = Array.from({ length: 3 }, () => {
      const began = performance.now();
      query.all();
      return performance.now() - began;
    });
    return { name, ms: median(samples) };
  }).sort((a, b) => b.ms - a.ms);
  file.close();
  const shown = costs.map(({ name, ms }) => `${name} ${ms.toFixed(1)} ms`);
  say(`  views, the slowest first: ${shown.join(', ')}`);
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    samples.push(performance.now() - began);
  }
  return samples;
}

/** What is asked where nothing is due. */
function retention({ store, config, clock }: Office) {
  return purge(store, cutoffsOf(config, clock.now()), { now: clock.now() });
}

/** A wish whose slot is taken, so that others near it are looked for. */
async function search({ store, policy, clock }: Office): Promise<void> {
  const now = clock.now();
  const start = Temporal.ZonedDateTime.from('2026-12-17T10:00+09:00[Asia/Tokyo]');
  const wish: Wish = { kind: 'exact', start };
  const taken = await takenSlots(store.read, searchSpan(wish, { policy, now }));
  placeWish(wish, { policy, now, taken });
}

function boardSettings({ config, policy }: Office): BoardSettings {
  return {
    officeName: config.office.name,
    calendar: policy.calendar,
    lanes: config.lanes,
    refreshSeconds: 60,
    pollTooOldMinutes: 10,
    undeliveredDays: 7,
    months: 12,
    rowsPerList: 50,
  };
}

/**
 * Half-hours backwards, day and night, each held in two lanes: some days ahead confirmed or
 * awaiting, then a pause in which nothing is due, and the past attended; each with its event and
 * terms mail.
 */
function fill(path: string, count: number): void {
  const file = new Sqlite(path);
  file.pragma('synchronous = OFF');
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})`;
  const backwards = `case when i < ${AHEAD} then '2026-12-23' else '2026-11-30' end`;
  const time = `strftime('%Y-%m-%dT%H:%M:00+09:00', ${backwards}, '-' || ((i / 2) * 30) || ' minutes')`;
  const id = `${count} - i`;
  file.exec(`
    begin;
    insert into writing values (1);
    insert into booking (id, reference, state, channel, seeker_number, name, registered_address,
        requester_address, wish, slot_start_at, lane, reply_by, applied_at)
      ${numbers} select ${id}, 'R-' || (${id}),
        case when ${time} < '2026-11-24' then 'attended' when i % 10 = 0 then 'awaiting_reply'
          else 'confirmed' end,
        'mail', '45010-' || i, '見本 花子', 'p' || i || '@mail.example.jp',
        'p' || i || '@mail.example.jp', '{"kind":"none"}', ${time}, 'L' || (i % 2 + 1), ${time},
        ${time} from n;
    insert into event (booking_id, at, recorded_at, type, to_state, actor)
      ${numbers} select ${id}, ${time}, ${time}, 'terms_sent', 'requested', 'seeker' from n;
    insert into outbox (booking_id, kind, occasion, message_id, date, reply_to, to_name, to_address,
        subject, text, auto_submitted, state, next_attempt_at)
      ${numbers} select ${id}, 'seeker.action.terms', '', '<o' || i || '@office.example.jp>', ${time},
        '', '', 'p' || i || '@mail.example.jp', '', '', 'auto-replied', 'sent', ${time} from n;
    insert into poll (began_at, ended_at, mails)
      values ('2026-11-24T10:00:00Z', '2026-11-24T10:00:01Z', 0);
    delete from writing;
    commit;
    analyze;`);
  file.close();
}
