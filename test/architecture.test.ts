/**
 * The house rules of the layout, held by a test: one door per package, imports run downhill,
 * no cycle, one reader of the clock, a label on every door, files of a readable length.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort();
const sources = new Map(files.map((name) => [name, readFileSync(join(SRC, name), 'utf8')]));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

function importsOf(name: string): string[] {
  return [...(sources.get(name) ?? '').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function localImportsOf(name: string): string[] {
  return importsOf(name)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(SRC, join(SRC, dirname(name), path)));
}

function packagesOf(name: string): string[] {
  return importsOf(name).filter((path) => !path.startsWith('.') && !path.startsWith('node:'));
}

const roomOf = (name: string) => (name.includes('/') ? (name.split('/')[0] ?? '') : name);

/** Which rooms a room may look into; every room may use its own files. */
const DOWNHILL: Record<string, readonly string[]> = {
  'main.ts': ['commands'],
  commands: [
    'board',
    'flow',
    'csv',
    'demo',
    'host',
    'imap',
    'smtp',
    'web',
    'store',
    'message',
    'reading',
    'domain',
    'config.ts',
    'config',
    'clock.ts',
    'log.ts',
    'thread.ts',
  ],
  demo: ['flow', 'smtp', 'store', 'message', 'domain', 'config.ts', 'clock.ts', 'log.ts'],
  flow: [
    'imap',
    'smtp',
    'web',
    'store',
    'message',
    'reading',
    'domain',
    'config.ts',
    'config',
    'clock.ts',
    'log.ts',
    'thread.ts',
  ],
  board: ['store', 'domain', 'config', 'template-engine.ts'],
  host: [],
  imap: ['domain', 'config'],
  smtp: ['domain', 'config'],
  web: ['domain', 'config'],
  store: ['domain', 'thread.ts'],
  message: ['domain', 'template-engine.ts'],
  reading: ['domain'],
  domain: [],
  csv: [],
  'config.ts': ['config'],
  config: [],
  'log.ts': ['clock.ts'],
  'clock.ts': [],
  'thread.ts': [],
  'template-engine.ts': [],
};

/** Packages that a whole room speaks: kysely's table types in the store, zod in the settings. */
const SHARED_PACKAGES: Record<string, string> = {
  kysely: 'store',
  'kysely/migration': 'store',
  zod: 'config',
};

describe('the layout', () => {
  test('every file lies in a room that the plan knows', () => {
    expect(files.filter((name) => !(roomOf(name) in DOWNHILL))).toEqual([]);
  });

  test('imports run downhill only', () => {
    const uphill = files.flatMap((name) =>
      localImportsOf(name)
        .filter((target) => roomOf(target) !== roomOf(name))
        .filter((target) => !DOWNHILL[roomOf(name)]?.includes(roomOf(target)))
        .map((target) => `${name} -> ${target}`),
    );
    expect(uphill).toEqual([]);
  });

  test('there is no import cycle, types counted', () => {
    const imports = new Map(files.map((name) => [name, new Set(localImportsOf(name))]));
    expect(cyclesOf(imports)).toEqual([]);
  });

  test('in each folder, files and folders import one another downhill', () => {
    const uphill = [...neighboursByFolder()].flatMap(([folder, imports]) =>
      cyclesOf(imports).map((names) => `${folder}: ${names.join(' -> ')}`),
    );
    expect(uphill).toEqual([]);
  });

  test('each package has one door', () => {
    const doors = new Map<string, string[]>();
    for (const name of files) {
      for (const pack of new Set(packagesOf(name))) {
        const door = SHARED_PACKAGES[pack] === roomOf(name) ? `${roomOf(name)}/` : name;
        doors.set(pack, [...new Set([...(doors.get(pack) ?? []), door])]);
      }
    }
    expect([...doors].filter(([, door]) => door.length > 1)).toEqual([]);
  });

  test('only one file speaks to the web', () => {
    // A mailbox session "fetches" too, by a method of its own.
    const toTheWeb = files.filter((name) =>
      /(?:await|return|=) fetch\(/.test(code(sources.get(name) ?? '')),
    );
    expect(toTheWeb).toEqual(['web/call.ts']);
  });

  test('only the store asks the database', () => {
    const asking = files.filter(
      (name) =>
        roomOf(name) !== 'store' &&
        /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/.test(code(sources.get(name) ?? '')),
    );
    expect(asking).toEqual([]);
  });

  test('only clock.ts reads the time', () => {
    const readers = files.filter((name) =>
      /Temporal\.Now|Date\.now\(|new Date\(\)/.test(sources.get(name) ?? ''),
    );
    expect(readers).toEqual(['clock.ts']);
  });

  test('the pure rooms touch no disk, network, process or chance', () => {
    const impure = files
      .filter((name) => ['domain', 'message', 'reading'].includes(roomOf(name)))
      .filter(
        (name) =>
          importsOf(name).some((path) => path.startsWith('node:') && path !== 'node:crypto') ||
          /\bprocess\.|Math\.random|\bfetch\(/.test(code(sources.get(name) ?? '')),
      );
    // Buffer is a value type; node:crypto serves hashes and comparisons only.
    expect(impure).toEqual([]);
  });

  test('every door is labelled', () => {
    const bare = files.filter((name) => !/^(#!.*\n)?\/\*\*\n/.test(sources.get(name) ?? ''));
    expect(bare).toEqual([]);
  });

  test('no file outgrows its one idea', () => {
    const long = files
      .map((name) => ({ name, lines: (sources.get(name) ?? '').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 220)
      .filter(({ name }) => !isData(sources.get(name) ?? ''));
    expect(long).toEqual([]);
  });
});

/** Each way along imports that leads back to where it began. */
function cyclesOf(imports: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (name: string, path: string[]): void => {
    if (path.includes(name)) {
      cycles.push([...path.slice(path.indexOf(name)), name]);
      return;
    }
    if (done.has(name)) return;
    for (const target of imports.get(name) ?? []) visit(target, [...path, name]);
    done.add(name);
  };
  for (const name of imports.keys()) visit(name, []);
  return cycles;
}

/**
 * For each folder, which of the things that lie in it import which; `x.ts` and the folder `x/` of
 * its parts are one thing.
 */
function neighboursByFolder(): Map<string, Map<string, Set<string>>> {
  const byFolder = new Map<string, Map<string, Set<string>>>();
  for (const name of files) {
    for (const target of localImportsOf(name)) {
      const [from, to] = [name.split('/'), target.split('/')];
      const depth = from.findIndex((part, at) => part !== to[at]);
      const [one = '', other = ''] = [from[depth], to[depth]].map((part) =>
        part?.replace(/\.ts$/, ''),
      );
      if (one === other) continue;
      const folder = from.slice(0, depth).join('/');
      const imports = byFolder.get(folder) ?? new Map<string, Set<string>>();
      byFolder.set(folder, imports.set(one, (imports.get(one) ?? new Set()).add(other)));
    }
  }
  return byFolder;
}

/** Source without comments, so that a word in a header counts for nothing. */
function code(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/[^\n]*/g, '');
}

/** A file of tables: no function of more than a few lines in it. */
function isData(source: string): boolean {
  return /Data only\./.test(source.slice(0, 900));
}
