/**
 * Bench: a year of one office by simulation: on every working day forty people ask, most answer
 * the next day, the rest fall to the deadline, while the clock jumps from hour to hour. Through
 * the real flow and store; mailbox and relay are played.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { PlayedClock } from '../../src/demo/played-clock.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { doChores } from '../../src/flow/clock/chores.ts';
import { startDelivery } from '../../src/flow/deliver/deliver.ts';
import { openMail } from '../../src/flow/handle/handle.ts';
import type { Office } from '../../src/flow/office.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { handleInOrder } from '../../src/flow/receive/handle-in-order.ts';
import { silentLog } from '../../src/log.ts';
import type { Relay } from '../../src/smtp/relay.ts';
import { recordMail } from '../../src/store/inbox.ts';
import { recordPoll } from '../../src/store/mailbox.ts';
import { freshMail, replyMail, wishes } from './mails.ts';
import { benchConfig } from './office.ts';
import { type Bench, spread } from './types.ts';

const BOOKINGS_A_DAY = 40;
/** So many of ten answer. */
const ANSWERS_OF_TEN = 8;

export const year: Bench = {
  name: 'year',
  what: 'a year of one office (250 days, 40 bookings each) through flow and store',
  run: async ({ days = 250 }, say) => {
    const folder = mkdtempSync(join(tmpdir(), 'uketsuke-year-'));
    const database = join(folder, 'office.sqlite');
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify({ ...benchConfig({ imap: 1, smtp: 1 }, 'x'), database }));
    const clock = new PlayedClock('2025-01-06T00:00');
    const loaded = loadConfig(config, { env: { SECRET: 'x' } });
    const office = await openOffice(loaded, { clock, log: silentLog });
    const sent: OutboundMessage[] = [];
    const delivery = startDelivery(office, playedRelay(sent));
    const began = performance.now();
    const costs: number[] = [];
    const desk: Desk = { office, delivery, sent, uid: 0 };
    let day = Temporal.PlainDate.from('2025-01-06');
    for (let worked = 0; worked < days; day = day.add({ days: 1 })) {
      const open = !office.policy.calendar.isClosedDay(day);
      const one = performance.now();
      await playDay(desk, clock, { day, open });
      if (open) costs.push(performance.now() - one);
      worked += Number(open);
    }
    const seconds = (performance.now() - began) / 1000;
    say(`${days} days, ${desk.uid} mails in, ${sent.length} out: ${seconds.toFixed(1)} s`);
    say(`one day: ${spread(costs, 0)}`);
    for (const { state, n } of await statesOf(office)) say(`${state}: ${n}`);
    say(`database: ${(statSync(database).size / 1e6).toFixed(0)} MB`);
    await delivery.stop();
    await office.parser.close();
    await office.store.close();
    rmSync(folder, { recursive: true, force: true });
  },
};

interface Desk {
  office: Office;
  delivery: ReturnType<typeof startDelivery>;
  sent: OutboundMessage[];
  uid: number;
}

async function playDay(
  desk: Desk,
  clock: PlayedClock,
  { day, open }: { day: Temporal.PlainDate; open: boolean },
): Promise<void> {
  const { office } = desk;
  const terms = desk.sent.filter(({ subject }) => subject.includes('返信してください')).slice(-40);
  for (let hour = 0; hour < 24; hour += 1) {
    clock.set(`${day}T${String(hour).padStart(2, '0')}:01`);
    if (open && hour === 9) await receive(desk, answersTo(desk, terms));
    if (open && hour === 10) await receive(desk, requestsOf(desk, day));
    const now = clock.now();
    await office.store.transact((tx) => recordPoll(tx, { beganAt: now, endedAt: now, mails: 0 }));
    await doChores(office);
    desk.delivery.kick();
    await desk.delivery.settled();
  }
}

function requestsOf({ office, uid }: Desk, day: Temporal.PlainDate): string[] {
  const free = wishes(office.policy, day);
  const at = office.clock.now();
  return Array.from({ length: BOOKINGS_A_DAY }, (_, i) => {
    const wish = String(free.next().value);
    return freshMail(i % 3 === 0 ? 'prose' : 'form', { number: uid + i + 1, at, wish });
  });
}

function answersTo({ office, uid }: Desk, terms: readonly OutboundMessage[]): string[] {
  const at = office.clock.now();
  return terms
    .filter((_, i) => i % 10 < ANSWERS_OF_TEN)
    .map(({ messageId, subject, text, to }, i) =>
      replyMail({ messageId, subject, text, to: to.address }, { number: uid + i + 1, at }),
    );
}

async function receive(desk: Desk, sources: readonly string[]): Promise<void> {
  const { office, delivery } = desk;
  const now = office.clock.now();
  const rows = await office.store.transact(async (tx) => {
    const recorded = [];
    for (const source of sources) {
      desk.uid += 1;
      const raw = Buffer.from(source);
      const messageId = /^Message-ID: (\S+)/m.exec(source)?.[1] ?? null;
      const place = { uidValidity: '1', uid: desk.uid, internalDate: now, receivedAt: now };
      const mail = { ...place, messageId, sizeBytes: raw.length, raw };
      recorded.push(await recordMail(tx, mail, 'received'));
    }
    return recorded;
  });
  const { signal } = new AbortController();
  await handleInOrder(
    office,
    rows.map((row) => openMail(office, row)),
    { onHandled: delivery.kick, signal },
  );
  await delivery.settled();
}

function statesOf({ store }: Office): Promise<{ state: string; n: number }[]> {
  return store.read
    .selectFrom('booking')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
}

function playedRelay(sent: OutboundMessage[]): Relay {
  return {
    send: async (mail) => {
      sent.push(mail);
      return { kind: 'accepted', replyCode: 250, response: '250 ok' };
    },
    verify: async () => undefined,
    close: async () => undefined,
  };
}
