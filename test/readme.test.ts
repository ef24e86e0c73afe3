/**
 * What the READMEs name is there, and what has to be told is told in them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../src/commands/catalogue.ts';
import { DESCRIPTIONS } from '../src/config/descriptions.ts';
import { MAIL_KINDS } from '../src/domain/mail-kind.ts';
import { WORDS } from '../src/reading/counselor/words.ts';
import { VIEWS } from '../src/store/views.ts';
import { GUIDE, named, README, ROOT, renewed } from './support/readme.ts';

const readme = readFileSync(README, 'utf8');
const guide = readFileSync(GUIDE, 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const commands = CATALOGUE.map(({ name }) => name);

test('the README shows the lifecycle as it is (renew it by `npm run readme`)', () => {
  expect(readme).toBe(renewed(readme));
});

describe.each([
  ['README.md', readme],
  ['README.ja.md', guide],
])('%s', (_name, text) => {
  test('has links that lead somewhere', () => {
    const links = named(text, /\]\(([^)\s]+)\)/g).filter((link) => !link.startsWith('http'));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !leadsSomewhere(text, link))).toEqual([]);
  });

  test('names only commands and scripts that are there', () => {
    const called = named(text, /\buketsuke ([a-z][a-z-]+)/g);
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => !commands.includes(name))).toEqual([]);
    const run = named(text, /npm run (?:-s )?([a-z:-]+)/g);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only settings that are there', () => {
    const settings = named(text, /`([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+)`/g).filter(
      (name) => (name.split('.')[0] ?? '') in DESCRIPTIONS && !name.endsWith('.ts'),
    );
    expect(settings.length).toBeGreaterThan(2);
    expect(settings.filter((name) => !(name in DESCRIPTIONS))).toEqual([]);
  });
});

test('README.md names only tests that are there', () => {
  const tests = named(readme, /`?([\w./-]+\.test\.ts)/g);
  expect(tests.length).toBeGreaterThan(30);
  const there = (name: string) =>
    existsSync(join(ROOT, name.includes('/') ? name : `test/journey/${name}`));
  expect(tests.filter((name) => !there(name))).toEqual([]);
});

describe('the table of articles and traps', () => {
  const table = readme.slice(
    readme.indexOf('## Article by article'),
    readme.indexOf('\n## Faults'),
  );
  const rows = table.split('\n').filter((line) => /^\| [^-]/.test(line));

  test('has a row for every trap, 1 to 23', () => {
    const ofTraps = rows.slice(rows.findIndex((row) => row.startsWith('| Trap |')));
    const traps = ofTraps.flatMap((row) => /^\| (\d+) /.exec(row)?.[1] ?? []).map(Number);
    expect(traps).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
  });

  test('names for each row a test that is there, and tests by names that they bear', () => {
    const told = rows.filter((row) => !/\| Told in \|$/.test(row));
    expect(told.filter((row) => !row.includes('.test.ts`'))).toEqual([]);
    const named = told.flatMap((row) =>
      [...row.matchAll(/`([\w./-]+\.test\.ts)`((?: “[^”]+”)+)/g)].flatMap(([, file = '', names]) =>
        [...(names ?? '').matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    const isThere = ({ file, name }: { file: string; name: string }) => {
      const path = join(ROOT, file.includes('/') ? file : `test/journey/${file}`);
      return readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ').includes(name);
    };
    expect(named.filter((each) => !isThere(each))).toEqual([]);
  });
});

test.each(commands)('README.md tells of `uketsuke %s`', (name) => {
  expect(readme).toContain(`| \`uketsuke ${name}`);
});

describe('README.ja.md tells', () => {
  test('every mail by the beginning of its subject, and mails that begin alike each in its row', () => {
    const subjects = MAIL_KINDS.flatMap((kind) => {
      const template = readFileSync(join(ROOT, `templates/${kind}.hbs`), 'utf8');
      return named(template.split('\n')[0] ?? '', /(【.+?】)/g);
    });
    const rows = guide.split('\n');
    const untold = subjects.filter(
      (subject) =>
        rows.filter((row) => row.startsWith(`| ${subject}`)).length <
        subjects.filter((other) => other === subject).length,
    );
    expect(untold).toEqual([]);
  });

  test.each(VIEWS.map(({ name }) => name))('the view %s', (name) => {
    expect(guide).toContain(`| ${name} |`);
  });

  test.each(WORDS.map(({ kind, spellings }) => [kind, spellings.trim().split(/\s+/)] as const))(
    'the counselor’s word for %s',
    (_kind, spellings) => {
      const first = guide.slice(guide.indexOf('### ことばのくわしい説明'));
      const told = named(first, /^\| ([^ |:]+)/gm);
      expect(spellings.filter((spelling) => told.includes(spelling))).not.toEqual([]);
    },
  );
});

/** A file of the project, or a heading of the document itself. */
function leadsSomewhere(text: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  if (file !== '') return existsSync(join(ROOT, decodeURIComponent(file)));
  return named(text, /^#+ (.+)$/gm).includes(heading ?? '');
}
