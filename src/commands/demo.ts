/**
 * `uketsuke demo`: plays the main job over real IMAP and SMTP on loopback, with the real bot, a
 * temporary database and a played clock, and tells the story as it happens.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoDovecot, startDemoServers } from '../demo/mail-server.ts';
import { OFFICE } from '../demo/people.ts';
import { PlayedClock } from '../demo/played-clock.ts';
import { STORY, type Step, stepText } from '../demo/story.ts';
import { Teller } from '../demo/teller.ts';
import { DEMO_USERS, openWorld, type World } from '../demo/world.ts';
import { longDateTime } from '../domain/japanese-date.ts';

export interface DemoOptions {
  dovecot?: true;
  keep?: true;
}

/** Resolves to the exit code: 0 where every booking ended as the story wants it. */
export async function demo(options: DemoOptions, say = console.log): Promise<number> {
  const clock = new PlayedClock('2025-11-25T09:00');
  const start = options.dovecot ? startDemoDovecot : startDemoServers;
  const servers = await start({
    now: () => clock.now(),
    users: DEMO_USERS,
    authservId: 'mx.office.example.jp',
  });
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-demo-'));
  const world = await openWorld({ folder, clock, servers });
  const teller = new Teller(world.office.store, say);
  for (const step of STORY) {
    clock.set(step.at);
    say(`\n${longDateTime(clock.now())}  ${step.ja}\n    ${step.en}`);
    for (const line of wordsOf(step)) say(`   | ${line}`);
    await play(world, step);
    await teller.tellNews();
  }
  say('\n最後の予約表 / The bookings at the end:');
  await teller.tellTable();
  say(`\nデータベース / database: ${world.database}`);
  const asTold = await endsAsTold(world);
  if (options.keep) await keepUntilInterrupted(world, say);
  await world.stop();
  await servers.stop();
  return asTold ? 0 : 1;
}

/** What the person writes anew, line by line. */
function wordsOf({ mail }: Step): string[] {
  return mail ? mail.text.trimEnd().split('\n') : [];
}

async function play(world: World, step: Step): Promise<void> {
  const { mail } = step;
  if (!mail) return world.service.settle();
  const inHand = mail.answers ? await world.newestTo(mail.from.address) : null;
  await world.send({
    from: mail.from,
    subject: mail.subject ?? `Re: ${inHand?.subject ?? ''}`,
    text: stepText(step, inHand, world.clock.now()),
    ...(inHand ? { answers: inHand } : {}),
    ...(mail.headers ? { headers: mail.headers } : {}),
  });
}

const TOLD = 'confirmed void confirmed void';

async function endsAsTold({ office }: World): Promise<boolean> {
  const rows = await office.store.read
    .selectFrom('booking')
    .select('state')
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state).join(' ') === TOLD;
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
