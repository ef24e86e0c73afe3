/**
 * The mailbox is out of reach for long while mail can be sent: the admin is told by mail, once an
 * outage, and once that it is over. Over a gate that can be shut.
 */
import { afterEach, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import type { PlayedClock } from '../../src/demo/played-clock.ts';
import type { Log } from '../../src/log.ts';
import { type Gate, startGate } from '../support/gate.ts';
import { outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

const LOST = 'staff.notice.mailbox_lost';
const BACK = 'staff.notice.mailbox_back';

let played: Played;
let clock: PlayedClock;
let gate: Gate;
let relay: PlayedRelay;
let told: string[] = [];
afterEach(async () => {
  gate.open();
  await played.end();
  await gate.stop();
  await relay.stop();
});

const note = (event: string) => void told.push(event);
const log: Log = { info: note, warn: note, error: note };

interface Play {
  config?: object;
  start?: string;
  shut?: boolean;
}

function play({ config, start, shut = false }: Play = {}): Promise<Played> {
  told = [];
  return playOffice({
    log,
    ...(start ? { start } : {}),
    before: async (_servers, ticking) => {
      clock = ticking;
    },
    config: async (servers) => {
      const { host, port, tls, user } = servers.imap(OFFICE.address);
      gate = await startGate(port);
      if (shut) gate.shut();
      relay = await startPlayedRelay(servers);
      return {
        imap: { host, port: gate.port, tls, user, password: { env: 'DEMO_PASSWORD' } },
        smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE },
        ...config,
      };
    },
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

/** So many more tries have failed, and what they cause is written. */
async function failures(count: number): Promise<void> {
  const troubles = () => told.filter((event) => event === 'mailbox_trouble').length;
  const enough = troubles() + count;
  await until(() => troubles() >= enough);
}

/** The gate is shut from one time to another; the bot notices both. */
async function outage(from: string, to: string): Promise<void> {
  await played.at(from);
  gate.shut();
  await failures(1);
  clock.set(to);
  await failures(1);
}

async function over(at: string): Promise<void> {
  gate.open();
  await played.at(at);
}

const alerts = async () => (await outbox(played)).filter(({ kind }) => /mailbox/.test(kind));
const kindsAndStates = async () => (await alerts()).map(({ kind, state }) => [kind, state]);

test('half an hour without the mailbox is told once, with the reason, and its end once', async () => {
  played = await play();
  await outage('2025-11-25T10:00', '2025-11-25T10:29');
  await failures(1);
  expect(await alerts()).toEqual([]);
  clock.set('2025-11-25T10:31');
  await until(async () => (await kindsAndStates())[0]?.[1] === 'sent');
  clock.set('2025-11-25T12:00');
  await failures(1);
  const [lost] = await alerts();
  expect(lost).toMatchObject({ kind: LOST, to_address: COUNSELOR.address, booking_id: null });
  expect(lost?.text).toContain('最後に読めたのは、2025年11月25日（火）10時00分です。');
  expect(lost?.text).toMatch(/^imap\.(tls|host): /m);

  await over('2025-11-25T12:01');
  await played.at('2025-11-25T12:02');
  expect(await kindsAndStates()).toEqual([
    [LOST, 'sent'],
    [BACK, 'sent'],
  ]);
  expect((await alerts())[1]?.text).toContain(
    '最後に読めたのは、2025年11月25日（火）10時00分でした。\nまた読めたのは、2025年11月25日（火）12時01分です。',
  );
}, 60_000);

test('another start in the same outage tells nothing again, another outage is told anew', async () => {
  played = await play();
  await outage('2025-11-25T10:00', '2025-11-25T10:31');
  await until(async () => (await alerts()).length === 1);
  await played.pause();
  const resuming = played.resume();
  await failures(1);
  clock.set('2025-11-25T11:10');
  await failures(1);
  gate.open();
  await resuming;
  await played.at('2025-11-25T11:11');
  await outage('2025-11-25T12:00', '2025-11-25T12:31');
  await until(async () => (await alerts()).length === 3);
  expect((await alerts()).map(({ kind }) => kind)).toEqual([LOST, BACK, LOST]);
}, 60_000);

test('voids nothing meanwhile, and the reply that waited confirms', async () => {
  played = await play();
  const wish = '12月3日 10:00';
  await played.write(HANAKO, requestForm({ name: '小林 花子', number: '45010-10000001', wish }));
  const answers = (await played.newestTo(HANAKO.address)) ?? undefined;
  await played.at('2025-12-02T20:00');
  gate.shut();
  await failures(1);
  await played.drop(HANAKO, 'はい、参加します。', answers ? { answers } : {});
  clock.set('2025-12-03T00:10');
  await until(async () => (await alerts()).length === 1);
  expect(await played.states()).toEqual(['awaiting_reply']);
  await over('2025-12-03T00:12');
  expect(await played.states()).toEqual(['confirmed']);
  expect((await alerts()).map(({ kind }) => kind)).toEqual([LOST, BACK]);
}, 60_000);

test('an alert that could not leave either is withdrawn when it is over', async () => {
  played = await play();
  relay.failAt('connect', 'drop');
  await outage('2025-11-25T10:00', '2025-11-25T10:31');
  await until(async () => (await alerts()).length === 1);
  await over('2025-11-25T11:00');
  relay.heal();
  await played.at('2025-11-25T12:00');
  expect(await kindsAndStates()).toEqual([
    [LOST, 'failed'],
    [BACK, 'sent'],
  ]);
  expect(await played.openReasons()).toEqual([]);
}, 60_000);

test('a mailbox that was never read says so', async () => {
  const opening = play({ shut: true, config: { health: { alertTo: 'kanri@other.example.jp' } } });
  await failures(1);
  clock.set('2025-11-25T09:45');
  await until(() => told.includes('mailbox_alert'));
  gate.open();
  played = await opening;
  const [lost, back] = await alerts();
  expect(lost?.to_address).toBe('kanri@other.example.jp');
  expect(lost?.text).toContain('まだ一度も読めていません。');
  expect(back?.text).toContain('初めて読めたのは、2025年11月25日（火）9時45分です。');
}, 60_000);

test('waits for its release in "hold", and null writes none', async () => {
  played = await play({ config: { sendMode: 'hold', health: { alertAfterMinutes: 5 } } });
  await outage('2025-11-25T10:00', '2025-11-25T10:06');
  await until(async () => (await alerts()).length === 1);
  expect(await kindsAndStates()).toEqual([[LOST, 'held']]);
  gate.open();
  await played.end();
  await gate.stop();
  await relay.stop();

  played = await play({ config: { health: { alertAfterMinutes: null } } });
  await outage('2025-11-25T10:00', '2025-11-25T16:00');
  expect(await alerts()).toEqual([]);
}, 60_000);
