/**
 * Worlds that are odd but real: a viewer holds the database, a carrier's address is outside the
 * standard, a revived booking finds its slot taken (traps 7, 16, 21).
 */
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { HANAKO, JUN, type Person } from '../../src/demo/people.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { bookings, inbox, lastMailTo } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
let relay: PlayedRelay | null = null;
afterEach(async () => {
  await played.end();
  await relay?.stop();
  relay = null;
});

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });

test('while a viewer holds the database nothing is lost, it is said, and then the work goes on', async () => {
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (event: string) => warnings.push(event), error: () => {} };
  played = await playOffice({ log });
  const viewer = new Sqlite(played.database);
  viewer.exec('begin immediate');
  await played.drop(HANAKO, hanako('12月3日 10:00'));
  const working = played.at('2025-11-25T09:01');
  setTimeout(() => {
    viewer.exec('rollback');
    viewer.close();
  }, 2500);
  await working;
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
  expect((await inbox(played)).map(({ state }) => state)).toEqual(['handled']);
  expect(warnings).toContain('database_locked');
  const shown = await sql<{ words: string }>`
    select "今の様子" as words from "99_動作状況" where "項目" like '%書き込みを待った'`.execute(
    played.office.store.read,
  );
  expect(shown.rows[0]?.words).toMatch(/^2025-11-25 09:01（火）　\d秒$/);
});

test('a carrier’s address outside the standard is read, matched and written to', async () => {
  const keitai: Person = { name: '', address: '.hana..ko.@docomo.ne.jp' };
  played = await playOffice({
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
    },
  });
  const known = { name: '古川 はな', address: keitai.address, phone: null, refusedReason: null };
  await played.office.store.transact((tx) =>
    putSeeker(tx, { seekerNumber: '45010-10000055', ...known }, played.clock.now()),
  );
  const wish = { name: '古川 はな', number: '45010-10000055', wish: '12月3日 10:00' };
  await played.drop(keitai, requestForm(wish));
  await played.at('2025-11-25T09:01');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const [taken] = relay?.taken ?? [];
  expect(taken?.rcptTo.map((address) => address.replaceAll('"', ''))).toEqual([keitai.address]);
  const terms = await lastMailTo(played, keitai.address);
  const answers = { messageId: terms.message_id, subject: terms.subject, text: terms.text };
  await played.drop(keitai, 'はい', { answers });
  await played.at('2025-11-25T09:02');
  expect(await played.states()).toEqual(['confirmed']);
});

test('確定 of a void booking whose slot somebody else holds meanwhile gives no slot twice and says so', async () => {
  played = await playOffice();
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.write(JUN, jun('12月4日 10:00'));
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['void', 'awaiting_reply']);
  // As after a deadline that the office moved: the freed slot is somebody else's.
  await played.office.store.transact((tx) =>
    tx
      .updateTable('booking')
      .set({ slot_start_at: '2025-12-03T10:00:00+09:00' })
      .where('id', '=', 2)
      .execute(),
  );
  const [first] = await bookings(played);
  await played.write(COUNSELOR, '確定 本人から電話', { subject: `予約番号 ${first?.reference}` });
  expect(await played.states()).toEqual(['void', 'awaiting_reply']);
  expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.notice.confirmed');
  const answer = await lastMailTo(played, COUNSELOR.address);
  expect(answer.kind).toBe('staff.notice.done');
  expect(answer.text).toContain('枠');
});
