/**
 * The machine's clock is set far ahead, and back, by a dead battery or a bad time server: what is
 * put off does not wait for the wrong year, what cannot be taken back is kept beside, and a person
 * can put right what the false date voided.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { HANAKO, JUN } from '../../src/demo/people.ts';
import { inspectFile } from '../../src/store/backup/look-through.ts';
import { bookings, outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
let relay: PlayedRelay | null = null;
const folder = mkdtempSync(join(tmpdir(), 'uketsuke-clock-'));
afterEach(async () => {
  await played.end();
  await relay?.stop();
  relay = null;
  rmSync(folder, { recursive: true, force: true });
});

const HERS = { name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' };
const hanako = requestForm(HERS);
const jun = requestForm({ name: '鈴木 潤', number: '45010-10000004', wish: '12月4日 10:00' });

const hers = async () =>
  (await outbox(played)).filter(({ to_address }) => to_address === HANAKO.address);

test('a mail that was put off while the clock stood a year ahead leaves when it is set back', async () => {
  played = await playOffice({
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
    },
  });
  relay?.failAt('rcpt', { replyCode: 450, text: '4.2.1 try later' });
  await played.at('2026-11-24T09:00');
  await played.write(HANAKO, hanako);
  expect(await hers()).toMatchObject([{ kind: 'seeker.action.terms', state: 'queued' }]);
  relay?.heal();
  await played.at('2025-11-25T09:10');
  expect(await hers()).toMatchObject([{ kind: 'seeker.action.terms', state: 'sent' }]);
}, 60_000);

test('a leap of a year voids what lay between, a person puts it right, and words are kept beside', async () => {
  played = await playOffice({ config: { backup: { folder } } });
  await played.write(HANAKO, hanako);
  await played.answer(HANAKO, 'はい');
  await played.write(JUN, jun);
  await played.at('2026-11-26T09:00');
  expect(await played.states()).toEqual(['confirmed', 'void']);
  expect((await bookings(played)).map(({ topic }) => topic)).toEqual([null, null]);
  const kept = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  expect(kept).toHaveLength(1);
  const copy = join(folder, kept[0] ?? '');
  expect(existsSync(copy)).toBe(true);
  expect(inspectFile(copy)).toBeTruthy();

  await played.at('2025-11-25T10:00');
  await played.answer(JUN, 'はい、参加します。');
  expect(await played.openReasons()).toContain('reply_in_time_after_void');
  await played.answer(COUNSELOR, '確定 時計の誤り');
  expect(await played.states()).toEqual(['confirmed', 'confirmed']);
}, 90_000);
