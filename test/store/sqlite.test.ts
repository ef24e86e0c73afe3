/** Which files can serve as the database, and whose it is while a program runs on it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimDatabase, DatabaseTrouble } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { cleanUpAfterEach, newFolder, newPath } from './store-samples.ts';

cleanUpAfterEach();

const NOBODY = 65534;

/** Runs as a user whom permissions bind; root is bound by none. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** One line that names the file, and nothing of a stack. */
async function expectTrouble(path: string, why: RegExp): Promise<void> {
  const error = await asOrdinaryUser(() => openStore(path)).then(
    async (store) => {
      await store.close();
      return null;
    },
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DatabaseTrouble);
  const { message } = error as DatabaseTrouble;
  expect(message).toMatch(/^database: /);
  expect(message).toContain(path);
  expect(message).toMatch(why);
  expect(message).not.toContain('\n');
}

describe('a file that cannot serve is named in one line:', () => {
  it('one that is no database, which stays as it is', async () => {
    const path = newPath();
    const words = 'これは予約台帳ではありません。'.repeat(100);
    writeFileSync(path, words);
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o666);
    await expectTrouble(path, /not a database/);
    expect(readFileSync(path, 'utf8')).toBe(words);
  });

  it('a folder', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o777);
    await expectTrouble(folder, /unable to open/);
  });

  it('one in a missing folder that may not be made', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    await expectTrouble(join(folder, 'data', 'uketsuke.db'), /permission denied/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('one that may not be read', async () => {
    const path = newPath();
    await (await openStore(path)).close();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o000);
    await expectTrouble(path, /unable to open/);
  });

  it('one that may be read and not written, before any mail is fetched', async () => {
    const path = newPath();
    await (await openStore(path)).close();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    await expectTrouble(path, /readonly/);
  });

  it('one that may not be written in a folder that may', async () => {
    const path = newPath();
    await (await openStore(path)).close();
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o444);
    await expectTrouble(path, /readonly/);
  });

  it('one in a folder that may not be written, where the log beside it cannot be', async () => {
    const path = newPath();
    await (await openStore(path)).close();
    chmodSync(path, 0o666);
    chmodSync(dirname(path), 0o555);
    await expectTrouble(path, /unable to open|readonly/);
  });
});

it('a missing folder is made', async () => {
  const path = join(newFolder(), 'data', 'office', 'uketsuke.db');
  await (await openStore(path)).close();
  expect(existsSync(path)).toBe(true);
});

describe('the right to run on a database', () => {
  const claimInOwnProcess = async (path: string) => {
    const door = resolve(import.meta.dirname, '../../src/store/sqlite.ts');
    const script = `
      const { claimDatabase } = await import(${JSON.stringify(door)});
      try { claimDatabase(${JSON.stringify(path)}); process.stdout.write('claimed'); }
      catch (error) { process.stdout.write(error.constructor.name + ' ' + error.message); process.exit(3); }
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const [words] = (await once(child.stdout, 'data')) as [Buffer];
    return {
      words: words.toString(),
      kill: async () => {
        child.kill('SIGKILL');
        await exited;
      },
    };
  };

  it('is refused to a second one, with a word on what to do, and is free after its release', () => {
    const path = newPath();
    const release = claimDatabase(path);
    expect(() => claimDatabase(path)).toThrow(DatabaseTrouble);
    expect(() => claimDatabase(path)).toThrow(`already running on ${path}; stop it first`);
    release();
    claimDatabase(path)();
  });

  it('is refused to a second process', async () => {
    const path = newPath();
    const release = claimDatabase(path);
    const second = await claimInOwnProcess(path);
    await second.kill();
    release();
    expect(second.words).toContain('DatabaseTrouble database: another uketsuke');
    expect(second.words).toContain(path);
  });

  it('ends with the process that had it, however that ended', async () => {
    const path = newPath();
    const holder = await claimInOwnProcess(path);
    expect(holder.words).toBe('claimed');
    expect(() => claimDatabase(path)).toThrow(DatabaseTrouble);
    await holder.kill();
    claimDatabase(path)();
  });

  it('is one for each database', () => {
    const releases = [newPath(), newPath()].map(claimDatabase);
    expect(releases).toHaveLength(2);
    for (const release of releases) release();
  });

  it('does not stand in the way of the database itself', async () => {
    const path = newPath();
    const release = claimDatabase(path);
    await (await openStore(path)).close();
    release();
  });

  it('in a folder that may not be written is trouble that names the file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'data'), 0o555);
    const path = join(folder, 'data', 'uketsuke.db');
    const claim = asOrdinaryUser(() => Promise.resolve().then(() => claimDatabase(path)));
    await expect(claim).rejects.toThrow(DatabaseTrouble);
    await expect(claim).rejects.toThrow(path);
    rmSync(join(folder, 'data'), { recursive: true });
  });
});
