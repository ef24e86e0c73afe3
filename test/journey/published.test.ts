/**
 * What leaves the office: statistics hold nothing that identifies anybody (Article 7(2)), a record
 * goes out under law only, and a purge by hand says beforehand what it will do.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DiscloseOptions, disclose } from '../../src/commands/disclose.ts';
import { purgeByHand } from '../../src/commands/purge.ts';
import { stats } from '../../src/commands/stats.ts';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { bookings, inbox, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

/** By these a device or a program is known (Article 7). */
const PHONE = 'KDDI-CA39 UP.Browser/6.2';
const MAILER = 'Shuriken Pro4 /R.1';
const IP = '203.0.113.77';
let played: Played;
let said: string[] = [];
const outlet = { out: (l: string) => said.push(l), complain: (l: string) => said.push(l) };
const ask = (name: string, number: string, wish: string) => requestForm({ name, number, wish });
const configPath = () => join(dirname(played.database), 'config.json');

beforeEach(async () => {
  said = [];
  played = await playOffice();
  const headers = [`User-Agent: ${PHONE}`, `X-Mailer: ${MAILER}`, `X-Originating-IP: [${IP}]`];
  const request = ask('小林 花子', '45010-10000001', '12月3日 10:00');
  await played.write(HANAKO, request, { headers });
  await played.answer(HANAKO, 'はい');
  await played.write(COUNSELOR, ask('山田 太郎', '45010-10000002', '12月4日 14:00'));
}, 60_000);
afterEach(() => played.end());

test('the statistics hold none of the identifiers that the database holds', {
  timeout: 60_000,
}, async () => {
  for (const format of [{}, { json: true }, { csv: true }]) {
    await stats({ configPath: configPath(), json: false, csv: false, ...format }, outlet);
  }
  const text = said.join('\n');
  expect(text).toMatch(/2025-11 +2 +1 +1/);
  expect(JSON.parse(said.find((line) => line.startsWith('[')) ?? '')).toMatchObject([
    { month: '2025-11', requests: 2, channels: { mail: 1, phone: 1 }, outcomes: { confirmed: 1 } },
  ]);
  expect(text).toContain('\uFEFF申込みの月,申込み,メール');
  const identifiers = [
    ...(await bookings(played)).flatMap((row) => [
      ...[row.reference, row.name, row.seeker_number, row.phone, row.topic, row.lane],
      ...[row.registered_address, row.requester_address, row.slot_start_at],
    ]),
    ...(await inbox(played)).flatMap(({ message_id, sha256 }) => [message_id, sha256]),
    ...(await outbox(played)).flatMap(({ message_id, to_address }) => [message_id, to_address]),
    ...[HANAKO, TARO, COUNSELOR].flatMap(({ name, address }) => [name, address]),
    ...[PHONE, MAILER, IP],
  ].filter((value) => value !== null && value.length > 1);
  expect(identifiers.length).toBeGreaterThan(20);
  const kept = (await inbox(played)).map(({ raw }) => Buffer.from(raw ?? '').toString('latin1'));
  for (const device of [PHONE, MAILER, IP]) expect(kept.join()).toContain(device);
  expect(identifiers.filter((value) => text.includes(value ?? ''))).toEqual([]);
});

test('a record goes out under law only, and leaves a row that nobody changes', {
  timeout: 60_000,
}, async () => {
  const file = join(dirname(played.database), 'kaiji.json');
  const order = { law: '刑事訴訟法第197条第2項', to: '小林警察署', by: '所長 見本' };
  const hand = (options: Partial<DiscloseOptions>) =>
    disclose({ configPath: configPath(), clock: played.clock, file, ...order, ...options }, outlet);
  const [booking] = await bookings(played);
  const rows = () => played.office.store.read.selectFrom('disclosure').selectAll().execute();

  expect(await hand({ seeker: '45010-10000001', law: ' ' })).toBe(1);
  expect(await hand({})).toBe(1);
  expect(await hand({ booking: 'AAAA-AAAA' })).toBe(1);
  expect(said.join('\n')).toMatch(/--law.*空[\s\S]*どちらか一つ[\s\S]*記録がありません/);
  expect(await rows()).toEqual([]);

  expect(await hand({ seeker: '45010-10000001' })).toBe(0);
  const record = readFileSync(file, 'utf8');
  expect(record).toContain(booking?.topic);
  expect(record).toContain(HANAKO.address);
  expect(record).not.toContain(TARO.address);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await rows()).toMatchObject([
    { about: '45010-10000001', law: order.law, recipient: order.to, ordered_by: order.by },
  ]);

  expect(await hand({ booking: booking?.reference.replace('-', '').toLowerCase() })).toBe(1);
  expect(said.at(-1)).toContain('もうあります');
  expect(await rows()).toHaveLength(1);
  const { store } = played.office;
  for (const change of [
    store.transact((tx) => tx.deleteFrom('disclosure').execute()),
    store.transact((tx) => tx.updateTable('disclosure').set({ law: 'x' }).execute()),
  ]) {
    await expect(change).rejects.toThrow('開示の記録は書き換えられません。');
  }
});

test('a purge by hand shows first what it would do, and does it', { timeout: 60_000 }, async () => {
  const [booking] = await bookings(played);
  played.clock.set('2026-03-10T09:00');
  const desk = { configPath: configPath(), clock: played.clock };
  expect(await purgeByHand({ ...desk, dryRun: true }, outlet)).toBe(0);
  expect(said).toContain(`予約番号 ${booking?.reference}：相談内容とメールを消します。`);
  expect((await bookings(played))[0]?.topic).not.toBeNull();
  await purgeByHand({ ...desk, dryRun: false }, outlet);
  expect((await bookings(played))[0]?.topic).toBeNull();
});
