/**
 * The mailbox fails at each command and in each way: what the log says, that the bot recovers by
 * itself, and that of the mail which came meanwhile nothing is lost and nothing is done twice.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, OFFICE, TARO } from '../../src/demo/people.ts';
import type { Log } from '../../src/log.ts';
import { inbox, onlyBooking } from '../support/look.ts';
import { startWire, type Wire, type WireFault } from '../support/wire.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
let wire: Wire;
afterEach(async () => {
  await played.end();
  await wire.stop();
});

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

let told: { event: string; facts: Record<string, unknown> }[] = [];
const note = (event: string, facts: Record<string, unknown> = {}) => {
  told.push({ event, facts });
};
const listening: Log = { info: note, warn: note, error: note };
const troubles = () => told.filter(({ event }) => event === 'mailbox_trouble');

async function play(imap: Record<string, unknown> = {}): Promise<void> {
  told = [];
  played = await playOffice({
    log: listening,
    config: async (servers) => {
      const { host, port, tls, user } = servers.imap(OFFICE.address);
      wire = await startWire(port);
      const password = { env: 'DEMO_PASSWORD' };
      return { imap: { host, port: wire.port, tls, user, password, ...imap } };
    },
  });
}

/** Mail comes, the command fails once or twice, and the bot is left alone. */
async function failDuring(command: RegExp, fault: WireFault): Promise<void> {
  await play();
  wire.failAt(command, fault, 2);
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await played.states()).toEqual(['awaiting_reply']);
  await played.answer(HANAKO, 'はい');
  expect(await played.states()).toEqual(['confirmed']);
  expect(wire.struck()).toBeGreaterThanOrEqual(1);
  const rows = await inbox(played);
  expect(rows.map(({ state }) => state)).toEqual(['handled', 'handled']);
  expect(rows.every(({ filed_at }) => filed_at !== null)).toBe(true);
  const kinds = await played.kindsTo(HANAKO.address);
  expect(kinds).toEqual(['seeker.action.terms', 'seeker.notice.confirmed']);
}

const LISTING = /UID FETCH .*RFC822\.SIZE/i;
const FETCHING = /UID FETCH .*BODY\.PEEK\[\]/i;
const FILING = /UID STORE/i;

describe('a connection that breaks', () => {
  test.each<[string, RegExp, WireFault]>([
    ['at NOOP', / NOOP/i, 'cut'],
    ['at the list of new mail', LISTING, 'cut'],
    ['in the middle of that list', LISTING, 'cut_in_answer'],
    ['at the fetch of a mail', FETCHING, 'cut'],
    ['in the middle of a mail', FETCHING, 'cut_in_answer'],
    ['at the filing', FILING, 'cut'],
    ['after the filing, before its answer', FILING, 'cut_in_answer'],
    ['with BYE', FETCHING, { bye: 'Server shutting down.' }],
  ])(
    '%s is opened anew, and the mail is taken once',
    async (_where, command, fault) => {
      await failDuring(command, fault);
      expect(troubles().length).toBeGreaterThanOrEqual(1);
      expect(troubles()[0]?.facts.why).toMatch(/^imap\./);
    },
    60_000,
  );
});

test('a login that the server refuses for a while is said, and tried again until it is taken', async () => {
  await play();
  await played.pause();
  await played.drop(HANAKO, HANAKO_ASKS);
  wire.failAt(/ (?:LOGIN|AUTHENTICATE) /i, { refuse: 'NO [UNAVAILABLE] Try later' }, 2);
  await played.resume();
  expect(wire.struck()).toBe(2);
  expect(troubles().map(({ facts }) => facts.kind)).toEqual(['unreachable', 'unreachable']);
  await played.at('2025-11-25T09:01');
  expect(await played.states()).toEqual(['awaiting_reply']);
}, 60_000);

describe('a mail that the server lists and does not hand out', () => {
  const withheld = {
    instead: (line: string) => line.replace(/UID FETCH \S+/i, 'UID FETCH 999999'),
  };

  test('is the staff’s after some polls, the mails behind it are not kept waiting', async () => {
    await play({ fetchAttempts: 2 });
    await played.drop(TARO, '求人について教えてください。', { subject: '質問' });
    wire.failAt(FETCHING, withheld, 2);
    await played.at('2025-11-25T09:01');
    expect(await played.openReasons()).toEqual(['not_handed_out']);
    wire.heal();
    await played.write(HANAKO, HANAKO_ASKS);
    expect(await played.states()).toEqual(['awaiting_reply']);
  }, 60_000);

  test('names the booking that it answers, which silence does not void', async () => {
    await play({ fetchAttempts: 2 });
    await played.write(HANAKO, HANAKO_ASKS);
    wire.failAt(FETCHING, withheld, 2);
    await played.answer(HANAKO, 'はい');
    wire.heal();
    expect(await played.openReasons()).toEqual(['not_handed_out']);
    await played.at('2025-12-03T00:05');
    expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply' });
  }, 60_000);
});

test('a reply that is too large names its booking, which silence does not void', async () => {
  await play({ maxMailBytes: 30_000 });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(JUN, 'x');
  await played.answer(HANAKO, `はい。${'資料'.repeat(20_000)}`);
  expect(await played.openReasons()).toContain('too_large');
  await played.at('2025-12-03T00:05');
  expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply' });
});
