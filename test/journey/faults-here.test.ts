/**
 * Faults of the machine itself: a full disk, a file that may not be written, a name server that
 * knows nobody, a clock that jumps, a mail that only a later try can read. What the log says, and
 * that nothing is lost and nothing is taken for silence.
 */
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { HANAKO, OFFICE } from '../../src/demo/people.ts';
import type { Log } from '../../src/log.ts';
import { UnreadableMail } from '../../src/message/unreadable-mail.ts';
import { retrySetAside } from '../../src/store/set-aside.ts';
import { onlyBooking } from '../support/look.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
afterEach(() => played.end());

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

test('on a full disk mail waits on the server, the log says so, and it is taken when there is room', async () => {
  const told: string[] = [];
  const quiet = () => undefined;
  const log: Log = { info: quiet, warn: quiet, error: (event) => told.push(event) };
  played = await playOffice({ log });
  const { store } = played.office;
  const pages = (most: number) =>
    store.transact((tx) => sql.raw(`pragma max_page_count = ${most}`).execute(tx));
  await pages(1);
  await played.drop(HANAKO, `${HANAKO_ASKS}${'備考　'.repeat(20_000)}`);
  const settled = played.at('2025-11-25T09:01');
  while (!told.includes('receiving_failed')) await new Promise((done) => setTimeout(done, 20));
  expect(await played.states()).toEqual([]);
  await pages(1_000_000);
  await settled;
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
}, 60_000);

test('while no name server knows the relay mail waits, the log names the setting, and then it leaves once', async () => {
  const told: Record<string, unknown>[] = [];
  const quiet = () => undefined;
  const log: Log = { info: (_, facts = {}) => told.push(facts), warn: quiet, error: quiet };
  const smtp = { host: 'relay.invalid', port: 465, tls: 'implicit', from: OFFICE };
  const config: Record<string, unknown> = { smtp };
  played = await playOffice({ log, config });
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await played.states()).toEqual(['requested']);
  const tries = told.filter(({ kind }) => kind === 'seeker.action.terms');
  expect(tries).toMatchObject([{ outcome: 'unreachable', setting: 'smtp.host' }]);
  // The name is known again.
  config.smtp = { ...played.servers.smtp, from: OFFICE };
  await played.restart();
  await played.at('2025-11-25T09:01');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const hers = played.servers.delivered.filter(({ recipient }) => recipient === HANAKO.address);
  expect(hers).toHaveLength(1);
}, 60_000);

test('a database that can no longer be written says so, and mail waits on the server until it can', async () => {
  const told: Record<string, unknown>[] = [];
  const quiet = () => undefined;
  const error = (event: string, facts = {}) => told.push({ event, ...facts });
  played = await playOffice({ log: { info: quiet, warn: quiet, error } });
  const { store } = played.office;
  const { transact } = store;
  store.transact = () =>
    Promise.reject(
      Object.assign(new Error('attempt to write a readonly database'), { code: 'SQLITE_READONLY' }),
    );
  await played.drop(HANAKO, HANAKO_ASKS);
  const settled = played.at('2025-11-25T09:01');
  const failed = () => told.some(({ event }) => event === 'receiving_failed');
  while (!failed()) await new Promise((done) => setTimeout(done, 20));
  expect(told[0]).toMatchObject({ why: expect.stringContaining('readonly') });
  expect(await played.states()).toEqual([]);
  store.transact = transact;
  await settled;
  expect(await played.states()).toEqual(['awaiting_reply']);
}, 60_000);

test('a clock that is set back for a while loses nothing and sends nothing twice', async () => {
  played = await playOffice();
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-11-25T07:00');
  await played.answer(HANAKO, 'はい');
  await played.at('2025-11-25T10:00');
  expect(await played.states()).toEqual(['confirmed']);
  const kinds = await played.kindsTo(HANAKO.address);
  expect(kinds).toEqual(['seeker.action.terms', 'seeker.notice.confirmed']);
});

test('a reply in time that only a retry can read is about its void booking, whatever day it names', async () => {
  played = await playOffice();
  await played.write(HANAKO, HANAKO_ASKS);
  const { parser, store } = played.office;
  const { open } = parser;
  parser.open = async () => {
    throw new UnreadableMail('not parsed within 10 s');
  };
  await played.answer(HANAKO, 'はい、12月3日の10時でお願いします。');
  parser.open = open;
  expect(await played.openReasons()).toEqual(['unreadable']);
  await played.at('2025-12-03T00:05');
  expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply' });
  await played.at('2025-12-03T10:05');
  expect(await onlyBooking(played)).toMatchObject({ state: 'void' });
  await store.transact((tx) => retrySetAside(tx, played.clock.now()));
  await played.at('2025-12-03T10:06');
  expect(await onlyBooking(played)).toMatchObject({ state: 'void' });
  expect(await played.openReasons()).toContain('reply_in_time_after_void');
});
