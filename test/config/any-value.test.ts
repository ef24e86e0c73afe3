/**
 * Whatever stands at whatever place of a config: it is taken, or its problem is told with place, value
 * and expectation in words an admin knows; the check itself never breaks.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../src/config/schema.ts';

const EXAMPLE: unknown = JSON.parse(
  readFileSync(new URL('../../config.example.json', import.meta.url), 'utf8'),
);

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return [path, ...inner];
}

function withValueAt(path: Path, value: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return value;
  const config = structuredClone(EXAMPLE);
  const holder = path
    .slice(0, -1)
    .reduce((part, key) => (part as Record<string, unknown>)[key], config);
  (holder as Record<string, unknown>)[last] = value;
  return config;
}

function problemsOf(path: Path, value: unknown): string[] {
  const checked = checkConfig(withValueAt(path, value));
  return 'problems' in checked ? checked.problems : [];
}

const ODD = ['9時', '', '25:00', '2026-13-40', -1, 1.5, true, null, [], {}, [null], ['x']];

describe.each(ODD.map((value) => [JSON.stringify(value), value] as const))('%s', (_, value) => {
  test('at any place is taken or told in plain words', () => {
    const told = pathsOf(EXAMPLE).flatMap((path) => problemsOf(path, value));
    expect(told.length).toBeGreaterThan(50);
    const plain = /^\$(\.[$\w]+|\[\d+\])*(: unknown setting; | is .+, expected .)/;
    expect(
      told.filter((line) => !plain.test(line) || /Invalid|undefined|\[object/.test(line)),
    ).toEqual([]);
  });
});

test('a clock time that is none is told by itself, not by the order of the day', () => {
  expect(problemsOf(['office', 'hours', 'open'], '9時')).toEqual([
    '$.office.hours.open is "9時", expected a clock time "HH:MM"',
  ]);
});

test('a null where a value is needed is told like any other', () => {
  expect(problemsOf(['office', 'name'], null)).toEqual([
    '$.office.name is null, expected the name of the office',
  ]);
  expect(problemsOf(['imap'], null)).toEqual([
    '$.imap is null, expected a block of settings, { … }',
  ]);
});
