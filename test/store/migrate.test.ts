/**
 * The first start and upgrades as one step each: what fails or is killed in the middle leaves
 * the file as it was, so that the next start begins anew.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a migration that ends in the middle leaves no half of its tables, and the next start makes them all', async () => {
  const path = join(folder, 'office.sqlite');
  const file = new DatabaseSync(path);
  const tables = () =>
    file
      .prepare("select name from sqlite_schema where type = 'table'")
      .all()
      .map(({ name }) => name);
  file.exec('create table poll (in_the_way integer)');
  await expect(openStore(path)).rejects.toThrow(/poll already exists/);
  expect(tables()).toContain('poll');
  expect(tables()).not.toContain('booking');
  file.exec('drop table poll');
  await (await openStore(path)).close();
  expect(tables()).toEqual(expect.arrayContaining(['booking', 'inbox', 'outbox', 'poll']));
  file.close();
});
