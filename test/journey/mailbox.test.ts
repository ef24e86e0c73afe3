/**
 * The mailbox's own troubles: out of reach at midnight, renumbered, full at the first start, the
 * same mail twice, one that a person opened first, a mail too large, a mail that breaks the program
 * (traps 2, 9, 10).
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startImapServer } from '../../src/demo/imap-server.ts';
import type { DemoServers } from '../../src/demo/mail-server.ts';
import { HANAKO, JUN, letterSource, MISAKI, type Person, TARO } from '../../src/demo/people.ts';
import { PlainImap } from '../../src/demo/plain-imap.ts';
import { post } from '../../src/demo/post.ts';
import { voidUnanswered } from '../../src/flow/clock/void-unanswered.ts';
import { dovecotInstalled } from '../support/dovecot.ts';
import { type Gate, startGate } from '../support/gate.ts';
import { bookings, events, inbox, onlyBooking, outbox } from '../support/look.ts';
import {
  COUNSELOR,
  OFFICE,
  type Played,
  type PlayedOptions,
  playOffice,
  requestForm,
  type Servers,
} from '../support/world.ts';

/** Makes the reading stumble over one word, as a defect of ours would. */
vi.mock('../../src/reading/request.ts', async (original) => {
  const real = await original<typeof import('../../src/reading/request.ts')>();
  const readRequest: typeof real.readRequest = (mail, at) => {
    if (mail.text.includes('毒入り')) throw new TypeError('cannot read this');
    return real.readRequest(mail, at);
  };
  return { ...real, readRequest };
});

let played: Played;
let gate: Gate | null = null;
const play = async (options: PlayedOptions = {}) => {
  played = await playOffice(options);
};
afterEach(async () => {
  gate?.open();
  await played.end();
  await gate?.stop();
  gate = null;
});

/** The bot reaches its mailbox through a gate. */
async function gated(servers: DemoServers): Promise<Record<string, unknown>> {
  const { port, user } = servers.imap(OFFICE.address);
  gate = await startGate(port);
  const password = { env: 'DEMO_PASSWORD' };
  return { imap: { host: '127.0.0.1', port: gate.port, tls: 'none', user, password } };
}

const ask = (name: string, number: string, wish: string) => requestForm({ name, number, wish });
const HANAKO_ASKS = ask('小林 花子', '45010-10000001', '12月3日 10:00');
const JUN_ASKS = ask('鈴木 潤', '45010-10000004', '12月4日 10:00');

const worlds: Servers[] = dovecotInstalled() ? ['embedded', 'dovecot'] : ['embedded'];

describe.each(worlds)('on %s servers', (servers) => {
  test('while the mailbox is out of reach at midnight nothing is void, and a reply in time that is read late confirms', async () => {
    await play({ servers, config: gated });
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(JUN, ask('鈴木 潤', '45010-10000004', '12月3日 10:30'));
    const terms = await played.newestTo(HANAKO.address);
    gate?.shut();
    played.clock.set('2025-12-02T23:58');
    await played.drop(HANAKO, 'はい、参加します。', terms ? { answers: terms } : {});
    played.clock.set('2025-12-03T08:30');
    expect(await voidUnanswered(played.office)).toBe(0);
    expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    gate?.open();
    await played.at('2025-12-03T08:31');
    expect(await played.states()).toEqual(['confirmed', 'void']);
    expect((await bookings(played))[0]?.consented_at).toBe('2025-12-02T23:58:00+09:00');
  });

  test('a reply that a person has opened before the program saw it confirms like any other', async () => {
    await play({ servers, config: gated });
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    gate?.shut();
    await played.drop(HANAKO, 'はい', terms ? { answers: terms } : {});
    const { port, user, password } = played.servers.imap(OFFICE.address);
    const outlook = await PlainImap.open(port, user, password);
    await outlook.command('SELECT INBOX');
    expect(await outlook.command('STORE 1:* +FLAGS (\\Seen)')).toContain('\\Seen');
    outlook.close();
    gate?.open();
    await played.at('2025-11-25T09:05');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('a reply that came in time while the program was stopped over the deadline confirms at the start', async () => {
    await play({ servers });
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    await played.pause();
    played.clock.set('2025-12-02T23:59:59');
    await played.drop(HANAKO, 'はい', terms ? { answers: terms } : {});
    played.clock.set('2025-12-03T09:00');
    await played.resume();
    await played.at('2025-12-03T09:01');
    expect(await played.states()).toEqual(['confirmed']);
    const confirmed = (await events(played)).find(({ type }) => type === 'reply_confirmed');
    expect(confirmed?.at).toBe('2025-12-02T23:59:59+09:00');
  });

  test('the first start on a full inbox answers nothing old and takes what comes then', async () => {
    await play({
      servers,
      before: async ({ smtp }, clock) => {
        for (const number of [901, 902]) {
          const source = letterSource({
            from: JUN,
            subject: '予約',
            text: JUN_ASKS,
            at: clock.now(),
            number,
          });
          await post(smtp.port, { mailFrom: JUN.address, rcptTo: OFFICE.address, source });
        }
      },
    });
    expect(await played.states()).toEqual([]);
    await played.write(HANAKO, HANAKO_ASKS);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect((await inbox(played)).map(({ state }) => state)).toEqual(['noted', 'noted', 'handled']);
    expect(await played.kindsTo(JUN.address)).toEqual([]);
  });
});

test('folders for filing are made where they are missing, and each mail is moved', async () => {
  await play({
    config: async (servers) => {
      const { host, port, tls, user } = servers.imap(OFFICE.address);
      const filing = { by: 'folder', handled: 'Done', forStaff: 'Staff' };
      return { imap: { host, port, tls, user, filing, password: { env: 'DEMO_PASSWORD' } } };
    },
  });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(TARO, '求人について教えてください。', { subject: '質問' });
  await played.answer(HANAKO, 'はい');
  await played.at('2025-11-25T09:01');
  expect(await played.states()).toEqual(['confirmed']);
  const { port, user, password } = played.servers.imap(OFFICE.address);
  const client = await PlainImap.open(port, user, password);
  const counts: string[] = [];
  for (const folder of ['INBOX', 'Done', 'Staff']) {
    const answer = await client.command(`STATUS ${folder} (MESSAGES)`);
    counts.push(`${folder} ${/MESSAGES (\d+)/.exec(answer)?.[1]}`);
  }
  client.close();
  expect(counts).toEqual(['INBOX 0', 'Done 2', 'Staff 1']);
});

test('under a new UIDVALIDITY nobody is answered twice and what came meanwhile is taken', async () => {
  await play({ config: gated });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(MISAKI, '求人について教えてください。', { subject: '質問' });
  const before = await outbox(played);
  const { user, password } = played.servers.imap(OFFICE.address);
  const restored = await startImapServer({ user, password, uidValidity: 77 });
  await played.drop(JUN, JUN_ASKS);
  gate?.shut();
  const lay = played.servers.delivered.filter(({ recipient }) => recipient === OFFICE.address);
  for (const { source, internalDate } of lay.toReversed()) restored.deliver(source, internalDate);
  gate?.open(restored.port);
  await played.at('2025-11-25T09:05');
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
  const after = await outbox(played);
  expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.slice(before.length).map(({ to_address }) => to_address)).toEqual([JUN.address]);
  await played.end();
  await restored.stop();
}, 30_000);

test('the same mail delivered twice is one booking and one answer', async () => {
  await play();
  const letter = { from: HANAKO, subject: '予約', text: HANAKO_ASKS, number: 950 };
  const source = letterSource({ ...letter, at: played.clock.now() });
  await played.sendRaw(HANAKO.address, source);
  await played.sendRaw(HANAKO.address, source);
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect((await inbox(played)).map(({ state }) => state)).toEqual(['handled', 'duplicate']);
  expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
});

test('a mail that breaks the program is set aside with its bytes, and the next one goes on', async () => {
  await play();
  await played.drop(TARO, '毒入りのメール');
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await played.states()).toEqual(['awaiting_reply']);
  const [poison] = await inbox(played);
  expect(poison).toMatchObject({ state: 'for_staff', booking_id: null });
  expect(poison?.outcome).toContain('set aside');
  expect(poison?.raw?.length).toBeGreaterThan(0);
  expect(await played.openReasons()).toEqual(['unreadable']);
  expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.action.decide']);
});

test('a mail over the size limit is never fetched, is listed, and the next one goes on', async () => {
  await play({
    config: async (servers) => {
      const { host, port, tls, user } = servers.imap(OFFICE.address);
      const password = { env: 'DEMO_PASSWORD' };
      return { imap: { host, port, tls, user, password, maxMailBytes: 20_000 } };
    },
  });
  await played.drop(TARO, '長い'.repeat(20_000));
  await played.write(HANAKO, HANAKO_ASKS);
  const [large] = await inbox(played);
  expect(large).toMatchObject({ state: 'for_staff', raw: null });
  expect(await played.openReasons()).toEqual(['too_large']);
  expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply' });
});

test('a mail whose From: names nobody is shown to the staff', async () => {
  await play();
  const nobody: Person = { name: '', address: '' };
  const source = letterSource({
    from: { ...nobody, address: 'x@example.com' },
    subject: '予約',
    text: HANAKO_ASKS,
    at: played.clock.now(),
    number: 960,
  }).replace(/^From:.*\r\n/, '');
  await played.sendRaw('x@example.com', source);
  expect(await played.states()).toEqual([]);
  expect(await played.openReasons()).toEqual(['not_a_request']);
});
