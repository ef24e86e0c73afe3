/**
 * The reading does not depend on the time zone of the process: all labelled expressions and the
 * replies are read again in processes of their own under other zones, to the same answers.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ZONES = ['UTC', 'Asia/Tokyo', 'America/New_York'];
const FILES = ['own-datetime.jsonl', 'fresh-datetime.jsonl', 'fresh-requests.jsonl'];
const uketsuke = fileURLToPath(new URL('../../src/uketsuke.js', import.meta.url));
const run = promisify(execFile);

async function predictions(zone: string, file: string): Promise<string> {
  const path = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  const { stdout } = await run(process.execPath, [uketsuke, 'score', path, '--predictions'], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 1 << 24,
  });
  return stdout;
}

describe.each(FILES)('%s', (file) => {
  it('is read the same under every time zone of the process', { timeout: 120_000 }, async () => {
    const [first, ...others] = await Promise.all(ZONES.map((zone) => predictions(zone, file)));
    expect(first?.split('\n').length).toBeGreaterThan(50);
    for (const other of others) expect(other).toBe(first);
  });
});
