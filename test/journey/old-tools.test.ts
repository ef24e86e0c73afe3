/**
 * The admin's tools are old and Excel runs formulas (traps 22 and 23): after a played day the file
 * has only ordinary tables, opens read-only beside the bot, and a list for Excel harms nobody.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportList } from '../../src/commands/desk/export.ts';
import { HANAKO } from '../../src/demo/people.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

const outlet = { out: () => undefined, complain: () => undefined };
let played: Played;
beforeEach(async () => {
  played = await playOffice({ config: { registration: 'sender' } });
});
afterEach(() => played.end());

test('no table is STRICT, and every view opens beside the running bot', async () => {
  await played.write(
    HANAKO,
    requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' }),
  );
  await played.answer(HANAKO, 'はい');
  const viewer = new Sqlite(played.database, { readonly: true });
  const tables = viewer.pragma('table_list') as { name: string; type: string; strict: number }[];
  const strict = tables.filter((table) => table.strict !== 0);
  expect(strict).toEqual([]);
  const views = tables.filter(({ type, name }) => type === 'view' && !name.startsWith('sqlite_'));
  expect(views.length).toBeGreaterThan(10);
  for (const { name } of views) viewer.prepare(`select * from "${name}"`).all();
  viewer.close();
});

test('a name that is a formula for Excel is kept as written and harmless in the list', async () => {
  const name = '=HYPERLINK("http://x.example","見る")';
  await played.write(
    HANAKO,
    requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' }),
  );
  // No form is read so; a hand or another program may have written it.
  await played.office.store.transact((tx) => tx.updateTable('booking').set({ name }).execute());
  const out = join(dirname(played.database), 'all.csv');
  const configPath = join(dirname(played.database), 'config.json');
  expect(await exportList({ configPath, out }, outlet)).toBe(0);
  const text = readFileSync(out, 'utf8');
  expect(text.startsWith('\uFEFF予約番号,')).toBe(true);
  const cells = text.split(/[,\r\n]+/).map((cell) => cell.replace(/^"/, ''));
  expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  expect(text).toContain("'=HYPERLINK");
});
