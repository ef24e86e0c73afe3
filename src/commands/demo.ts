/**
 * `uketsuke demo`: plays an office's two weeks over real IMAP and SMTP on loopback, with the real
 * bot, a temporary database and a played clock, and tells the story as it happens.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SITE_FORMAT } from '../demo/booking-site.ts';
import { startDemoDovecot, startDemoServers } from '../demo/mail-server.ts';
import { OFFICE, type Person } from '../demo/people.ts';
import { PlayedClock } from '../demo/played-clock.ts';
import { morningsBetween, stepText } from '../demo/steps.ts';
import { STORY, type Step } from '../demo/story.ts';
import { Teller } from '../demo/teller.ts';
import { DEMO_USERS, openWorld, type World } from '../demo/world.ts';
import { longDateTime } from '../domain/japanese-date.ts';
import { announceTerms } from '../flow/clock/announce-terms.ts';
import type { Office } from '../flow/office.ts';
import { everyBooking } from '../store/news.ts';

export interface DemoOptions {
  dovecot?: true;
  keep?: true;
}

const START = '2025-11-25T09:00';

/** Resolves to the exit code: 0 where every booking ended as the story wants it. */
export async function demo(options: DemoOptions, say = console.log): Promise<number> {
  const clock = new PlayedClock(START);
  const start = options.dovecot ? startDemoDovecot : startDemoServers;
  const servers = await start({
    now: () => clock.now(),
    users: DEMO_USERS,
    authservId: 'mx.office.example.jp',
  });
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-demo-'));
  const config = { ...TWO_VERSIONS, bookingSite: [SITE_FORMAT] };
  writeFileSync(join(folder, NEXT_TERMS), nextTerms());
  const world = await openWorld({ folder, clock, servers, config });
  const teller = new Teller(world.office.store, say);
  let earlier = START;
  for (const step of STORY) {
    for (const morning of morningsBetween(earlier, step.at)) {
      clock.set(morning);
      await world.service.settle();
      await teller.tellNews(longDateTime(clock.now()));
    }
    earlier = step.at;
    clock.set(step.at);
    say(`\n${longDateTime(clock.now())}  ${step.ja}\n    ${step.en}`);
    for (const line of wordsOf(step)) say(`   | ${line}`);
    await play(world, step);
    await teller.tellNews();
  }
  say('\n最後の予約表 / The bookings at the end:');
  await teller.tellTable();
  say(`\nデータベース / database: ${world.database}`);
  say(
    '日本語の一覧（00_はじめに から 99_動作状況）を、DB Browser for SQLite か sqlite3 で開けます。',
  );
  say(`    sqlite3 -box ${world.database} 'select * from "40_確定"'`);
  const asTold = await endsAsTold(world);
  if (options.keep) await keepUntilInterrupted(world, say);
  await world.stop();
  await servers.stop();
  return asTold ? 0 : 1;
}

const TERMS = new URL('../../templates/terms/2025-03-11.txt', import.meta.url);
const NEXT_TERMS = 'next-terms.txt';

/** The terms as they are, and a version that takes effect after the story. */
const TWO_VERSIONS = {
  termsFile: undefined,
  terms: [
    { file: TERMS.pathname, effectiveFrom: '2025-03-11' },
    { file: NEXT_TERMS, effectiveFrom: '2026-01-05' },
  ],
};

function nextTerms(): string {
  return `${readFileSync(TERMS, 'utf8').trimEnd()}\n\n令和8年1月5日\n`;
}

/** What the person writes anew, line by line. */
function wordsOf({ mail }: Step): string[] {
  return mail ? mail.text.trimEnd().split('\n') : [];
}

async function play(world: World, step: Step): Promise<void> {
  const { mail, announcesTerms } = step;
  const { office, service } = world;
  if (announcesTerms) await announceTerms(office, office.terms.at(-1) ?? office.terms[0]);
  if (!mail) return service.settle();
  const inHand = mail.answers ? await world.newestTo(mail.from.address) : null;
  const about = mail.about ? `予約番号 ${await newestReference(office, mail.about)}` : null;
  await world.send({
    from: mail.from,
    subject: mail.subject ?? about ?? `Re: ${inHand?.subject ?? ''}`,
    text: stepText(step, inHand, world.clock.now()),
    ...(inHand ? { answers: inHand } : {}),
    ...(mail.headers ? { headers: mail.headers } : {}),
  });
}

async function newestReference({ store }: Office, person: Person): Promise<string> {
  const newest = (await everyBooking(store.read)).findLast(({ name }) => name === person.name);
  if (newest === undefined) throw new Error(`${person.name} has no booking`);
  return newest.reference;
}

/** Hanako, Taro, Misaki, Jun, Ken, and Hanako's next session. */
const TOLD = 'attended void confirmed no_show attended confirmed';

async function endsAsTold({ office }: World): Promise<boolean> {
  const bookings = await everyBooking(office.store.read);
  return bookings.map(({ state }) => state).join(' ') === TOLD;
}

/** Leaves the servers up for a mail client, until Ctrl+C. */
async function keepUntilInterrupted(
  { servers }: World,
  say: (line: string) => void,
): Promise<void> {
  say('\nメールソフトの設定 / settings for a mail client (TLS: none, Ctrl+C ends):');
  say(`  SMTP 127.0.0.1:${servers.smtp.port}, no login; the bot reads ${OFFICE.address}`);
  for (const { address, password } of DEMO_USERS) {
    const { host, port } = servers.imap(address);
    say(`  IMAP ${host}:${port}  user ${address}  password ${password}`);
  }
  await new Promise((resolve) => process.once('SIGINT', resolve));
}
