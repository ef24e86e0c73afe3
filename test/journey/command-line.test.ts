/**
 * `uketsuke run` as a process of its own: how it ends, what it says of wrong settings, and that
 * one database has one program. Against the embedded servers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServers, startDemoServers } from '../../src/demo/mail-server.ts';
import { HANAKO, letterSource, OFFICE } from '../../src/demo/people.ts';
import { post } from '../../src/demo/post.ts';
import { DEMO_USERS } from '../../src/demo/world.ts';
import { COUNSELOR, requestForm } from '../support/world.ts';

const PROGRAM = new URL('../../src/uketsuke.js', import.meta.url).pathname;
const TERMS = new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname;

interface Run {
  process: ChildProcess;
  /** Everything said so far, on both channels. */
  said(): string;
  /** Resolves when the words have been said; rejects where the program ends before. */
  says(words: RegExp): Promise<void>;
  ended: Promise<number | null>;
}

let servers: DemoServers;
let folder: string;
const runs: Run[] = [];
beforeAll(async () => {
  servers = await startDemoServers({ now: () => Temporal.Now.instant(), users: DEMO_USERS });
});
afterAll(() => servers.stop());
afterEach(async () => {
  for (const { process, ended } of runs.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

type Settings = Record<string, Record<string, unknown> | unknown>;

/** Writes a config that differs from a good one in `changes`, block by block. */
function configure(changes: Record<string, Settings | string> = {}): string {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-run-'));
  const { host, port, tls, user } = servers.imap(OFFICE.address);
  const good: Record<string, Settings | string> = {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
    imap: { host, port, tls, user, password: { env: 'PASSWORD' } },
    smtp: { ...servers.smtp, from: OFFICE },
    termsFile: TERMS,
    database: 'office.sqlite',
    sendMode: 'live',
    registration: 'sender',
  };
  const config: Record<string, unknown> = {
    lanes: [
      {
        id: 'A',
        counselor: '1番窓口',
        zoom: { meetingId: '000', passcode: '123', url: 'https://zoom.example/j/1' },
      },
    ],
  };
  for (const [block, value] of Object.entries({ ...good, ...changes })) {
    const base = good[block];
    config[block] =
      typeof value === 'object' && typeof base === 'object' ? { ...base, ...value } : value;
  }
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

function start(config: string, env: Record<string, string> = { PASSWORD: 'demo' }): Run {
  const child = spawn(process.execPath, [PROGRAM, 'run', '--config', config], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let look = () => {};
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (words: RegExp) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (words.test(text)) resolve();
      };
      look();
      void ended.then((code) => reject(new Error(`ended with ${code}, having said: ${text}`)));
    });
  const run: Run = { process: child, said: () => text, says, ended };
  runs.push(run);
  return run;
}

/** Events of the log that say something is wrong. */
const troubles = (run: Run) =>
  run
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ level }) => level !== 'info');

describe('the end', () => {
  test('SIGTERM in the middle of work ends the program with 0 in under five seconds, and nothing is lost', async () => {
    const config = configure();
    const run = start(config);
    await run.says(/"event":"ready"/);
    const count = 12;
    for (let i = 1; i <= count; i++) {
      const text = requestForm({
        name: `架空 ${i}郎`,
        number: `45010-400000${String(i).padStart(2, '0')}`,
        wish: '12月15日 10:00',
      });
      const source = letterSource({
        from: HANAKO,
        subject: '予約',
        text,
        at: Temporal.Now.instant(),
        number: 7000 + i,
      });
      await post(servers.smtp.port, { mailFrom: HANAKO.address, rcptTo: OFFICE.address, source });
    }
    const before = performance.now();
    run.process.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(5000);
    const again = start(config);
    await again.says(/"event":"ready"/);
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    const file = new Sqlite(join(folder, 'office.sqlite'), { readonly: true });
    const rows = file.prepare('select state, count(*) as n from inbox group by state').all();
    const open = file.prepare("select count(*) as n from inbox where state = 'received'").get();
    file.close();
    expect(open, JSON.stringify(rows)).toEqual({ n: 0 });
  }, 30_000);

  test('a second program on the same database is refused with one line, and the first goes on', async () => {
    const config = configure();
    const first = start(config);
    await first.says(/"event":"ready"/);
    const second = start(config);
    expect(await second.ended).toBe(1);
    expect(second.said().trim().split('\n')).toHaveLength(1);
    expect(second.said()).toContain('another uketsuke is already running');
    expect(first.process.exitCode).toBeNull();
  });
});

test('what the program writes is for its owner alone, whatever umask it was started with', async () => {
  const umask = process.umask(0);
  const run = start(configure({ database: 'new/office.sqlite' }));
  process.umask(umask);
  await run.says(/"event":"viewing_copy"/);
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'config.json')
    .map((name) => ({ name, mode: statSync(join(folder, name)).mode & 0o777 }));
  const openToOthers = written.filter(({ mode }) => (mode & 0o077) !== 0);
  expect(openToOthers).toEqual([]);
  expect(written.map(({ name }) => name)).toEqual(
    expect.arrayContaining(
      ['', '-wal', '-shm', '.key', '.lock']
        .map((end) => `new/office.sqlite${end}`)
        .concat('new', 'data/閲覧用.sqlite'),
    ),
  );
});

describe('what can be cured while it runs is said in one line that names the setting, and tried again', () => {
  test('a wrong IMAP password', async () => {
    const run = start(configure(), { PASSWORD: 'wrong' });
    await run.says(/mailbox_trouble/);
    const [trouble] = troubles(run);
    expect(trouble).toMatchObject({ setting: 'imap.password' });
    expect(run.said()).not.toContain('"wrong"');
    expect(run.process.exitCode).toBeNull();
  });

  test('an IMAP port where nobody answers, tried more than once', async () => {
    const run = start(configure({ imap: { port: 9 } }));
    await run.says(/mailbox_trouble.*mailbox_trouble/s);
    expect(troubles(run)[0]).toMatchObject({ setting: 'imap.port' });
    run.process.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  test('an unknown folder', async () => {
    const run = start(configure({ imap: { folder: 'Nirgendwo' } }));
    await run.says(/mailbox_trouble/);
    expect(troubles(run)[0]).toMatchObject({ setting: 'imap.folder' });
    expect(run.process.exitCode).toBeNull();
  });
});

describe('what cannot be cured ends the program with 1 and says what and where', () => {
  const refuses = async (config: string, words: RegExp, env?: Record<string, string>) => {
    const run = start(config, env);
    expect(await run.ended).toBe(1);
    expect(run.said()).toMatch(words);
    expect(run.said()).not.toMatch(/^\s+at /m);
    return run;
  };

  test('a config with several problems, all of them at once', async () => {
    const config = configure({ imap: { prot: 1, tls: 'maybe' }, sendMode: 'sometimes' });
    const { said } = await refuses(config, /\$\.imap\.prot/);
    expect(said()).toContain('$.imap.tls');
    expect(said()).toContain('$.sendMode');
  });

  test('no config at all', async () => {
    configure();
    await refuses(join(folder, 'other.json'), /config\.example\.json/);
  });

  test('a secret that is not set', async () => {
    await refuses(configure(), /\$\.imap\.password.*PASSWORD/, {});
  });

  test('a terms file that is not there', async () => {
    await refuses(configure({ termsFile: 'nowhere.txt' }), /termsFile/);
  });

  test('a database that is a folder', async () => {
    const config = configure();
    mkdirSync(join(folder, 'office.sqlite'));
    await refuses(config, /database: .*office\.sqlite/);
  });

  test('a database that is no database', async () => {
    const config = configure();
    writeFileSync(join(folder, 'office.sqlite'), 'これはデータベースではありません。'.repeat(50));
    await refuses(config, /database: .*office\.sqlite/);
    expect(readFileSync(join(folder, 'office.sqlite'), 'utf8')).toContain('これはデータベース');
  });

  test.skipIf(process.getuid?.() === 0)('a database that may not be written', async () => {
    const config = configure();
    const path = join(folder, 'office.sqlite');
    new Sqlite(path).close();
    writeFileSync(path, '');
    chmodSync(path, 0o400);
    await refuses(config, /database: .*office\.sqlite/);
  });
});
