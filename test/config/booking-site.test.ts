/** The formats of booking sites in the config: each problem with its place, value and expectation. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkConfig } from '../../src/config/schema.ts';

const example = JSON.parse(
  readFileSync(new URL('../../config.example.json', import.meta.url), 'utf8'),
);
const [site] = example.bookingSite;

function problemsOf(changes: Record<string, unknown>): string[] {
  const checked = checkConfig({ ...example, bookingSite: [{ ...site, ...changes }] });
  return 'problems' in checked ? checked.problems : [];
}

test('the example’s formats are fine, and an office without a site needs none', () => {
  expect(problemsOf({})).toEqual([]);
  const { bookingSite: _, ...without } = example;
  expect(checkConfig(without)).toMatchObject({ config: { bookingSite: [] } });
});

test.each([
  [
    'a pattern that is none',
    { subject: { booked: '(予約', cancelled: null } },
    '$.bookingSite[0].subject.booked is "(予約", expected a regular expression',
  ],
  [
    'a field without a group',
    { fields: { ...site.fields, name: '^氏名：.*$' } },
    '$.bookingSite[0].fields.name is "^氏名：.*$", expected a regular expression with one group ( ) around the value',
  ],
  [
    'a site that sends from nowhere',
    { senders: [] },
    '$.bookingSite[0].senders is [], expected at least one address that the site sends from',
  ],
])('%s is told with its place', (_, changes, problem) => {
  expect(problemsOf(changes)).toEqual([problem]);
});

test('two formats of one name are told', () => {
  const checked = checkConfig({ ...example, bookingSite: [site, site] });
  expect(checked).toMatchObject({ problems: [expect.stringContaining('different names')] });
});
