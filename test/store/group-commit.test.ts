/**
 * Works that share a commit: each is all or nothing by itself, and none is told too early.
 */
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../../src/store/connection.ts';
import { type GroupCommit, groupCommit } from '../../src/store/group-commit.ts';
import type { Database } from '../../src/store/schema.ts';
import type { Writer } from '../../src/store/store.ts';
import { beside, cleanUpAfterEach, newPath } from './store-samples.ts';

cleanUpAfterEach();

let db: Kysely<Database>;
let path: string;
let groups = 0;
let transact: GroupCommit['transact'];

beforeEach(async () => {
  path = newPath();
  db = openSqlite(path);
  await sql.raw('create table note (text text)').execute(db);
  groups = 0;
  ({ transact } = groupCommit({ commit, sync: async () => undefined }, 60_000));
});

const commit = (work: (tx: Writer) => Promise<void>) => {
  groups += 1;
  return db.transaction().execute(work);
};
afterEach(() => db.destroy());

const write = (text: string) => async (tx: Writer) => {
  await sql`insert into note values (${text})`.execute(tx);
  return text;
};
const written = () => beside(path).prepare('select text from note order by rowid').pluck().all();

describe('works that wait together', () => {
  it('are written in their order by one commit, and each hands over its own result', async () => {
    const results = await Promise.all([transact(write('a')), transact(write('b'))]);
    expect(results).toEqual(['a', 'b']);
    expect(written()).toEqual(['a', 'b']);
    expect(groups).toBe(1);
  });

  it('are told as done only when all of it is on the disk', async () => {
    const seen: unknown[] = [];
    await Promise.all([
      transact(write('a')).then(() => seen.push(written())),
      transact(async () => seen.push(written())),
    ]);
    expect(seen).toEqual([[], ['a']]);
  });

  it('take up into their commit what comes while they are worked on', async () => {
    const later: Promise<string>[] = [];
    await transact(async (tx) => {
      setImmediate(() => later.push(transact(write('b'))));
      return write('a')(tx);
    });
    await Promise.all(later);
    expect(written()).toEqual(['a', 'b']);
    expect(groups).toBe(1);
  });

  it('are not taken back with one of them that throws', async () => {
    const failing = transact(async (tx) => {
      await write('half')(tx);
      throw new Error('a template fails');
    });
    const results = await Promise.allSettled([transact(write('a')), failing, transact(write('b'))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written()).toEqual(['a', 'b']);
    expect(groups).toBe(1);
  });

  it('are all as before where the disk is full, and say that it was, and can be done when there is room', async () => {
    const large = async (tx: Writer) => {
      await sql.raw('pragma max_page_count = 10').execute(tx);
      await write('x'.repeat(200_000))(tx);
    };
    const results = await Promise.allSettled([transact(write('a')), transact(large)]);
    const full = { reason: { code: 'SQLITE_FULL' } };
    expect(results).toMatchObject([full, full]);
    expect(written()).toEqual([]);
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    await transact(write('a'));
    expect(written()).toEqual(['a']);
  });

  it('are none of them told as done where SQLite gives up the whole transaction', async () => {
    const broken = async (tx: Writer) => {
      await sql.raw('rollback').execute(tx);
      throw new Error('disk I/O error');
    };
    const results = await Promise.allSettled([transact(write('a')), transact(broken)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(written()).toEqual([]);
    await transact(write('a'));
    expect(written()).toEqual(['a']);
  });
});

describe('the sync to the disk', () => {
  it('is waited for by its works and by no others, and shared by all that were committed meanwhile', async () => {
    const ends: (() => void)[] = [];
    const told: string[] = [];
    const sync = () => new Promise<void>((resolve) => ends.push(resolve));
    const apart = groupCommit({ commit, sync }, 0);
    const works = ['a', 'b', 'c'].map((text) =>
      apart.transact(write(text)).then((done) => told.push(done)),
    );
    await vi.waitFor(() => expect(written()).toEqual(['a', 'b', 'c']));
    expect([groups, ends.length, told]).toEqual([3, 1, []]);
    ends[0]?.();
    await works[0];
    expect(told).toEqual(['a']);
    await vi.waitFor(() => expect(ends.length).toBe(2));
    ends[1]?.();
    await Promise.all(works);
    expect(told).toEqual(['a', 'b', 'c']);
    expect(ends.length).toBe(2);
  });

  it('is not waited for by who is told of the commit, and comes with the next that is', async () => {
    const onDisk: unknown[][] = [];
    const sync = async () => void onDisk.push(written());
    const apart = groupCommit({ commit, sync });
    await expect(apart.transact(write('a'), { told: 'committed' })).resolves.toBe('a');
    expect([written(), onDisk]).toEqual([['a'], []]);
    await apart.onDisk();
    await apart.transact(write('b'));
    expect(onDisk).toEqual([['a'], ['a', 'b']]);
  });

  it('that fails is told to the works that it was for, and the next is tried', async () => {
    let broken = true;
    const sync = async () => {
      if (broken) throw new Error('disk I/O error');
    };
    const failing = groupCommit({ commit, sync });
    await expect(failing.transact(write('a'))).rejects.toThrow('disk I/O error');
    broken = false;
    await expect(failing.transact(write('b'))).resolves.toBe('b');
  });
});

it('a transaction that cannot begin fails the first work, and the next one tries for itself', async () => {
  let begun = 0;
  const refuse = async (work: (tx: Writer) => Promise<void>) => {
    begun += 1;
    if (begun === 1) throw new Error('unable to open database file');
    await db.transaction().execute(work);
  };
  const { transact } = groupCommit({ commit: refuse, sync: async () => undefined });
  const results = await Promise.allSettled([transact(write('a')), transact(write('b'))]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(written()).toEqual(['b']);
});
