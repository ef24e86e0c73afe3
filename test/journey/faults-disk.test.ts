/**
 * A disk that is really full: the database on a small file system of its own. Only where this
 * process may mount one (root on Linux); elsewhere `faults-here.test.ts` plays it by a page limit.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import type { Log } from '../../src/log.ts';
import { inbox } from '../support/look.ts';
import { playOffice, requestForm } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'uketsuke-small-disk-'));
const mounted = mountSmallDisk();
afterAll(() => {
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

function mountSmallDisk(): boolean {
  try {
    const mount = ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder];
    execFileSync('mount', mount, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes all the room that is left; returns how to give it back. */
function fill(): () => void {
  const file = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(bavail * bsize));
  return () => rmSync(file);
}

const ASKS = requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' });
const why = mounted ? '' : ': no right to mount a small file system';

describe.skipIf(!mounted)(`a disk without a free byte${why}`, () => {
  test('is named in the log, keeps mail on the server and the database whole, and the work goes on when there is room', async () => {
    const told: Record<string, unknown>[] = [];
    const quiet = () => undefined;
    const error = (event: string, facts = {}) => told.push({ event, ...facts });
    const log: Log = { info: quiet, warn: quiet, error };
    const database = join(folder, 'office.sqlite');
    const played = await playOffice({ log, config: { database } });
    try {
      expect(existsSync(database)).toBe(true);
      const makeRoom = fill();
      await played.drop(HANAKO, `${ASKS}${'備考　'.repeat(20_000)}`);
      const settled = played.at('2025-11-25T09:01');
      while (told.length === 0) await sleep(20);
      expect(told[0]).toEqual({
        event: 'receiving_failed',
        why: 'database or disk is full',
      });
      expect(await played.states()).toEqual([]);
      makeRoom();
      await settled;
      expect(await played.states()).toEqual(['awaiting_reply']);
      expect((await inbox(played)).map(({ state }) => state)).toEqual(['handled']);
      const { rows } = await sql`pragma integrity_check`.execute(played.office.store.read);
      expect(rows).toEqual([{ integrity_check: 'ok' }]);
    } finally {
      await played.end();
    }
  }, 60_000);
});
